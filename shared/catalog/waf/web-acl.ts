import { type ExpressionObject, join, pseudo } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import type { NodeScope } from '../service.ts';

/** What is counted of a rule, or of the whole. */
const visibility = (scope: NodeScope, metric: string): ExpressionObject => ({
  CloudWatchMetricsEnabled: scope.value('metricsEnabled') ?? true,
  SampledRequestsEnabled: scope.value('sampledRequests') ?? true,
  // Metric names take letters, digits, - and _, 128 at most.
  MetricName: metric.slice(0, 128),
});

/** Addresses that send too much come first: what they send need not be looked at any more. */
const rateRule = (scope: NodeScope): readonly ExpressionObject[] =>
  scope.read('limitRate') === true
    ? [
        {
          Name: 'RateLimit',
          Action: { Block: {} },
          Statement: {
            RateBasedStatement: {
              AggregateKeyType: 'IP',
              Limit: scope.value('rateLimit') ?? 2000,
              EvaluationWindowSec: scope.value('rateWindow'),
            },
          },
          VisibilityConfig: visibility(scope, `${scope.id}RateLimit`),
        },
      ]
    : [];

const groupRules = (scope: NodeScope): readonly ExpressionObject[] => {
  const groups = scope.read('managedRuleGroups');
  return [...new Set(Array.isArray(groups) ? groups : [])].flatMap((group) =>
    typeof group === 'string'
      ? [
          {
            Name: group,
            // The group itself says what to do.
            OverrideAction: { None: {} },
            Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: group } },
            VisibilityConfig: visibility(scope, `${scope.id}${group}`),
          },
        ]
      : [],
  );
};

/** What tells the figures of a web ACL from those of others: all its rules together. */
export const webAclDimensions = (scope: NodeScope): ExpressionObject => ({
  // Figures of distributions belong to no Region.
  ...(scope.read('scope') === 'CLOUDFRONT' ? {} : { Region: scope.region }),
  Rule: 'ALL',
  WebACL: scope.id.slice(0, 128),
});

/** A web ACL with its rules; connections say what it protects. */
export const emitWebAcl = (scope: NodeScope): void => {
  const { out, id } = scope;
  if (refuseUnknown(scope, 'scope', 'defaultAction', 'managedRuleGroups', 'limitRate')) return;
  const rules = [...rateRule(scope), ...groupRules(scope)];
  out.resource(id, {
    type: 'AWS::WAFv2::WebACL',
    properties: {
      ...scope.cfnProperties(),
      DefaultAction: scope.read('defaultAction') === 'BLOCK' ? { Block: {} } : { Allow: {} },
      VisibilityConfig: visibility(scope, id),
      Rules: rules.map((rule, index) => ({ ...rule, Priority: index })),
    },
  });
};

/** Logs of a web ACL go only to places whose names start so. */
export const wafLogPrefix = 'aws-waf-logs-';

/** True for a place that a web ACL writes its logs to. */
export const takesWafLogs = ({ links }: NodeScope): boolean =>
  links('in', { mechanism: 'logging', kind: 'waf-web-acl' }).length > 0;

/** The ARN of a deployed stage of a REST API, as WAF wants it. */
export const stageArn = (api: NodeScope) =>
  join(
    'arn:',
    pseudo('Partition'),
    ':apigateway:',
    pseudo('Region'),
    '::/restapis/',
    api.attribute('id'),
    '/stages/',
    api.attribute('stage'),
  );
