import type { ConnectionReader, StatementTemplate } from '../../connection.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { choice, type PropertyTable, yesNo } from '../../property.ts';

/** What code may do with a table. */
export const tableAccessProperties: PropertyTable = {
  access: choice(['read', 'write', 'readwrite'], {
    default: 'readwrite',
    required: true,
    help: 'Choose read or write alone where that is enough.',
  }),
  indexes: yesNo({ default: true, help: 'Also query the indexes of the table.' }),
};

const reads = ({ connection }: ConnectionReader): boolean => connection('access') !== 'write';
const writes = ({ connection }: ConnectionReader): boolean => connection('access') !== 'read';
/** True unless the table is known to have no index. */
export const hasIndexes = ({ target }: ConnectionReader): boolean =>
  ['globalSecondaryIndexes', 'localSecondaryIndexes'].some((property) => {
    const indexes = target(property);
    // An unknown list may hold indexes.
    return indexes === undefined || (Array.isArray(indexes) && indexes.length > 0);
  });

/** The statements for it. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
export const tableAccessStatements: readonly StatementTemplate[] = [
  {
    side: 'source-role',
    actions: [
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DescribeTable',
    ],
    resources: ['{target.arn}'],
    when: reads,
  },
  {
    side: 'source-role',
    actions: ['dynamodb:Query', 'dynamodb:Scan'],
    resources: ['{target.arn}/index/*'],
    when: (read) => reads(read) && read.connection('indexes') === true && hasIndexes(read),
  },
  {
    side: 'source-role',
    actions: [
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:DescribeTable',
    ],
    resources: ['{target.arn}'],
    when: writes,
  },
];

/** From code to the replica of its own Region. */
export const toReplica = iamDataAccess({
  label: 'reads and writes items of the local replica',
  properties: tableAccessProperties,
  statements: [
    ...tableAccessStatements.filter(({ resources }) => resources[0] === '{target.arn}'),
    {
      side: 'source-role',
      actions: ['dynamodb:Query', 'dynamodb:Scan'],
      resources: ['{target.arn}/index/*'],
      when: (read) => reads(read) && read.connection('indexes') === true,
    },
  ],
  environment: [{ name: 'TABLE_NAME', value: '{target.name}' }],
  docs: 'How DynamoDB global tables work',
  options: {},
});
