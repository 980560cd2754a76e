import type { Snippet, Snippets } from './language.ts';
import type { Shape } from './shapes.ts';

const signature = (name: string): readonly string[] => [
  `    private static JsonNode? ${name}(JsonObject input)`,
  '    {',
];

/** A loop over records that reports what failed in the way that the source understands. */
const batch =
  (name: string, id: string, work: readonly string[]) =>
  ({ partial, ordered, kind }: Shape): string => {
    const loop = ['        foreach (var record in Items(input, "Records"))', '        {'];
    if (!partial)
      return [
        ...signature(name),
        ...loop,
        ...work.map((line) => `            ${line}`),
        '        }',
        '        return null;',
        '    }',
      ].join('\n');
    const isQueue = ordered && kind === 'queue';
    return [
      ...signature(name),
      '        var failures = new JsonArray();',
      ...loop,
      ...(isQueue
        ? [
            '            if (failures.Count > 0)',
            '            {',
            '                // It must wait for the one that failed, or it would overtake it.',
            `                failures.Add(Failure(${id}));`,
            '                continue;',
            '            }',
          ]
        : []),
      '            try',
      '            {',
      ...work.map((line) => `                ${line}`),
      '            }',
      '            catch (Exception error)',
      '            {',
      '                Console.Error.WriteLine($"Failed: {error}");',
      `                failures.Add(Failure(${id}));`,
      ...(ordered && !isQueue
        ? ['                // Lambda begins again at this record.', '                break;']
        : []),
      '            }',
      '        }',
      '        return new JsonObject { ["batchItemFailures"] = failures };',
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
  code: () => [...signature(name), ...lines.map((line) => `        ${line}`), '    }'].join('\n'),
});

const records = (source: string, key = 'eventSource'): string =>
  `(string?)First(input)?["${key}"] == "${source}"`;

const has = (key: string): string => `input.ContainsKey("${key}")`;

const answer = [
  'return new JsonObject',
  '{',
  '    ["statusCode"] = 200,',
  '    ["headers"] = new JsonObject { ["content-type"] = "application/json" },',
  '    ["body"] = "{\\"ok\\":true}",',
  '};',
];

