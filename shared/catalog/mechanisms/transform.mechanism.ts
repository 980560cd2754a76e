import { defineMechanism } from '../connection.ts';

/** A function changes records on their way through a delivery stream; the stream's kind writes the setting. */
export const transform = defineMechanism({
  id: 'transform',
  family: 'trigger',
  onPath: 'last',
  title: 'Transformation of records',
  explain:
    'The delivery stream hands each batch to the function and waits. The function gives every record back under its id with the result Ok, Dropped or ProcessingFailed; a record that is missing counts as failed. It has five minutes and 6 MB for a batch.',
  emit(scope) {
    const { source } = scope;
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
  },
});
