/*
 * List prices in USD, us-east-1, as of November 2026, from the pricing pages of the services. Findings show sums
 * of them as "about": other regions differ, and so do discounts.
 */

/** AWS counts a month as 730 hours. */
const hours = 730;
const seconds = hours * 3600;

/** A month of one unit that is billed while idle. */
export const monthly = {
  natGateway: 0.045 * hours,
  /** In each Availability Zone. */
  interfaceEndpoint: 0.01 * hours,
  onDemandStream: 0.04 * hours,
  shard: 0.015 * hours,
  readUnit: 0.00013 * hours,
  writeUnit: 0.00065 * hours,
  /** Two vCPUs, the least that is billed. */
  databaseProxy: 2 * 0.015 * hours,
  databaseGigabyte: 0.115,
  /** A gigabyte of memory of one provisioned execution. */
  provisionedGigabyte: { arm64: 0.000_003_333_4 * seconds, x86_64: 0.000_004_166_7 * seconds },
} as const;

/** A month of a database instance in one zone, without storage: PostgreSQL, MySQL or MariaDB, which cost about the same. */
export const databaseInstance: Readonly<Record<string, number>> = {
  'db.t3.micro': 0.018 * hours,
  'db.t3.small': 0.036 * hours,
  'db.t3.medium': 0.072 * hours,
  'db.t4g.micro': 0.016 * hours,
  'db.t4g.small': 0.032 * hours,
  'db.t4g.medium': 0.065 * hours,
  'db.t4g.large': 0.129 * hours,
  'db.m6g.large': 0.159 * hours,
};

/** The free tier of functions in a month, and what comes after it. */
export const functions = {
  freeRequests: 1_000_000,
  freeGbSeconds: 400_000,
  request: 0.2 / 1_000_000,
  gbSecond: { arm64: 0.000_013_333_4, x86_64: 0.000_016_666_7 },
} as const;
