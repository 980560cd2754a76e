import { defineMechanism } from '../connection.ts';
import { namesNothing } from '../dead-letters.ts';
import { type FunctionDestination, writeFunctionDestination } from '../destinations.ts';
import { isOnlyOne } from '../only-one.ts';

/** Of an asynchronous invocation, or of a stream's mapping, which then writes it. */
export type FailureDestination = FunctionDestination | { readonly on: 'mapping' };

/** What Lambda gave up goes on to somebody who deals with it. */
export const failureDestination = defineMechanism<FailureDestination>({
  id: 'failure-destination',
  family: 'failure',
  onPath: 'never',
  title: 'On-failure destination',
  explain:
    'When Lambda has tried an asynchronous event or a batch of a stream as often as it may, it sends a record of it to the destination: what came, what the function answered and why it was given up. This tells more than a dead-letter queue, which gets the event alone. It does not act on calls that somebody waits for.',
  emit(scope) {
    const { options, source, target, graph, connection } = scope;
    if (options.on === 'function') {
      if (isOnlyOne(scope, 'on-failure destination'))
        writeFunctionDestination(scope, options, 'OnFailure');
      return;
    }
    const mapping = graph.value(connection, 'mapping');
    isOnlyOne(
      scope,
      'destination for the discarded batches of a mapping',
      (other) => graph.value(other, 'mapping') === mapping,
    );
    if (namesNothing(scope, 'mapping'))
      source.out.problem(
        `The arrow for discarded batches from "${source.node.name}" to "${target.node.name}" names an event source mapping that does not exist.`,
      );
  },
});
