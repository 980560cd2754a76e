import type { Snippet, Snippets } from './language.ts';
import type { Shape } from './shapes.ts';

/** A loop over records that reports what failed in the way that the source understands. */
const batch =
  (name: string, id: string, work: readonly string[]) =>
  ({ partial, ordered, kind }: Shape): string => {
    if (!partial)
      return [
        `def ${name}(event):`,
        '    for record in event["Records"]:',
        ...work.map((line) => `        ${line}`),
      ].join('\n');
    const isQueue = ordered && kind === 'queue';
    const rest = isQueue
      ? [
          '            # The messages behind it must wait, or they would overtake it.',
          '            return {',
          '                "batchItemFailures": [',
          `                    {"itemIdentifier": ${id}} for record in event["Records"][index:]`,
          '                ]',
          '            }',
        ]
      : ordered
        ? [
            '            # Lambda begins again at this record.',
            `            return {"batchItemFailures": [{"itemIdentifier": ${id}}]}`,
          ]
        : [`            failures.append({"itemIdentifier": ${id}})`];
    return [
      `def ${name}(event):`,
      ...(ordered ? [] : ['    failures = []']),
      isQueue
        ? '    for index, record in enumerate(event["Records"]):'
        : '    for record in event["Records"]:',
      '        try:',
      ...work.map((line) => `            ${line}`),
      '        except Exception:',
      '            logger.exception("Failed")',
      ...rest,
      ordered
        ? '    return {"batchItemFailures": []}'
        : '    return {"batchItemFailures": failures}',
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
  code: () => [`def ${name}(event):`, ...lines.map((line) => `    ${line}`)].join('\n'),
});

const records = (source: string, key = 'eventSource'): string =>
  `first(event).get("${key}") == "${source}"`;

const answer = (body: readonly string[]): readonly string[] => [
  'return {',
  '    "statusCode": 200,',
  '    "headers": {"content-type": "application/json"},',
  '    "body": json.dumps(',
  '        {',
  ...body.map((line) => `            ${line}`),
  '        }',
  '    ),',
  '}',
];

