import { isJsonObject } from '../../lib/json.ts';
import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { customPolicy, hasCondition, itemsOf, withStatement } from './custom-policies.ts';

const api = (more: object) =>
  design(
    node('rest-api', 'api', {
      name: 'api',
      resourcePolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'execute-api:Invoke',
            Resource: 'execute-api:/*',
            ...more,
          },
        ],
      },
    }),
  );

export const iamConfusedDeputy = defineRule({
  meta: {
    id: 'iam/confused-deputy',
    severity: 'warning',
    messages: {
      anyAccount:
        '{node}: its policy lets {service} in for whichever account it acts; add a condition on aws:SourceArn or aws:SourceAccount.',
    },
    explain:
      'A policy that trusts a service trusts what the service does for all of its customers. Without a condition a stranger can point a rule or topic of theirs at your resource, and the service carries it out. A condition on the ARN or the account of the source keeps them out; the policies that Isobar writes have one.',
    docs: {
      title: 'The confused deputy problem',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    },
    overlaps: ['W3663', 'CKV_AWS_364'],
  },
  // Policies of endpoints are about callers inside the VPC, which are no services.
  on: nodes('rest-api'),
  check(node, graph, report) {
    const custom = customPolicy(graph, node);
    if (!custom) return;
    for (const { statement, place } of custom.allows) {
      const { Principal } = statement;
      if (!isJsonObject(Principal) || hasCondition(statement)) continue;
      const [service] = itemsOf(Principal.Service);
      if (typeof service !== 'string') continue;
      report({
        message: 'anyAccount',
        property: custom.property,
        data: { node: named(node), service },
        fixes: [
          {
            title: 'Let it in for this account only',
            edit: setProperty(
              node.id,
              custom.property,
              withStatement(custom, place, {
                Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
              }),
            ),
          },
        ],
      });
    }
  },
  examples: {
    good: [
      {
        title: 'a service for one account',
        design: api({
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      },
      { title: 'callers that are no service', design: api({ Principal: { AWS: '123456789012' } }) },
    ],
    bad: [{ title: 'a service for everybody', design: api({}), expect: ['anyAccount'] }],
  },
});
