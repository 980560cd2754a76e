import { type Code, invoke } from '../../lib/typescript/syntax.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { Expression } from '../expression.ts';

export interface AlarmAction {
  /** What CloudWatch is told to do: the ARN in the list of actions. */
  readonly action: (scope: ConnectionScope) => Expression;
  /** The same as an `IAlarmAction` of the CDK. */
  readonly code: (scope: ConnectionScope) => Code;
}

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
    const [list, method] = lists[String(scope.read('state'))] ?? onAlarm;
    source.out.append(source.id, list, options.action(scope));
    source.out.statement(invoke(source.construct, method, options.code(scope)));
    for (const statement of scope.statements('target-policy'))
      target.out.allowOn(target.node.id, statement);
  },
});
