import { describe, expect, test } from 'vitest';
import { matchDistance, matching } from './match.ts';

const items = [
  { title: 'Lambda function', words: 'AWS::Lambda::Function compute' },
  { title: 'Lambda@Edge function', words: 'cdn' },
  { title: 'DynamoDB table', words: 'ddb nosql' },
  { title: 'SQS queue', words: 'simple message' },
  { title: 'REST API', words: 'api-gateway' },
  { title: 'HTTP API', words: 'api-gateway' },
];
const found = (typed: string) => matching(typed, items).map(({ title }) => title);

describe('matching', () => {
  test('gives all in their order while nothing is typed', () => {
    expect(found('')).toEqual(items.map(({ title }) => title));
    expect(found('  ')).toHaveLength(items.length);
  });
  test('puts the closest first', () => {
    expect(found('lambda')).toEqual(['Lambda function', 'Lambda@Edge function']);
    expect(found('api')).toEqual(['REST API', 'HTTP API']);
    expect(found('queue')).toEqual(['SQS queue']);
  });
  test('finds by other words, inside, by initials and by letters', () => {
    expect(found('ddb')).toEqual(['DynamoDB table']);
    expect(found('namo')).toEqual(['DynamoDB table']);
    expect(found('sq')).toEqual(['SQS queue']);
    expect(found('lf')).toContain('Lambda function');
    expect(found('dytb')).toEqual(['DynamoDB table']);
  });
  test('wants every word that was typed', () => {
    expect(found('lambda edge')).toEqual(['Lambda@Edge function']);
    expect(found('lambda queue')).toEqual([]);
    expect(found('zebra')).toEqual([]);
  });
});

test('a match at the start is closer than one within', () => {
  const start = matchDistance('api', { title: 'API' }) ?? Number.NaN;
  const within = matchDistance('api', { title: 'REST API' }) ?? Number.NaN;
  expect(start).toBeLessThan(within);
});
