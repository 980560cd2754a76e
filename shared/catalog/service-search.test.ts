import { expect, test } from 'vitest';
import { searchServices } from './service-search.ts';
import { serviceWords } from './service-words.ts';
import { services } from './services/index.ts';

test('every kind has words, and no word is of a kind that is gone', () => {
  expect(Object.keys(serviceWords).sort()).toEqual(services.map(({ kind }) => kind).sort());
});

test.each([
  ['ddb', 'dynamodb-table'],
  ['sfn', 'state-machine'],
  ['fn', 'lambda'],
  ['cdn', 'cloudfront'],
  ['l@e', 'lambda-edge'],
  ['s3', 's3-bucket'],
  ['postgres', 'rds-instance'],
  ['dlq', 'sqs-queue'],
  ['cron', 'schedule'],
  ['sg', 'security-group'],
  ['queue', 'sqs-queue'],
  ['lambda', 'lambda'],
  ['AWS::SNS::Topic', 'sns-topic'],
  ['login', 'cognito-user-pool'],
  ['r53', 'hosted-zone'],
  ['websock', 'websocket-api'],
])('%s finds %s first', (typed, kind) => {
  expect(searchServices(typed, services)[0]?.kind).toBe(kind);
});

test('nonsense finds nothing', () => expect(searchServices('qqqq', services)).toEqual([]));
