import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { type QueryLanguage, renderArguments, type TaskArguments } from './dynamic.ts';

/** How long a task waits: for the call alone, for the job that it starts, or for somebody to send the token back. */
export type TaskPattern = 'request-response' | 'sync' | 'wait-for-task-token';

/** What a state gives to the next one. */
export type TaskOutput =
  /** Its own input: the call matters, not its answer. */
  | { readonly kind: 'input' }
  /** The answer as it is. */
  | { readonly kind: 'result' }
  /** A part of the answer, by its field. */
  | { readonly kind: 'field'; readonly field: string };

/** One service call of a workflow, in no language yet. */
export interface WorkflowTask {
  readonly stateName: string;
  /** The integration, such as `lambda:invoke`. */
  readonly resource: string;
  /** The whole resource, for what is no integration of a service. */
  readonly arn?: string;
  /** The suffix for `sync`; some integrations have a second version of it. */
  readonly syncSuffix?: string;
  readonly pattern: TaskPattern;
  readonly arguments: TaskArguments;
  readonly output: TaskOutput;
  readonly retry?: Json | undefined;
  readonly catch?: Json | undefined;
  readonly timeoutSeconds?: Json | undefined;
}

/** What a generated definition says. */
export interface WorkflowPlan {
  readonly language: QueryLanguage;
  readonly partition: string;
  readonly timeoutSeconds?: Json | undefined;
  /** In the order in which they run. */
  readonly tasks: readonly WorkflowTask[];
}

/** State names have at most 80 characters. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const longestName = 80;

/**
 * A definition in the Amazon States Language that runs one task after the other; without tasks one state that
 * hands its input on.
 */
export const buildDefinition = (plan: WorkflowPlan): JsonObject => {
  const names = uniqueNames(plan.tasks.map(({ stateName }) => stateName));
  const states: Record<string, Json> = {};
  plan.tasks.forEach((task, index) => {
    states[names[index] ?? ''] = taskState(task, names[index + 1], plan);
  });
  if (plan.tasks.length === 0) states.Done = { Type: 'Pass', End: true };
  for (const name of missingTargets(states)) states[name] = failure;
  return {
    QueryLanguage: plan.language,
    StartAt: names[0] ?? 'Done',
    ...(plan.timeoutSeconds === undefined ? {} : { TimeoutSeconds: plan.timeoutSeconds }),
    States: states,
  };
};

const failure: Json = {
  Type: 'Fail',
  Error: 'WorkflowFailed',
  Cause: 'A task failed and was not tried again; its error is in the history of the execution.',
};

const taskState = (
  task: WorkflowTask,
  next: string | undefined,
  { language, partition }: WorkflowPlan,
): Json => {
  const rendered = renderArguments(task.arguments, language);
  const suffix =
    task.pattern === 'sync'
      ? (task.syncSuffix ?? '.sync')
      : task.pattern === 'wait-for-task-token'
        ? '.waitForTaskToken'
        : '';
  return {
    Type: 'Task',
    Resource: task.arn ?? `arn:${partition}:states:::${task.resource}${suffix}`,
    ...(task.arn !== undefined
      ? {}
      : language === 'JSONata'
        ? { Arguments: rendered }
        : { Parameters: rendered }),
    // Who sends the token back says what the answer is.
    ...(task.pattern === 'wait-for-task-token' ? {} : outputFields(task.output, language)),
    ...(task.timeoutSeconds === undefined ? {} : { TimeoutSeconds: task.timeoutSeconds }),
    ...(isFilled(task.retry) ? { Retry: task.retry } : {}),
    ...(isFilled(task.catch) ? { Catch: task.catch } : {}),
    ...(next === undefined ? { End: true } : { Next: next }),
  };
};

const isFilled = (list: Json | undefined): list is readonly Json[] =>
  Array.isArray(list) && list.length > 0;

const outputFields = (output: TaskOutput, language: QueryLanguage): { [key: string]: Json } => {
  switch (output.kind) {
    case 'input':
      return language === 'JSONata' ? { Output: '{% $states.input %}' } : { ResultPath: null };
    case 'result':
      return {};
    case 'field':
      return language === 'JSONata'
        ? { Output: `{% $states.result.${output.field} %}` }
        : { OutputPath: `$.${output.field}` };
  }
};

/** The names, cut to AWS's limit; a name that is taken gets a number. */
const uniqueNames = (wishes: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return wishes.map((wish) => {
    const base = [...(wish.trim() === '' ? 'Task' : wish)].slice(0, longestName).join('');
    let name = base;
    for (let count = 2; taken.has(name); count += 1) {
      const number = ` ${count}`;
      name = [...base].slice(0, longestName - number.length).join('') + number;
    }
    taken.add(name);
    return name;
  });
};

/** States that a `Catch` leads to and that nobody drew. */
const missingTargets = (states: Readonly<Record<string, Json>>): readonly string[] => {
  const targets = Object.values(states).flatMap((state) =>
    isJsonObject(state) && Array.isArray(state.Catch)
      ? state.Catch.flatMap((handler: Json) =>
          isJsonObject(handler) && typeof handler.Next === 'string' ? [handler.Next] : [],
        )
      : [],
  );
  return [...new Set(targets)].filter((name) => !Object.hasOwn(states, name));
};
