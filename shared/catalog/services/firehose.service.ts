import {
  call,
  create,
  member,
  object,
  text as string,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { getAtt } from '../expression.ts';
import { isL2Stream, writerOf } from '../firehose/destinations.ts';
import { firehoseLogs } from '../firehose/logs.ts';
import type { FirehoseParts } from '../firehose/parts.ts';
import { processorsOf } from '../firehose/processors.ts';
import { overrideBuffering } from '../firehose/s3-destination.ts';
import { choice, logRetentionDays, map, megabytes, seconds, text, yesNo } from '../property.ts';
import { defineService, type LinkScope, type NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';
import { takesWafLogs, wafLogPrefix } from '../waf/web-acl.ts';
import { inputText } from '../workflow/dynamic.ts';
import { keep } from '../workflow/task-parts.ts';

export const firehose = defineService({
  kind: 'firehose',
  title: 'Amazon Data Firehose stream',
  words: 'kinesis firehose kdf delivery stream etl ingest',
  category: 'streaming',
  icon: 'AmazonDataFirehose',
  cloudFormation: ['AWS::KinesisFirehose::DeliveryStream'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    bufferingSize: megabytes({
      default: 5,
      min: 1,
      max: 128,
      help: 'Delivers as soon as so much has come in: 64 MB or more with dynamic partitioning, 64 at most to an HTTP endpoint.',
    }),
    bufferingInterval: seconds({
      default: 300,
      min: 0,
      max: 900,
      help: 'Delivers after this time at the latest.',
    }),
    compressionFormat: choice(['UNCOMPRESSED', 'GZIP', 'ZIP', 'Snappy', 'HADOOP_SNAPPY'], {
      default: 'GZIP',
      help: 'How the files are packed. An HTTP endpoint gets GZIP or nothing.',
    }),
    prefix: text({
      default: 'data/!{timestamp:yyyy/MM/dd}/',
      maxLength: 1024,
      help: 'Where the objects lie in the bucket; !{timestamp:…} stands for the time of arrival in UTC.',
    }),
    errorOutputPrefix: text({
      default: 'errors/!{firehose:error-output-type}/',
      maxLength: 1024,
      help: 'Where records go that could not be delivered or transformed.',
    }),
    dynamicPartitioning: yesNo({
      default: false,
      advanced: true,
      help: 'Sorts records into folders by their content. Only at creation.',
    }),
    partitionKeys: map({
      advanced: true,
      when: (read) => read('dynamicPartitioning') === true,
      help: 'Name and jq expression of each key, such as customer and .customer.id. The prefix uses each as !{partitionKeyFromQuery:customer}.',
    }),
    formatConversion: choice(['none', 'parquet', 'orc'], {
      default: 'none',
      advanced: true,
      help: 'Column formats for analytics, by the columns of a Glue table: connect the stream to its database. Buffers of 64 MB or more, and no other compression.',
    }),
    serverSideEncryption: yesNo({
      default: true,
      help: 'Encrypts what waits inside, with a key of AWS. With a Kinesis stream as source the stream encrypts.',
    }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      advanced: true,
      help: 'How long delivery errors are kept, unless a log group is drawn.',
    }),
    deliveryStreamName: text({
      maxLength: 64,
      pattern: '^[a-zA-Z0-9_.-]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'DeliveryStreamName',
      cdk: 'deliveryStreamName',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'deliveryStreamArn' },
    name: { cfn: 'Ref', cdk: 'deliveryStreamName' },
    roleArn: {
      cfn: ({ id }) => getAtt(`${id}Role`, 'Arn'),
      cdk: (_construct, { id }) => member(constructRef(`${id}Role`), 'roleArn'),
    },
  },
  clients: [
    {
      variables: ['DELIVERY_STREAM_NAME'],
      what: 'Firehose stream',
      sdk: { id: 'firehose', dotnet: 'KinesisFirehose' },
    },
  ],
  task: {
    verb: 'Put record into',
    services: { firehose: ['DeliveryStreamName'] },
    call: (context) => ({
      resource: 'aws-sdk:firehose:putRecord',
      arguments: {
        DeliveryStreamName: context.fill('Name', context.target.attribute('name')),
        Record: { Data: inputText },
      },
      output: keep,
    }),
  },
  summary: (read) =>
    `${String(read('bufferingSize'))} MB or ${String(read('bufferingInterval'))} s · ${String(read('compressionFormat'))}`,
  explain:
    'Firehose collects records and delivers them in batches to one place: a bucket, a search index, a data warehouse or an HTTP endpoint. It grows with the load and there is nothing to run, so it is the simplest way to keep a stream of events. A function may change or drop records on the way; what cannot be delivered is kept in a bucket.',
  cost: 'Each gigabyte that comes in, rounded up to 5 KB for each record.',
  limits: [
    'A record has at most 1,000 KiB.',
    'PutRecordBatch takes 500 records or 4 MiB.',
    'A transforming function has five minutes and 6 MB.',
  ],
  docs: 'https://docs.aws.amazon.com/firehose/latest/dev/what-is-this-service.html',
  handle: (scope) => constructRef(isL2Stream(scope) ? scope.id : `${scope.id}Stream`),
  emit(scope) {
    const { out, id, node } = scope;
    const destinations = scope.links('out', { mechanism: 'stream-delivery' });
    const [destination] = destinations;
    if (destination === undefined || destinations.length > 1) {
      out.problem(
        destination === undefined
          ? `"${node.name}" has no destination: connect it to the bucket or endpoint that it shall deliver to.`
          : `"${node.name}" has ${destinations.length} destinations, but a Firehose stream has exactly one: make a stream for each.`,
      );
      return;
    }
    emitRole(scope);
    const [source] = scope.links('in', { mechanism: 'stream', kind: 'kinesis-stream' });
    const [backup] = scope.links('out', { mechanism: 'backup' });
    const writer = writerOf(destination);
    if (writer.needsBucket && backup === undefined) {
      out.problem(
        `"${node.name}" delivers to "${destination.target.node.name}" and needs a bucket for what cannot be delivered: connect it to one as backup.`,
      );
      return;
    }
    const parts: FirehoseParts = {
      scope,
      destination,
      backup,
      role: { arn: scope.attribute('roleArn'), code: constructRef(`${id}Role`) },
      logs: firehoseLogs(scope, [writer.log, ...(backup === undefined ? [] : ['S3Backup'])]),
      processors: processorsOf(scope),
    };
    const written = writer.write(parts);
    if (written === undefined) return;
    const encrypted = source === undefined && scope.read('serverSideEncryption') === true;
    out.resource(id, {
      type: 'AWS::KinesisFirehose::DeliveryStream',
      properties: {
        ...scope.cfnProperties(),
        DeliveryStreamName: nameOf(scope),
        DeliveryStreamType: source === undefined ? 'DirectPut' : 'KinesisStreamAsSource',
        ...(source === undefined
          ? {}
          : {
              KinesisStreamSourceConfiguration: {
                KinesisStreamARN: source.source.attribute('arn'),
                RoleARN: parts.role.arn,
              },
            }),
        ...(encrypted
          ? { DeliveryStreamEncryptionConfigurationInput: { KeyType: 'AWS_OWNED_CMK' } }
          : {}),
        ...written.properties,
      },
      ...(written.code === undefined
        ? { dependsOn: [`${id}Role`] }
        : {
            cdk: scope.l2('firehose.DeliveryStream', {
              deliveryStreamName: nameCode(scope),
              source: source && kinesisSource(source),
              destination: written.code,
              role: parts.role.code,
              encryption: encrypted ? call('firehose.StreamEncryption.awsOwnedKey') : undefined,
            }),
          }),
    });
    if (written.code === undefined) importStream(scope);
    else overrideBuffering(scope, writer.path);
  },
});

/** The stream as other L2 constructs take it, where it is an L1 construct itself. */
const importStream = ({ out, id }: NodeScope): void => {
  const stream = constructRef(id);
  out.construct(`${id}Stream`, {
    create: call(
      'firehose.DeliveryStream.fromDeliveryStreamAttributes',
      thisExpression,
      string(`${id}Stream`),
      object({
        deliveryStreamArn: member(stream, 'attrArn'),
        deliveryStreamName: member(stream, 'ref'),
        role: constructRef(`${id}Role`),
      }),
    ),
    type: 'firehose.IDeliveryStream',
  });
};

const kinesisSource = ({ source }: LinkScope) =>
  create('firehose.KinesisStreamSource', source.construct);

/** API Gateway and WAF only write logs to streams with these prefixes, 64 characters in all. */
const loggedName = (scope: NodeScope): string | undefined => {
  if (scope.value('deliveryStreamName') !== undefined) return undefined;
  const short = scope.id.slice(0, 46);
  if (takesWafLogs(scope)) return `${wafLogPrefix}${short}`;
  return scope.links('in', { mechanism: 'logging', kind: 'rest-api' }).length > 0
    ? `amazon-apigateway-${short}`
    : undefined;
};

const nameOf = (scope: NodeScope) => loggedName(scope) ?? scope.value('deliveryStreamName');

const nameCode = (scope: NodeScope) => {
  const given = loggedName(scope);
  return given === undefined ? scope.code('deliveryStreamName') : string(given);
};

/** The role that Firehose works under; connections add what it may do. */
const emitRole = ({ out, id, node }: NodeScope): void => {
  const role = `${id}Role`;
  serviceRole(out, role, { service: 'firehose.amazonaws.com' });
  out.identity(node.id, { resource: role, cdk: constructRef(role), method: 'addToPolicy' });
};
