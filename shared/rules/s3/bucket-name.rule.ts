import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { named } from '../text.ts';

/*
 * What a name may look like. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const shape = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const address = /^\d+\.\d+\.\d+\.\d+$/;
const reservedStarts = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const reservedEnds = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];

const problemOf = (name: string): string | undefined => {
  if (name.length < 3 || name.length > 63) return `has ${name.length} characters, not 3 to 63`;
  if (!shape.test(name))
    return 'has other characters than lowercase letters, digits and hyphens, or begins or ends with one that it may not';
  if (name.includes('..')) return 'has two dots side by side';
  if (address.test(name)) return 'looks like an IP address';
  const start = reservedStarts.find((text) => name.startsWith(text));
  if (start !== undefined) return `begins with ${start}, which AWS keeps for itself`;
  const end = reservedEnds.find((text) => name.endsWith(text));
  return end === undefined ? undefined : `ends with ${end}, which AWS keeps for itself`;
};

/** The name with what S3 does not take replaced; undefined when that is no good name either. */
const sanitised = (name: string): string | undefined => {
  const text = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return problemOf(text) === undefined ? text : undefined;
};

const bucket = (bucketName: string | { Ref: string }) =>
  design(node('s3-bucket', 'photos', { bucketName }));

export const s3BucketName = defineRule({
  meta: {
    id: 's3/bucket-name',
    severity: 'error',
    messages: {
      refused:
        '{node}: the bucket name "{name}" {problem}; use 3 to 63 lowercase letters, digits and hyphens.',
      dot: {
        text: '{node}: the bucket name "{name}" has a dot; HTTPS with the name in the host then fails, use hyphens.',
        severity: 'warning',
      },
    },
    explain:
      'The name of a bucket becomes part of a host name and is shared by all customers of AWS, so it follows the rules of host names: no capital letters, no underscores. A dot adds a label that the certificate of S3 (*.s3.amazonaws.com) does not cover. Without a name of yours CloudFormation makes one that is free.',
    docs: {
      title: 'General purpose bucket naming rules',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    },
    overlaps: ['E3031'],
  },
  on: nodes('s3-bucket'),
  check(node, graph, report) {
    const name = graph.text(node, 'bucketName');
    if (name === undefined) return;
    const problem = problemOf(name);
    const better = sanitised(name);
    const fixes: readonly Fix[] = [
      ...(better === undefined
        ? []
        : [{ title: `Name it ${better}`, edit: setProperty(node.id, 'bucketName', better) }]),
      { title: 'Let CloudFormation name it', edit: unsetProperty(node.id, 'bucketName') },
    ];
    const data = { node: named(node), name };
    if (problem !== undefined)
      report({ message: 'refused', property: 'bucketName', data: { ...data, problem }, fixes });
    // The website of a domain has to have the domain's name.
    else if (name.includes('.') && graph.boolean(node, 'websiteHosting') === false)
      report({ message: 'dot', property: 'bucketName', data, fixes });
  },
  examples: {
    good: [
      { title: 'a plain name', design: bucket('photos-prod-1234') },
      { title: 'a name set by a parameter', design: bucket({ Ref: 'Bucket' }) },
      {
        title: 'the website of a domain',
        design: design(
          node('s3-bucket', 'site', { bucketName: 'www.example.com', websiteHosting: true }),
        ),
      },
    ],
    bad: [
      { title: 'capital letters', design: bucket('My_Photos'), expect: ['refused'] },
      { title: 'too short', design: bucket('a'), expect: ['refused'] },
      { title: 'a reserved ending', design: bucket('photos-s3alias'), expect: ['refused'] },
      { title: 'an IP address', design: bucket('10.0.0.1'), expect: ['refused'] },
      { title: 'a dot', design: bucket('photos.example'), expect: ['dot'] },
    ],
  },
});
