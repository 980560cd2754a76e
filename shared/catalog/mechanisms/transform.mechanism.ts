import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Service calls a function to transform records. */
export const transform = defineMechanism({
  id: 'transform',
  family: 'trigger',
  title: 'Service calls a function to transform records',
  explain: 'Service calls a function to transform records.',
  emit: connectionNotExported,
});