/** One function for each form of event. */
export const snippets: Snippets = {
  queue: {
    name: 'handle_queue',
    test: records('aws:sqs'),
    needs: ['parsed', 'json'],
    code: batch('handle_queue', 'record["messageId"]', [
      'logger.info("Message %s", parsed(record["body"]))',
    ]),
  },
  stream: {
    name: 'handle_stream',
    test: records('aws:kinesis'),
    needs: ['parsed', 'base64', 'json'],
    code: batch('handle_stream', 'record["kinesis"]["sequenceNumber"]', [
      'data = base64.b64decode(record["kinesis"]["data"]).decode()',
      'logger.info("Record %s", parsed(data))',
    ]),
  },
  table: {
    name: 'handle_table',
    test: records('aws:dynamodb'),
    code: batch('handle_table', 'record["dynamodb"]["SequenceNumber"]', [
      '# boto3.dynamodb.types.TypeDeserializer makes plain values of these.',
      'change = record["dynamodb"]',
      'logger.info("%s %s", record["eventName"], change.get("NewImage", change["Keys"]))',
    ]),
  },
  bucket: snippet(
    'handle_bucket',
    records('aws:s3'),
    [
      'for record in event["Records"]:',
      '    key = unquote_plus(record["s3"]["object"]["key"])',
      '    logger.info("%s %s %s", record["eventName"], record["s3"]["bucket"]["name"], key)',
    ],
    ['unquote_plus'],
  ),
  topic: snippet(
    'handle_topic',
    records('aws:sns', 'EventSource'),
    [
      'for record in event["Records"]:',
      '    logger.info("Message %s", parsed(record["Sns"]["Message"]))',
    ],
    ['parsed', 'json'],
  ),
  transform: snippet(
    'transform',
    '"deliveryStreamArn" in event',
    [
      'records = []',
      'for record in event["records"]:',
      '    data = parsed(base64.b64decode(record["data"]).decode())',
      '    # Give Dropped to leave it out, or ProcessingFailed to keep it aside.',
      '    text = json.dumps(data) + "\\n"',
      '    encoded = base64.b64encode(text.encode()).decode()',
      '    records.append({"recordId": record["recordId"], "result": "Ok", "data": encoded})',
      'return {"records": records}',
    ],
    ['parsed', 'base64', 'json'],
  ),
  logs: snippet(
    'handle_logs',
    '"awslogs" in event',
    [
      'packed = base64.b64decode(event["awslogs"]["data"])',
      'batch = json.loads(gzip.decompress(packed))',
      'for log_event in batch["logEvents"]:',
      '    logger.info("%s %s", batch["logGroup"], log_event["message"])',
    ],
    ['base64', 'gzip', 'json'],
  ),
  trigger: snippet('handle_trigger', '"triggerSource" in event', [
    'logger.info("%s %s", event["triggerSource"], event["userName"])',
    'return event',
  ]),
  rotation: snippet('rotate', '"ClientRequestToken" in event', [
    'step = event["Step"]',
    '# createSecret makes a new value, setSecret gives it to the database, testSecret signs in with',
    '# it, and finishSecret moves AWSCURRENT to it.',
    'if step not in ("createSecret", "setSecret", "testSecret", "finishSecret"):',
    '    raise ValueError(f"Unknown step {step}")',
    'logger.info("%s %s", step, event["SecretId"])',
  ]),
  authorizer: snippet(
    'authorize',
    '"methodArn" in event',
    [
      'headers = event.get("headers") or {}',
      'token = event.get("authorizationToken") or headers.get("Authorization")',
      'return {',
      '    "principalId": "user",',
      '    "policyDocument": {',
      '        "Version": "2012-10-17",',
      '        "Statement": [',
      '            {',
      '                "Action": "execute-api:Invoke",',
      '                "Effect": "Allow" if is_valid(token) else "Deny",',
      '                "Resource": event["methodArn"],',
      '            }',
      '        ],',
      '    },',
      '}',
    ],
    ['is_valid'],
  ),
  'http-authorizer': snippet(
    'authorize_http',
    '"routeArn" in event',
    [
      'token = (event.get("headers") or {}).get("authorization")',
      'return {"isAuthorized": is_valid(token), "context": {}}',
    ],
    ['is_valid'],
  ),
  websocket: snippet('handle_message', '"connectionId" in event.get("requestContext", {})', [
    'context = event["requestContext"]',
    'route, connection = context["routeKey"], context["connectionId"]',
    'if route == "$connect":',
    '    logger.info("Connected %s", connection)',
    'elif route == "$disconnect":',
    '    logger.info("Gone %s", connection)',
    'else:',
    '    logger.info("%s %s %s", route, connection, event.get("body"))',
    'return {"statusCode": 200}',
  ]),
  rest: snippet(
    'handle_request',
    '"httpMethod" in event',
    answer(['"method": event["httpMethod"],', '"path": event["path"],']),
    ['json'],
  ),
  http: snippet(
    'handle_http',
    '"rawPath" in event',
    answer(['"method": event["requestContext"]["http"]["method"],', '"path": event["rawPath"],']),
    ['json'],
  ),
  event: snippet('handle_event', '"detail-type" in event', [
    'logger.info("%s %s %s", event["source"], event["detail-type"], event["detail"])',
  ]),
  token: snippet('handle_task', '"taskToken" in event', [
    '# Keep the token; boto3.client("stepfunctions").send_task_success sends it back.',
    'logger.info("Waiting %s", event.get("input"))',
  ]),
  input: snippet('handle_input', 'True', ['logger.info("Input %s", event)', 'return event']),
};

/** What those functions share. */
export const helpers: Readonly<Record<string, string>> = {
  parsed: [
    'def parsed(text):',
    '    """JSON where it is JSON, else the text."""',
    '    try:',
    '        return json.loads(text)',
    '    except ValueError:',
    '        return text',
  ].join('\n'),
  is_valid: [
    'def is_valid(token):',
    '    """Check the token here; until then nobody gets in."""',
    '    logger.info("A token came with the request: %s", token is not None)',
    '    return False',
  ].join('\n'),
};
