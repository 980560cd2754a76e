import { shortHash } from '../../lib/hash.ts';
import { kebabCase } from '../../lib/words.ts';
import { doubleQuoted } from '../../lib/yaml/scalar.ts';
import type { ConnectionScope } from '../connection.ts';
import {
  type Expression,
  type ExpressionObject,
  getAtt,
  join,
  pseudo,
  refOf,
} from '../expression.ts';
import { grantedRole } from '../granted-role.ts';
import { policyDocument } from '../policy.ts';
import type { LinkScope } from '../service.ts';
import { isCollection } from './search.ts';

/*
 * OpenSearch Ingestion: a pipeline that AWS runs reads a source and writes what it finds into an index.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/configure-client.html
 */

/** What a pipeline reads. */
export type Ingested = 'table' | 'stream' | 'bucket';

/** What a row of a pipeline says to its mechanism. */
export interface Ingestion {
  readonly ingests: Ingested;
}

const ingestedBy = (link: LinkScope): Ingested | undefined =>
  (link.options as Partial<Ingestion> | undefined)?.ingests;

const pipelineId = (link: LinkScope): string => link.resourceId('Ingestion');

/** The role of the pipeline that an arrow stands for; undefined for other arrows. */
export const ingestionRoleArn = (link: LinkScope): Expression | undefined =>
  ingestedBy(link) === undefined ? undefined : getAtt(`${pipelineId(link)}Role`, 'Arn');

/** Why there can be no pipeline; undefined when there can. */
const whyNot = (link: LinkScope): string | undefined => {
  const { source, target } = link;
  if (source.region !== target.region) return 'they are in different Regions. Put both into one.';
  if (target.graph.vpc(target.node))
    return 'it is inside a VPC, which the export lays no pipeline into. Take it out, or let a function in the VPC write.';
  return ingestedBy(link) === 'table' &&
    isCollection(target) &&
    target.read('collectionType') !== 'SEARCH'
    ? 'a mirrored item keeps its key as the id of its document, which only collections of the type SEARCH take.'
    : undefined;
};

/** Lines of a YAML document; what is known at deployment only stands in them as it is. */
type Lines = readonly Expression[];

/** A value in quotes, so that no text of the design can be anything but a text. */
const quoted = (value: Expression): Expression =>
  typeof value === 'string' ? doubleQuoted(value) : join('"', value, '"');

const line = (indent: number, ...parts: readonly Expression[]): Expression =>
  join(' '.repeat(indent), ...parts);

/** The pipeline with its role, its logs and what it keeps files in meanwhile. */
export const writeIngestion = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out } = target;
  const reason = whyNot(scope);
  if (reason !== undefined) {
    out.problem(
      `OpenSearch Ingestion cannot bring "${source.node.name}" into "${target.node.name}": ${reason}`,
    );
    return;
  }
  const id = pipelineId(scope);
  const name = pipelineName(id);
  const bucket = keepsExports(scope) ? writeExportBucket(scope) : undefined;
  const role = `${id}Role`;
  grantedRole(out, role, {
    service: 'osis-pipelines.amazonaws.com',
    conditions: {
      StringEquals: { 'aws:SourceAccount': pseudo('AccountId') },
      ArnLike: {
        'aws:SourceArn': join(
          'arn:',
          pseudo('Partition'),
          ':osis:',
          pseudo('Region'),
          ':',
          pseudo('AccountId'),
          ':pipeline/*',
        ),
      },
    },
    policy: {
      name: 'Ingest',
      statements: [
        ...scope.statements('service-role'),
        ...(bucket === undefined
          ? []
          : [
              {
                actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
                resources: [join(getAtt(bucket, 'Arn'), '/*')],
              },
            ]),
      ],
    },
  });
  const logs = `${id}Logs`;
  out.resource(logs, {
    type: 'AWS::Logs::LogGroup',
    // CloudWatch Logs lets the service write to names that begin so.
    properties: {
      LogGroupName: `/aws/vendedlogs/OpenSearchIngestion/${name}`,
      RetentionInDays: 30,
    },
    deletionPolicy: 'Delete',
  });
  out.resource(id, {
    type: 'AWS::OSIS::Pipeline',
    properties: {
      PipelineName: name,
      MinUnits: 1,
      MaxUnits: scope.value('maxUnits') ?? 4,
      PipelineConfigurationBody: configuration(scope, getAtt(role, 'Arn'), bucket),
      LogPublishingOptions: {
        IsLoggingEnabled: true,
        CloudWatchLogDestination: { LogGroup: refOf(logs) },
      },
    },
    dependsOn: isCollection(target) ? [`${target.id}DataAccess`] : [],
  });
};

/** From 3 to 28 characters, the first one a letter; what had to be cut is still told apart. */
const pipelineName = (id: string): string => {
  const words = kebabCase(id);
  return words.length <= 26
    ? `p-${words}`
    : `p-${words.slice(0, 19).replace(/-+$/, '')}-${shortHash(id).slice(0, 6).toLowerCase()}`;
};

/** A table is exported once, and the files of that lie in a bucket. */
const keepsExports = (scope: ConnectionScope): boolean =>
  scope.options !== undefined &&
  ingestedBy(scope) === 'table' &&
  scope.read('initialExport') !== false;

