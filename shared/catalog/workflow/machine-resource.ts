import type { ResourceSpec } from '../blueprint.ts';
import { drawnRole } from '../drawn-role.ts';
import { type Expression, type ExpressionObject, getAtt, isToken } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';

/** What both forms of the resource say, in their own words. */
export interface MachineSettings {
  readonly file: string;
  readonly substitutions: ExpressionObject | undefined;
  readonly logging: ExpressionObject | undefined;
  readonly tracing: ExpressionObject | undefined;
}

/** True when a key of the account encrypts the executions. */
export const isEncrypted = (scope: NodeScope): boolean =>
  scope.links('in', { mechanism: 'encryption' }).length > 0;

const roleId = ({ id }: NodeScope): string => `${id}Role`;

type MachineResource = Pick<ResourceSpec, 'type' | 'properties'>;

export const samMachine = (scope: NodeScope, settings: MachineSettings): MachineResource => ({
  type: 'AWS::Serverless::StateMachine',
  properties: {
    Name: scope.value('stateMachineName'),
    Type: scope.value('stateMachineType'),
    DefinitionUri: settings.file,
    DefinitionSubstitutions: settings.substitutions,
    Logging: settings.logging,
    Tracing: settings.tracing,
    Role: drawnRole(scope)?.attribute('arn'),
  },
});

/**
 * SAM's own resource knows no key, so an encrypted state machine is written as CloudFormation has it, with its role.
 * SAM uploads the file all the same. https://github.com/aws/serverless-application-model/issues/3925
 */
export const plainMachine = (scope: NodeScope, settings: MachineSettings): MachineResource => ({
  type: 'AWS::StepFunctions::StateMachine',
  properties: {
    StateMachineName: scope.value('stateMachineName'),
    StateMachineType: scope.value('stateMachineType'),
    DefinitionS3Location: settings.file,
    DefinitionSubstitutions: settings.substitutions,
    LoggingConfiguration: settings.logging,
    TracingConfiguration: settings.tracing,
    RoleArn: drawnRole(scope)?.attribute('arn') ?? getAtt(roleId(scope), 'Arn'),
  },
});

/** What SAM's managed policy allows, and the construct by itself. */
const traceActions = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
];

/** The role that the export makes, and who carries the permissions. */
export const emitMachineRole = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const encrypted = isEncrypted(scope);
  if (encrypted) serviceRole(out, roleId(scope), { service: 'states.amazonaws.com', cdk: 'none' });
  out.identity(node.id, {
    resource: encrypted ? roleId(scope) : id,
    cdk: scope.construct,
    method: 'addToRolePolicy',
  });
  if (encrypted && traces(scope))
    out.allow(node.id, { actions: traceActions, resources: ['*'] }, 'sam');
};

const traces = (scope: NodeScope): boolean => {
  const tracing: Expression | undefined = scope.value('tracingEnabled');
  return (
    tracing === true || isToken(tracing) || scope.links('out', { mechanism: 'tracing' }).length > 0
  );
};
