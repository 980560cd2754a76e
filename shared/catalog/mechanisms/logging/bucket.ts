import type { ConnectionScope } from '../../connection.ts';

/** Server access logs of a bucket go to another bucket, which lets the logging service write. */
export const emitAccessLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  source.out.set(source.id, 'LoggingConfiguration', {
    DestinationBucketName: target.attribute('name'),
    LogFilePrefix: scope.value('prefix'),
  });
  source.out.props(source.id, {
    serverAccessLogsBucket: target.construct,
    serverAccessLogsPrefix: scope.code('prefix'),
  });
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement, 'sam');
};
