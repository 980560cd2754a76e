import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { planDesign } from '../../exporters/plan/plan.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import { connection, design, node } from '../../rules/examples.ts';
import { clientOf, kindFacts } from '../catalog.ts';
import { runtimes } from '../runtimes.ts';
import { dotnet } from './dotnet.ts';
import { go } from './go.ts';
import { handlerFiles } from './handlers.ts';
import { java } from './java.ts';
import type { HandlerPlan, HandlerWriter } from './language.ts';
import { nodejs } from './nodejs.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { type Shape, type ShapeKind, shapeKinds } from './shapes.ts';
import { variablesOf } from './variables.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-handlers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shape = (kind: ShapeKind, options: Partial<Shape> = {}): Shape => ({
  kind,
  partial: false,
  ordered: false,
  ...options,
});

const variables = variablesOf(
  [
    'TABLE_NAME',
    'ORDERS_QUEUE_URL',
    'class',
    'Mixed_Case',
    'MIXED_CASE',
    'BAD NAME"; process.exit(1); "',
    '1ST',
  ],
  clientOf,
);

const plan = (shapes: readonly Shape[], options: Partial<HandlerPlan> = {}): HandlerPlan => ({
  shapes,
  variables,
  entry: { file: 'index', method: 'handler' },
  id: 'Worker',
  runtime: 'nodejs24.x',
  architecture: 'arm64',
  ...options,
});

/** All shapes, together and each alone, with all ways to report failures. */
const plans: readonly (readonly [string, readonly Shape[]])[] = [
  ['everything', shapeKinds.map((kind) => shape(kind, { partial: true }))],
  ['all but plain input', shapeKinds.filter((kind) => kind !== 'input').map((kind) => shape(kind))],
  ...shapeKinds.map((kind): [string, readonly Shape[]] => [kind, [shape(kind)]]),
  ...(['queue', 'stream', 'table'] as const).flatMap((kind): [string, readonly Shape[]][] => [
    [`${kind} with partial failures`, [shape(kind, { partial: true })]],
    [`${kind} in order`, [shape(kind, { partial: true, ordered: true })]],
  ]),
];

const write = (name: string, files: ReadonlyMap<string, string>): string => {
  const root = join(folder, name.replaceAll(/[^a-z]+/g, '-'));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};

const load = async (
  name: string,
  shapes: readonly Shape[],
): Promise<(event: unknown) => Promise<unknown>> => {
  const root = write(`node-${name}`, nodejs(plan(shapes)));
  const module = (await import(pathToFileURL(join(root, 'index.mjs')).href)) as {
    handler: (event: unknown) => Promise<unknown>;
  };
  return module.handler;
};

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** One event of each form, as AWS sends it, and what the handler answers. */
const events: Readonly<Record<ShapeKind, readonly [unknown, unknown]>> = {
  queue: [
    { Records: [{ eventSource: 'aws:sqs', messageId: 'm1', body: '{"a":1}' }] },
    { batchItemFailures: [] },
  ],
  stream: [
    {
      Records: [
        {
          eventSource: 'aws:kinesis',
          kinesis: { sequenceNumber: '1', partitionKey: 'p', data: base64('text') },
        },
      ],
    },
    { batchItemFailures: [] },
  ],
  table: [
    {
      Records: [
        {
          eventSource: 'aws:dynamodb',
          eventName: 'INSERT',
          dynamodb: { SequenceNumber: '1', Keys: { pk: { S: 'a' } } },
        },
      ],
    },
    { batchItemFailures: [] },
  ],
  bucket: [
    {
      Records: [
        {
          eventSource: 'aws:s3',
          eventName: 'ObjectCreated:Put',
          s3: { bucket: { name: 'b' }, object: { key: 'a+b%20c' } },
        },
      ],
    },
    undefined,
  ],
  topic: [
    { Records: [{ EventSource: 'aws:sns', Sns: { MessageId: 'm', Message: 'hello' } }] },
    undefined,
  ],
  transform: [
    {
      deliveryStreamArn: 'arn:aws:firehose:eu-west-1:111111111111:deliverystream/x',
      records: [{ recordId: 'r1', data: base64('{"a":1}') }],
    },
    { records: [{ recordId: 'r1', result: 'Ok', data: base64('{"a":1}\n') }] },
  ],
  logs: [
    {
      awslogs: {
        data: gzipSync(
          JSON.stringify({ logGroup: 'g', logEvents: [{ id: '1', message: 'x' }] }),
        ).toString('base64'),
      },
    },
    undefined,
  ],
  trigger: [
    { triggerSource: 'PreSignUp_SignUp', userName: 'ann', response: {} },
    { triggerSource: 'PreSignUp_SignUp', userName: 'ann', response: {} },
  ],
  rotation: [{ ClientRequestToken: 't', SecretId: 's', Step: 'createSecret' }, undefined],
  authorizer: [
    { type: 'TOKEN', authorizationToken: 'x', methodArn: 'arn:aws:execute-api:r:1:api/prod/GET/' },
    {
      principalId: 'user',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Deny',
            Resource: 'arn:aws:execute-api:r:1:api/prod/GET/',
          },
        ],
      },
    },
  ],
  'http-authorizer': [
    { version: '2.0', type: 'REQUEST', routeArn: 'arn', headers: { authorization: 'x' } },
    { isAuthorized: false, context: {} },
  ],
  websocket: [
    { requestContext: { routeKey: '$connect', connectionId: 'c', eventType: 'CONNECT' } },
    { statusCode: 200 },
  ],
  rest: [
    { httpMethod: 'GET', path: '/a', requestContext: {} },
    {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"httpMethod":"GET","path":"/a"}',
    },
  ],
  http: [
    {
      version: '2.0',
      rawPath: '/a',
      requestContext: { http: { method: 'GET', path: '/a' } },
      queryStringParameters: { b: 'c' },
    },
    {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"method":"GET","path":"/a","queryStringParameters":{"b":"c"}}',
    },
  ],
  event: [{ 'detail-type': 'Order placed', source: 'shop', detail: {} }, undefined],
  token: [{ taskToken: 't', input: {} }, undefined],
  input: [{ anything: 1 }, { anything: 1 }],
};

