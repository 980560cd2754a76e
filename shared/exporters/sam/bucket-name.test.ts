import { expect, test } from 'vitest';
import { connection, design, inside, node } from '../../rules/examples.ts';
import { planDesign } from '../plan/plan.ts';
import { samTemplates } from './template.ts';

const nameOf = (id: string, region: string): string => {
  const bucket = node('s3-bucket', id);
  const queue = node('sqs-queue', 'queue');
  const there =
    region === 'eu-west-1'
      ? [bucket, queue]
      : [inside(node('region', 'there', { code: region }), bucket, queue)];
  const plan = planDesign(design(...there, connection('s3-bucket--sqs-queue', id, 'queue')));
  const template = samTemplates(plan).find((item) => item.region === region);
  const resources = template?.tree.Resources as Record<
    string,
    { Type: string; Properties?: { BucketName?: { 'Fn::Sub': string } } }
  >;
  const found = Object.values(resources).find(({ Type }) => Type === 'AWS::S3::Bucket');
  return found?.Properties?.BucketName?.['Fn::Sub'] ?? '';
};

/** The longest names that samconfig.toml gives the stacks. */
const deployed = (name: string, region: string): string =>
  name
    .replace(
      '${AWS::StackName}',
      region === 'eu-west-1' ? 'x'.repeat(24) : `${'x'.repeat(24)}-${region}`,
    )
    .replace('${AWS::AccountId}', '1'.repeat(12));

test('is made of the stack, the id and the account', () => {
  expect(nameOf('uploads', 'eu-west-1')).toBe('${AWS::StackName}-uploads-${AWS::AccountId}');
});

test.each(['eu-west-1', 'ap-southeast-1'])(
  'is a bucket name in %s, however long the id',
  (region) => {
    const ids = [
      'a',
      'UploadsOfAllCustomersOfTheShop',
      `${'Images'.repeat(20)}`,
      'Fotos-für-Käufer',
    ];
    for (const id of ids)
      expect(deployed(nameOf(id, region), region)).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
    expect(nameOf('ImagesOfAllCustomersOfTheShopOne', region)).not.toBe(
      nameOf('ImagesOfAllCustomersOfTheShopTwo', region),
    );
  },
);
