import { describe, expect, test } from 'vitest';
import { connections, mechanisms, services } from '../../shared/catalog/catalog.ts';
import { allPages } from '../../shared/explain/all-pages.ts';
import { designSchemaForEditors } from '../../shared/explain/design-schema.ts';
import { propertyFacts } from '../../shared/explain/property-facts.ts';
import { rules } from '../../shared/rules/index.ts';
import { sound } from '../testing/designs.ts';
import { makeMachine } from '../testing/machine.ts';

/*
 * The commands that tell what Isobar knows.
 */

const told = (...typed: readonly string[]): string => {
  const { code, stdout, stderr } = makeMachine().run(...typed);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
};

describe('explain', () => {
  test('explains every rule', () => {
    for (const { meta } of rules) {
      const text = told('explain', meta.id);
      expect(text).toContain(meta.id);
      expect(text).toContain(meta.docs.url);
    }
  });

  test('explains every kind, by its kind or its name', () => {
    for (const { kind, title, docs } of services) {
      const text = told('explain', kind);
      expect(text).toContain(title);
      expect(text).toContain(docs);
      expect(text).not.toContain('undefined');
    }
    expect(told('explain', 'SQS Queue')).toBe(told('explain', 'sqs-queue'));
  });

  test('explains every connection, by its type', () => {
    for (const { id } of connections) {
      const text = told('explain', id);
      expect(text).toContain(id);
      expect(text).not.toContain('undefined');
    }
  });

  test('explains every mechanism, and that of the name of a kind when it is asked for', () => {
    for (const { id, title } of mechanisms)
      expect(told('explain', `mechanism:${id}`)).toContain(title);
    expect(told('explain', 'event-source-mapping')).toContain('sqs-queue--lambda');
    expect(told('explain', 'certificate')).not.toBe(told('explain', 'mechanism:certificate'));
  });

  test.each([
    [['sqs-queue to lambda']],
    [['sqs-queue', 'to', 'lambda']],
    [['sqs-queue -> lambda']],
    [['SQS queue to Lambda function']],
    [['SQS', 'queue', 'to', 'Lambda', 'function']],
  ])('takes a pair as %j', (words) => {
    expect(told('explain', ...words)).toBe(told('explain', 'sqs-queue', 'lambda'));
  });

  test.each([
    [['sqs-queue'], { kind: 'sqs-queue', title: 'SQS queue' }],
    [['sqs-queue--lambda'], { id: 'sqs-queue--lambda', from: 'sqs-queue' }],
    [['sqs/no-dlq'], { id: 'sqs/no-dlq', severity: 'warning' }],
    [['event-source-mapping'], { id: 'event-source-mapping', family: 'trigger' }],
    [['sqs-queue to dynamodb-table'], { verdict: 'forbidden', connections: [] }],
    [['rest-api to rds-proxy'], { verdict: 'none' }],
  ])('tells %j as data', (words, expected) => {
    expect(JSON.parse(told('explain', ...words, '--json'))).toMatchObject(expected);
  });

  test('says the same as the pages of docs/', () => {
    const page = allPages().get('kinds/sqs-queue.md') ?? '';
    const plain = page.replaceAll(/\\(.)|[`*]/g, '$1');
    const text = told('explain', 'sqs-queue').replaceAll(/\s+/g, ' ');
    for (const { name, takes, help = '' } of propertyFacts(
      services.find(({ kind }) => kind === 'sqs-queue')?.properties ?? {},
    ))
      for (const said of [name, takes, help]) {
        expect(plain).toContain(said);
        expect(text).toContain(said);
      }
  });

  test('has an answer for every pair of kinds', () => {
    for (const { kind: from } of services)
      for (const { kind: to } of services)
        expect(told('explain', from, to).length).toBeGreaterThan(20);
  });

  test('tells how two kinds connect, in all ways', () => {
    const text = told('explain', 'lambda', 'sqs-queue');
    expect(text).toContain('the usual one first');
    expect(text.indexOf('(lambda--sqs-queue)')).toBeLessThan(
      text.indexOf('(lambda--sqs-queue--dead-letter)'),
    );
    expect(text).toContain('sqs:SendMessage');
    expect(text).toContain('QUEUE_URL');
  });

  test('tells why they do not, and what works', () => {
    const text = told('explain', 's3-bucket', 'state-machine').replaceAll(/\s+/g, ' ');
    expect(text).toContain('cannot be connected');
    expect(text).toContain(
      'S3 bucket → EventBridge event bus → EventBridge rule → Step Functions state machine',
    );
  });

  test('finds the shortest way where nobody has written one down', () => {
    expect(told('explain', 'rest-api', 'rds-proxy')).toMatch(
      /What works: API Gateway REST API → Lambda function → RDS Proxy\n\n.*API Gateway REST API routes to Lambda function[\s\S]*Lambda function connects through RDS Proxy/,
    );
  });

  test('says when nothing works', () => {
    expect(told('explain', 'certificate', 'sqs-queue').replaceAll(/\s+/g, ' ')).toContain(
      'No way leads from one to the other: nothing flows out of an ACM certificate.',
    );
  });

  test.each([
    [['sqs'], 'Did you mean sqs-queue'],
    [['sqs/visibilty-timeout'], 'Did you mean sqs/visibility-timeout?'],
    [['lambda', 'dynamo'], 'Did you mean dynamodb-table or dynamodb-replica?'],
    [['sqs-queue--lamda'], 'Did you mean sqs-queue--lambda?'],
    [['event-source-maping'], 'Did you mean event-source-mapping?'],
    [['sqs-queue', 'to', 'lamda'], 'There is no kind "lamda".'],
    [['toString'], 'There is no kind, connection type, rule or mechanism "toString".'],
    [['sqs queue of lambda function'], 'There is no kind, connection type, rule or mechanism'],
  ])('%j is unknown', (words, message) => {
    const { code, stderr, stdout } = makeMachine().run('explain', ...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('lists', () => {
  test.each([
    ['kinds', services.map(({ kind }) => kind)],
    ['connections', connections.map(({ id }) => id)],
    ['rules', rules.map(({ meta }) => meta.id)],
  ] as const)('%s has all, as text and as data', (command, ids) => {
    const text = told(command);
    for (const id of ids) expect(text).toContain(`${id} `);
    const data = JSON.parse(told(command, '--format', 'json'));
    expect(data.map((item: { kind?: string; id?: string }) => item.kind ?? item.id)).toEqual(ids);
  });

  test('connections can be chosen by their ends', () => {
    const data = JSON.parse(
      told('connections', '--from', 'sqs-queue', '--to', 'lambda', '--format', 'json'),
    );
    expect(data.map(({ id }: { id: string }) => id)).toEqual(['sqs-queue--lambda']);
    expect(makeMachine().run('connections', '--from', 'nothing').code).toBe(2);
  });

  test('templates have a name and a sentence', () => {
    for (const line of told('templates').trim().split('\n'))
      expect(line).toMatch(/^[a-z0-9-]+ {2,}\S/);
  });
});

test('schema is the JSON Schema of the file', () => {
  expect(JSON.parse(told('schema'))).toEqual(designSchemaForEditors());
});

test('permissions tell who may do what, and why', () => {
  const { put, run } = makeMachine();
  put('a.json', sound);
  const { stdout } = run('permissions', 'a.json');
  expect(stdout).toMatch(
    /^worker\n {2}may sqs:ReceiveMessage.*\n {2}on {2}orders\n.*because of orders → worker/,
  );
  expect(JSON.parse(run('permissions', 'a.json', '--format', 'json').stdout)[0]).toMatchObject({
    principal: { kind: 'node', id: 'worker' },
    connection: 'feed',
    emitted: true,
  });
});
