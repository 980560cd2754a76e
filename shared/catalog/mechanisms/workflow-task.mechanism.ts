import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Task state of a state machine. */
export const workflowTask = defineMechanism({
  id: 'workflow-task',
  family: 'event',
  title: 'Task state of a state machine',
  explain: 'Task state of a state machine.',
  emit: connectionNotExported,
});
