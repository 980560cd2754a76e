import {
  type HandlerWriter,
  namedEntry,
  neededHelpers,
  notes,
  type Snippet,
  type Snippets,
} from './language.ts';
import type { Shape } from './shapes.ts';
import type { Variable } from './variables.ts';

/** A loop over records that reports what failed in the way that the source understands. */
const batch =
  (name: string, id: string, work: readonly string[]) =>
  ({ partial, ordered, kind }: Shape): string => {
    if (!partial)
      return [
        `const ${name} = async (event) => {`,
        '  for (const record of event.Records) {',
        ...work.map((line) => `    ${line}`),
        '  }',
        '};',
      ].join('\n');
    const rest =
      ordered && kind === 'queue'
        ? [
            '      // The messages behind it must wait, or they would overtake it.',
            '      return {',
            `        batchItemFailures: event.Records.slice(index).map((record) => ({ itemIdentifier: ${id} })),`,
            '      };',
          ]
        : ordered
          ? [
              '      // Lambda begins again at this record.',
              `      return { batchItemFailures: [{ itemIdentifier: ${id} }] };`,
            ]
          : [`      batchItemFailures.push({ itemIdentifier: ${id} });`];
    return [
      `const ${name} = async (event) => {`,
      ...(ordered ? [] : ['  const batchItemFailures = [];']),
      ordered && kind === 'queue'
        ? '  for (const [index, record] of event.Records.entries()) {'
        : '  for (const record of event.Records) {',
      '    try {',
      ...work.map((line) => `      ${line}`),
      '    } catch (error) {',
      "      console.error('Failed', error);",
      ...rest,
      '    }',
      '  }',
      ordered ? '  return { batchItemFailures: [] };' : '  return { batchItemFailures };',
      '};',
    ].join('\n');
  };

const snippet = (
  name: string,
  test: string,
  lines: readonly string[],
  needs: readonly string[] = [],
): Snippet => ({
  name,
  test,
  needs,
  code: () =>
    [`const ${name} = async (event) => {`, ...lines.map((line) => `  ${line}`), '};'].join('\n'),
});

const records = (source: string): string => `event.Records?.[0]?.eventSource === '${source}'`;

const answer = (body: string): readonly string[] => [
  'return {',
  '  statusCode: 200,',
  "  headers: { 'content-type': 'application/json' },",
  `  body: JSON.stringify(${body}),`,
  '};',
];

const snippets: Snippets = {
  queue: {
    name: 'handleQueue',
    test: records('aws:sqs'),
    needs: ['parsed'],
    code: batch('handleQueue', 'record.messageId', [
      "console.log('Message', parsed(record.body));",
    ]),
  },
  stream: {
    name: 'handleStream',
    test: records('aws:kinesis'),
    needs: ['parsed', 'decoded'],
    code: batch('handleStream', 'record.kinesis.sequenceNumber', [
      "console.log('Record', record.kinesis.partitionKey, parsed(decoded(record.kinesis.data)));",
    ]),
  },
  table: {
    name: 'handleTable',
    test: records('aws:dynamodb'),
    code: batch('handleTable', 'record.dynamodb.SequenceNumber', [
      '// unmarshall of @aws-sdk/util-dynamodb makes plain objects of these.',
      'const { Keys, NewImage } = record.dynamodb;',
      'console.log(record.eventName, Keys, NewImage);',
    ]),
  },
  bucket: snippet('handleBucket', records('aws:s3'), [
    'for (const record of event.Records) {',
    "  const key = decodeURIComponent(record.s3.object.key.replaceAll('+', ' '));",
    '  console.log(record.eventName, record.s3.bucket.name, key);',
    '}',
  ]),
  topic: snippet(
    'handleTopic',
    "event.Records?.[0]?.EventSource === 'aws:sns'",
    [
      'for (const { Sns } of event.Records) {',
      "  console.log('Message', Sns.MessageId, parsed(Sns.Message));",
      '}',
    ],
    ['parsed'],
  ),
  transform: snippet(
    'transform',
    'event.deliveryStreamArn !== undefined',
    [
      'const records = event.records.map(({ recordId, data }) => {',
      '  const record = parsed(decoded(data));',
      '  // Give Dropped to leave it out, or ProcessingFailed to keep it aside.',
      '  const text = `${JSON.stringify(record)}\\n`;',
      "  return { recordId, result: 'Ok', data: Buffer.from(text).toString('base64') };",
      '});',
      'return { records };',
    ],
    ['parsed', 'decoded'],
  ),
  logs: snippet(
    'handleLogs',
    'event.awslogs !== undefined',
    [
      "const packed = Buffer.from(event.awslogs.data, 'base64');",
      'const { logGroup, logEvents } = JSON.parse(gunzipSync(packed).toString());',
      'for (const { message } of logEvents) console.log(logGroup, message);',
    ],
    ['gunzip'],
  ),
  trigger: snippet('handleTrigger', 'event.triggerSource !== undefined', [
    'console.log(event.triggerSource, event.userName);',
    'return event;',
  ]),
  rotation: snippet('rotate', 'event.ClientRequestToken !== undefined', [
    'const { SecretId, Step } = event;',
    'switch (Step) {',
    "  case 'createSecret': // Make a new value and put it as AWSPENDING.",
    "  case 'setSecret': // Give it to the database.",
    "  case 'testSecret': // Sign in with it.",
    "  case 'finishSecret': // Move AWSCURRENT to it.",
    '    console.log(Step, SecretId);',
    '    break;',
    '  default:',
    '    throw new Error(`Unknown step ${Step}`);',
    '}',
  ]),
  authorizer: snippet(
    'authorize',
    'event.methodArn !== undefined',
    [
      'const { authorization, Authorization } = event.headers ?? {};',
      'const token = event.authorizationToken ?? authorization ?? Authorization;',
      'return {',
      "  principalId: 'user',",
      '  policyDocument: {',
      "    Version: '2012-10-17',",
      '    Statement: [',
      '      {',
      "        Action: 'execute-api:Invoke',",
      "        Effect: isValid(token) ? 'Allow' : 'Deny',",
      '        Resource: event.methodArn,',
      '      },',
      '    ],',
      '  },',
      '};',
    ],
    ['isValid'],
  ),
  'http-authorizer': snippet(
    'authorizeHttp',
    "event.type === 'REQUEST' && event.routeArn !== undefined",
    ['return { isAuthorized: isValid(event.headers?.authorization), context: {} };'],
    ['isValid'],
  ),
  websocket: snippet('handleMessage', 'event.requestContext?.connectionId !== undefined', [
    'const { routeKey, connectionId } = event.requestContext;',
    'switch (routeKey) {',
    "  case '$connect':",
    "    console.log('Connected', connectionId);",
    '    break;',
    "  case '$disconnect':",
    "    console.log('Gone', connectionId);",
    '    break;',
    '  default:',
    '    console.log(routeKey, connectionId, event.body);',
    '}',
    'return { statusCode: 200 };',
  ]),
  rest: snippet('handleRequest', 'event.httpMethod !== undefined', [
    'const { httpMethod, path, pathParameters, queryStringParameters } = event;',
    ...answer('{ httpMethod, path, pathParameters, queryStringParameters }'),
  ]),
  http: snippet('handleHttp', 'event.rawPath !== undefined', [
    'const { method, path } = event.requestContext.http;',
    'const { pathParameters, queryStringParameters } = event;',
    ...answer('{ method, path, pathParameters, queryStringParameters }'),
  ]),
  event: snippet('handleEvent', "event['detail-type'] !== undefined", [
    "console.log(event.source, event['detail-type'], event.detail);",
  ]),
  token: snippet('handleTask', 'event.taskToken !== undefined', [
    '// Keep the token; SendTaskSuccess of @aws-sdk/client-sfn sends it back.',
    "console.log('Waiting', event.input);",
  ]),
  input: snippet('handleInput', 'true', ["console.log('Input', event);", 'return event;']),
};

