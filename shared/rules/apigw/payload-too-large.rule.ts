import { connection, design, node } from '../examples.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Graph } from '../rule.ts';
import { named } from '../text.ts';
import { apiKinds } from './routes.ts';
import { isStreaming } from './streaming.ts';

/*
 * In KB; fixed. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html and
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const ofApi = 10_240;
const ofFunction = 6144;
const ofMessage = 128;

const limitOf = (graph: Graph, { connection, source, target }: Link): number | undefined => {
  if (source.kind === 'websocket-api' || target.kind === 'websocket-api') return ofMessage;
  // What is streamed may be larger, and nobody says whether the size is that of the request.
  if (isStreaming(graph, connection) !== false) return undefined;
  return target.kind === 'lambda' ? ofFunction : ofApi;
};

const upload = (expectedPayloadKb: number | { Ref: string }, kind = 'http-api') =>
  design(
    node('client', 'app'),
    node(kind, 'api', { name: 'api' }),
    connection(`client--${kind}`, 'app', 'api', { expectedPayloadKb }),
  );

export const apigwPayloadTooLarge = defineRule({
  meta: {
    id: 'apigw/payload-too-large',
    severity: 'error',
    messages: {
      tooLarge:
        '{size} KB do not fit through {source} to {target}, which takes {limit} KB; let the client use a presigned URL of S3.',
    },
    explain:
      'API Gateway keeps whole requests in memory and takes 10 MB of one. A call of a function takes 6 MB, and a message over a WebSocket 128 KB. So files go straight between client and S3, and the API only hands out a URL that is good for a few minutes.',
    docs: {
      title: 'Amazon API Gateway quotas and important notes',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    },
  },
  on: connections({
    from: ['client', ...apiKinds],
    mechanism: ['http-call', 'api-integration'],
  }),
  check(link, graph, report) {
    const { connection, source, target } = link;
    const size = graph.number(connection, 'expectedPayloadKb');
    if (size === undefined || ![source.kind, target.kind].some((kind) => kind.endsWith('-api')))
      return;
    const limit = limitOf(graph, link);
    if (limit === undefined || size <= limit) return;
    report({
      message: 'tooLarge',
      property: 'expectedPayloadKb',
      data: { size, source: named(source), target: named(target), limit },
    });
  },
  examples: {
    good: [
      { title: 'a small request', design: upload(200) },
      { title: 'a size set by a parameter', design: upload({ Ref: 'Size' }) },
    ],
    bad: [
      { title: 'a film', design: upload(20_000), expect: ['tooLarge'] },
      {
        title: 'a picture over a WebSocket',
        design: upload(500, 'websocket-api'),
        expect: ['tooLarge'],
      },
      {
        title: 'eight megabytes for a function',
        design: design(
          node('rest-api', 'api', { name: 'api' }),
          node('lambda', 'worker'),
          connection('rest-api--lambda', 'api', 'worker', { expectedPayloadKb: 8000 }),
        ),
        expect: ['tooLarge'],
      },
    ],
  },
});
