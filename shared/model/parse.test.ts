import { describe, expect, test } from 'vitest';
import { parseDesign } from './parse.ts';

const file = (more: object = {}): string =>
  JSON.stringify(
    { formatVersion: 1, name: 'Orders', region: 'eu-west-1', nodes: [], connections: [], ...more },
    null,
    2,
  );

const node = (more: object = {}) => ({
  id: 'orders',
  kind: 'sqs-queue',
  name: 'Orders queue',
  position: { x: 0, y: 0 },
  properties: {},
  ...more,
});

const link = (more: object = {}) => ({
  id: 'c',
  type: 't',
  from: 'a',
  to: 'b',
  properties: {},
  ...more,
});

const errorsOf = (text: string) => {
  const parsed = parseDesign(text);
  return parsed.ok ? [] : parsed.error;
};

describe('what parseDesign says about', () => {
  test.each([
    [
      'a wrong type',
      file({ nodes: [node({ position: { x: '12', y: 0 } })] }),
      'nodes[0].position.x',
      'The node "Orders queue" (orders): position.x must be a number, but it is "12" (a text).',
    ],
    [
      'a fraction',
      file({ nodes: [node({ position: { x: 1.5, y: 0 } })] }),
      'nodes[0].position.x',
      'The node "Orders queue" (orders): position.x must be a whole number, but it is 1.5.',
    ],
    [
      'a huge position',
      file({ nodes: [node({ position: { x: 1e300, y: 0 } })] }),
      'nodes[0].position.x',
      'The node "Orders queue" (orders): position.x must be at most 9007199254740991, but it is 1e+300.',
    ],
    [
      'a missing field',
      file({ nodes: [node({ kind: undefined })] }),
      'nodes[0].kind',
      'The node "Orders queue" (orders): kind is missing.',
    ],
    [
      'a node without id',
      file({ nodes: [node({ id: undefined })] }),
      'nodes[0].id',
      'The node "Orders queue" (in nodes[0]): id is missing.',
    ],
    [
      'a bad id',
      file({ nodes: [node({ id: 'a b' })] }),
      'nodes[0].id',
      'The node "Orders queue" ("a b"): id must be 1 to 128 characters without white space, but it is "a b" (a text).',
    ],
    [
      'a node that is none',
      file({ nodes: [null] }),
      'nodes[0]',
      'The node in nodes[0]: it must be an object, but it is null.',
    ],
    [
      'an empty size',
      file({ nodes: [node({ size: { width: 0, height: 5 } })] }),
      'nodes[0].size.width',
      'The node "Orders queue" (orders): size.width must be more than 0, but it is 0.',
    ],
    [
      'properties that are a list',
      file({ nodes: [node({ properties: [1, 2] })] }),
      'nodes[0].properties',
      'The node "Orders queue" (orders): properties must be an object, but it is a list of 2.',
    ],
    [
      'a connection',
      file({ connections: [link({ to: 7 })] }),
      'connections[0].to',
      'The connection c: to must be a text, but it is 7.',
    ],
    [
      'a list that is none',
      file({ connections: {} }),
      'connections',
      'connections must be a list, but it is an object.',
    ],
    ['a missing list', file({ nodes: undefined }), 'nodes', 'nodes is missing.'],
    [
      'a stage',
      file({ stage: 'test' }),
      'stage',
      'stage must be one of "prod", "dev", "workshop", but it is "test" (a text).',
    ],
    [
      'a limit',
      file({ limits: { accountConcurrency: '5000' } }),
      'limits.accountConcurrency',
      'limits.accountConcurrency must be a number, but it is "5000" (a text).',
    ],
    [
      'a reason',
      file({ suppressions: [{ rule: 'sqs/no-dlq', reason: '' }] }),
      'suppressions[0].reason',
      'The suppression in suppressions[0]: reason must be a text that is not empty, but it is an empty text.',
    ],
    [
      'a missing version',
      file({ formatVersion: undefined }),
      'formatVersion',
      'formatVersion is missing: is this an Isobar design?',
    ],
    [
      'a version in quotes',
      file({ formatVersion: '1' }),
      'formatVersion',
      'formatVersion must be a whole number, but it is "1" (a text).',
    ],
    [
      'half a version',
      file({ formatVersion: 1.5 }),
      'formatVersion',
      'formatVersion must be a whole number, but it is 1.5.',
    ],
    [
      'a SAM template',
      '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}',
      '',
      'This is a CloudFormation or SAM template, not an Isobar design.',
    ],
    ['a list', '[]', '', 'A design file holds one object, but this one holds an empty list.'],
    [
      'a broken newer file',
      file({ formatVersion: 7, nodes: 'none' }),
      'formatVersion',
      'The file was made by a newer Isobar (format 7; this one knows format 1) and cannot be read.',
    ],
  ])('%s', (_title, text, at, message) => {
    expect(errorsOf(text)[0]).toMatchObject({ at, message });
  });

  test('a place: line, column, whose it is, what was found and what to do', () => {
    expect(errorsOf(file({ nodes: [node({ position: { x: true, y: 0 } })] }))).toEqual([
      {
        code: 'wrong-type',
        at: 'nodes[0].position.x',
        message: 'The node "Orders queue" (orders): position.x must be a number, but it is true.',
        subject: { id: 'orders', name: 'Orders queue' },
        line: 11,
        column: 14,
        got: 'true',
        hint: 'Positions are whole numbers of pixels.',
      },
    ]);
  });
});

