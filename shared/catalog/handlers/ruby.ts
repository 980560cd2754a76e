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
        `def ${name}(event)`,
        "  event['Records'].each do |record|",
        ...work.map((line) => `    ${line}`),
        '  end',
        '  nil',
        'end',
      ].join('\n');
    const isQueue = ordered && kind === 'queue';
    const rest = isQueue
      ? [
          '    # The messages behind it must wait, or they would overtake it.',
          "    waiting = event['Records'].drop(index)",
          `    return { batchItemFailures: waiting.map { |record| { itemIdentifier: ${id} } } }`,
        ]
      : ordered
        ? [
            '    # Lambda begins again at this record.',
            `    return { batchItemFailures: [{ itemIdentifier: ${id} }] }`,
          ]
        : [`    failures << { itemIdentifier: ${id} }`];
    return [
      `def ${name}(event)`,
      ...(ordered ? [] : ['  failures = []']),
      isQueue
        ? "  event['Records'].each_with_index do |record, index|"
        : "  event['Records'].each do |record|",
      ...work.map((line) => `    ${line}`),
      '  rescue StandardError => e',
      '    puts "Failed: #{e.message}"',
      ...rest,
      '  end',
      ordered ? '  { batchItemFailures: [] }' : '  { batchItemFailures: failures }',
      'end',
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
  code: () => [`def ${name}(event)`, ...lines.map((line) => `  ${line}`), 'end'].join('\n'),
});

const records = (source: string, key = 'eventSource'): string =>
  `event.dig('Records', 0, '${key}') == '${source}'`;

const answer = (body: string): readonly string[] => [
  '{',
  '  statusCode: 200,',
  "  headers: { 'content-type' => 'application/json' },",
  `  body: JSON.generate(${body})`,
  '}',
];

const snippets: Snippets = {
  queue: {
    name: 'handle_queue',
    test: records('aws:sqs'),
    needs: ['parsed', 'json'],
    code: batch('handle_queue', "record['messageId']", [
      'puts "Message #{parsed(record[\'body\'])}"',
    ]),
  },
  stream: {
    name: 'handle_stream',
    test: records('aws:kinesis'),
    needs: ['parsed', 'decoded', 'json'],
    code: batch('handle_stream', "record['kinesis']['sequenceNumber']", [
      "puts \"Record #{parsed(decoded(record['kinesis']['data']))}\"",
    ]),
  },
  table: {
    name: 'handle_table',
    test: records('aws:dynamodb'),
    code: batch('handle_table', "record['dynamodb']['SequenceNumber']", [
      "puts \"#{record['eventName']} #{record['dynamodb'].slice('Keys', 'NewImage')}\"",
    ]),
  },
  bucket: snippet(
    'handle_bucket',
    records('aws:s3'),
    [
      "event['Records'].each do |record|",
      "  key = URI.decode_www_form_component(record['s3']['object']['key'])",
      "  puts \"#{record['eventName']} #{record['s3']['bucket']['name']} #{key}\"",
      'end',
      'nil',
    ],
    ['uri'],
  ),
  topic: snippet(
    'handle_topic',
    records('aws:sns', 'EventSource'),
    [
      "event['Records'].each { |record| puts \"Message #{parsed(record['Sns']['Message'])}\" }",
      'nil',
    ],
    ['parsed', 'json'],
  ),
  transform: snippet(
    'transform',
    "event.key?('deliveryStreamArn')",
    [
      "records = event['records'].map do |record|",
      "  data = parsed(decoded(record['data']))",
      '  # Give Dropped to leave it out, or ProcessingFailed to keep it aside.',
      '  text = "#{JSON.generate(data)}\\n"',
      "  { recordId: record['recordId'], result: 'Ok', data: [text].pack('m0') }",
      'end',
      '{ records: records }',
    ],
    ['parsed', 'decoded', 'json'],
  ),
  logs: snippet(
    'handle_logs',
    "event.key?('awslogs')",
    [
      "packed = StringIO.new(event['awslogs']['data'].unpack1('m'))",
      'batch = JSON.parse(Zlib::GzipReader.new(packed).read)',
      "batch['logEvents'].each { |item| puts \"#{batch['logGroup']} #{item['message']}\" }",
      'nil',
    ],
    ['json', 'stringio', 'zlib'],
  ),
  trigger: snippet('handle_trigger', "event.key?('triggerSource')", [
    "puts \"#{event['triggerSource']} #{event['userName']}\"",
    'event',
  ]),
  rotation: snippet('rotate', "event.key?('ClientRequestToken')", [
    '# createSecret makes a new value, setSecret gives it to the database, testSecret signs in with',
    '# it, and finishSecret moves AWSCURRENT to it.',
    'steps = %w[createSecret setSecret testSecret finishSecret]',
    "raise \"Unknown step #{event['Step']}\" unless steps.include?(event['Step'])",
    '',
    "puts \"#{event['Step']} #{event['SecretId']}\"",
  ]),
  authorizer: snippet(
    'authorize',
    "event.key?('methodArn')",
    [
      "token = event['authorizationToken'] || event.dig('headers', 'Authorization')",
      'statement = {',
      "  Action: 'execute-api:Invoke',",
      "  Effect: valid?(token) ? 'Allow' : 'Deny',",
      "  Resource: event['methodArn']",
      '}',
      "{ principalId: 'user', policyDocument: { Version: '2012-10-17', Statement: [statement] } }",
    ],
    ['valid?'],
  ),
  'http-authorizer': snippet(
    'authorize_http',
    "event.key?('routeArn')",
    ["{ isAuthorized: valid?(event.dig('headers', 'authorization')), context: {} }"],
    ['valid?'],
  ),
  websocket: snippet('handle_message', "event.dig('requestContext', 'connectionId')", [
    "context = event['requestContext']",
    "case context['routeKey']",
    "when '$connect' then puts \"Connected #{context['connectionId']}\"",
    "when '$disconnect' then puts \"Gone #{context['connectionId']}\"",
    "else puts \"#{context['routeKey']} #{event['body']}\"",
    'end',
    '{ statusCode: 200 }',
  ]),
  rest: snippet(
    'handle_request',
    "event.key?('httpMethod')",
    answer("method: event['httpMethod'], path: event['path']"),
    ['json'],
  ),
  http: snippet(
    'handle_http',
    "event.key?('rawPath')",
    answer("method: event['requestContext']['http']['method'], path: event['rawPath']"),
    ['json'],
  ),
  event: snippet('handle_event', "event.key?('detail-type')", [
    "puts \"#{event['source']} #{event['detail-type']} #{event['detail']}\"",
  ]),
  token: snippet('handle_task', "event.key?('taskToken')", [
    '# Keep the token; send_task_success of Aws::States::Client sends it back.',
    'puts "Waiting #{event[\'input\']}"',
  ]),
  input: snippet('handle_input', 'true', ['puts "Input #{event}"', 'event']),
};

