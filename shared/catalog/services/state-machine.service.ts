import {
  type Code,
  call,
  flag,
  member,
  name,
  object,
  text as string,
} from '../../lib/typescript/syntax.ts';
import { kebabFileName } from '../../lib/words.ts';
import { isIntrinsic } from '../../model/value.ts';
import { rolePolicy } from '../apart.ts';
import { codeOf, constructRef } from '../code.ts';
import { drawnRole } from '../drawn-role.ts';
import { type ExpressionObject, getAtt, join, pseudo } from '../expression.ts';
import { ownLogGroup } from '../log-groups.ts';
import { choice, integer, json, logRetentionDays, seconds, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { mapModeOf, readAsl } from '../workflow/asl.ts';
import { executionId, input, taskToken } from '../workflow/dynamic.ts';
import {
  emitMachineRole,
  isEncrypted,
  type MachineSettings,
  plainMachine,
  samMachine,
} from '../workflow/machine-resource.ts';
import { stateMachineDefinition } from '../workflow/state-machine.ts';
import { field, keep } from '../workflow/task-parts.ts';

export const stateMachine = defineService({
  kind: 'state-machine',
  title: 'Step Functions state machine',
  words: 'sfn step functions workflow asl orchestration saga',
  category: 'integration',
  icon: 'AWSStepFunctions',
  cloudFormation: ['AWS::StepFunctions::StateMachine'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    stateMachineType: choice(['STANDARD', 'EXPRESS'], {
      default: 'STANDARD',
      help: 'Standard runs up to a year, does each step once and is paid by the step. Express runs five minutes, may repeat steps and is paid by time. Cannot be changed later.',
    }),
    definition: json({
      format: 'asl',
      help: 'Amazon States Language, as JSON or as YAML. When this is empty, the export makes one task of each arrow, in the order of their ids. ${OrdersQueueUrl} stands for the URL of the node whose logical id is OrdersQueue, and so on.',
    }),
    queryLanguage: choice(['JSONata', 'JSONPath'], {
      default: 'JSONata',
      advanced: true,
      when: (read) => read('definition') === undefined,
      help: 'The language in which the generated definition works with data. JSONata is the newer one and can calculate.',
    }),
    timeoutSeconds: seconds({
      min: 1,
      max: 31_536_000,
      when: (read) => read('definition') === undefined,
      help: 'The whole execution is stopped after this time. An Express workflow ends after five minutes anyway.',
    }),
    logLevel: choice(['OFF', 'ERROR', 'ALL', 'FATAL'], {
      default: 'ERROR',
      help: 'What goes into the logs: nothing, failures, or every step.',
    }),
    includeExecutionData: yesNo({
      default: false,
      advanced: true,
      help: 'Also writes what goes in and out of each state, which may be secret.',
    }),
    tracingEnabled: yesNo({ default: false, advanced: true, help: 'Sends traces to X-Ray.' }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      advanced: true,
      when: (read) => read('logLevel') !== 'OFF',
      help: 'How long the logs are kept, unless a log group is drawn.',
    }),
    stateMachineName: text({
      maxLength: 80,
      pattern: '^[a-zA-Z0-9-_]{1,80}$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
    }),
    expectedItems: integer({
      min: 0,
      advanced: true,
      help: 'Items of the largest Map state; only the checks read it.',
    }),
  },
  attributes: {
    arn: { cfn: 'Ref', cdk: 'stateMachineArn' },
    name: { cfn: 'Name', cdk: 'stateMachineName' },
  },
  clients: [
    {
      variables: ['STATE_MACHINE_ARN'],
      what: 'state machine',
      sdk: {
        id: 'stepfunctions',
        node: 'sfn',
        java: 'sfn',
        ruby: 'states',
        dotnet: 'StepFunctions',
      },
    },
  ],
  task: {
    verb: 'Start',
    services: { states: ['StateMachineArn'], sfn: ['StateMachineArn'] },
    waits: true,
    call: (context) => ({
      resource: 'states:startExecution',
      // The second version gives the output as JSON and not as text.
      syncSuffix: '.sync:2',
      arguments: {
        StateMachineArn: context.fill('Arn', context.target.attribute('arn')),
        Input: {
          input,
          ...(context.pattern === 'wait-for-task-token' ? { taskToken } : {}),
          AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: executionId,
        },
      },
      output: context.pattern === 'sync' ? field('Output') : keep,
    }),
  },
  summary: (read) =>
    [
      read('stateMachineType') === 'EXPRESS' ? 'Express' : 'Standard',
      ...(read('definition') === undefined ? [] : ['own definition']),
      `logs ${String(read('logLevel')).toLowerCase()}`,
    ].join(' · '),
  explain:
    'A state machine runs a workflow: it calls functions and services one after the other or side by side, decides, waits, tries again, and keeps track of where each execution is. What would be code between functions becomes a drawing that one can watch while it runs. It can wait a year for a person or another system to answer.',
  cost: 'Standard: each step from one state to the next. Express: runs, their time and memory.',
  limits: [
    'Standard: one year and 25,000 events in the history of an execution. Express: five minutes.',
    'Input or output of a state: 256 KB.',
    'A definition has at most 1 MB.',
  ],
  docs: 'https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html',
  emit(scope) {
    const { out, id, node } = scope;
    const definition = stateMachineDefinition(scope);
    const file = `statemachine/${kebabFileName(id)}.asl.${definition.format}`;
    out.file(file, definition.text);
    const substitutions: ExpressionObject = Object.fromEntries(
      definition.substitutions.map(({ name: key, value }) => [key, value]),
    );
    const logs = scope.read('logLevel') === 'OFF' ? undefined : logGroupIdOf(scope);
    const level = scope.value('logLevel') ?? 'ERROR';
    const hasTraces = scope.links('out', { mechanism: 'tracing' }).length > 0;
    const tracing = hasTraces ? true : scope.value('tracingEnabled');
    const data = scope.value('includeExecutionData') ?? false;
    const role = drawnRole(scope);
    const settings: MachineSettings = {
      file,
      substitutions: definition.substitutions.length > 0 ? substitutions : undefined,
      logging:
        logs === undefined
          ? undefined
          : {
              Level: level,
              IncludeExecutionData: data,
              Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: getAtt(logs, 'Arn') } }],
            },
      tracing: tracing === undefined ? undefined : { Enabled: tracing },
    };
    out.resource(id, {
      ...(isEncrypted(scope) ? plainMachine(scope, settings) : samMachine(scope, settings)),
      cdk: scope.l2('sfn.StateMachine', {
        stateMachineName: scope.code('stateMachineName'),
        stateMachineType: enumCode(scope, 'stateMachineType', 'sfn.StateMachineType'),
        definitionBody: call(
          'sfn.DefinitionBody.fromFile',
          call('path.join', name('__dirname'), string('..'), string(file)),
        ),
        definitionSubstitutions:
          definition.substitutions.length > 0
            ? object(
                Object.fromEntries(
                  definition.substitutions.map(({ name: key, value, code }) => [
                    key,
                    code ?? codeOf(value),
                  ]),
                ),
              )
            : undefined,
        logs:
          logs === undefined
            ? undefined
            : object({
                destination: constructRef(logs),
                level: enumCode(scope, 'logLevel', 'sfn.LogLevel') ?? name('sfn.LogLevel.ERROR'),
                includeExecutionData: scope.code('includeExecutionData') ?? {
                  kind: 'boolean',
                  value: false,
                },
              }),
        tracingEnabled: hasTraces ? flag(true) : scope.code('tracingEnabled'),
        role: role?.construct,
      }),
    });
    if (role === undefined) emitMachineRole(scope);
    if (hasDistributedMap(scope)) allowOwnExecutions(scope);
    if (logs !== undefined)
      // Log deliveries have no ARNs. The L2 construct adds the same statement.
      // https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
      out.allow(node.id, { actions: logDeliveryActions, resources: ['*'] }, 'sam');
  },
});

