import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addConnected } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { hasEndpoint, namesVpc } from './private-api.ts';

/** An endpoint in the only VPC there is. */
const addEndpoint = (graph: Graph, api: Node): readonly Fix[] => {
  const [vpc, ...others] = graph.nodes('vpc');
  if (!vpc || others.length > 0 || graph.region(vpc) !== graph.region(api)) return [];
  return [
    {
      title: `Add an endpoint for API Gateway in ${named(vpc)}`,
      edit: addConnected(
        api.id,
        {
          kind: 'vpc-endpoint',
          name: 'API endpoint',
          properties: { service: 'execute-api', vpcEndpointType: 'Interface' },
          parent: vpc.id,
        },
        (id) => [{ type: 'vpc-endpoint--rest-api', from: id, to: api.id, properties: {} }],
      ),
    },
  ];
};

const api = (properties: object) =>
  node('rest-api', 'api', { name: 'api', endpointType: 'PRIVATE', ...properties });

export const apigwPrivateNeedsEndpoint = defineRule({
  meta: {
    id: 'apigw/private-needs-endpoint',
    severity: 'error',
    messages: {
      none: '{node} is private, but no interface VPC endpoint for execute-api leads to it; add one.',
    },
    explain:
      'A private API has no public entrance. Requests arrive only through an interface endpoint: network interfaces in your subnets that speak for the service execute-api. Without one nobody can call the API. It may also be an endpoint outside of this design, when the resource policy names it.',
    docs: {
      title: 'Private REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
    },
  },
  on: nodes('rest-api'),
  check(api, graph, report) {
    if (graph.text(api, 'endpointType') !== 'PRIVATE' || hasEndpoint(graph, api)) return;
    const policy = graph.value(api, 'resourcePolicy');
    if (
      policy !== undefined &&
      (typeof policy !== 'object' ||
        namesVpc(policy) ||
        graph.object(api, 'resourcePolicy') === undefined)
    )
      return;
    report({
      message: 'none',
      data: { node: named(api) },
      fixes: [
        ...addEndpoint(graph, api),
        { title: 'Make it regional', edit: setProperty(api.id, 'endpointType', 'REGIONAL') },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'an endpoint',
        design: design(
          inside(node('vpc', 'net'), node('vpc-endpoint', 'door', { service: 'execute-api' })),
          api({}),
          connection('vpc-endpoint--rest-api', 'door', 'api'),
        ),
      },
      {
        title: 'a policy set by a parameter',
        design: design(api({ resourcePolicy: { Ref: 'Policy' } })),
      },
      {
        title: 'an endpoint elsewhere',
        design: design(
          api({
            resourcePolicy: {
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 'execute-api:Invoke',
                  Resource: 'execute-api:/*',
                  Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } },
                },
              ],
            },
          }),
        ),
      },
    ],
    bad: [{ title: 'no endpoint', design: design(node('vpc', 'net'), api({})), expect: ['none'] }],
  },
});
