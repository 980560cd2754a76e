/*
 * Quotas that AWS raises on request, with AWS's default. A design may hold the account's own numbers
 * (`limits`). Fixed limits stand in the rules that check them. As of November 2026.
 */
export const quotas = {
  /** Concurrent Lambda executions of an account in a region. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
  accountConcurrency: 1000,
  /** Alternate domain names of a distribution. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
  cloudFrontAliases: 100,
  /** Cache behaviors of a distribution. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
  cloudFrontBehaviors: 75,
  /** Filters of an event source mapping; ten at most. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */
  eventSourceFilters: 5,
  /** Subscriptions of a topic that have a filter policy. https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
  filterPoliciesPerTopic: 200,
  /** Characters of an event pattern; 4,096 at most. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
  eventPatternLength: 2048,
  /** Rules of an event bus; 100 in a few Regions. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
  rulesPerEventBus: 300,
  /** Global secondary indexes of a table. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
  globalSecondaryIndexes: 20,
} as const satisfies Readonly<Record<string, number>>;

export type LimitName = keyof typeof quotas;
