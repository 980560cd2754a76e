import { type Code, invoke, object } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { Expression } from '../expression.ts';

export type AlarmAction =
  | {
      /** What CloudWatch is told to do: the ARN in the list of actions; undefined when a problem was said. */
      readonly action: (scope: ConnectionScope) => Expression | undefined;
      /** The same as an `IAlarmAction` of the CDK. */
      readonly code: (scope: ConnectionScope) => Code;
    }
  /** What the target scales has a policy for the alarm, and tells it. */
  | { readonly by: 'scaling' }
  /** The alarm stops a deployment of the target, whose kind says so. */
  | { readonly by: 'deployment' };

/** An action that is known by its ARN alone, as the CDK wants it. */
export const actionByArn = (arn: Expression): Code =>
  object({
    bind: { kind: 'arrow', parameters: [], body: object({ alarmActionArn: codeOf(arn) }) },
  });

/** The list of the resource, and the method of the construct. */
type ActionList = readonly [list: string, method: string];

const onAlarm: ActionList = ['AlarmActions', 'addAlarmAction'];

const lists: Readonly<Record<string, ActionList>> = {
  ALARM: onAlarm,
  OK: ['OKActions', 'addOkAction'],
  INSUFFICIENT_DATA: ['InsufficientDataActions', 'addInsufficientDataAction'],
};

/** CloudWatch does something when an alarm changes its state. */
export const alarmAction = defineMechanism<AlarmAction>({
  id: 'alarm-action',
  family: 'ops',
  onPath: 'first',
  title: 'Action of an alarm',
  explain:
    'When the alarm changes its state, CloudWatch does what the arrow says, once: it publishes a message, invokes a function, restarts a machine. It does so again only after the alarm has been in another state. An alarm takes five actions for each state.',
  emit(scope) {
    const { source, target, options } = scope;
    if ('by' in options) return;
    const [list, method] = lists[String(scope.read('state'))] ?? onAlarm;
    const action = options.action(scope);
    if (action === undefined) return;
    source.out.append(source.id, list, action);
    source.out.statement(invoke(source.construct, method, options.code(scope)));
    for (const statement of scope.statements('target-policy'))
      target.out.allowOn(target.node.id, statement);
  },
});