/** True when the user's own definition has a Map state that starts executions. */
const hasDistributedMap = ({ graph, node }: NodeScope): boolean => {
  const definition = graph.value(node, 'definition');
  const states = isIntrinsic(definition) ? [] : (readAsl(definition)?.states ?? []);
  return states.some((state) => state.type === 'Map' && mapModeOf(state) === 'distributed');
};

/**
 * A distributed Map state works through its items in executions of the same state machine.
 * https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
const allowOwnExecutions = (scope: NodeScope): void =>
  rolePolicy(scope, `${scope.id}MapPolicy`, member(scope.construct, 'role'), [
    { actions: ['states:StartExecution'], resources: [scope.attribute('arn')] },
    {
      actions: ['states:DescribeExecution', 'states:StopExecution'],
      resources: [
        join(
          'arn:',
          pseudo('Partition'),
          ':states:',
          pseudo('Region'),
          ':',
          pseudo('AccountId'),
          ':execution:',
          scope.attribute('name'),
          ':*',
        ),
      ],
    },
  ]);

const logDeliveryActions = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

/** The drawn log group, or one of its own with the prefix that keeps CloudWatch's resource policy small. */
const logGroupIdOf = (scope: NodeScope): string => {
  const [drawn] = scope.links('out', { mechanism: 'logging' });
  return (
    drawn?.target.id ??
    ownLogGroup(
      scope,
      join('/aws/vendedlogs/states/', pseudo('StackName'), `-${scope.id.slice(0, 80)}`),
    )
  );
};

/** A member of an enum, or the token of an intrinsic in its type. */
const enumCode = (scope: NodeScope, property: string, type: string): Code | undefined => {
  if (scope.value(property) === undefined) return undefined;
  const known = scope.read(property);
  const code = scope.code(property);
  if (typeof known === 'string') return name(`${type}.${known}`);
  return code && { kind: 'as', value: code, type };
};
