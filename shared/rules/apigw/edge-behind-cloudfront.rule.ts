import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const site = (endpointType: string | { Ref: string }) =>
  design(
    node('cloudfront', 'site'),
    node('rest-api', 'api', { name: 'api', endpointType }),
    connection('cloudfront--rest-api', 'site', 'api'),
  );

export const apigwEdgeBehindCloudfront = defineRule({
  meta: {
    id: 'apigw/edge-behind-cloudfront',
    severity: 'warning',
    messages: {
      twice:
        '{api} is edge-optimized, so it has a hidden CloudFront distribution of its own behind {distribution}; make it regional.',
    },
    explain:
      'An edge-optimized API brings a CloudFront distribution that AWS runs and that you cannot change. With a distribution of yours in front, each request passes through CloudFront twice. A regional API behind your own distribution leaves caching and headers to you. The API itself is in one region either way.',
    docs: {
      title: 'API endpoint types for REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html',
    },
  },
  on: connections({ from: 'cloudfront', to: 'rest-api', mechanism: 'origin' }),
  check({ source: distribution, target: api }, graph, report) {
    if (graph.text(api, 'endpointType') !== 'EDGE') return;
    report({
      message: 'twice',
      data: { api: named(api), distribution: named(distribution) },
      fixes: [
        {
          title: `Make ${named(api)} regional`,
          edit: setProperty(api.id, 'endpointType', 'REGIONAL'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'a regional API', design: site('REGIONAL') },
      { title: 'a type set by a parameter', design: site({ Ref: 'Type' }) },
    ],
    bad: [{ title: 'an edge-optimized API', design: site('EDGE'), expect: ['twice'] }],
  },
});
