import { own } from '../../graph/property-values.ts';
import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { titleOf } from '../catalog-facts.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { apiKinds } from './routes.ts';

const types = ['EDGE', 'REGIONAL', 'PRIVATE'];
const api = (kind: string, endpointType: string | { Ref: string }) =>
  design(node(kind, 'api', { name: 'api', endpointType }));

export const apigwEndpointType = defineRule({
  meta: {
    id: 'apigw/endpoint-type',
    severity: 'error',
    messages: {
      unavailable: '{node}: there is no endpoint type {endpointType} for a {kind}; use {allowed}.',
    },
    explain:
      'A REST API can be regional, edge-optimized (behind a CloudFront distribution that AWS runs) or private (inside VPCs only). HTTP and WebSocket APIs are always regional; put CloudFront in front of them when visitors all over the world should be served from nearby.',
    docs: {
      title: 'Choose between REST APIs and HTTP APIs',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    },
  },
  on: nodes(...apiKinds),
  check(api, graph, report, { catalog }) {
    const isRest = api.kind === 'rest-api';
    // The other kinds have no such setting, so only what the file holds says something.
    const value = graph.isSet(api, 'endpointType') ? own(api, 'endpointType') : undefined;
    const allowed = isRest ? types : ['REGIONAL'];
    if (typeof value !== 'string' || allowed.includes(value)) return;
    report({
      message: 'unavailable',
      property: 'endpointType',
      data: {
        node: named(api),
        endpointType: value,
        kind: titleOf(catalog, api.kind),
        allowed: isRest ? 'EDGE, REGIONAL or PRIVATE' : 'REGIONAL, or a REST API',
      },
      fixes: [
        {
          title: 'Make it regional',
          edit: isRest
            ? setProperty(api.id, 'endpointType', 'REGIONAL')
            : unsetProperty(api.id, 'endpointType'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'a private REST API', design: api('rest-api', 'PRIVATE') },
      { title: 'a type set by a parameter', design: api('rest-api', { Ref: 'Type' }) },
    ],
    bad: [
      { title: 'a private HTTP API', design: api('http-api', 'PRIVATE'), expect: ['unavailable'] },
      { title: 'an unknown type', design: api('rest-api', 'GLOBAL'), expect: ['unavailable'] },
    ],
  },
});
