import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const mapped = (
  apiKind: string,
  domain: string | { Ref: string },
  api: string | { Ref: string } | undefined = undefined,
) =>
  design(
    node('api-custom-domain', 'domain', { domainName: 'api.example.com', endpointType: domain }),
    node(apiKind, 'api', {
      name: 'api',
      ...(api === undefined ? {} : { endpointType: api }),
    }),
    connection(`api-custom-domain--${apiKind}`, 'domain', 'api'),
  );

export const apigwDomainEndpointMatch = defineRule({
  meta: {
    id: 'apigw/domain-endpoint-match',
    severity: 'error',
    messages: {
      regionalOnly:
        '{api} cannot stand behind {domain}: HTTP and WebSocket APIs take regional domains only, this one is {type}.',
      privateApi: '{api} is private, so its domain must be private too; {domain} is {type}.',
      publicApi: '{domain} is private, but {api} is {type}; make both private or both public.',
    },
    explain:
      'A custom domain name has an endpoint of its own: at the edge, in a Region, or inside VPCs only. HTTP and WebSocket APIs are always regional. A private REST API has no public address, so a public domain leads nowhere, and a private domain only takes private APIs.',
    docs: {
      title: 'Custom domain name for public REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
    },
  },
  on: connections({ from: 'api-custom-domain', mechanism: 'domain-mapping' }),
  check({ source: domain, target: api }, graph, report) {
    const type = graph.text(domain, 'endpointType');
    // A domain of AppSync has no type of endpoint.
    if (type === undefined || api.kind === 'appsync-api') return;
    const data = { api: named(api), domain: named(domain) };
    if (api.kind !== 'rest-api') {
      if (type === 'REGIONAL') return;
      report({
        message: 'regionalOnly',
        data: { ...data, type },
        fixes: [
          {
            title: `Make ${named(domain)} regional`,
            edit: setProperty(domain.id, 'endpointType', 'REGIONAL'),
          },
        ],
      });
      return;
    }
    const apiType = graph.text(api, 'endpointType');
    if (apiType === undefined || (apiType === 'PRIVATE') === (type === 'PRIVATE')) return;
    const fixes = [
      {
        title: `Make ${named(domain)} ${apiType}`,
        edit: setProperty(domain.id, 'endpointType', apiType),
      },
    ];
    if (apiType === 'PRIVATE') report({ message: 'privateApi', data: { ...data, type }, fixes });
    else report({ message: 'publicApi', data: { ...data, type: apiType }, fixes });
  },
  examples: {
    good: [
      { title: 'an HTTP API behind a regional domain', design: mapped('http-api', 'REGIONAL') },
      {
        title: 'an edge-optimized API behind an edge domain',
        design: mapped('rest-api', 'EDGE', 'EDGE'),
      },
      {
        title: 'a type set by a parameter',
        design: mapped('rest-api', { Ref: 'Type' }, 'PRIVATE'),
      },
    ],
    bad: [
      {
        title: 'a WebSocket API behind an edge domain',
        design: mapped('websocket-api', 'EDGE'),
        expect: ['regionalOnly'],
      },
      {
        title: 'a private API behind a regional domain',
        design: mapped('rest-api', 'REGIONAL', 'PRIVATE'),
        expect: ['privateApi'],
      },
      {
        title: 'a regional API behind a private domain',
        design: mapped('rest-api', 'PRIVATE', 'REGIONAL'),
        expect: ['publicApi'],
      },
    ],
  },
});
