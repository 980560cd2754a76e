/*
 * List prices in USD, us-east-1, looked up in November 2026: the amounts in copies of AWS's price lists and in bills of
 * that year, for the pages named here show them by scripts. What could not be looked up is not in here, and is then
 * said without an amount. Findings show sums of them as "about": other regions differ, and so do discounts.
 */

/** AWS counts a month as 730 hours. */
const hours = 730;
const seconds = hours * 3600;

/** A month of one unit that is billed while idle. */
export const monthly = {
  /** https://aws.amazon.com/vpc/pricing/ (August 2026) */
  natGateway: 0.045 * hours,
  /** Without the load, of either sort. https://aws.amazon.com/elasticloadbalancing/pricing/ (2026) */
  loadBalancer: 0.0225 * hours,
  /** In each Availability Zone. https://aws.amazon.com/privatelink/pricing/ (August 2026) */
  interfaceEndpoint: 0.01 * hours,
  /** https://aws.amazon.com/kinesis/data-streams/pricing/ (September 2026) */
  onDemandStream: 0.04 * hours,
  /** https://aws.amazon.com/kinesis/data-streams/pricing/ (2026) */
  shard: 0.015 * hours,
  /** https://aws.amazon.com/dynamodb/pricing/provisioned/ (2026) */
  readUnit: 0.00013 * hours,
  writeUnit: 0.00065 * hours,
  /** Two vCPUs, the least that is billed. https://aws.amazon.com/rds/proxy/pricing/ (2026) */
  databaseProxy: 2 * 0.015 * hours,
  /** General purpose SSD (gp3) of PostgreSQL in one zone. https://aws.amazon.com/rds/postgresql/pricing/ (September 2026) */
  databaseGigabyte: 0.115,
  /** A gigabyte of memory of one provisioned execution. https://aws.amazon.com/lambda/pricing/ (2026) */
  provisionedGigabyte: { arm64: 0.000_003_333_4 * seconds, x86_64: 0.000_004_166_7 * seconds },
} as const;

/**
 * A month of a database instance in one zone, without storage: PostgreSQL; MySQL and MariaDB cost about the same. Of other
 * classes the sources differ. https://aws.amazon.com/rds/postgresql/pricing/ (2026)
 */
export const databaseInstance: Readonly<Record<string, number>> = {
  'db.t4g.micro': 0.016 * hours,
  'db.t4g.small': 0.032 * hours,
  'db.t4g.medium': 0.065 * hours,
};

/** The free tier of functions in a month, and what comes after it. https://aws.amazon.com/lambda/pricing/ (2026) */
export const functions = {
  freeRequests: 1_000_000,
  freeGbSeconds: 400_000,
  request: 0.2 / 1_000_000,
  gbSecond: { arm64: 0.000_013_333_4, x86_64: 0.000_016_666_7 },
} as const;
