import { isJsonObject, type JsonObject } from '../../lib/json.ts';
import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Json, type Node } from '../rule.ts';
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

const isWide = (item: Json): item is string =>
  typeof item === 'string' && /^(\*|[a-z0-9-]+:\*)$/i.test(item);

/** The first action of each statement that is about everything, or everything of a service, for everybody. */
const wideActions = (statements: readonly JsonObject[]): readonly string[] =>
  statements.flatMap((statement) => {
    if (hasCondition(statement)) return [];
    const action = itemsOf(statement.Action).find(isWide);
    return action === undefined ? [] : [action === '*' ? 'every action' : action];
  });

/** What the policies that are written into a role allow. */
const inlineStatements = (graph: Graph, role: Node): readonly JsonObject[] =>
  (graph.list(role, 'inlinePolicies') ?? []).flatMap((policy) =>
    isJsonObject(policy) && isJsonObject(policy.document)
      ? itemsOf(policy.document.Statement).filter(
          (statement): statement is JsonObject =>
            isJsonObject(statement) && statement.Effect === 'Allow',
        )
      : [],
  );

/** Managed policies that no code needs. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html */
const tooWide: Readonly<Record<string, string>> = {
  AdministratorAccess: 'everything',
  PowerUserAccess: 'everything but manage users and roles',
  IAMFullAccess: 'everything with users and roles, and so everything',
};

const widePolicies = (graph: Graph, role: Node): readonly (readonly [string, string])[] =>
  (graph.list(role, 'managedPolicyArns') ?? []).flatMap((policy) => {
    const [, name = ''] =
      typeof policy === 'string' ? (/^arn:[a-z-]+:iam::aws:policy\/(.+)$/.exec(policy) ?? []) : [];
    const what = Object.hasOwn(tooWide, name) ? tooWide[name] : undefined;
    return what === undefined ? [] : [[name, what] as const];
  });

const role = (properties: Parameters<typeof node>[2]) =>
  design(node('iam-role', 'runner', properties));
const inline = (...statements: readonly JsonObject[]) =>
  role({
    inlinePolicies: [
      { name: 'own', document: { Version: '2012-10-17', Statement: [...statements] } },
    ],
  });

export const iamWildcard = defineRule({
  meta: {
    id: 'iam/wildcard',
    severity: 'warning',
    messages: {
      action:
        '{node}: a statement of its policy allows {action}, which is more than needed; name the actions, or say for whom by a condition.',
      administrator:
        '{node} has the managed policy {policy}, so whoever runs under it may do {what}; take a policy for what the code needs.',
    },
    explain:
      'If the code has a flaw or a credential leaks, an attacker gets exactly the rights that the policies give. Least privilege means only the actions that are used, on what they are used on. Isobar writes its own policies that way; those you write yourself should follow.',
    docs: {
      title: 'Security best practices in IAM',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
    overlaps: ['AwsSolutions-IAM5', 'CKV_AWS_111', 'CKV_AWS_108', 'I3510'],
  },
  on: nodes(...kindsWithPolicies, 'iam-role'),
  check(node, graph, report) {
    if (node.kind === 'iam-role') {
      for (const action of wideActions(inlineStatements(graph, node)))
        report({
          message: 'action',
          property: 'inlinePolicies',
          data: { node: named(node), action },
        });
      for (const [policy, what] of widePolicies(graph, node))
        report({
          message: 'administrator',
          property: 'managedPolicyArns',
          data: { node: named(node), policy, what },
        });
      return;
    }
    const custom = customPolicy(graph, node);
    if (!custom) return;
    for (const { statement: allowed, place } of custom.allows) {
      const [action] = wideActions([allowed]);
      if (action === undefined) continue;
      report({
        message: 'action',
        property: custom.property,
        data: { node: named(node), action },
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
        title: 'a role that may read one table',
        design: inline({
          Effect: 'Allow',
          Action: 'dynamodb:GetItem',
          Resource: { 'Fn::Sub': 'arn:aws:dynamodb:*:*:table/${Table}' },
        }),
      },
      {
        title: 'a policy of a role by a parameter',
        design: role({ managedPolicyArns: [{ Ref: 'Policy' }] }),
      },
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
        title: 'a role that may do everything with tables',
        design: inline({
          Effect: 'Allow',
          Action: ['logs:PutLogEvents', 'dynamodb:*'],
          Resource: '*',
        }),
        expect: ['action'],
      },
      {
        title: 'a role of an administrator',
        design: role({ managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
        expect: ['administrator'],
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