describe('parseDesign', () => {
  test('gathers all problems, in the order of the parts', () => {
    const text = file({
      name: 5,
      nodes: [node({ id: '' }), node({ position: {} })],
      connections: [1],
    });
    expect(errorsOf(text).map(({ at }) => at)).toEqual([
      'name',
      'nodes[0].id',
      'nodes[1].position.x',
      'nodes[1].position.y',
      'connections[0]',
    ]);
  });

  test('gathers no more than anyone reads', () => {
    const errors = errorsOf(file({ nodes: Array.from({ length: 50_000 }, () => 0) }));
    expect(errors).toHaveLength(101);
    expect(errors.at(-1)).toMatchObject({ code: 'more-problems' });
    expect(
      errorsOf(
        file({ limits: Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`l${i}`, ''])) }),
      ),
    ).toHaveLength(101);
  });

  test('leaves to the rules what is wrong with the design and not with the file', () => {
    const text = file({
      nodes: [
        node(),
        node(),
        node({ id: 'a', parent: 'a', kind: 'no-such-kind' }),
        node({ id: 'b', parent: 'nobody' }),
      ],
      connections: [link({ from: 'nobody', to: 'orders', type: 'no-such-type' }), link()],
    });
    expect(parseDesign(text)).toMatchObject({ ok: true, value: { readOnly: false, notes: [] } });
  });

  test('opens a newer file read-only when it can, with nothing lost', () => {
    const parsed = parseDesign(
      file({ formatVersion: 2, nodes: [node({ ports: ['in'] })], layers: [1] }),
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        readOnly: true,
        design: { formatVersion: 2, nodes: [{ ports: ['in'] }], layers: [1] },
        notes: [{ code: 'newer-format', at: 'formatVersion', got: '2' }],
      },
    });
  });

  test('says what went wrong in a newer file too', () => {
    expect(errorsOf(file({ formatVersion: 2, nodes: [node({ position: [0, 0] })] }))).toMatchObject(
      [
        { code: 'newer-format' },
        { code: 'wrong-type', at: 'nodes[0].position', got: 'a list of 2' },
      ],
    );
  });

  test('tells of a key that is written twice', () => {
    const parsed = parseDesign(file().replace('"name"', '"region": "us-east-1",\n  "name"'));
    expect(parsed).toMatchObject({
      ok: true,
      value: { notes: [{ code: 'duplicate-key', at: 'region', line: 5 }] },
    });
  });
});
