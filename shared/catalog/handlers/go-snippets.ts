import type { Snippet, Snippets } from './language.ts';
import type { Shape } from './shapes.ts';

const signature = (name: string): string => `func ${name}(event object) (any, error) {`;

/** A loop over records that reports what failed in the way that the source understands. */
const batch =
  (name: string, one: string, id: string, work: readonly string[]) =>
  ({ partial, ordered, kind }: Shape): string => {
    const handleOne = [
      `func ${one}(record object) error {`,
      ...work.map((line) => `\t${line}`),
      '\treturn nil',
      '}',
    ];
    if (!partial)
      return [
        signature(name),
        '\tfor _, record := range list(event["Records"]) {',
        `\t\tif err := ${one}(record); err != nil {`,
        '\t\t\treturn nil, err',
        '\t\t}',
        '\t}',
        '\treturn nil, nil',
        '}',
        '',
        ...handleOne,
      ].join('\n');
    const isQueue = ordered && kind === 'queue';
    return [
      signature(name),
      '\tfailures := []object{}',
      '\tfor _, record := range list(event["Records"]) {',
      ...(isQueue
        ? [
            '\t\tif len(failures) > 0 {',
            '\t\t\t// It must wait for the one that failed, or it would overtake it.',
            `\t\t\tfailures = append(failures, object{"itemIdentifier": ${id}})`,
            '\t\t\tcontinue',
            '\t\t}',
          ]
        : []),
      `\t\tif err := ${one}(record); err != nil {`,
      '\t\t\tlog.Println("failed:", err)',
      `\t\t\tfailures = append(failures, object{"itemIdentifier": ${id}})`,
      ...(ordered && !isQueue
        ? ['\t\t\t// Lambda begins again at this record.', '\t\t\tbreak']
        : []),
      '\t\t}',
      '\t}',
      '\treturn object{"batchItemFailures": failures}, nil',
      '}',
      '',
      ...handleOne,
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
  code: () => [signature(name), ...lines.map((line) => `\t${line}`), '}'].join('\n'),
});

const records = (source: string, key = 'eventSource'): string =>
  `at(first(event["Records"]), "${key}") == "${source}"`;

const has = (key: string): string => `event["${key}"] != nil`;

const answer = [
  'return object{',
  '\t"statusCode": 200,',
  '\t"headers":    object{"content-type": "application/json"},',
  '\t"body":       `{"ok":true}`,',
  '}, nil',
];

