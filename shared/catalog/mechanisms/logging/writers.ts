import { allowBesideConstruct } from '../../beside-construct.ts';
import type { ConnectionScope } from '../../connection.ts';
import {
  emitDistributionBucketLogs,
  emitDistributionDelivery,
  emitDistributionStreamLogs,
} from '../../edge/distribution-logs.ts';
import { emitCacheLogs } from '../../elasticache/cache.ts';
import { emitBalancerLogs } from '../../elb/access-logs.ts';
import { emitFlowLogsToBucket, emitFlowLogsToGroup } from '../../network/flow-logs.ts';
import { emitDatabaseLogs } from '../../rds/logs.ts';
import { emitWafBucket, emitWafLogGroup, emitWafLogs } from '../../waf/logs.ts';
import { emitAccessLogs } from './bucket.ts';
import { emitBusLogs } from './bus.ts';
import { emitSearchLogs } from './search.ts';
import { emitDeliveryStatus, emitGraphqlLogs, emitUserPoolLogs } from './services.ts';

type Writer = (scope: ConnectionScope) => void;

const nothing: Writer = () => undefined;

const allowSource: Writer = (scope) =>
  allowBesideConstruct(scope.source, scope.statements('source-role'));

/** How each kind of source is told where its logs go. */
export const loggingWriters = {
  /** The kind looks for its log group itself. */
  'by-kind': nothing,
  /** The service decides; the arrow only shows it. */
  'by-service': nothing,
  /** The kind looks for its log group itself; its role has to be allowed to write. */
  'delivery-stream': allowSource,
  application: allowSource,
  'search-domain': emitSearchLogs,
  pipe: allowSource,
  'rest-api': nothing,
  'http-api': nothing,
  'websocket-api': nothing,
  'distribution-bucket': emitDistributionBucketLogs,
  'distribution-delivery': emitDistributionDelivery,
  'distribution-stream': emitDistributionStreamLogs,
  bucket: emitAccessLogs,
  'user-pool': emitUserPoolLogs,
  'event-bus': emitBusLogs,
  topic: emitDeliveryStatus,
  graphql: emitGraphqlLogs,
  database: emitDatabaseLogs,
  cache: emitCacheLogs,
  'application-balancer': emitBalancerLogs,
  'network-balancer': emitBalancerLogs,
  'web-acl': emitWafLogs,
  'web-acl-bucket': emitWafBucket,
  'web-acl-log-group': emitWafLogGroup,
  'flow-log-group': emitFlowLogsToGroup,
  'flow-log-bucket': emitFlowLogsToBucket,
} satisfies Readonly<Record<string, Writer>>;

export type LoggingSetting = keyof typeof loggingWriters;
