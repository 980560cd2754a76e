import { defineMechanism } from '../connection.ts';
import { type FunctionDestination, writeFunctionDestination } from '../destinations.ts';
import { isOnlyOne } from '../only-one.ts';

/** The result of an asynchronous invocation goes on by itself. */
export const successDestination = defineMechanism<FunctionDestination>({
  id: 'success-destination',
  family: 'failure',
  onPath: 'never',
  title: 'On-success destination',
  explain:
    'When a function that was invoked asynchronously ends well, Lambda sends what came and what the function returned to the destination. So one step follows another without code for it. It does not act on calls that somebody waits for.',
  emit(scope) {
    if (isOnlyOne(scope, 'on-success destination'))
      writeFunctionDestination(scope, scope.options, 'OnSuccess');
  },
});