/** One function for each form of event. */
export const snippets: Snippets = {
  queue: {
    name: 'handleQueue',
    test: records('aws:sqs'),
    needs: ['list'],
    code: batch('handleQueue', 'handleMessage', 'record["messageId"]', [
      'log.Println("message:", record["body"])',
    ]),
  },
  stream: {
    name: 'handleStream',
    test: records('aws:kinesis'),
    needs: ['list', 'text'],
    code: batch('handleStream', 'handleRecord', 'at(record, "kinesis", "sequenceNumber")', [
      'data, err := base64.StdEncoding.DecodeString(text(at(record, "kinesis", "data")))',
      'if err != nil {',
      '\treturn err',
      '}',
      'log.Println("record:", string(data))',
    ]),
  },
  table: {
    name: 'handleTable',
    test: records('aws:dynamodb'),
    needs: ['list'],
    code: batch('handleTable', 'handleChange', 'at(record, "dynamodb", "SequenceNumber")', [
      'log.Println(record["eventName"], at(record, "dynamodb", "Keys"))',
    ]),
  },
  bucket: snippet(
    'handleBucket',
    records('aws:s3'),
    [
      'for _, record := range list(event["Records"]) {',
      '\tkey, err := url.QueryUnescape(text(at(record, "s3", "object", "key")))',
      '\tif err != nil {',
      '\t\treturn nil, err',
      '\t}',
      '\tlog.Println(record["eventName"], at(record, "s3", "bucket", "name"), key)',
      '}',
      'return nil, nil',
    ],
    ['list', 'text'],
  ),
  topic: snippet(
    'handleTopic',
    records('aws:sns', 'EventSource'),
    [
      'for _, record := range list(event["Records"]) {',
      '\tlog.Println("message:", at(record, "Sns", "Message"))',
      '}',
      'return nil, nil',
    ],
    ['list'],
  ),
  transform: snippet(
    'transform',
    has('deliveryStreamArn'),
    [
      'records := []object{}',
      'for _, record := range list(event["records"]) {',
      '\tdata, err := base64.StdEncoding.DecodeString(text(record["data"]))',
      '\tif err != nil {',
      '\t\treturn nil, err',
      '\t}',
      '\t// Give Dropped to leave it out, or ProcessingFailed to keep it aside.',
      "\tencoded := base64.StdEncoding.EncodeToString(append(data, '\\n'))",
      '\trecords = append(records, object{"recordId": record["recordId"], "result": "Ok", "data": encoded})',
      '}',
      'return object{"records": records}, nil',
    ],
    ['list', 'text'],
  ),
  logs: snippet(
    'handleLogs',
    has('awslogs'),
    [
      'packed, err := base64.StdEncoding.DecodeString(text(at(event, "awslogs", "data")))',
      'if err != nil {',
      '\treturn nil, err',
      '}',
      'reader, err := gzip.NewReader(bytes.NewReader(packed))',
      'if err != nil {',
      '\treturn nil, err',
      '}',
      'lines, err := io.ReadAll(reader)',
      'if err != nil {',
      '\treturn nil, err',
      '}',
      '// JSON with the name of the log group and its events.',
      'log.Println(string(lines))',
      'return nil, nil',
    ],
    ['text'],
  ),
  trigger: snippet('handleTrigger', has('triggerSource'), [
    'log.Println(event["triggerSource"], event["userName"])',
    'return event, nil',
  ]),
  rotation: snippet('rotate', has('ClientRequestToken'), [
    'switch event["Step"] {',
    'case "createSecret", "setSecret", "testSecret", "finishSecret":',
    '\t// Make a new value, give it to the database, sign in with it, and move AWSCURRENT to it.',
    '\tlog.Println(event["Step"], event["SecretId"])',
    '\treturn nil, nil',
    '}',
    'return nil, errors.New("unknown step")',
  ]),
  authorizer: snippet(
    'authorize',
    has('methodArn'),
    [
      'token := event["authorizationToken"]',
      'if token == nil {',
      '\ttoken = at(event, "headers", "Authorization")',
      '}',
      'effect := "Deny"',
      'if isValid(token) {',
      '\teffect = "Allow"',
      '}',
      'statement := object{"Action": "execute-api:Invoke", "Effect": effect, "Resource": event["methodArn"]}',
      'return object{',
      '\t"principalId":    "user",',
      '\t"policyDocument": object{"Version": "2012-10-17", "Statement": []object{statement}},',
      '}, nil',
    ],
    ['isValid'],
  ),
  'http-authorizer': snippet(
    'authorizeHTTP',
    has('routeArn'),
    ['return object{"isAuthorized": isValid(at(event, "headers", "authorization"))}, nil'],
    ['isValid'],
  ),
  websocket: snippet('handleSocket', 'at(event, "requestContext", "connectionId") != nil', [
    'connection := at(event, "requestContext", "connectionId")',
    'switch at(event, "requestContext", "routeKey") {',
    'case "$connect":',
    '\tlog.Println("connected:", connection)',
    'case "$disconnect":',
    '\tlog.Println("gone:", connection)',
    'default:',
    '\tlog.Println(connection, event["body"])',
    '}',
    'return object{"statusCode": 200}, nil',
  ]),
  rest: snippet('handleRequest', has('httpMethod'), [
    'log.Println(event["httpMethod"], event["path"])',
    ...answer,
  ]),
  http: snippet('handleHTTP', has('rawPath'), [
    'log.Println(at(event, "requestContext", "http", "method"), event["rawPath"])',
    ...answer,
  ]),
  event: snippet('handleEvent', has('detail-type'), [
    'log.Println(event["source"], event["detail-type"], event["detail"])',
    'return nil, nil',
  ]),
  token: snippet('handleTask', has('taskToken'), [
    '// Keep the token; SendTaskSuccess of the Step Functions client sends it back.',
    'log.Println("waiting:", event["input"])',
    'return nil, nil',
  ]),
  input: snippet('handleInput', 'true', ['log.Println("input:", event)', 'return event, nil']),
};

/** What those functions share. */
export const helpers: Readonly<Record<string, string>> = {
  list: [
    'func list(value any) []object {',
    '\titems, _ := value.([]any)',
    '\tfound := []object{}',
    '\tfor _, item := range items {',
    '\t\tif record, ok := item.(object); ok {',
    '\t\t\tfound = append(found, record)',
    '\t\t}',
    '\t}',
    '\treturn found',
    '}',
  ].join('\n'),
  text: [
    'func text(value any) string {',
    '\tfound, _ := value.(string)',
    '\treturn found',
    '}',
  ].join('\n'),
  isValid: [
    '// isValid checks the token; until it does, nobody gets in.',
    'func isValid(token any) bool {',
    '\tlog.Println("a token came with the request:", token != nil)',
    '\treturn false',
    '}',
  ].join('\n'),
};