describe('handlers for Node.js', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterAll(() => vi.restoreAllMocks());

  test.each(shapeKinds)('alone, one for %s takes its event', async (kind) => {
    const handler = await load(kind, [shape(kind, { partial: true })]);
    expect(await handler(events[kind][0])).toEqual(events[kind][1]);
  });

  test('one for everything tells the events apart', async () => {
    const handler = await load(
      'everything',
      shapeKinds.map((kind) => shape(kind, { partial: true })),
    );
    for (const kind of shapeKinds)
      expect(await handler(events[kind][0]), kind).toEqual(events[kind][1]);
  });

  test('a message that fails comes back alone', async () => {
    const handler = await load('partial', [shape('queue', { partial: true })]);
    const Records = [
      { eventSource: 'aws:sqs', messageId: '1', body: '1' },
      {
        eventSource: 'aws:sqs',
        messageId: '2',
        get body(): string {
          throw new Error('broken');
        },
      },
      { eventSource: 'aws:sqs', messageId: '3', body: '3' },
    ];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  });

  test('of a FIFO queue, what follows comes back too', async () => {
    const handler = await load('fifo', [shape('queue', { partial: true, ordered: true })]);
    const Records = [
      {
        messageId: '1',
        get body(): string {
          throw new Error('broken');
        },
      },
      { messageId: '2', body: '2' },
    ];
    expect(await handler({ Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '2' }],
    });
  });

  test('a stream begins again at the record that failed', async () => {
    const handler = await load('order', [shape('stream', { partial: true, ordered: true })]);
    const Records = [
      { kinesis: { sequenceNumber: '1', data: base64('1') } },
      { kinesis: { sequenceNumber: '2' } },
      { kinesis: { sequenceNumber: '3', data: base64('3') } },
    ];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  });

  test('without reports of failures, one failure fails the batch', async () => {
    const handler = await load('whole', [shape('stream')]);
    await expect(handler({ Records: [{ kinesis: {} }] })).rejects.toThrow();
  });
});