const helpers: Readonly<Record<string, string>> = {
  parsed: [
    '# JSON where it is JSON, else the text.',
    'def parsed(text)',
    '  JSON.parse(text)',
    'rescue JSON::ParserError',
    '  text',
    'end',
  ].join('\n'),
  decoded: ['def decoded(data)', "  data.unpack1('m').force_encoding('UTF-8')", 'end'].join('\n'),
  'valid?': [
    '# Check the token here; until then nobody gets in.',
    'def valid?(token)',
    '  puts "A token came with the request: #{!token.nil?}"',
    '  false',
    'end',
  ].join('\n'),
};

const configuration = (variables: readonly Variable[]): readonly string[] =>
  variables.length === 0
    ? []
    : [
        [
          '# What the template sets. The runtime has the AWS SDK for Ruby, version 3.',
          'module Config',
          ...variables.flatMap(({ name, screaming, hint }) => [
            ...(hint === undefined ? [] : [`  # ${hint.ruby}`]),
            `  ${screaming} = ::ENV['${name}']`,
          ]),
          'end',
        ].join('\n'),
      ];

const entry = (shapes: readonly Shape[], method: string): string => {
  const [only] = shapes;
  const call = (kind: Shape['kind']): string => `${snippets[kind].name}(event)`;
  if (shapes.length <= 1)
    return [`def ${method}(event:, context:)`, `  ${call(only?.kind ?? 'input')}`, 'end'].join(
      '\n',
    );
  return [
    `def ${method}(event:, context:)`,
    ...shapes
      .filter(({ kind }) => kind !== 'input')
      .map(({ kind }) => `  return ${call(kind)} if ${snippets[kind].test}`),
    '',
    shapes.at(-1)?.kind === 'input'
      ? '  handle_input(event)'
      : "  raise 'An event of unknown form'",
    'end',
  ].join('\n');
};

/** A file for Ruby. */
export const ruby: HandlerWriter = ({ shapes, variables, entry: { file, method } }) => {
  const needed = new Set(shapes.flatMap(({ kind }) => snippets[kind].needs ?? []));
  const required = ['json', 'stringio', 'uri', 'zlib'].filter((name) => needed.has(name));
  return new Map([
    [
      `${file}.rb`,
      namedEntry(
        snippets,
        shapes,
        method,
        (name) =>
          `${[
            [
              '# frozen_string_literal: true',
              ...(required.length > 0 ? ['', ...required.map((name) => `require '${name}'`)] : []),
            ].join('\n'),
            ...configuration(variables),
            ...neededHelpers(snippets, shapes, helpers),
            ...shapes.map((shape) => `# ${notes[shape.kind]}\n${snippets[shape.kind].code(shape)}`),
            entry(shapes, name),
          ].join('\n\n')}\n`,
      ),
    ],
  ]);
};
