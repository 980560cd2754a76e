import { type Code, flag, invoke, member, name, object } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { emitGlobalTable, isGlobalTable } from '../dynamodb/global-table.ts';
import {
  attributeDefinitions,
  indexCode,
  indexesOf,
  keyCode,
  keyOf,
  keySchema,
  projection,
} from '../dynamodb/keys.ts';
import { tableTask } from '../dynamodb/table-task.ts';
import { policyDocument } from '../policy.ts';
import { choice, integer, list, numeric, record, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { globalIndex, keyAttribute, localIndex } from '../shapes.ts';

const isProvisioned = (read: (property: string) => unknown): boolean =>
  read('billingMode') === 'PROVISIONED';

export const dynamodbTable = defineService({
  kind: 'dynamodb-table',
  title: 'DynamoDB table',
  words: 'ddb dynamo nosql key value table database streams',
  category: 'database',
  icon: 'AmazonDynamoDB',
  cloudFormation: ['AWS::DynamoDB::Table'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    partitionKey: record({
      required: true,
      default: { name: 'pk', type: 'S' },
      fields: keyAttribute,
      help: 'Decides where an item is stored: a name and a type (S text, N number, B binary). Cannot be changed later.',
    }),
    sortKey: record({
      fields: keyAttribute,
      help: 'Orders the items of one partition key. Cannot be changed later.',
    }),
    billingMode: choice(['PAY_PER_REQUEST', 'PROVISIONED'], {
      default: 'PAY_PER_REQUEST',
      emitDefault: true,
      help: 'Pay for each request, or for a fixed capacity.',
      cfn: 'BillingMode',
    }),
    readCapacity: integer({
      default: 5,
      min: 1,
      max: 40_000,
      unit: 'RCU',
      when: isProvisioned,
      emitDefault: true,
      cfn: 'ProvisionedThroughput.ReadCapacityUnits',
      cdk: 'readCapacity',
    }),
    writeCapacity: integer({
      default: 5,
      min: 1,
      max: 40_000,
      unit: 'WCU',
      when: isProvisioned,
      emitDefault: true,
      cfn: 'ProvisionedThroughput.WriteCapacityUnits',
      cdk: 'writeCapacity',
    }),
    streamViewType: choice(['none', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'], {
      default: 'none',
      help: 'What the stream of changes holds; it is kept 24 hours.',
    }),
    timeToLiveAttribute: text({
      maxLength: 255,
      help: 'A number attribute with the second at which the item may go. Deletion can take a few days.',
      cdk: 'timeToLiveAttribute',
    }),
    pointInTimeRecovery: yesNo({ default: false, help: 'Restore to any second of the last days.' }),
    recoveryPeriodInDays: integer({
      default: 35,
      min: 1,
      max: 35,
      unit: 'days',
      when: (read) => read('pointInTimeRecovery') === true,
      advanced: true,
    }),
    globalSecondaryIndexes: list({
      items: globalIndex,
      help: '20 in a table by default (adjustable). Each: name, partitionKey, sortKey, projection.',
    }),
    localSecondaryIndexes: list({
      items: localIndex,
      max: 5,
      advanced: true,
      help: 'Five at most, set at creation. Each: name, sortKey, projection.',
    }),
    tableClass: choice(['STANDARD', 'STANDARD_INFREQUENT_ACCESS'], {
      default: 'STANDARD',
      advanced: true,
      cfn: 'TableClass',
      cdk: { name: 'tableClass', enum: 'dynamodb.TableClass' },
    }),
    encryption: choice(['AWS_OWNED', 'AWS_MANAGED'], {
      default: 'AWS_OWNED',
      advanced: true,
      help: 'Always encrypted; AWS_MANAGED uses a KMS key of the account.',
    }),
    deletionProtection: yesNo({
      default: false,
      cfn: 'DeletionProtectionEnabled',
      cdk: 'deletionProtection',
    }),
    contributorInsights: yesNo({
      default: false,
      advanced: true,
    }),
    tableName: text({
      maxLength: 255,
      pattern: '^[a-zA-Z0-9_.-]{3,255}$',
      advanced: true,
      cfn: 'TableName',
      cdk: 'tableName',
    }),
    multiRegionConsistency: choice(['EVENTUAL', 'STRONG'], {
      default: 'EVENTUAL',
      advanced: true,
      help: 'For a table with replicas. EVENTUAL: other Regions have a change about a second later. STRONG: at once, in three Regions of one part of the world; writes take longer.',
    }),
    witnessRegion: text({
      advanced: true,
      pattern: '^[a-z]{2}(-[a-z]+)+-[0-9]$',
      when: (read) => read('multiRegionConsistency') === 'STRONG',
      help: 'The third Region, when it shall only vote and keep no copy.',
    }),
    expectedItemKb: numeric({ min: 0, unit: 'KB', advanced: true }),
    existing: yesNo({ default: false, advanced: true, help: 'The table exists already.' }),
    ttlExact: yesNo({
      default: false,
      advanced: true,
      help: 'Items must vanish at the exact time.',
    }),
    perUserKey: yesNo({
      default: false,
      advanced: true,
      help: 'The partition key is the identity id of the user.',
    }),
    sensitive: yesNo({ default: false, advanced: true, help: 'Carries personal or secret data.' }),
  },
  attributes: {
    arn: {
      cfn: 'Arn',
      cdk: (construct, scope) => tableMember(construct, scope, 'tableArn', 'attrArn'),
    },
    name: {
      cfn: 'Ref',
      cdk: (construct, scope) => tableMember(construct, scope, 'tableName', 'ref'),
    },
    streamArn: {
      cfn: 'StreamArn',
      cdk: (construct) => ({ kind: 'nonNull', value: member(construct, 'tableStreamArn') }),
    },
  },
  clients: [
    {
      variables: ['TABLE_NAME'],
      what: 'DynamoDB table',
      sdk: { id: 'dynamodb', dotnet: 'DynamoDBv2' },
    },
  ],
  task: tableTask,
  summary: (read) => {
    const key = keyOf(read('partitionKey'));
    const sort = keyOf(read('sortKey'));
    return [
      [key?.name, sort?.name].filter((part) => part !== undefined).join(' + '),
      isProvisioned(read) ? 'provisioned' : 'on demand',
      ...(read('streamViewType') === 'none' ? [] : ['stream']),
    ].join(' · ');
  },
  explain:
    'A table of items that are found by their key, in a few milliseconds at any size. There are no joins and no free queries: one decides first how the data will be read and chooses keys and indexes for it. A stream can tell others about every change.',
  cost: 'Reads and writes (or provisioned capacity), and storage.',
  limits: [
    'An item has at most 400 KB.',
    '2,500 tables in a region by default (adjustable).',
    'A transaction holds 100 items or 4 MB.',
  ],
  docs: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html',
  emit(scope) {
    const { out, id } = scope;
    if (isGlobalTable(scope)) {
      emitGlobalTable(scope);
      return;
    }
    const partition = keyOf(scope.read('partitionKey'));
    const sort = keyOf(scope.read('sortKey'));
    const global = indexesOf(scope.read('globalSecondaryIndexes'));
    const local = indexesOf(scope.read('localSecondaryIndexes'));
    const provisioned = isProvisioned(scope.read);
    const recovery = scope.read('pointInTimeRecovery') === true;
    const streamView = scope.read('streamViewType');
    const streams = typeof streamView === 'string' && streamView !== 'none';
    const ttl = scope.value('timeToLiveAttribute');
    out.resource(id, {
      type: 'AWS::DynamoDB::Table',
      deletionPolicy: 'Retain',
      properties: {
        AttributeDefinitions: attributeDefinitions(scope),
        KeySchema: keySchema(partition, sort),
        ...scope.cfnProperties(),
        ...(streams ? { StreamSpecification: { StreamViewType: streamView } } : {}),
        ...(recovery
          ? {
              PointInTimeRecoverySpecification: {
                PointInTimeRecoveryEnabled: true,
                RecoveryPeriodInDays: scope.value('recoveryPeriodInDays'),
              },
            }
          : {}),
        ...(ttl === undefined
          ? {}
          : { TimeToLiveSpecification: { AttributeName: ttl, Enabled: true } }),
        ...(scope.read('contributorInsights') === true
          ? { ContributorInsightsSpecification: { Enabled: true } }
          : {}),
        ...(scope.read('encryption') === 'AWS_MANAGED'
          ? { SSESpecification: { SSEEnabled: true } }
          : {}),
        ...(global.length > 0
          ? {
              GlobalSecondaryIndexes: global.map((index) => ({
                IndexName: index.name,
                KeySchema: keySchema(index.partitionKey, index.sortKey),
                Projection: projection(index),
                ...(provisioned
                  ? {
                      ProvisionedThroughput: {
                        ReadCapacityUnits: Number(scope.read('readCapacity')),
                        WriteCapacityUnits: Number(scope.read('writeCapacity')),
                      },
                    }
                  : {}),
              })),
            }
          : {}),
        ...(local.length > 0
          ? {
              LocalSecondaryIndexes: local.map((index) => ({
                IndexName: index.name,
                KeySchema: keySchema(partition, index.sortKey),
                Projection: projection(index),
              })),
            }
          : {}),
      },
      cdk: scope.l2('dynamodb.Table', {
        partitionKey: keyCode(partition),
        sortKey: keyCode(sort),
        billingMode: provisioned ? undefined : name('dynamodb.BillingMode.PAY_PER_REQUEST'),
        stream: streams ? member(name('dynamodb.StreamViewType'), streamView) : undefined,
        pointInTimeRecoverySpecification: recovery
          ? object({
              pointInTimeRecoveryEnabled: flag(true),
              recoveryPeriodInDays:
                scope.value('recoveryPeriodInDays') === undefined
                  ? undefined
                  : codeOf(scope.value('recoveryPeriodInDays') ?? 35),
            })
          : undefined,
        encryption:
          scope.read('encryption') === 'AWS_MANAGED'
            ? name('dynamodb.TableEncryption.AWS_MANAGED')
            : undefined,
        contributorInsightsSpecification:
          scope.read('contributorInsights') === true ? object({ enabled: flag(true) }) : undefined,
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    });
    for (const index of global)
      out.statement(
        invoke(
          scope.construct,
          'addGlobalSecondaryIndex',
          object({
            ...entriesOf(indexCode(index)),
            readCapacity: provisioned ? codeOf(Number(scope.read('readCapacity'))) : undefined,
            writeCapacity: provisioned ? codeOf(Number(scope.read('writeCapacity'))) : undefined,
          }),
        ),
      );
    for (const index of local)
      out.statement(
        invoke(
          scope.construct,
          'addLocalSecondaryIndex',
          indexCode({ ...index, partitionKey: undefined }),
        ),
      );
  },
  resourcePolicy: {
    sam: ({ out, id }, statements) =>
      out.set(id, 'ResourcePolicy', { PolicyDocument: policyDocument(statements) }),
  },
});

/** A global table is reached through the resource behind it: the construct would give it another name abroad. */
const tableMember = (construct: Code, scope: NodeScope, own: string, behind: string): Code =>
  isGlobalTable(scope)
    ? member(
        {
          kind: 'as',
          value: member(construct, 'node.defaultChild'),
          type: 'dynamodb.CfnGlobalTable',
        },
        behind,
      )
    : member(construct, own);

const entriesOf = (code: Code): Record<string, Code> =>
  code.kind === 'object'
    ? Object.fromEntries(
        code.entries.flatMap((entry) =>
          'key' in entry ? [[entry.key, entry.value] as const] : [],
        ),
      )
    : {};
