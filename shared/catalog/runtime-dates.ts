/*
 * When AWS stops caring for a Lambda runtime. AWS moves these dates often, mostly to later.
 * As of 2026-08. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy
 */

export interface RuntimeDates {
  /** From this day on there are no more patches and no support. */
  readonly deprecated: string;
  /** From this day on no function can be created with it. */
  readonly createBlocked: string;
  /** What AWS advises instead; the newest of its language where absent. */
  readonly successor?: string;
}

const newest = {
  nodejs: 'nodejs24.x',
  python: 'python3.14',
  java: 'java25',
  dotnet: 'dotnet10',
  ruby: 'ruby3.4',
  system: 'provided.al2023',
} as const;

const dates = (
  deprecated: string,
  createBlocked: string,
  successor?: keyof typeof newest,
): RuntimeDates => ({
  deprecated,
  createBlocked,
  ...(successor && { successor: newest[successor] }),
});

/** Every runtime there is or was, by its identifier. */
export const runtimeDates: ReadonlyMap<string, RuntimeDates> = new Map([
  ['nodejs24.x', dates('2028-04-30', '2028-06-01')],
  ['nodejs22.x', dates('2027-04-30', '2027-06-01', 'nodejs')],
  ['nodejs20.x', dates('2026-04-30', '2027-02-01', 'nodejs')],
  ['nodejs18.x', dates('2025-09-01', '2027-02-01', 'nodejs')],
  ['nodejs16.x', dates('2024-06-12', '2027-02-01', 'nodejs')],
  ['nodejs14.x', dates('2023-12-04', '2024-01-09', 'nodejs')],
  ['nodejs12.x', dates('2023-03-31', '2023-03-31', 'nodejs')],
  ['nodejs10.x', dates('2021-07-30', '2021-07-30', 'nodejs')],
  ['nodejs8.10', dates('2020-03-06', '2020-02-04', 'nodejs')],
  ['nodejs6.10', dates('2019-08-12', '2019-07-12', 'nodejs')],
  ['nodejs4.3', dates('2020-03-05', '2020-02-03', 'nodejs')],
  ['nodejs', dates('2016-08-30', '2016-09-30', 'nodejs')],
  ['python3.14', dates('2029-06-30', '2029-07-31')],
  ['python3.13', dates('2029-06-30', '2029-07-31', 'python')],
  ['python3.12', dates('2028-10-31', '2028-11-30', 'python')],
  ['python3.11', dates('2027-06-30', '2027-07-31', 'python')],
  ['python3.10', dates('2026-10-31', '2027-02-01', 'python')],
  ['python3.9', dates('2025-12-15', '2027-02-01', 'python')],
  ['python3.8', dates('2024-10-14', '2027-02-01', 'python')],
  ['python3.7', dates('2023-12-04', '2024-01-09', 'python')],
  ['python3.6', dates('2022-07-18', '2022-07-18', 'python')],
  ['python2.7', dates('2021-07-15', '2021-07-15', 'python')],
  ['java25', dates('2029-06-30', '2029-07-31')],
  ['java21', dates('2029-06-30', '2029-07-31', 'java')],
  ['java17', dates('2027-06-30', '2027-07-31', 'java')],
  ['java11', dates('2027-06-30', '2027-07-31', 'java')],
  ['java8.al2', dates('2027-06-30', '2027-07-31', 'java')],
  ['java8', dates('2024-01-08', '2024-02-08', 'java')],
  ['dotnet10', dates('2028-11-14', '2028-12-14')],
  ['dotnet8', dates('2026-11-10', '2027-02-01', 'dotnet')],
  ['dotnet7', dates('2024-05-14', '2024-05-14', 'dotnet')],
  ['dotnet6', dates('2024-12-20', '2027-02-01', 'dotnet')],
  ['dotnetcore3.1', dates('2023-04-03', '2023-04-03', 'dotnet')],
  ['dotnetcore2.1', dates('2022-01-05', '2022-01-05', 'dotnet')],
  ['dotnetcore2.0', dates('2019-05-30', '2019-04-30', 'dotnet')],
  ['dotnetcore1.0', dates('2019-06-27', '2019-06-30', 'dotnet')],
  ['ruby4.0', dates('2029-03-31', '2029-04-30')],
  ['ruby3.4', dates('2028-03-31', '2028-04-30')],
  ['ruby3.3', dates('2027-03-31', '2027-04-30', 'ruby')],
  ['ruby3.2', dates('2026-03-31', '2027-02-01', 'ruby')],
  ['ruby2.7', dates('2023-12-07', '2024-01-09', 'ruby')],
  ['ruby2.5', dates('2021-07-30', '2021-07-30', 'ruby')],
  ['go1.x', dates('2024-01-08', '2024-02-08', 'system')],
  ['provided.al2023', dates('2029-06-30', '2029-07-31')],
  ['provided.al2', dates('2026-07-31', '2027-02-01', 'system')],
  ['provided', dates('2024-01-08', '2024-02-08', 'system')],
]);
