import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Code or service calls the Lambda Invoke API itself. */
export const directInvoke = defineMechanism({
  id: 'direct-invoke',
  family: 'invoke',
  title: 'Code or service calls the Lambda Invoke API itself',
  explain: 'Code or service calls the Lambda Invoke API itself.',
  emit: connectionNotExported,
});
