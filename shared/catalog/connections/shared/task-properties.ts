import { choice, list, type PropertyTable, seconds, text } from '../../property.ts';

/** What every task of a workflow can say. */
const common: PropertyTable = {
  stateName: text({
    maxLength: 80,
    help: 'The name of the state; empty takes one from the target. Unique in the state machine, 80 characters at most.',
  }),
  retry: list({
    default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
    advanced: true,
    help: 'When and how often the call is tried again: ErrorEquals, IntervalSeconds, MaxAttempts, BackoffRate.',
  }),
  catch: list({
    advanced: true,
    help: 'Where the workflow goes when the call has failed for good: ErrorEquals and Next. A state that is not there becomes a Fail state.',
  }),
  timeoutSeconds: seconds({
    min: 1,
    advanced: true,
    help: 'The task fails after this time. Without it, a task that waits for a token waits up to a year.',
  }),
};

/** A task that calls and goes on. */
export const taskProperties: PropertyTable = common;

const patternHelp =
  'Request-response goes on as soon as the service has answered. Wait for task token goes on when somebody sends the token back.';

/** A task that can also wait until somebody sends the token back. */
export const waitingTaskProperties: PropertyTable = {
  ...common,
  pattern: choice(['request-response', 'wait-for-task-token'], {
    default: 'request-response',
    help: patternHelp,
  }),
};

/** A task that can also wait until the job is done, and knows no token. */
export const runTaskProperties: PropertyTable = {
  ...common,
  pattern: choice(['request-response', 'sync'], {
    default: 'sync',
    help: 'Request-response goes on as soon as the service has answered. Sync waits until the job is done.',
  }),
};

/** A task that can also wait until the job is done. */
export const jobTaskProperties: PropertyTable = {
  ...common,
  pattern: choice(['request-response', 'sync', 'wait-for-task-token'], {
    default: 'request-response',
    help: `${patternHelp} Sync waits until the job is done.`,
  }),
};
