import {
  array,
  type Code,
  call,
  create,
  object,
  options as optional,
  text,
} from '../../lib/typescript/syntax.ts';
import type { PolicyStatement } from '../blueprint.ts';
import { codeOf, constructRef, statementCode } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import {
  type Expression,
  type ExpressionObject,
  expressionOf,
  getAtt,
  join,
  pseudo,
  refOf,
} from '../expression.ts';
import { expressionText } from '../json-text.ts';
import { policyDocument } from '../policy.ts';

export interface SchedulerTarget {
  /** The CDK target class. */
  readonly cdk: string;
  /** The class's first argument when it is not the target's construct; it then holds the input. */
  readonly entry?: (scope: ConnectionScope, input: Code) => Code;
  /** What the class takes first and the schedule names, where that is not the target itself. */
  readonly called?: (scope: ConnectionScope) => { readonly arn: Expression; readonly code: Code };
  /** More of the target's entry in the schedule. */
  readonly parameters?: (scope: ConnectionScope) => ExpressionObject;
  /** The same as settings of the class. */
  readonly settings?: (scope: ConnectionScope) => Readonly<Record<string, Code | undefined>>;
  /** An action of an AWS service that is called directly, instead of one of Scheduler's own targets. */
  readonly universal?: (scope: ConnectionScope) => {
    readonly service: string;
    readonly action: string;
  };
  /** The input when the user gives none; undefined when there is nothing to say. */
  readonly input?: (scope: ConnectionScope) => Expression | undefined;
  /** What the action needs besides the target, such as a bucket to write to. */
  readonly statements?: (scope: ConnectionScope) => readonly PolicyStatement[];
}

/** EventBridge Scheduler calls a target at set times. */
export const schedulerTarget = defineMechanism<SchedulerTarget>({
  id: 'scheduler-target',
  family: 'event',
  title: 'Target of a schedule',
  explain:
    'At the set time EventBridge Scheduler takes the role of the schedule and calls the target with it. The call is asynchronous: nobody waits for an answer. When it fails, Scheduler tries again as often and as long as the schedule says, then gives up, or puts the run into a dead-letter queue.',
  emit(scope) {
    const { source, target, options } = scope;
    // A schedule that has several targets has been refused by its own file.
    if (!source.out.has(source.id)) return;
    const input = givenInput(scope) ?? options.input?.(scope);
    const action = options.universal?.(scope);
    const called = options.called?.(scope);
    if (action !== undefined && input === undefined) {
      source.out.problem(
        `The schedule "${source.node.name}" calls ${action.action} and must be told with what: set its input.`,
      );
      return;
    }
    const statements = [
      ...scope.statements('service-role'),
      ...(scope.read('permissions') === 'generated' ? (options.statements?.(scope) ?? []) : []),
    ];
    source.out.set(source.id, 'Target', {
      Arn:
        action === undefined
          ? (called?.arn ?? target.attribute('arn'))
          : join(
              'arn:',
              pseudo('Partition'),
              `:scheduler:::aws-sdk:${action.service}:${action.action}`,
            ),
      RoleArn: getAtt(`${source.id}Role`, 'Arn'),
      Input: input === undefined ? undefined : inputText(input),
      ...scope.cfnProperties(),
      ...options.parameters?.(scope),
    });
    allow(scope, statements);

    const base = {
      role: constructRef(`${source.id}Role`),
      deadLetterQueue: deadLetterQueue(scope),
      ...retries(scope),
    };
    const inputCode = input === undefined ? undefined : codeOfInput(input);
    source.out.props(source.id, {
      target:
        action === undefined
          ? create(
              options.cdk,
              options.entry?.(scope, inputCode ?? codeOfInput({})) ??
                called?.code ??
                target.construct,
              optional({
                ...scope.cdkProps(),
                ...options.settings?.(scope),
                ...(options.entry === undefined ? { input: inputCode } : {}),
                ...base,
              }),
            )
          : create(
              options.cdk,
              object({
                service: text(action.service),
                action: text(action.action),
                input: inputCode,
                policyStatements: array(statements.map(statementCode)),
                ...base,
              }),
            ),
    });
  },
});

/**
 * What the role may do, in a policy of its own: a function that creates schedules like this one passes the role,
 * and may be what the schedule starts. The CDK target does the same.
 */
const allow = (scope: ConnectionScope, statements: readonly PolicyStatement[]): void => {
  const { source } = scope;
  const [queue] = source.links('out', { mechanism: 'dead-letter' });
  const deadLetters: readonly PolicyStatement[] =
    queue?.read('permissions') === 'generated'
      ? [{ actions: ['sqs:SendMessage'], resources: [queue.target.attribute('arn')] }]
      : [];
  if (statements.length + deadLetters.length > 0)
    source.out.resource(`${source.id}RolePolicy`, {
      type: 'AWS::IAM::Policy',
      properties: {
        PolicyName: `${source.id}Policy`.slice(0, 128),
        PolicyDocument: policyDocument([...statements, ...deadLetters]),
        Roles: [refOf(`${source.id}Role`)],
      },
      cdk: 'none',
    });
};

/** What the arrow says, else what the schedule says. */
const givenInput = ({ graph, connection, source }: ConnectionScope): Expression | undefined => {
  const value = graph.value(connection, 'input') ?? graph.value(source.node, 'input');
  return value === undefined || value === null || value === '' ? undefined : expressionOf(value);
};

const inputText = (input: Expression): Expression =>
  typeof input === 'string' ? input : expressionText(input);

const codeOfInput = (input: Expression): Code =>
  call(
    typeof input === 'string'
      ? 'scheduler.ScheduleTargetInput.fromText'
      : 'scheduler.ScheduleTargetInput.fromObject',
    codeOf(input),
  );

/** The CDK has the same defaults; what is known at deployment only, the schedule overrides. */
const retries = ({
  graph,
  source,
}: ConnectionScope): Readonly<Record<string, Code | undefined>> => {
  const set = (property: string): Code | undefined =>
    graph.isSet(source.node, property) && source.read(property) !== undefined
      ? source.code(property)
      : undefined;
  return { maxEventAge: set('maximumEventAge'), retryAttempts: set('maximumRetryAttempts') };
};

const deadLetterQueue = ({ source }: ConnectionScope): Code | undefined =>
  source.links('out', { mechanism: 'dead-letter' })[0]?.target.construct;
