import type { Snippet, Snippets } from './language.ts';
import type { Shape } from './shapes.ts';

const signature = (name: string): string =>
  `    private Map<String, Object> ${name}(Map<String, Object> event) {`;

/** A loop over records that reports what failed in the way that the source understands. */
const batch =
  (name: string, id: string, work: readonly string[]) =>
  ({ partial, ordered, kind }: Shape): string => {
    const loop = '        for (Map<String, Object> record : list(event, "Records")) {';
    if (!partial)
      return [
        signature(name),
        loop,
        ...work.map((line) => `            ${line}`),
        '        }',
        '        return null;',
        '    }',
      ].join('\n');
    const isQueue = ordered && kind === 'queue';
    return [
      signature(name),
      '        List<Map<String, String>> failures = new ArrayList<>();',
      loop,
      ...(isQueue
        ? [
            '            if (!failures.isEmpty()) {',
            '                // It must wait for the one that failed, or it would overtake it.',
            `                failures.add(failure(${id}));`,
            '                continue;',
            '            }',
          ]
        : []),
      '            try {',
      ...work.map((line) => `                ${line}`),
      '            } catch (RuntimeException error) {',
      '                System.err.println("Failed: " + error);',
      `                failures.add(failure(${id}));`,
      ...(ordered && !isQueue
        ? ['                // Lambda begins again at this record.', '                break;']
        : []),
      '            }',
      '        }',
      '        return Map.of("batchItemFailures", failures);',
      '    }',
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
  code: () => [signature(name), ...lines.map((line) => `        ${line}`), '    }'].join('\n'),
});

const records = (source: string, key = 'eventSource'): string =>
  `"${source}".equals(at(first(event), "${key}"))`;

const answer = [
  'return Map.of(',
  '    "statusCode", 200,',
  '    "headers", Map.of("content-type", "application/json"),',
  '    "body", "{\\"ok\\":true}");',
];

