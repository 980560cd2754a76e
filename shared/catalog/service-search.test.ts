import { expect, test } from 'vitest';
import { searchServices } from './service-search.ts';
import { services } from './services/index.ts';

test.each(services.map(({ kind, words }) => [kind, words]))(
  '%s has words of its own',
  (_kind, words) => {
    expect(words.split(' ').length).toBeGreaterThan(2);
    expect(words).toMatch(/^[a-z0-9@ -]+$/);
  },
);

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
