import { isJsonObject } from '../../lib/json.ts';
import {
  array,
  type Code,
  call,
  invoke,
  object,
  text as string,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { document, type Expression, expressionOf, join, pseudo } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import type { NeededPolicy, RoleUse } from '../mechanisms/identity.mechanism.ts';
import { choice, json, list, record, seconds, text } from '../property.ts';
import { roleTrust } from '../role-trust.ts';
import { defineService, type NodeScope } from '../service.ts';

export const iamRole = defineService({
  kind: 'iam-role',
  title: 'IAM role',
  words: 'iam role permissions policy trust assume boundary execution credentials sts',
  category: 'security',
  icon: 'AWSIdentityandAccessManagement',
  cloudFormation: ['AWS::IAM::Role', 'AWS::IAM::Policy'],
  placement: { parents: ['canvas', 'region'], scope: 'global', vpc: 'none', subnet: 'none' },
  properties: {
    roleName: text({
      maxLength: 64,
      pattern: '^[\\w+=,.@-]{1,64}$',
      advanced: true,
      help: 'AWS makes a name when this is empty. With a name the deployment has to be allowed CAPABILITY_NAMED_IAM.',
      cfn: 'RoleName',
      cdk: 'roleName',
    }),
    assumedBy: choice(
      [
        'lambda.amazonaws.com',
        'ecs-tasks.amazonaws.com',
        'ec2.amazonaws.com',
        'states.amazonaws.com',
        'apigateway.amazonaws.com',
        'appsync.amazonaws.com',
        'events.amazonaws.com',
        'scheduler.amazonaws.com',
        'pipes.amazonaws.com',
        'firehose.amazonaws.com',
        'glue.amazonaws.com',
        'kinesisanalytics.amazonaws.com',
        'cognito-identity.amazonaws.com',
      ],
      {
        default: 'lambda.amazonaws.com',
        open: true,
        help: 'The AWS service that acts under the role. While nothing is set, the role trusts whatever it is drawn for.',
      },
    ),
    managedPolicyArns: list({
      items: { ...text({ pattern: '^arn:aws[a-z-]*:iam::.+$' }), noun: 'policy' },
      max: 10,
      help: 'ARNs of managed policies, of AWS or your own; ten by default (adjustable).',
    }),
    inlinePolicies: list({
      items: {
        ...record({
          fields: {
            name: text({ required: true, maxLength: 128, pattern: '^[\\w+=,.@-]+$' }),
            document: json({
              required: true,
              help: 'A policy document: { "Version": "2012-10-17", "Statement": [ … ] }.',
            }),
          },
        }),
        noun: 'policy',
      },
      advanced: true,
      help: 'Policies beside those that the arrows make; 10,240 characters together.',
    }),
    permissionsBoundary: text({
      advanced: true,
      help: 'ARN of a policy that the role can never go beyond, whatever its own policies allow.',
    }),
    maxSessionDuration: seconds({
      default: 3600,
      min: 3600,
      max: 43_200,
      advanced: true,
      help: 'How long credentials hold at most, one hour to twelve.',
      cfn: 'MaxSessionDuration',
      cdk: 'maxSessionDuration',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'roleArn' },
    name: { cfn: 'Ref', cdk: 'roleName' },
  },
  summary: (read) => String(read('roleName') ?? read('assumedBy') ?? ''),
  explain:
    'A role is a set of rights that somebody takes on for a while: a service that runs code, a user who has signed in, a pipeline somewhere else. Isobar makes a role for everything that needs one, with the rights that its arrows ask for. Draw one only where the role itself matters: when several share it, when it needs policies or a boundary of the company, or when people from outside take it on.',
  cost: 'Nothing.',
  limits: [
    '1,000 roles in an account by default (adjustable).',
    'Ten managed policies on a role by default (adjustable); 10,240 characters of inline policies.',
  ],
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html',
  emit(scope) {
    const { out, id } = scope;
    if (refuseUnknown(scope, 'assumedBy', 'inlinePolicies')) return;
    const trust = roleTrust(scope);
    const needed = neededPolicies(scope);
    const attached = attachedPolicies(scope);
    const inline = inlinePolicies(scope);
    const boundary = scope.value('permissionsBoundary');
    out.resource(id, {
      type: 'AWS::IAM::Role',
      properties: {
        AssumeRolePolicyDocument: trust.policy,
        ...scope.cfnProperties(),
        ManagedPolicyArns: managedArns(attached, needed),
        PermissionsBoundary: boundary,
        Policies:
          inline.length > 0
            ? inline.map((policy) => ({
                PolicyName: policy.name,
                PolicyDocument: document(policy.document),
              }))
            : undefined,
      },
      cdk: scope.l2('iam.Role', {
        assumedBy: trust.code,
        permissionsBoundary:
          boundary === undefined ? undefined : managedPolicy(`${id}Boundary`, boundary),
        inlinePolicies:
          inline.length > 0
            ? object(
                Object.fromEntries(
                  inline.map((policy) => [
                    policy.name,
                    call('iam.PolicyDocument.fromJson', codeOf(policy.document)),
                  ]),
                ),
              )
            : undefined,
        managedPolicies:
          attached.length > 0
            ? array(
                attached.map((policy, index) => managedPolicy(`${id}Policy${index + 1}`, policy)),
              )
            : undefined,
      }),
    });
    for (const { name, only } of needed)
      if (only === undefined)
        out.statement(
          invoke(
            scope.construct,
            'addManagedPolicy',
            call('iam.ManagedPolicy.fromAwsManagedPolicyName', string(name)),
          ),
        );
    out.identity(scope.node.id, { resource: id, cdk: scope.construct, method: 'addToPolicy' });
  },
});

const managedPolicy = (id: string, policy: Expression): Code =>
  call('iam.ManagedPolicy.fromManagedPolicyArn', thisExpression, string(id), codeOf(policy));

const attachedPolicies = ({ graph, node }: NodeScope): readonly Expression[] => {
  const value = graph.value(node, 'managedPolicyArns');
  return Array.isArray(value) ? value.map(expressionOf) : [];
};

/** What those who run under the role cannot do without, each once. */
const neededPolicies = (role: NodeScope): readonly NeededPolicy[] => [
  ...new Map(
    role
      .links('in', { mechanism: 'identity' })
      .flatMap(({ options, source }) => (options as RoleUse).needs?.(source) ?? [])
      .map((policy) => [policy.name, policy]),
  ).values(),
];

const managedArns = (
  attached: readonly Expression[],
  needed: readonly NeededPolicy[],
): Expression | undefined => {
  const arns = [
    ...attached,
    ...needed.map(({ name }) => join('arn:', pseudo('Partition'), `:iam::aws:policy/${name}`)),
  ];
  return arns.length > 0 ? arns : undefined;
};

const inlinePolicies = (
  role: NodeScope,
): readonly { readonly name: string; readonly document: Expression }[] => {
  const value = role.read('inlinePolicies');
  return (Array.isArray(value) ? value : []).flatMap((item) => {
    const policy = isJsonObject(item) ? item : {};
    if (typeof policy.name === 'string' && isJsonObject(policy.document))
      return [{ name: policy.name, document: expressionOf(policy.document) }];
    role.out.problem(`"${role.node.name}": an inline policy needs a name and a document.`);
    return [];
  });
};
