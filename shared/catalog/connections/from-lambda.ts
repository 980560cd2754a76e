import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { choice, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromLambda = connectionsFrom<Kind>('lambda', {
  'dynamodb-table': iamDataAccess({
    label: 'reads and writes items',
    properties: {
      access: choice(['read', 'write', 'readwrite'], {
        default: 'readwrite',
        required: true,
        help: 'Choose read or write alone where that is enough.',
      }),
      indexes: yesNo({ default: true, help: 'Also the indexes of the table.' }),
    },
    statements: [
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
        when: ({ connection }) => connection('access') !== 'write',
      },
      {
        side: 'source-role',
        actions: ['dynamodb:Query', 'dynamodb:Scan'],
        resources: ['{target.arn}/index/*'],
        when: ({ connection }) =>
          connection('access') !== 'write' && connection('indexes') === true,
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
        when: ({ connection }) => connection('access') !== 'read',
      },
    ],
    environment: [{ name: 'TABLE_NAME', value: '{target.name}' }],
    refersTo: 'target',
    docs: 'Actions, resources, and condition keys for Amazon DynamoDB',
    options: {
      grant: { read: 'grantReadData', write: 'grantWriteData', readwrite: 'grantReadWriteData' },
    },
  }),
  'sqs-queue': [
    iamDataAccess({
      label: 'sends messages to',
      delivery: 'async',
      preferred: true,
      properties: {
        access: choice(['send', 'consume', 'send-and-consume'], {
          default: 'send',
          required: true,
        }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('access') !== 'consume',
        },
        {
          side: 'source-role',
          actions: [
            'sqs:ReceiveMessage',
            'sqs:ChangeMessageVisibility',
            'sqs:GetQueueUrl',
            'sqs:DeleteMessage',
            'sqs:GetQueueAttributes',
          ],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('access') !== 'send',
        },
      ],
      environment: [{ name: 'QUEUE_URL', value: '{target.url}' }],
      refersTo: 'target',
      docs: 'Actions, resources, and condition keys for Amazon SQS',
      options: { grant: { send: 'grantSendMessages', consume: 'grantConsumeMessages' } },
    }),
    deadLetter({
      variant: 'dead-letter',
      label: 'sends failed asynchronous events to',
      delivery: 'async',
      statements: [
        { side: 'source-role', actions: ['sqs:SendMessage'], resources: ['{target.arn}'] },
      ],
      refersTo: 'target',
      docs: 'Capturing records of Lambda asynchronous invocations',
      options: { on: 'function-queue' },
    }),
  ],
});
