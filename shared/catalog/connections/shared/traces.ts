import type { StatementTemplate } from '../../connection.ts';

/** Sends traces to X-Ray; what is traced has no ARN. */
export const sendsTraces = {
  side: 'source-role',
  actions: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
  ],
  resources: ['*'],
} as const satisfies StatementTemplate;
