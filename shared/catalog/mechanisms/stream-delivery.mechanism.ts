import { defineMechanism } from '../connection.ts';

export interface StreamDelivery {
  /** How the destination is written; `firehose/destinations.ts` knows each. */
  readonly to: 'bucket' | 'endpoint' | 'search' | 'warehouse';
}

/** A delivery stream writes to its destination; the stream's kind writes the setting, since it has exactly one. */
export const streamDelivery = defineMechanism<StreamDelivery>({
  id: 'stream-delivery',
  family: 'stream',
  title: 'Delivery of a stream',
  explain:
    'The delivery stream gathers records until enough have come in or enough time has passed, and writes them to the destination in one go, under its own role. A destination that is down for a while does no harm: the stream tries again, and what it cannot deliver goes to a bucket.',
  emit(scope) {
    const { source, options } = scope;
    // The L2 destinations grant the CDK's role what it needs.
    const only = options.to === 'bucket' || options.to === 'endpoint' ? 'sam' : undefined;
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement, only);
  },
});
