import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { hasProperty } from './routes.ts';
import { isStreaming } from './streaming.ts';

/** In milliseconds; adjustable. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const standard = 29_000;

const route = (properties: object) =>
  design(
    node('rest-api', 'api', { name: 'api' }),
    node('lambda', 'worker'),
    connection('rest-api--lambda', 'api', 'worker', { ...properties }),
  );

export const apigwTimeoutNeedsQuota = defineRule({
  meta: {
    id: 'apigw/timeout-needs-quota',
    severity: 'warning',
    messages: {
      beyond:
        '{api} waits {value} ms for {target}, which needs a higher quota first (29,000 ms, adjustable); request it, stream the response, or answer asynchronously.',
    },
    explain:
      'By default an account may let REST APIs wait 29 seconds. The deployment of a longer timeout fails until AWS has raised the quota, and that may lower the number of requests you are allowed. Streaming the response, or accepting the work and letting the client ask later, avoids the question.',
    docs: {
      title: 'Amazon API Gateway quotas and important notes',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    },
    yieldsTo: ['apigw/integration-timeout-range'],
  },
  on: connections({ from: 'rest-api', mechanism: 'api-integration' }),
  check({ connection: route, source: api, target }, graph, report, { catalog }) {
    const value = graph.number(route, 'timeoutInMillis');
    if (value === undefined || value <= standard) return;
    const type = graph.text(api, 'endpointType');
    if (type === undefined || type === 'EDGE' || isStreaming(graph, route) !== false) return;
    const mayStream =
      hasProperty(catalog, route, 'responseTransferMode') &&
      graph.text(route, 'integrationType') === 'AWS_PROXY' &&
      graph.boolean(api, 'cacheClusterEnabled') === false;
    report({
      message: 'beyond',
      property: 'timeoutInMillis',
      data: { api: named(api), target: named(target), value },
      fixes: [
        {
          title: `Wait ${standard} ms`,
          edit: setProperty(route.id, 'timeoutInMillis', standard),
        },
        ...(mayStream
          ? [
              {
                title: 'Stream the response',
                edit: setProperty(route.id, 'responseTransferMode', 'STREAM'),
              },
            ]
          : []),
      ],
    });
  },
  examples: {
    good: [
      { title: 'the default', design: route({}) },
      {
        title: 'a timeout set by a parameter',
        design: route({ timeoutInMillis: { Ref: 'Time' } }),
      },
      {
        title: 'a streamed response',
        design: route({ timeoutInMillis: 60_000, responseTransferMode: 'STREAM' }),
      },
    ],
    bad: [{ title: 'a minute', design: route({ timeoutInMillis: 60_000 }), expect: ['beyond'] }],
  },
});
