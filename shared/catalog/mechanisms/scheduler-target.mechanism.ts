import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Schedule invokes a target. */
export const schedulerTarget = defineMechanism({
  id: 'scheduler-target',
  family: 'event',
  title: 'Schedule invokes a target',
  explain: 'Schedule invokes a target.',
  emit: connectionNotExported,
});
