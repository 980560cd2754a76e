import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readTemplates } from '../../tools/assets.mjs';
import { connections, services } from '../catalog/catalog.ts';
import { exportCases } from '../exporters/testing/cases/index.ts';
import { isJson } from '../lib/json-value.ts';
import { designSchema } from '../model/design.ts';
import { parseDesign } from '../model/parse.ts';
import { serialiseDesign } from '../model/serialise.ts';
import { designSchemaForEditors } from './design-schema.ts';

const schema = designSchemaForEditors();
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

/** What the schema says against a value; empty when nothing. */
const against = (value: unknown): readonly string[] => {
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, keyword, message }) => `${instancePath} ${keyword}: ${message}`,
  );
};

/** The same through the file, as an editor sees it. */
const fileOf = (text: string): unknown => JSON.parse(text);

test('it is plain JSON of a sane size, and offers every kind and every connection type', () => {
  expect(isJson(schema)).toBe(true);
  const text = JSON.stringify(schema);
  for (const { kind } of services) expect(text).toContain(`"const":"${kind}"`);
  for (const { id } of connections) expect(text).toContain(`"const":"${id}"`);
  // About 1,000 bytes for each kind and connection type; an editor reads it in a moment.
  expect(text.length).toBeLessThan(1_200 * (services.length + connections.length) + 100_000);
});

describe('it takes', () => {
  test.each(Object.entries(readTemplates(new URL('../..', import.meta.url).pathname)))(
    'template %s',
    (_name, text) => {
      expect(against(fileOf(text))).toEqual([]);
    },
  );

  test.each(exportCases.map(({ title, design }) => [title, design] as const))(
    'export case %s',
    (_title, design) => {
      expect(against(fileOf(serialiseDesign(design)))).toEqual([]);
    },
  );

  test('fields that it does not know, as the parser does', () => {
    const design = small({ visibilityTimeout: 60 });
    const more = {
      ...design,
      comment: 'x',
      nodes: design.nodes.map((node) => ({ ...node, colour: 'red' })),
    };
    expect(against(more)).toEqual([]);
    expect(parseDesign(JSON.stringify(more)).ok).toBe(true);
  });
});

const small = (properties: object, kind = 'sqs-queue') => ({
  formatVersion: 1,
  name: 'small',
  region: 'eu-west-1',
  nodes: [{ id: 'a', kind, name: 'A', position: { x: 0, y: 0 }, properties }],
  connections: [] as object[],
});

describe('it refuses', () => {
  test.each([
    ['a text for a number', { visibilityTimeout: '60' }],
    ['a number out of its range', { visibilityTimeout: 50_000 }],
    ['a part of a second', { visibilityTimeout: 1.5 }],
    ['a value that is not offered', { encryption: 'AES' }],
    ['a misspelt setting', { visibilityTimout: 60 }],
    ['a name that AWS does not take', { queueName: 'a queue' }],
    ['what looks like a function', { visibilityTimeout: { Ref: 'A', Other: 1 } }],
  ])('%s', (_title, properties) => {
    expect(against(small(properties))).not.toEqual([]);
  });

  test('an unknown kind, an unknown connection type, and settings of another one', () => {
    expect(against(small({}, 'sqs'))).not.toEqual([]);
    const connected = (type: string, properties: object) => ({
      ...small({}),
      connections: [{ id: 'c', type, from: 'a', to: 'a', properties }],
    });
    expect(against(connected('sqs-queue--sqs-queue', { maxReceiveCount: 3 }))).toEqual([]);
    expect(against(connected('sqs-queue--queue', {}))).not.toEqual([]);
    expect(against(connected('sqs-queue--sqs-queue', { batchSize: 3 }))).not.toEqual([]);
    expect(against(connected('sqs-queue--sqs-queue', { maxReceiveCount: 0 }))).not.toEqual([]);
  });

  test('what is missing', () => {
    expect(against({})).not.toEqual([]);
    expect(against(small({}, 'hosted-zone')).join()).toContain('required');
  });
});

test('a function or null may stand for any value', () => {
  expect(against(small({ visibilityTimeout: { Ref: 'Seconds' }, encryption: null }))).toEqual([]);
  expect(against(small({ encryption: { 'Fn::If': ['Prod', 'SSE-KMS', 'SSE-SQS'] } }))).toEqual([]);
});

test('whatever it takes, the parser takes', () => {
  for (const { design } of exportCases) expect(designSchema.safeParse(design).success).toBe(true);
});