/** One function for each form of event. */
export const snippets: Snippets = {
  queue: {
    name: 'HandleQueue',
    test: records('aws:sqs'),
    needs: ['Items', 'Failure'],
    code: batch('HandleQueue', 'record["messageId"]', [
      'Console.WriteLine($"Message {record["body"]}");',
    ]),
  },
  stream: {
    name: 'HandleStream',
    test: records('aws:kinesis'),
    needs: ['Items', 'Failure', 'Decoded'],
    code: batch('HandleStream', 'record["kinesis"]?["sequenceNumber"]', [
      'Console.WriteLine($"Record {Decoded(record["kinesis"]?["data"])}");',
    ]),
  },
  table: {
    name: 'HandleTable',
    test: records('aws:dynamodb'),
    needs: ['Items', 'Failure'],
    code: batch('HandleTable', 'record["dynamodb"]?["SequenceNumber"]', [
      'Console.WriteLine($"{record["eventName"]} {record["dynamodb"]?["Keys"]}");',
    ]),
  },
  bucket: snippet(
    'HandleBucket',
    records('aws:s3'),
    [
      'foreach (var record in Items(input, "Records"))',
      '{',
      '    var key = WebUtility.UrlDecode((string?)record["s3"]?["object"]?["key"]);',
      '    Console.WriteLine($"{record["eventName"]} {record["s3"]?["bucket"]?["name"]} {key}");',
      '}',
      'return null;',
    ],
    ['Items'],
  ),
  topic: snippet(
    'HandleTopic',
    records('aws:sns', 'EventSource'),
    [
      'foreach (var record in Items(input, "Records"))',
      '{',
      '    Console.WriteLine($"Message {record["Sns"]?["Message"]}");',
      '}',
      'return null;',
    ],
    ['Items'],
  ),
  transform: snippet(
    'Transform',
    has('deliveryStreamArn'),
    [
      'var records = new JsonArray();',
      'foreach (var record in Items(input, "records"))',
      '{',
      '    // Give Dropped to leave it out, or ProcessingFailed to keep it aside.',
      '    var data = Encoding.UTF8.GetBytes(Decoded(record["data"]) + "\\n");',
      '    records.Add(new JsonObject',
      '    {',
      '        ["recordId"] = (string?)record["recordId"],',
      '        ["result"] = "Ok",',
      '        ["data"] = Convert.ToBase64String(data),',
      '    });',
      '}',
      'return new JsonObject { ["records"] = records };',
    ],
    ['Items', 'Decoded'],
  ),
  logs: snippet('HandleLogs', has('awslogs'), [
    'var packed = Convert.FromBase64String((string?)input["awslogs"]?["data"] ?? "");',
    'using var lines = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));',
    '// JSON with the name of the log group and its events.',
    'Console.WriteLine(lines.ReadToEnd());',
    'return null;',
  ]),
  trigger: snippet('HandleTrigger', has('triggerSource'), [
    'Console.WriteLine($"{input["triggerSource"]} {input["userName"]}");',
    'return input;',
  ]),
  rotation: snippet('Rotate', has('ClientRequestToken'), [
    'switch ((string?)input["Step"])',
    '{',
    '    case "createSecret": // Make a new value and put it as AWSPENDING.',
    '    case "setSecret": // Give it to the database.',
    '    case "testSecret": // Sign in with it.',
    '    case "finishSecret": // Move AWSCURRENT to it.',
    '        Console.WriteLine($"{input["Step"]} {input["SecretId"]}");',
    '        return null;',
    '    default:',
    '        throw new ArgumentException($"Unknown step {input["Step"]}");',
    '}',
  ]),
  authorizer: snippet(
    'Authorize',
    has('methodArn'),
    [
      'var token = (string?)(input["authorizationToken"] ?? input["headers"]?["Authorization"]);',
      'var statement = new JsonObject',
      '{',
      '    ["Action"] = "execute-api:Invoke",',
      '    ["Effect"] = IsValid(token) ? "Allow" : "Deny",',
      '    ["Resource"] = (string?)input["methodArn"],',
      '};',
      'return new JsonObject',
      '{',
      '    ["principalId"] = "user",',
      '    ["policyDocument"] = new JsonObject',
      '    {',
      '        ["Version"] = "2012-10-17",',
      '        ["Statement"] = new JsonArray(statement),',
      '    },',
      '};',
    ],
    ['IsValid'],
  ),
  'http-authorizer': snippet(
    'AuthorizeHttp',
    has('routeArn'),
    [
      'var token = (string?)input["headers"]?["authorization"];',
      'return new JsonObject { ["isAuthorized"] = IsValid(token) };',
    ],
    ['IsValid'],
  ),
  websocket: snippet('HandleMessage', 'input["requestContext"]?["connectionId"] is not null', [
    'var connection = input["requestContext"]?["connectionId"];',
    'switch ((string?)input["requestContext"]?["routeKey"])',
    '{',
    '    case "$connect":',
    '        Console.WriteLine($"Connected {connection}");',
    '        break;',
    '    case "$disconnect":',
    '        Console.WriteLine($"Gone {connection}");',
    '        break;',
    '    default:',
    '        Console.WriteLine($"{connection} {input["body"]}");',
    '        break;',
    '}',
    'return new JsonObject { ["statusCode"] = 200 };',
  ]),
  rest: snippet('HandleRequest', has('httpMethod'), [
    'Console.WriteLine($"{input["httpMethod"]} {input["path"]}");',
    ...answer,
  ]),
  http: snippet('HandleHttp', has('rawPath'), [
    'Console.WriteLine($"{input["requestContext"]?["http"]?["method"]} {input["rawPath"]}");',
    ...answer,
  ]),
  event: snippet('HandleEvent', has('detail-type'), [
    'Console.WriteLine($"{input["source"]} {input["detail-type"]} {input["detail"]}");',
    'return null;',
  ]),
  token: snippet('HandleTask', has('taskToken'), [
    '// Keep the token; SendTaskSuccessAsync of AWSSDK.StepFunctions sends it back.',
    'Console.WriteLine($"Waiting {input["input"]}");',
    'return null;',
  ]),
  input: snippet('HandleInput', 'true', ['Console.WriteLine($"Input {input}");', 'return input;']),
};

/** What those functions share. */
export const helpers: Readonly<Record<string, string>> = {
  Items: [
    '    private static IEnumerable<JsonObject> Items(JsonObject input, string name) =>',
    '        (input[name] as JsonArray ?? new JsonArray()).OfType<JsonObject>();',
  ].join('\n'),
  Failure: [
    '    private static JsonObject Failure(JsonNode? id) =>',
    '        new() { ["itemIdentifier"] = (string?)id };',
  ].join('\n'),
  Decoded: [
    '    private static string Decoded(JsonNode? data) =>',
    '        Encoding.UTF8.GetString(Convert.FromBase64String((string?)data ?? ""));',
  ].join('\n'),
  IsValid: [
    '    /// <summary>Check the token here; until then nobody gets in.</summary>',
    '    private static bool IsValid(string? token)',
    '    {',
    '        Console.WriteLine($"A token came with the request: {token is not null}");',
    '        return false;',
    '    }',
  ].join('\n'),
};
