import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Source pushes a notification to the target. */
export const pushInvoke = defineMechanism({
  id: 'push-invoke',
  family: 'trigger',
  title: 'Source pushes a notification to the target',
  explain: 'Source pushes a notification to the target.',
  emit: connectionNotExported,
});
