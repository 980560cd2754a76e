import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { emitDatabaseRole } from '../rds/roles.ts';

export interface DataExport {
  /**
   * Tables are exported by a call that needs nothing but the caller's permissions; CloudWatch Logs has to be let into
   * the bucket; a database gets a role; a warehouse has one; a query writes with the rights of whoever asks.
   */
  readonly from: 'table' | 'log-group' | 'database' | 'warehouse' | 'query';
}

/** A copy of the data as files. */
export const dataExport = defineMechanism<DataExport>({
  id: 'data-export',
  family: 'stream',
  title: 'Export of data',
  explain:
    'A copy of the data is written into a bucket as files, for analysis or to keep. It is a task that somebody starts, by hand, from code or with a schedule, and that runs for minutes or hours; nothing flows by itself.',
  emit(scope) {
    switch (scope.options.from) {
      case 'table':
      case 'query':
        return;
      case 'warehouse':
        for (const statement of scope.statements('source-role'))
          scope.source.out.allow(scope.source.node.id, statement);
        return;
      case 'log-group':
        letLogsIn(scope);
        return;
      case 'database':
        emitDatabaseRole(scope);
    }
  },
});

/** CloudWatch Logs comes under the name that it has in its region. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3ExportTasks.html */
const letLogsIn = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, {
      ...statement,
      principal: { Service: `logs.${source.region}.amazonaws.com` },
    });
};
