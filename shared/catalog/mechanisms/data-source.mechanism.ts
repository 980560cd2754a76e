import { type DatabaseReading, readDatabase } from '../analytics/database-reading.ts';
import { type TargetVariable, tellTarget } from '../analytics/tell.ts';
import type { DataSource } from '../appsync/data-source.ts';
import { writeDataSource } from '../appsync/resolvers.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';

/** A job or a query reads in bulk, under its own role or with the rights of whoever asks. */
export interface ReadInBulk {
  readonly by: 'reader';
  /** What the reader's code is told of the source. */
  readonly variable?: TargetVariable;
}

/** A job connects to a database and reads its tables. */
export interface ReadDatabase extends DatabaseReading {
  readonly by: 'database-reader';
}

type Options = DataSource | ReadInBulk | ReadDatabase;

/** A field of a GraphQL schema, a job or a query gets its data from a source. */
export const dataSource = defineMechanism<Options>({
  id: 'data-source',
  family: 'data',
  title: 'Data source',
  explain:
    'A job or a query fetches the data itself when it works; the source does nothing for it. AppSync runs a few lines of JavaScript, the resolver: they turn what was asked into a request to the data source, and its answer into the value of the field. It calls the data source itself, under a role that may do just that. Several arrows with the same field make a pipeline: one step after the other, each with the result of the one before.',
  /* The API writes the resolvers, since several arrows can make one. */
  emit(scope) {
    const { options } = scope;
    if (!('by' in options)) writeDataSource({ ...scope, options });
    else if (options.by === 'reader') readInBulk(scope, options);
    else readDatabase(scope, options);
  },
});

const readInBulk = (scope: ConnectionScope<Options>, { variable }: ReadInBulk): void => {
  for (const statement of scope.statements('target-role'))
    scope.target.out.allow(scope.target.node.id, statement);
  tellTarget(scope, variable);
};
