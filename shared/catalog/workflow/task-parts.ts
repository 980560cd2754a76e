import type { TaskOutput } from './definition.ts';
import { executionName, input, stepHash, type TaskArguments, taskToken } from './dynamic.ts';
import type { TaskContext } from './task-target.ts';

/* What tasks have in common, whatever they call. */

/** The state gives its own input on. */
export const keep: TaskOutput = { kind: 'input' };

/** The state gives a part of the answer on. */
export const field = (name: string): TaskOutput => ({ kind: 'field', field: name });

/** The input, together with the token when somebody else is to answer. */
export const message = ({ pattern }: TaskContext): TaskArguments[string] =>
  pattern === 'wait-for-task-token' ? { input, taskToken } : input;

/** What FIFO queues and topics ask for: executions in order, no step twice. */
export const fifoFields = (fifo: boolean, contentBased: boolean): TaskArguments =>
  fifo
    ? {
        MessageGroupId: executionName,
        ...(contentBased ? {} : { MessageDeduplicationId: stepHash }),
      }
    : {};

/**
 * A text of the design stands in the definition itself: filled in at deployment, its quotation marks would end the
 * text around it.
 */
export const inDefinition = (context: TaskContext, property: string, word: string): string => {
  const value = context.target.read(property);
  return typeof value === 'string' ? value : context.fill(word, context.target.attribute(property));
};
