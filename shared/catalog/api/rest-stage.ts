import { type Code, flag } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ExpressionObject, isToken } from '../expression.ts';
import { retentionOf } from '../log-groups.ts';
import { memberOf } from '../members.ts';
import type { NodeScope } from '../service.ts';
import {
  type AccessLogs,
  drawnAccessLogs,
  formatCode,
  ownAccessLogs,
  restDestinationCode,
} from './access-logs.ts';

/** True when the stage has a cache. */
export const caches = (read: (property: string) => unknown): boolean =>
  read('cacheClusterEnabled') === true;

const standardFormat =
  '$context.requestId $context.httpMethod $context.resourcePath $context.status';

/** Where the stage writes a line for each request: what is drawn, else a log group of its own. */
export const accessLogsOf = (scope: NodeScope): AccessLogs | undefined => {
  const drawn = drawnAccessLogs(scope);
  if (drawn !== undefined) return drawn;
  return scope.read('accessLogging') === true
    ? ownAccessLogs(scope, standardFormat, retentionOf(scope, 'logRetentionDays'))
    : undefined;
};

/** The settings of the stage, and of all its methods. */
export const stageSettings = (scope: NodeScope): ExpressionObject => ({
  CacheClusterEnabled: scope.value('cacheClusterEnabled'),
  CacheClusterSize: caches(scope.read) ? (scope.value('cacheClusterSize') ?? '0.5') : undefined,
  MethodSettings: [
    {
      ResourcePath: '/*',
      HttpMethod: '*',
      LoggingLevel: scope.value('loggingLevel'),
      MetricsEnabled: scope.value('metricsEnabled'),
      // Whole requests and answers in the logs would hold personal data.
      DataTraceEnabled: false,
      ThrottlingRateLimit: scope.value('throttlingRateLimit'),
      ThrottlingBurstLimit: scope.value('throttlingBurstLimit'),
      CachingEnabled: caches(scope.read) ? true : undefined,
      CacheTtlInSeconds: scope.value('cacheTtl'),
    },
  ],
});

const levels = { OFF: 'OFF', ERROR: 'ERROR', INFO: 'INFO' };

/** The same as properties of the L2 construct. */
export const stageCode = (
  scope: NodeScope,
  logs: AccessLogs | undefined,
): Readonly<Record<string, Code | undefined>> => {
  const level = scope.value('loggingLevel') ?? 'ERROR';
  return {
    loggingLevel: isToken(level)
      ? { kind: 'as', value: codeOf(level), type: 'apigw.MethodLoggingLevel' }
      : memberOf('apigw.MethodLoggingLevel', levels, level, 'ERROR'),
    metricsEnabled: scope.code('metricsEnabled'),
    dataTraceEnabled: flag(false),
    throttlingRateLimit: scope.code('throttlingRateLimit'),
    throttlingBurstLimit: scope.code('throttlingBurstLimit'),
    cacheClusterEnabled: scope.code('cacheClusterEnabled'),
    cacheClusterSize: caches(scope.read)
      ? codeOf(scope.value('cacheClusterSize') ?? '0.5')
      : undefined,
    cachingEnabled: caches(scope.read) ? flag(true) : undefined,
    cacheTtl: scope.code('cacheTtl'),
    tracingEnabled:
      scope.links('out', { mechanism: 'tracing' }).length > 0
        ? flag(true)
        : scope.code('tracingEnabled'),
    accessLogDestination: logs && restDestinationCode(logs),
    accessLogFormat: logs && formatCode(logs),
  };
};
