import type { DataSource } from '../appsync/data-sources.ts';
import { writeDataSource } from '../appsync/resolvers.ts';
import { defineMechanism } from '../connection.ts';

/** A field of a GraphQL schema gets its value from the target. */
export const dataSource = defineMechanism<DataSource>({
  id: 'data-source',
  family: 'data',
  title: 'AppSync data source',
  explain:
    'AppSync runs a few lines of JavaScript, the resolver: they turn what was asked into a request to the data source, and its answer into the value of the field. AppSync calls the data source itself, under a role that may do just that. Several arrows with the same field make a pipeline: one step after the other, each with the result of the one before.',
  /* The API writes the resolvers, since several arrows can make one. */
  emit: writeDataSource,
});
