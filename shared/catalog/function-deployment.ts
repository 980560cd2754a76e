import { array, create, flag, member, name, object, text } from '../lib/typescript/syntax.ts';
import { constructRef } from './code.ts';
import { type ExpressionObject, getAtt, join, pseudo, refOf } from './expression.ts';
import { aliasId, aliasName } from './function-alias.ts';
import type { AlarmAction } from './mechanisms/alarm-action.mechanism.ts';
import type { LinkScope, NodeScope } from './service.ts';

/** How traffic moves to a new version: SAM's name, and the member of `codedeploy.LambdaDeploymentConfig`. */
export const deploymentTypes = {
  Canary10Percent5Minutes: 'CANARY_10PERCENT_5MINUTES',
  Canary10Percent10Minutes: 'CANARY_10PERCENT_10MINUTES',
  Canary10Percent15Minutes: 'CANARY_10PERCENT_15MINUTES',
  Canary10Percent30Minutes: 'CANARY_10PERCENT_30MINUTES',
  Linear10PercentEvery1Minute: 'LINEAR_10PERCENT_EVERY_1MINUTE',
  Linear10PercentEvery2Minutes: 'LINEAR_10PERCENT_EVERY_2MINUTES',
  Linear10PercentEvery3Minutes: 'LINEAR_10PERCENT_EVERY_3MINUTES',
  Linear10PercentEvery10Minutes: 'LINEAR_10PERCENT_EVERY_10MINUTES',
  AllAtOnce: 'ALL_AT_ONCE',
} as const;

type DeploymentType = keyof typeof deploymentTypes;

const isType = (value: unknown): value is DeploymentType =>
  typeof value === 'string' && Object.hasOwn(deploymentTypes, value);

const guardsOf = (fn: NodeScope): readonly LinkScope[] =>
  fn.links('in', { mechanism: 'alarm-action' }).filter(({ options }) => {
    const action = options as AlarmAction;
    return 'by' in action && action.by === 'deployment';
  });

/** SAM calls the application so, one for all functions of a template. */
const applicationId = 'ServerlessDeploymentApplication';

/** What moves traffic may do. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForLambdaLimited.html */
const managedPolicy = 'service-role/AWSCodeDeployRoleForLambdaLimited';

const typeOf = (fn: NodeScope, guards: readonly LinkScope[]): DeploymentType | undefined => {
  const types = [...new Set(guards.map((guard) => guard.read('deploymentType')))];
  const [type] = types;
  if (types.length === 1 && isType(type)) return type;
  fn.out.problem(
    `"${fn.node.name}": the alarms that guard its deployments must agree on one deploymentType that is known when the export is made.`,
  );
  return undefined;
};

/**
 * Traffic moves to a new version step by step, and back when an alarm goes off; gives what SAM has to say of it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html
 */
export const emitDeployment = (fn: NodeScope): ExpressionObject | undefined => {
  const guards = guardsOf(fn);
  if (guards.length === 0) return undefined;
  const { out, id, node } = fn;
  if (aliasName(fn) === undefined) {
    out.problem(
      `"${node.name}" is deployed all at once, because it has no alias whose traffic could move: set autoPublishAlias, such as live.`,
    );
    return undefined;
  }
  const abroad = guards.find(({ source }) => source.out !== out);
  if (abroad) {
    out.problem(
      `"${abroad.source.node.name}" and "${node.name}" are in stacks of different regions, and a deployment looks at alarms of its own Region.`,
    );
    return undefined;
  }
  const type = typeOf(fn, guards);
  if (type === undefined) return undefined;
  const role = `${id}DeploymentRole`;
  out.resource(role, {
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'codedeploy.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
      ManagedPolicyArns: [join('arn:', pseudo('Partition'), `:iam::aws:policy/${managedPolicy}`)],
    },
    // The deployment group gives the role its policy.
    cdk: {
      class: 'iam.Role',
      props: { assumedBy: create('iam.ServicePrincipal', text('codedeploy.amazonaws.com')) },
    },
  });
  if (!out.hasConstruct(applicationId))
    out.construct(applicationId, { class: 'codedeploy.LambdaApplication' });
  out.construct(`${id}DeploymentGroup`, {
    class: 'codedeploy.LambdaDeploymentGroup',
    props: {
      application: constructRef(applicationId),
      alias: constructRef(aliasId(fn)),
      deploymentConfig: member(name('codedeploy.LambdaDeploymentConfig'), deploymentTypes[type]),
      alarms: array(guards.map(({ source }) => source.construct)),
      autoRollback: object({
        failedDeployment: flag(true),
        stoppedDeployment: flag(true),
        deploymentInAlarm: flag(true),
      }),
      role: constructRef(role),
    },
  });
  return {
    Type: type,
    Alarms: guards.map(({ source }) => refOf(source.id)),
    Role: getAtt(role, 'Arn'),
  };
};
