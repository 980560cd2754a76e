import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Metric watched by an alarm. */
export const metric = defineMechanism({
  id: 'metric',
  family: 'ops',
  onPath: 'never',
  title: 'Metric watched by an alarm',
  explain: 'Metric watched by an alarm.',
  emit: connectionNotExported,
});
