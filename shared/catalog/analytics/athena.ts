import type { PolicyStatement } from '../blueprint.ts';
import type { ConnectionScope } from '../connection.ts';
import { arn, type Expression, join, pseudo, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { catalogArns } from './glue.ts';

/** The name of a workgroup is its identity. */
export const workgroupName = (scope: NodeScope): Expression =>
  scope.value('name') ?? join(pseudo('StackName'), `-${scope.id.slice(0, 60)}`);

export const athenaArn = (scope: NodeScope): Expression =>
  arn('athena', join('workgroup/', refOf(scope.id)));

/** Where results go; undefined when no bucket is drawn. */
export const resultsLocation = (scope: NodeScope): Expression | undefined => {
  const [results] = scope.links('out', { mechanism: 'data-export' });
  return (
    results &&
    join('s3://', results.target.attribute('name'), '/', prefixOf(results.value('prefix')))
  );
};

const prefixOf = (value: Expression | undefined): Expression => {
  const prefix = value ?? 'results/';
  return typeof prefix === 'string' && prefix !== '' && !prefix.endsWith('/')
    ? `${prefix}/`
    : prefix;
};

/**
 * What somebody who runs queries needs besides the workgroup: Athena reads catalog and data and writes results with
 * the rights of its caller. https://docs.aws.amazon.com/athena/latest/ug/managed-policies.html
 */
export const queryRights = ({ target }: ConnectionScope): readonly PolicyStatement[] => {
  const results = target.links('out', { mechanism: 'data-export' }).map((link) => link.target);
  const data = target.links('in', { mechanism: 'data-source' }).map(({ source }) => source);
  const databases = target.links('in', { mechanism: 'catalog' }).map(({ source }) => source);
  const functions = target.links('out', { mechanism: 'direct-invoke' }).map((link) => link.target);
  const bucket = ['s3:GetBucketLocation', 's3:ListBucket'];
  return [
    ...databases.map((database) => ({
      actions: [
        'glue:GetDatabase',
        'glue:GetTable',
        'glue:GetTables',
        'glue:GetPartition',
        'glue:GetPartitions',
      ],
      resources: catalogArns(database),
    })),
    ...data.flatMap((source) => [
      { actions: bucket, resources: [source.attribute('arn')] },
      { actions: ['s3:GetObject'], resources: [join(source.attribute('arn'), '/*')] },
    ]),
    ...results.flatMap((target) => [
      { actions: bucket, resources: [target.attribute('arn')] },
      {
        actions: [
          's3:GetObject',
          's3:PutObject',
          's3:AbortMultipartUpload',
          's3:ListMultipartUploadParts',
        ],
        resources: [join(target.attribute('arn'), '/*')],
      },
    ]),
    ...functions.map((target) => ({
      actions: ['lambda:InvokeFunction'],
      resources: [target.attribute('arn')],
    })),
  ];
};