const helpers: Readonly<Record<string, string>> = {
  parsed: [
    '/** JSON where it is JSON, else the text. */',
    'const parsed = (text) => {',
    '  try {',
    '    return JSON.parse(text);',
    '  } catch {',
    '    return text;',
    '  }',
    '};',
  ].join('\n'),
  isValid: [
    '/** Check the token here; until then nobody gets in. */',
    'const isValid = (token) => {',
    "  console.log('A token came with the request:', token !== undefined);",
    '  return false;',
    '};',
  ].join('\n'),
  decoded: "const decoded = (data) => Buffer.from(data, 'base64').toString();",
};

const configuration = (variables: readonly Variable[]): readonly string[] =>
  variables.length === 0
    ? []
    : [
        [
          '/** What the template sets. The runtime has the AWS SDK for JavaScript, version 3. */',
          'const config = {',
          ...variables.flatMap(({ name, camel, hint }) => [
            ...(hint === undefined ? [] : [`  // ${hint.nodejs}`]),
            `  ${camel}: process.env.${name},`,
          ]),
          '};',
          "console.log('Configured with', Object.keys(config));",
        ].join('\n'),
      ];

/** A function of its own for each form of event, and one that tells them apart. */
const entry = (shapes: readonly Shape[], method: string): string => {
  const [only, ...others] = shapes;
  if (only === undefined || others.length === 0)
    return `export const ${method} = ${snippets[only?.kind ?? 'input'].name};`;
  const last = shapes.at(-1);
  const fallback =
    last?.kind === 'input'
      ? '  return handleInput(event);'
      : "  throw new Error('An event of unknown form');";
  return [
    `export const ${method} = async (event) => {`,
    ...shapes
      .filter(({ kind }) => kind !== 'input')
      .map(({ kind }) => `  if (${snippets[kind].test}) return ${snippets[kind].name}(event);`),
    fallback,
    '};',
  ].join('\n');
};

/** An ES module for Node.js. */
export const nodejs: HandlerWriter = ({ shapes, variables, entry: { file, method } }) => {
  const unpacks = shapes.some(({ kind }) => kind === 'logs');
  return new Map([
    [
      `${file}.mjs`,
      namedEntry(
        snippets,
        shapes,
        method,
        (name) =>
          `${[
            ...(unpacks ? ["import { gunzipSync } from 'node:zlib';"] : []),
            ...configuration(variables),
            ...neededHelpers(snippets, shapes, helpers),
            ...shapes.map(
              (shape) => `/** ${notes[shape.kind]} */\n${snippets[shape.kind].code(shape)}`,
            ),
            entry(shapes, name),
          ].join('\n\n')}\n`,
      ),
    ],
  ]);
};