/** A program of this machine, or undefined. */
const installed = (command: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const sources = (
  language: string,
  writer: HandlerWriter,
  options: Partial<HandlerPlan> = {},
): readonly { readonly title: string; readonly root: string }[] =>
  plans.map(([title, shapes]) => ({
    title,
    root: write(`${language}-${title}`, writer(plan(shapes, options))),
  }));

describe('handlers in other languages', () => {
  for (const [program, language] of [
    ['python3', 'Python'],
    ['ruby', 'Ruby'],
  ] as const)
    if (!installed(program, '--version'))
      console.warn(
        `NOT CHECKED: ${program} is not installed, so the generated ${language} is not.`,
      );

  test.skipIf(!installed('python3', '--version'))('compile in Python', () => {
    const files = sources('python', python, { entry: { file: 'app', method: 'handler' } });
    execFileSync(
      'python3',
      ['-m', 'py_compile', ...files.map(({ root }) => join(root, 'app.py'))],
      {
        stdio: 'pipe',
      },
    );
  });

  test.skipIf(!installed('python3', '--version'))('take events in Python', () => {
    const root = write(
      'python-run',
      python(
        plan(
          shapeKinds.map((kind) => shape(kind)),
          { entry: { file: 'app', method: 'handler' } },
        ),
      ),
    );
    const all = JSON.stringify(shapeKinds.map((kind) => events[kind][0]));
    execFileSync(
      'python3',
      [
        '-c',
        'import json, sys, app\nfor event in json.loads(sys.argv[1]): app.handler(event, None)',
        all,
      ],
      { cwd: root, stdio: 'pipe' },
    );
  });

  test.skipIf(!installed('ruby', '--version'))('compile in Ruby', () => {
    for (const { root } of sources('ruby', ruby, { entry: { file: 'app', method: 'handler' } }))
      execFileSync('ruby', ['-wc', join(root, 'app.rb')], { stdio: 'pipe' });
  });

  test.each([
    ['Java', java, { entry: { file: 'app.Handler', method: 'handleRequest' }, runtime: 'java21' }],
    ['.NET', dotnet, { runtime: 'dotnet8' }],
    ['Go', go, { runtime: 'provided.al2023' }],
  ] as const)(
    'hold what each event needs, and balanced brackets, in %s',
    (_title, writer, options) => {
      for (const [title, shapes] of plans)
        for (const [path, text] of writer(plan(shapes, options))) {
          if (!/\.(java|cs|go)$/.test(path)) continue;
          const code = text.replaceAll(
            /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)'|\/\/.*/g,
            '',
          );
          for (const [open, close] of ['()', '{}', '[]'])
            expect(code.split(open ?? '').length, `${title}: ${open}`).toBe(
              code.split(close ?? '').length,
            );
        }
    },
  );
});

describe('the text of a design', () => {
  test('never enters the code but as a plain word', () => {
    expect(variables.map(({ name }) => name)).toEqual([
      'MIXED_CASE',
      'ORDERS_QUEUE_URL',
      'TABLE_NAME',
      'class',
    ]);
  });

  test.each([
    ['main.run', 'main.mjs', 'export const run'],
    ['index.handleInput', 'index.mjs', 'export const handleInput = handleInputEvent'],
    ['a/../../b.handler', 'index.mjs', 'export const handler'],
    ['index.delete', 'index.mjs', 'export const handler'],
    ['x.y;process.exit()', 'index.mjs', 'export const handler'],
  ])('as the handler %s gives %s', (handler, file, code) => {
    const files = written({ handler });
    expect([...files.keys()]).toEqual([file]);
    expect(files.get(file)).toContain(code);
  });
});

/** The files of one function in a design of its own. */
const written = (properties: Record<string, string>): ReadonlyMap<string, string> => {
  const drawn = design(node('lambda', 'worker', properties));
  const made = planDesign(drawn, createGraph(kindFacts, drawn));
  const [worker] = drawn.nodes;
  const runtime = runtimes.find(({ id }) => id === (properties.runtime ?? 'nodejs24.x'));
  if (!worker || !runtime) throw new Error('No function');
  return handlerFiles(runtime, made.scopeOf(worker), []);
};

describe('the drawing', () => {
  test('says what a function has to handle', () => {
    const drawn = design(
      node('sqs-queue', 'orders', { fifoQueue: true }),
      node('state-machine', 'flow'),
      node('log-group', 'app'),
      node('lambda', 'worker'),
      connection('sqs-queue--lambda', 'orders', 'worker'),
      connection('state-machine--lambda', 'flow', 'worker', { pattern: 'wait-for-task-token' }),
      connection('log-group--lambda', 'app', 'worker'),
    );
    const made = planDesign(drawn, createGraph(kindFacts, drawn));
    const files = made.stacks[0]?.files;
    const text = files?.get('src/worker/index.mjs') ?? '';
    expect(text).toContain('event.Records.slice(index)');
    expect(text).toContain('event.taskToken !== undefined');
    expect(text).toContain('gunzipSync');
  });

  test.each(runtimes.map(({ id }) => id))('gets code for the runtime %s', (runtime) => {
    expect(written({ runtime }).size).toBeGreaterThan(0);
  });
});
