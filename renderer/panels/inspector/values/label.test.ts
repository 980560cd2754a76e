import { expect, it } from 'vitest';
import { labelOf } from './label.ts';

it.each([
  ['memorySize', 'MB', 'Memory size'],
  ['timeout', 's', 'Timeout'],
  ['logRetentionDays', 'days', 'Log retention'],
  ['retentionInDays', 'days', 'Retention'],
  ['timeoutInMillis', 'ms', 'Timeout'],
  ['delaySeconds', undefined, 'Delay seconds'],
  ['functionUrlCorsAllowOrigins', undefined, 'Function URL CORS allow origins'],
  ['maxAzs', undefined, 'Max AZs'],
  ['multiAz', undefined, 'Multi-AZ'],
  ['eventBridgeEnabled', undefined, 'EventBridge enabled'],
  ['snapStart', undefined, 'SnapStart'],
  ['fifoQueue', undefined, 'FIFO queue'],
  ['appClientOAuthFlows', undefined, 'App client OAuth flows'],
  ['ipv6', undefined, 'IPv6'],
  ['callbackUrls', undefined, 'Callback URLs'],
  ['imageUri', undefined, 'Image URI'],
  ['expectedRecordsPerS', 'records/s', 'Expected records'],
  ['days', 'days', 'Days'],
  ['ünsinn', undefined, 'Unsinn'],
  ['???', undefined, '???'],
])('calls %s (%s) %s', (property, unit, label) => {
  expect(labelOf(property, unit)).toBe(label);
});
