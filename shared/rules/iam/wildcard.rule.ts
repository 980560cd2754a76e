import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import {
  customPolicy,
  hasCondition,
  itemsOf,
  kindsWithPolicies,
  withStatement,
} from './custom-policies.ts';

const statement = (more: object) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: 'execute-api:/*',
  ...more,
});
const api = (more: object) =>
  design(
    node('rest-api', 'api', {
      name: 'api',
      resourcePolicy: { Version: '2012-10-17', Statement: [statement(more)] },
    }),
  );

export const iamWildcard = defineRule({
  meta: {
    id: 'iam/wildcard',
    severity: 'warning',
    messages: {
      action:
        '{node}: a statement of its policy allows {action}, which is more than needed; name the actions, or say for whom by a condition.',
    },
    explain:
      'If the code has a flaw or a credential leaks, an attacker gets exactly the rights that the policies give. Least privilege means only the actions that are used, on what they are used on. Isobar writes its own policies that way; those you write yourself should follow.',
    docs: {
      title: 'Security best practices in IAM',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
    overlaps: ['AwsSolutions-IAM5', 'CKV_AWS_111', 'CKV_AWS_108', 'I3510'],
  },
  on: nodes(...kindsWithPolicies),
  check(node, graph, report) {
    const custom = customPolicy(graph, node);
    if (!custom) return;
    for (const { statement: allowed, place } of custom.allows) {
      if (hasCondition(allowed)) continue;
      const action = itemsOf(allowed.Action).find(
        (item): item is string => typeof item === 'string' && /^(\*|[a-z0-9-]+:\*)$/i.test(item),
      );
      if (action === undefined) continue;
      report({
        message: 'action',
        property: custom.property,
        data: { node: named(node), action: action === '*' ? 'every action' : action },
        fixes:
          node.kind === 'rest-api'
            ? [
                {
                  title: 'Allow calls only (execute-api:Invoke)',
                  edit: setProperty(
                    node.id,
                    custom.property,
                    withStatement(custom, place, { Action: 'execute-api:Invoke' }),
                  ),
                },
              ]
            : [],
      });
    }
  },
  examples: {
    good: [
      { title: 'calls only', design: api({}) },
      {
        title: 'everything, for callers of one organisation',
        design: design(
          inside(
            node('vpc', 'net'),
            node('vpc-endpoint', 'door', {
              service: 's3',
              vpcEndpointType: 'Gateway',
              policyDocument: {
                Statement: [
                  statement({
                    Action: '*',
                    Resource: '*',
                    Condition: { StringEquals: { 'aws:PrincipalOrgID': { Ref: 'Organisation' } } },
                  }),
                ],
              },
            }),
          ),
        ),
      },
    ],
    bad: [
      {
        title: 'all actions of the API',
        design: api({ Action: 'execute-api:*' }),
        expect: ['action'],
      },
      {
        title: 'every action through an endpoint',
        design: design(
          inside(
            node('vpc', 'net'),
            node('vpc-endpoint', 'door', {
              service: 's3',
              vpcEndpointType: 'Gateway',
              policyDocument: {
                Statement: statement({ Action: ['s3:GetObject', '*'], Resource: '*' }),
              },
            }),
          ),
        ),
        expect: ['action'],
      },
    ],
  },
});
