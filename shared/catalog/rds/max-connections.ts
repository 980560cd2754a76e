/*
 * How many connections a database takes. RDS works it out from the memory of the instance class unless a parameter
 * group says otherwise; a little of the memory is kept for RDS itself, so these are upper bounds. As of November 2026.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html
 */

/** GiB of the small classes, which have less for each processor. */
const small: Readonly<Record<string, number>> = { micro: 1, small: 2, medium: 4 };

/** GiB for each virtual processor, by the beginning of the class family. */
const perProcessor: readonly (readonly [family: RegExp, gib: number])[] = [
  [/^(t3|t4g|m\d[a-z]*)$/, 4],
  [/^r\d[a-z]*$/, 8],
  [/^x2g$/, 16],
  [/^c6gd$/, 2],
];

/** Bytes of memory for each connection, and the most that there are. */
const engines: readonly (readonly [engine: RegExp, bytes: number, most: number])[] = [
  [/^postgres$/, 9_531_392, 5000],
  [/^(mysql|mariadb)$/, 12_582_880, 16_000],
];

/** GiB of memory of an instance class such as `db.t4g.micro`; undefined for one that is not known here. */
export const memoryOfClass = (instanceClass: string): number | undefined => {
  const [, family = '', size = ''] = /^db\.([a-z0-9]+)\.([a-z0-9]+)$/.exec(instanceClass) ?? [];
  const each = perProcessor.find(([pattern]) => pattern.test(family))?.[1];
  if (each === undefined) return undefined;
  if (Object.hasOwn(small, size)) return small[size];
  const [, count] = /^(\d*)x?large$/.exec(size) ?? [];
  if (count === undefined) return undefined;
  const processors = size === 'large' ? 2 : 4 * Number(count === '' ? 1 : count);
  return processors * each;
};

/** About how many connections a database of the engine and class takes by default; undefined when that is not known. */
export const maxConnections = (engine: string, instanceClass: string): number | undefined => {
  const memory = memoryOfClass(instanceClass);
  const rule = engines.find(([pattern]) => pattern.test(engine));
  if (memory === undefined || rule === undefined) return undefined;
  const [, bytes, most] = rule;
  return Math.min(Math.floor((memory * 1024 ** 3) / bytes), most);
};
