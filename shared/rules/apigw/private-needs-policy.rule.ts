import { unsetProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { allowsCalls, hasEndpoint, namesVpc } from './private-api.ts';

const api = (properties: object) =>
  design(
    inside(node('vpc', 'net'), node('vpc-endpoint', 'door', { service: 'execute-api' })),
    node('rest-api', 'api', { name: 'api', endpointType: 'PRIVATE', ...properties }),
    connection('vpc-endpoint--rest-api', 'door', 'api'),
  );
const statement = (more: object) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: 'execute-api:/*',
  ...more,
});

export const apigwPrivateNeedsPolicy = defineRule({
  meta: {
    id: 'apigw/private-needs-policy',
    severity: 'error',
    messages: {
      noAllow:
        '{node} is private, but its resource policy allows no calls (execute-api:Invoke); allow those of your VPC endpoint.',
      anyEndpoint: {
        text: '{node}: its resource policy lets callers in from any VPC endpoint, also of other accounts; name yours with aws:SourceVpce.',
        severity: 'warning',
      },
    },
    explain:
      'API Gateway refuses every call of a private API until a resource policy allows it. The policy should name the VPC (aws:SourceVpc) or the endpoint (aws:SourceVpce), because an endpoint in any account could call the API otherwise. Without a policy of yours the export writes one for the endpoints that are connected.',
    docs: {
      title: 'Private REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
    },
    yieldsTo: ['apigw/private-needs-endpoint'],
  },
  on: nodes('rest-api'),
  check(api, graph, report) {
    if (graph.text(api, 'endpointType') !== 'PRIVATE') return;
    const policy = graph.object(api, 'resourcePolicy');
    if (!policy) return;
    const message = !allowsCalls(policy)
      ? 'noAllow'
      : !namesVpc(policy)
        ? 'anyEndpoint'
        : undefined;
    if (message === undefined) return;
    report({
      message,
      property: 'resourcePolicy',
      data: { node: named(api) },
      fixes: hasEndpoint(graph, api)
        ? [
            {
              title: 'Let the export write the policy for its endpoints',
              edit: unsetProperty(api.id, 'resourcePolicy'),
            },
          ]
        : [],
    });
  },
  examples: {
    good: [
      { title: 'the policy of the export', design: api({}) },
      {
        title: 'an endpoint named by a parameter',
        design: api({
          resourcePolicy: {
            Statement: [
              statement({ Condition: { StringEquals: { 'aws:SourceVpce': { Ref: 'Endpoint' } } } }),
            ],
          },
        }),
      },
    ],
    bad: [
      {
        title: 'a policy that only denies',
        design: api({ resourcePolicy: { Statement: [statement({ Effect: 'Deny' })] } }),
        expect: ['noAllow'],
      },
      {
        title: 'any endpoint',
        design: api({ resourcePolicy: { Statement: [statement({})] } }),
        expect: ['anyEndpoint'],
      },
    ],
  },
});