/** One function for each form of event. */
export const snippets: Snippets = {
  queue: {
    name: 'handleQueue',
    test: records('aws:sqs'),
    needs: ['list', 'failure'],
    code: batch('handleQueue', 'record.get("messageId")', [
      'System.out.println("Message " + record.get("body"));',
    ]),
  },
  stream: {
    name: 'handleStream',
    test: records('aws:kinesis'),
    needs: ['list', 'failure', 'decoded'],
    code: batch('handleStream', 'at(record, "kinesis", "sequenceNumber")', [
      'System.out.println("Record " + decoded(at(record, "kinesis", "data")));',
    ]),
  },
  table: {
    name: 'handleTable',
    test: records('aws:dynamodb'),
    needs: ['list', 'failure'],
    code: batch('handleTable', 'at(record, "dynamodb", "SequenceNumber")', [
      'System.out.println(record.get("eventName") + " " + at(record, "dynamodb", "Keys"));',
    ]),
  },
  bucket: snippet(
    'handleBucket',
    records('aws:s3'),
    [
      'for (Map<String, Object> record : list(event, "Records")) {',
      '    String key = String.valueOf(at(record, "s3", "object", "key"));',
      '    System.out.println(record.get("eventName") + " " + URLDecoder.decode(key, StandardCharsets.UTF_8));',
      '}',
      'return null;',
    ],
    ['list', 'URLDecoder'],
  ),
  topic: snippet(
    'handleTopic',
    records('aws:sns', 'EventSource'),
    [
      'for (Map<String, Object> record : list(event, "Records")) {',
      '    System.out.println("Message " + at(record, "Sns", "Message"));',
      '}',
      'return null;',
    ],
    ['list'],
  ),
  transform: snippet(
    'transform',
    'event.containsKey("deliveryStreamArn")',
    [
      'List<Map<String, Object>> records = new ArrayList<>();',
      'for (Map<String, Object> record : list(event, "records")) {',
      '    // Give Dropped to leave it out, or ProcessingFailed to keep it aside.',
      '    byte[] data = (decoded(record.get("data")) + "\\n").getBytes(StandardCharsets.UTF_8);',
      '    records.add(Map.of(',
      '        "recordId", record.get("recordId"),',
      '        "result", "Ok",',
      '        "data", Base64.getEncoder().encodeToString(data)));',
      '}',
      'return Map.of("records", records);',
    ],
    ['list', 'decoded'],
  ),
  logs: snippet(
    'handleLogs',
    'event.containsKey("awslogs")',
    [
      'byte[] packed = Base64.getDecoder().decode(String.valueOf(at(event, "awslogs", "data")));',
      'try (InputStream lines = new GZIPInputStream(new ByteArrayInputStream(packed))) {',
      '    // JSON with the name of the log group and its events.',
      '    System.out.println(new String(lines.readAllBytes(), StandardCharsets.UTF_8));',
      '} catch (IOException error) {',
      '    throw new UncheckedIOException(error);',
      '}',
      'return null;',
    ],
    ['gunzip'],
  ),
  trigger: snippet('handleTrigger', 'event.containsKey("triggerSource")', [
    'System.out.println(event.get("triggerSource") + " " + event.get("userName"));',
    'return event;',
  ]),
  rotation: snippet('rotate', 'event.containsKey("ClientRequestToken")', [
    'String step = String.valueOf(event.get("Step"));',
    '// createSecret makes a new value, setSecret gives it to the database, testSecret signs in with it,',
    '// and finishSecret moves AWSCURRENT to it.',
    'if (!List.of("createSecret", "setSecret", "testSecret", "finishSecret").contains(step)) {',
    '    throw new IllegalArgumentException("Unknown step " + step);',
    '}',
    'System.out.println(step + " " + event.get("SecretId"));',
    'return null;',
  ]),
  authorizer: snippet(
    'authorize',
    'event.containsKey("methodArn")',
    [
      'Object token = event.get("authorizationToken");',
      'if (token == null) {',
      '    token = at(event, "headers", "Authorization");',
      '}',
      'Map<String, Object> statement = Map.of(',
      '    "Action", "execute-api:Invoke",',
      '    "Effect", isValid(token) ? "Allow" : "Deny",',
      '    "Resource", event.get("methodArn"));',
      'return Map.of(',
      '    "principalId", "user",',
      '    "policyDocument", Map.of("Version", "2012-10-17", "Statement", List.of(statement)));',
    ],
    ['isValid'],
  ),
  'http-authorizer': snippet(
    'authorizeHttp',
    'event.containsKey("routeArn")',
    ['return Map.of("isAuthorized", isValid(at(event, "headers", "authorization")));'],
    ['isValid'],
  ),
  websocket: snippet('handleMessage', 'at(event, "requestContext", "connectionId") != null', [
    'Object connection = at(event, "requestContext", "connectionId");',
    'switch (String.valueOf(at(event, "requestContext", "routeKey"))) {',
    '    case "$connect":',
    '        System.out.println("Connected " + connection);',
    '        break;',
    '    case "$disconnect":',
    '        System.out.println("Gone " + connection);',
    '        break;',
    '    default:',
    '        System.out.println(connection + " " + event.get("body"));',
    '}',
    'return Map.of("statusCode", 200);',
  ]),
  rest: snippet('handleRequest', 'event.containsKey("httpMethod")', [
    'System.out.println(event.get("httpMethod") + " " + event.get("path"));',
    ...answer,
  ]),
  http: snippet('handleHttp', 'event.containsKey("rawPath")', [
    'System.out.println(at(event, "requestContext", "http", "method") + " " + event.get("rawPath"));',
    ...answer,
  ]),
  event: snippet('handleEvent', 'event.containsKey("detail-type")', [
    'System.out.println(event.get("source") + " " + event.get("detail-type") + " " + event.get("detail"));',
    'return null;',
  ]),
  token: snippet('handleTask', 'event.containsKey("taskToken")', [
    '// Keep the token; sendTaskSuccess of the Step Functions client sends it back.',
    'System.out.println("Waiting " + event.get("input"));',
    'return null;',
  ]),
  input: snippet('handleInput', 'true', ['System.out.println("Input " + event);', 'return event;']),
};

/** What those functions share. */
export const helpers: Readonly<Record<string, string>> = {
  list: [
    '    @SuppressWarnings("unchecked")',
    '    private static List<Map<String, Object>> list(Map<String, Object> event, String name) {',
    '        Object items = event.get(name);',
    '        return items instanceof List ? (List<Map<String, Object>>) items : List.of();',
    '    }',
  ].join('\n'),
  failure: [
    '    private static Map<String, String> failure(Object id) {',
    '        return Map.of("itemIdentifier", String.valueOf(id));',
    '    }',
  ].join('\n'),
  decoded: [
    '    private static String decoded(Object data) {',
    '        return new String(Base64.getDecoder().decode(String.valueOf(data)), StandardCharsets.UTF_8);',
    '    }',
  ].join('\n'),
  isValid: [
    '    /** Check the token here; until then nobody gets in. */',
    '    private static boolean isValid(Object token) {',
    '        System.out.println("A token came with the request: " + (token != null));',
    '        return false;',
    '    }',
  ].join('\n'),
};
