import type { Runtime } from '../runtimes.ts';
import type { EntryPoint } from './language.ts';

/*
 * Handlers for the four moments at which CloudFront runs a function.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
 */

const nodeRequest = (note: string, method: string): string => `// ${note}
export const ${method} = async (event) => {
  const { request } = event.Records[0].cf;

  // A folder means the page in it.
  if (request.uri.endsWith('/')) request.uri += 'index.html';

  return request;
};
`;

const nodeResponse = (note: string, method: string): string => `// ${note}
export const ${method} = async (event) => {
  const { response } = event.Records[0].cf;

  response.headers['strict-transport-security'] = [
    { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  ];
  response.headers['x-content-type-options'] = [
    { key: 'X-Content-Type-Options', value: 'nosniff' },
  ];

  return response;
};
`;

const pythonRequest = (note: string, method: string): string => `# ${note}
def ${method}(event, context):
    request = event["Records"][0]["cf"]["request"]

    # A folder means the page in it.
    if request["uri"].endswith("/"):
        request["uri"] += "index.html"

    return request
`;

const pythonResponse = (note: string, method: string): string => `# ${note}
def ${method}(event, context):
    response = event["Records"][0]["cf"]["response"]

    response["headers"]["strict-transport-security"] = [
        {"key": "Strict-Transport-Security", "value": "max-age=63072000; includeSubDomains"}
    ]
    response["headers"]["x-content-type-options"] = [
        {"key": "X-Content-Type-Options", "value": "nosniff"}
    ]

    return response
`;

const notes: Readonly<Record<string, string>> = {
  'viewer-request': 'Runs for every request, before CloudFront looks into its cache.',
  'origin-request': 'Runs when the answer is not in the cache, before CloudFront asks the origin.',
  'origin-response': 'Runs when the origin has answered; what it returns goes into the cache.',
  'viewer-response': 'Runs for every answer, before the viewer gets it.',
};

/** A small working handler of a Lambda@Edge function: file path below the function's folder, and text. */
export const edgeHandlerFiles = (
  runtime: Runtime,
  eventType: string,
  { file, method }: EntryPoint,
): ReadonlyMap<string, string> => {
  const event = Object.hasOwn(notes, eventType) ? eventType : 'origin-request';
  const note = notes[event] ?? '';
  const answers = event.endsWith('-response');
  return runtime.language === 'python'
    ? new Map([[`${file}.py`, (answers ? pythonResponse : pythonRequest)(note, method)]])
    : new Map([[`${file}.mjs`, (answers ? nodeResponse : nodeRequest)(note, method)]]);
};
