import type { ConnectionScope } from '../../connection.ts';
import { emitFlowLogsToBucket, emitFlowLogsToGroup } from '../../network/flow-logs.ts';
import { connectionNotExported } from '../../not-exported.ts';

import { emitAccessLogs } from './bucket.ts';

type Writer = (scope: ConnectionScope) => void;

const nothing: Writer = () => undefined;

/** How each kind of source is told where its logs go. */
export const loggingWriters = {
  /** The kind looks for its log group itself. */
  'by-kind': nothing,
  /** The service decides; the arrow only shows it. */
  'by-service': nothing,
  'rest-api': connectionNotExported,
  'http-api': connectionNotExported,
  'websocket-api': connectionNotExported,
  'distribution-bucket': connectionNotExported,
  'distribution-delivery': connectionNotExported,
  'distribution-stream': connectionNotExported,
  bucket: emitAccessLogs,
  'user-pool': connectionNotExported,
  'event-bus': connectionNotExported,
  topic: connectionNotExported,
  database: connectionNotExported,
  'flow-log-group': emitFlowLogsToGroup,
  'flow-log-bucket': emitFlowLogsToBucket,
} satisfies Readonly<Record<string, Writer>>;

export type LoggingSetting = keyof typeof loggingWriters;
