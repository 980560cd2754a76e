import { invoke } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { scaleByQueue } from '../ecs/queue-scaling.ts';
import { granteeOf } from '../grantee.ts';
import type { LinkScope } from '../service.ts';

export interface WorkerPoll {
  /** The method of the source's construct that grants just what the statements say; absent: they are written out. */
  readonly grant?: string;
  /** Variables for the program that polls: texts with placeholders. */
  readonly variables: Readonly<Record<string, string>>;
  /** The number of workers follows the length of the queue, where the row's properties say so. */
  readonly scales?: true;
  /** The source is a workflow, whose work waits in an activity. */
  readonly activity?: true;
}

/** The activity in which the work of a workflow waits for the program. */
export const activityId = ({ resourceId }: LinkScope): string => resourceId('Activity');

/** A program that runs all the time takes records out by itself. */
export const workerPoll = defineMechanism<WorkerPoll>({
  id: 'worker-poll',
  family: 'trigger',
  title: 'Polling by a program of your own',
  explain:
    'Nobody calls the program: it asks again and again for the next records, works on them, and says which are done. It decides itself how many it takes at once and how many copies of it run. It must be allowed to read, and it must know where; Isobar writes the permission, and gives a container the name of the source.',
  emit(scope) {
    const { source, target, options } = scope;
    if (options.activity) emitActivity(scope);
    const statements = scope.statements('target-role');
    for (const statement of statements)
      target.out.allow(target.node.id, statement, options.grant === undefined ? undefined : 'sam');
    if (options.grant !== undefined && statements.length > 0)
      target.out.statement(invoke(source.construct, options.grant, granteeOf(target)));
    giveVariables(scope);
    if (options.scales) scaleByQueue(scope);
  },
});

const emitActivity = (scope: ConnectionScope<WorkerPoll>): void => {
  const activityName = scope.value('activityName') ?? '';
  scope.source.out.resource(activityId(scope), {
    type: 'AWS::StepFunctions::Activity',
    properties: { Name: activityName },
    cdk: { class: 'sfn.Activity', props: { activityName: codeOf(activityName) } },
  });
};

/** Kinds without `finish` have no place for variables. */
const giveVariables = ({ target, options, fill }: ConnectionScope<WorkerPoll>): void => {
  if (target.service?.finish === undefined) return;
  for (const [name, value] of Object.entries(options.variables))
    target.out.environment(target.node.id, name, fill(value));
};