const configuration = (
  scope: ConnectionScope,
  role: Expression,
  bucket: string | undefined,
): Expression => {
  const lines: Lines = [
    'version: "2"',
    'ingestion:',
    line(2, 'source:'),
    ...sources[ingestedBy(scope) ?? 'bucket'](scope, bucket),
    line(6, 'aws:'),
    line(8, 'region: ', quoted(pseudo('Region'))),
    line(8, 'sts_role_arn: ', quoted(role)),
    line(2, 'sink:'),
    ...sink(scope, role),
  ];
  return join(...lines.flatMap((item) => [item, '\n']));
};

const codecOf = (scope: ConnectionScope): string => String(scope.read('codec') ?? 'ndjson');

const sources: Readonly<
  Record<Ingested, (scope: ConnectionScope, bucket: string | undefined) => Lines>
> = {
  table: ({ source }, bucket) => [
    line(4, 'dynamodb:'),
    line(6, 'acknowledgments: true'),
    line(6, 'tables:'),
    line(8, '- table_arn: ', quoted(source.attribute('arn'))),
    line(10, 'stream:'),
    line(12, 'start_position: "LATEST"'),
    ...(bucket === undefined
      ? []
      : [
          line(10, 'export:'),
          line(12, 's3_bucket: ', quoted(refOf(bucket))),
          line(12, 's3_region: ', quoted(pseudo('Region'))),
        ]),
  ],
  stream: (scope) => [
    line(4, 'kinesis_data_streams:'),
    line(6, 'acknowledgments: true'),
    line(6, 'codec:'),
    line(8, codecOf(scope), ':'),
    line(6, 'streams:'),
    line(8, '- stream_name: ', quoted(scope.source.attribute('name'))),
    line(
      10,
      `initial_position: "${scope.read('startingPosition') === 'TRIM_HORIZON' ? 'EARLIEST' : 'LATEST'}"`,
    ),
  ],
  bucket: (scope) => [
    line(4, 's3:'),
    line(6, 'acknowledgments: true'),
    line(6, 'codec:'),
    line(8, codecOf(scope), ':'),
    line(6, 'compression: "automatic"'),
    line(6, 'scan:'),
    line(8, 'scheduling:'),
    line(10, 'interval: ', quoted(scope.value('interval') ?? 'PT15M')),
    line(8, 'buckets:'),
    line(10, '- bucket:'),
    line(14, 'name: ', quoted(scope.source.attribute('name'))),
    ...(scope.value('prefix') === undefined
      ? []
      : [
          line(14, 'filter:'),
          line(16, 'include_prefix:'),
          line(18, '- ', quoted(scope.value('prefix') ?? '')),
        ]),
  ],
};

const metadata = (...names: readonly string[]): string =>
  `'${names.map((name) => `\${getMetadata("${name}")}`).join('_')}'`;

/** How a document is told from others, so that what comes twice is one document. */
const identity: Readonly<Record<Ingested, Lines>> = {
  table: [
    line(8, 'document_id: ', metadata('primary_key')),
    line(8, 'action: ', metadata('opensearch_action')),
    line(8, 'document_version: ', metadata('document_version')),
    line(8, 'document_version_type: "external"'),
  ],
  stream: [
    line(8, 'document_id: ', metadata('partition_key', 'sequence_number', 'sub_sequence_number')),
  ],
  bucket: [],
};

const sink = (scope: ConnectionScope, role: Expression): Lines => {
  const { source, target } = scope;
  const ingested = ingestedBy(scope) ?? 'bucket';
  const keepsIds = !isCollection(target) || target.read('collectionType') === 'SEARCH';
  return [
    line(4, '- opensearch:'),
    line(8, 'hosts: [', quoted(target.attribute('url')), ']'),
    line(8, 'index: ', quoted(scope.value('indexName') ?? kebabCase(source.id))),
    ...(keepsIds ? identity[ingested] : []),
    line(8, 'aws:'),
    line(10, 'region: ', quoted(pseudo('Region'))),
    line(10, 'sts_role_arn: ', quoted(role)),
    ...(isCollection(target) ? [line(10, 'serverless: true')] : []),
  ];
};

/** Where DynamoDB puts the files of the first export. */
const writeExportBucket = (scope: ConnectionScope): string => {
  const { out } = scope.target;
  const id = `${pipelineId(scope)}Exports`;
  out.resource(id, {
    type: 'AWS::S3::Bucket',
    deletionPolicy: 'Retain',
    properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
        ],
      },
      LifecycleConfiguration: {
        Rules: [
          {
            Status: 'Enabled',
            ExpirationInDays: 7,
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
    } satisfies ExpressionObject,
  });
  out.resource(`${id}Policy`, {
    type: 'AWS::S3::BucketPolicy',
    properties: {
      Bucket: refOf(id),
      PolicyDocument: policyDocument([
        {
          effect: 'Deny',
          principal: '*',
          actions: ['s3:*'],
          resources: [getAtt(id, 'Arn'), join(getAtt(id, 'Arn'), '/*')],
          conditions: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ]),
    },
  });
  return id;
};
