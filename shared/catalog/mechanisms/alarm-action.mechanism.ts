import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Action of an alarm. */
export const alarmAction = defineMechanism({
  id: 'alarm-action',
  family: 'ops',
  onPath: 'first',
  title: 'Action of an alarm',
  explain: 'Action of an alarm.',
  emit: connectionNotExported,
});
