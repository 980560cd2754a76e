import { isJsonObject, type Json } from '../../lib/json.ts';
import {
  array,
  type Code,
  flag,
  invoke,
  member,
  name,
  object,
  text as string,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import type { Expression } from '../expression.ts';
import { choice, integer, list, numeric, record, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';
import { globalIndex, keyAttribute, localIndex } from '../shapes.ts';

interface KeyAttribute {
  readonly name: string;
  readonly type: string;
}

/** A key as the design holds it: `{ "name": "pk", "type": "S" }`. */
const keyOf = (value: Json | undefined): KeyAttribute | undefined =>
  isJsonObject(value) && typeof value.name === 'string'
    ? { name: value.name, type: typeof value.type === 'string' ? value.type : 'S' }
    : undefined;

interface Index {
  readonly name: string;
  readonly partitionKey: KeyAttribute | undefined;
  readonly sortKey: KeyAttribute | undefined;
  readonly projection: string;
  readonly nonKeyAttributes: readonly string[];
}

const indexOf = (value: Json): Index[] =>
  isJsonObject(value) && typeof value.name === 'string'
    ? [
        {
          name: value.name,
          partitionKey: keyOf(value.partitionKey),
          sortKey: keyOf(value.sortKey),
          projection: typeof value.projection === 'string' ? value.projection : 'ALL',
          nonKeyAttributes: Array.isArray(value.nonKeyAttributes)
            ? value.nonKeyAttributes.filter((item) => typeof item === 'string')
            : [],
        },
      ]
    : [];

const indexesOf = (value: Json | undefined): readonly Index[] =>
  Array.isArray(value) ? value.flatMap(indexOf) : [];

const keySchema = (
  partition: KeyAttribute | undefined,
  sort: KeyAttribute | undefined,
): Expression => [
  ...(partition ? [{ AttributeName: partition.name, KeyType: 'HASH' }] : []),
  ...(sort ? [{ AttributeName: sort.name, KeyType: 'RANGE' }] : []),
];

const keyCode = (key: KeyAttribute | undefined): Code | undefined =>
  key &&
  object({
    name: string(key.name),
    type: member(
      name('dynamodb.AttributeType'),
      key.type === 'N' ? 'NUMBER' : key.type === 'B' ? 'BINARY' : 'STRING',
    ),
  });

const indexCode = (index: Index): Code =>
  object({
    indexName: string(index.name),
    partitionKey: keyCode(index.partitionKey),
    sortKey: keyCode(index.sortKey),
    projectionType:
      index.projection === 'ALL'
        ? undefined
        : member(name('dynamodb.ProjectionType'), index.projection),
    nonKeyAttributes:
      index.projection === 'INCLUDE' ? array(index.nonKeyAttributes.map(string)) : undefined,
  });

const projection = (index: Index): Expression => ({
  ProjectionType: index.projection,
  NonKeyAttributes: index.projection === 'INCLUDE' ? [...index.nonKeyAttributes] : undefined,
});

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
    multiRegionConsistency: choice(['EVENTUAL', 'STRONG'], { default: 'EVENTUAL', advanced: true }),
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
    arn: { cfn: 'Arn', cdk: 'tableArn' },
    name: { cfn: 'Ref', cdk: 'tableName' },
    streamArn: {
      cfn: 'StreamArn',
      cdk: (construct) => ({ kind: 'nonNull', value: member(construct, 'tableStreamArn') }),
    },
  },
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
    const partition = keyOf(scope.read('partitionKey'));
    const sort = keyOf(scope.read('sortKey'));
    const global = indexesOf(scope.read('globalSecondaryIndexes'));
    const local = indexesOf(scope.read('localSecondaryIndexes'));
    const keys = new Map<string, string>();
    for (const key of [
      partition,
      sort,
      ...global.flatMap((index) => [index.partitionKey, index.sortKey]),
      ...local.map((index) => index.sortKey),
    ])
      if (key) keys.set(key.name, key.type);
    const provisioned = isProvisioned(scope.read);
    const recovery = scope.read('pointInTimeRecovery') === true;
    const streamView = scope.read('streamViewType');
    const streams = typeof streamView === 'string' && streamView !== 'none';
    const ttl = scope.value('timeToLiveAttribute');
    out.resource(id, {
      type: 'AWS::DynamoDB::Table',
      deletionPolicy: 'Retain',
      properties: {
        AttributeDefinitions: [...keys].map(([AttributeName, AttributeType]) => ({
          AttributeName,
          AttributeType,
        })),
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
});

const entriesOf = (code: Code): Record<string, Code> =>
  code.kind === 'object'
    ? Object.fromEntries(
        code.entries.flatMap((entry) =>
          'key' in entry ? [[entry.key, entry.value] as const] : [],
        ),
      )
    : {};
