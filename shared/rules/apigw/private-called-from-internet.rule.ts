import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Graph } from '../rule.ts';
import { named } from '../text.ts';

/** True when the caller is known to be outside of every VPC. */
const isOutside = (graph: Graph, { source }: Link): boolean =>
  source.kind === 'client'
    ? graph.boolean(source, 'insideVpc') === false
    : graph.text(source, 'zoneType') === 'public';

const call = (client: object) =>
  design(
    node('client', 'app', { ...client }),
    inside(node('vpc', 'net'), node('vpc-endpoint', 'door', { service: 'execute-api' })),
    node('rest-api', 'api', { name: 'api', endpointType: 'PRIVATE' }),
    connection('vpc-endpoint--rest-api', 'door', 'api'),
    connection('client--rest-api', 'app', 'api'),
  );

export const apigwPrivateCalledFromInternet = defineRule({
  meta: {
    id: 'apigw/private-called-from-internet',
    severity: 'error',
    messages: {
      outside:
        '{caller} cannot reach the private API {node}; make the API regional, or call it from the VPC.',
    },
    explain:
      'A private API answers only inside VPCs that have the endpoint. Browsers and apps come from the internet and get no answer, and a public DNS record helps nobody. When both worlds need the API, make it regional and let an authorizer check the callers.',
    docs: {
      title: 'Private REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
    },
  },
  // A distribution in front of a private API is cloudfront/private-origin's.
  on: connections({ from: ['client', 'hosted-zone'], to: 'rest-api' }),
  check(link, graph, report) {
    const { source, target: api } = link;
    if (graph.text(api, 'endpointType') !== 'PRIVATE' || !isOutside(graph, link)) return;
    report({
      message: 'outside',
      data: { caller: named(source), node: named(api) },
      fixes: [
        {
          title: `Make ${named(api)} regional`,
          edit: setProperty(api.id, 'endpointType', 'REGIONAL'),
        },
        ...(source.kind === 'client'
          ? [
              {
                title: `${named(source)} is inside the VPC`,
                edit: setProperty(source.id, 'insideVpc', true),
              },
            ]
          : []),
      ],
    });
  },
  examples: {
    good: [
      { title: 'a caller in the VPC', design: call({ insideVpc: true }) },
      { title: 'a place set by a parameter', design: call({ insideVpc: { Ref: 'Inside' } }) },
    ],
    bad: [{ title: 'a browser', design: call({}), expect: ['outside'] }],
  },
});
