import { athenaArn, resultsLocation, workgroupName } from '../analytics/athena.ts';
import { codeOf } from '../code.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const athenaWorkgroup = defineService({
  kind: 'athena-workgroup',
  title: 'Athena workgroup',
  words: 'athena sql query presto trino adhoc interactive lake',
  category: 'analytics',
  icon: 'AmazonAthena',
  cloudFormation: ['AWS::Athena::WorkGroup'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 128,
      pattern: '^[a-zA-Z0-9._-]+$',
      advanced: true,
      help: 'Empty takes the names of the stack and of this node.',
    }),
    engineVersion: choice(['AUTO', 'Athena engine version 3'], {
      default: 'AUTO',
      advanced: true,
      help: 'AUTO lets Athena choose, and move on by itself.',
      cfn: 'WorkGroupConfiguration.EngineVersion.SelectedEngineVersion',
    }),
    enforceWorkGroupConfiguration: yesNo({
      default: true,
      emitDefault: true,
      help: 'The settings of the workgroup count, whatever a client asks for.',
      cfn: 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
    }),
    bytesScannedCutoff: integer({
      min: 10_000_000,
      unit: 'bytes',
      help: 'Stops a query that reads more than this: a brake for costs. At least 10 MB.',
      cfn: 'WorkGroupConfiguration.BytesScannedCutoffPerQuery',
    }),
    resultEncryption: choice(['SSE_S3', 'SSE_KMS', 'CSE_KMS'], {
      default: 'SSE_S3',
      advanced: true,
      help: 'How results are encrypted in the bucket. The two with KMS need a key.',
    }),
    resultKmsKey: text({
      advanced: true,
      when: (read) => read('resultEncryption') !== 'SSE_S3',
      help: 'ARN of the key for the results.',
    }),
    publishMetrics: yesNo({
      default: true,
      emitDefault: true,
      help: 'Figures of each query in CloudWatch.',
      cfn: 'WorkGroupConfiguration.PublishCloudWatchMetricsEnabled',
    }),
    recursiveDeleteOption: yesNo({
      default: false,
      advanced: true,
      help: 'Deleting the workgroup also deletes its saved queries and their history.',
      cfn: 'RecursiveDeleteOption',
    }),
  },
  attributes: {
    arn: { cfn: athenaArn, cdk: (_construct, scope) => codeOf(athenaArn(scope)) },
    name: { cfn: 'Ref', cdk: 'ref' },
  },
  task: {
    verb: 'Query',
    services: { athena: ['WorkGroup'] },
    waits: true,
    call: (context) => {
      const [database] = context.target.links('in', { mechanism: 'catalog' });
      return {
        resource: 'athena:startQueryExecution',
        arguments: {
          QueryString: String(context.read('query') ?? 'SELECT 1'),
          WorkGroup: context.fill('Name', context.target.attribute('name')),
          ...(database === undefined
            ? {}
            : {
                QueryExecutionContext: {
                  Database: context.fill('Database', database.source.attribute('name')),
                },
              }),
        },
        output: { kind: 'result' },
      };
    },
  },
  summary: (read) =>
    [
      read('engineVersion') === 'AUTO' ? 'SQL' : 'SQL · engine 3',
      ...(read('bytesScannedCutoff') === undefined
        ? []
        : [`stops at ${Math.round(Number(read('bytesScannedCutoff')) / 1_000_000)} MB`]),
    ].join(' · '),
  explain:
    'Athena answers SQL questions about files in S3, without a server and without loading anything. Tables in the Glue Data Catalog say which columns the files have. A workgroup is the place where queries run: it says where results go and how much a query may read. Athena reads with the rights of whoever asks, so the caller needs permissions for data, catalog and results.',
  cost: 'Each terabyte that a query reads; files in columns (Parquet, ORC) and partitions make it less.',
  limits: [
    'A query runs for 30 minutes by default (adjustable), and has at most 262,144 bytes of text.',
    '20 to 200 queries at once, by region (adjustable).',
    '1,000 workgroups in a region (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/athena/latest/ug/what-is.html',
  emit(scope) {
    const { out, id } = scope;
    const own = scope.cfnProperties();
    const location = resultsLocation(scope);
    const encryption = scope.value('resultEncryption') ?? 'SSE_S3';
    out.resource(id, {
      type: 'AWS::Athena::WorkGroup',
      properties: {
        ...own,
        Name: workgroupName(scope),
        WorkGroupConfiguration: {
          ...(own.WorkGroupConfiguration as object),
          ResultConfiguration:
            location === undefined
              ? undefined
              : {
                  OutputLocation: location,
                  EncryptionConfiguration: {
                    EncryptionOption: encryption,
                    KmsKey: scope.value('resultKmsKey'),
                  },
                },
        },
      },
    });
  },
});
