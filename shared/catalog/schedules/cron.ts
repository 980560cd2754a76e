/*
 * Cron expressions as EventBridge reads them: six fields, the last one the year, and one of the two day fields is a
 * question mark. https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */

/** One field: every value, no value (`?`), these values, or something that depends on the calendar (`L`, `15W`, `MON#2`). */
export type CronField =
  | { readonly kind: 'every' }
  | { readonly kind: 'none' }
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'calendar' };

export interface Cron {
  readonly minutes: CronField;
  readonly hours: CronField;
  readonly dayOfMonth: CronField;
  readonly month: CronField;
  readonly dayOfWeek: CronField;
  readonly year: CronField;
}

/** What is wrong with an expression, for the end of a sentence, and the expression that was probably meant. */
export interface CronProblem {
  readonly problem: string;
  readonly corrected?: string | undefined;
}

interface FieldRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
  /** May be a question mark. */
  readonly day?: true;
  /** What only the calendar can resolve. */
  readonly calendar?: RegExp;
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const weekdays = 'SUN MON TUE WED THU FRI SAT'.split(' ');

const rules = {
  minutes: { name: 'minutes', min: 0, max: 59 },
  hours: { name: 'hours', min: 0, max: 23 },
  dayOfMonth: {
    name: 'day of month',
    min: 1,
    max: 31,
    day: true,
    calendar: /^(?:L|LW|L-\d{1,2}|\d{1,2}W)$/,
  },
  month: { name: 'month', min: 1, max: 12, names: months },
  dayOfWeek: {
    name: 'day of week',
    min: 1,
    max: 7,
    names: weekdays,
    day: true,
    calendar: /^(?:L|(?:[1-7]|[A-Z]{3})L|(?:[1-7]|[A-Z]{3})#[1-5])$/,
  },
  year: { name: 'year', min: 1970, max: 2199 },
} satisfies Record<keyof Cron, FieldRule>;

const order = ['minutes', 'hours', 'dayOfMonth', 'month', 'dayOfWeek', 'year'] as const;

const numberOf = (text: string, { min, max, names }: FieldRule): number | undefined => {
  const named = names?.indexOf(text) ?? -1;
  if (named >= 0) return named + min;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
};

/** The values of one item of a list; `calendar` when only the calendar can tell; undefined when it is wrong. */
const valuesOf = (
  item: string,
  rule: FieldRule,
): readonly number[] | 'calendar' | 'every' | undefined => {
  if (item === '*') return 'every';
  if (rule.calendar?.test(item)) return 'calendar';
  const [range = '', step, ...more] = item.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step))) return undefined;
  const [from = '', to, ...rest] = range.split('-');
  if (rest.length > 0) return undefined;
  const isEvery = from === '*' || from === '';
  const first = isEvery ? rule.min : numberOf(from, rule);
  const last = to === undefined ? undefined : numberOf(to, rule);
  if (first === undefined || (isEvery && to !== undefined)) return undefined;
  if (to !== undefined && last === undefined) return undefined;
  if (step === undefined && isEvery) return undefined;
  // Friday to Monday: EventBridge may wrap round; nothing is counted then.
  if (last !== undefined && last < first) return 'calendar';
  const end = last ?? (step === undefined ? first : rule.max);
  const found: number[] = [];
  for (let value = first; value <= end; value += Number(step ?? 1)) found.push(value);
  return found;
};

const parseField = (text: string, rule: FieldRule): CronField | undefined => {
  if (text === '?') return rule.day ? { kind: 'none' } : undefined;
  if (text === '*') return { kind: 'every' };
  const values = new Set<number>();
  let other: 'calendar' | 'every' | undefined;
  for (const item of text.toUpperCase().split(',')) {
    const found = valuesOf(item, rule);
    if (found === undefined) return undefined;
    if (typeof found === 'string') other = other === 'every' ? other : found;
    else for (const value of found) values.add(value);
  }
  return other
    ? { kind: other }
    : { kind: 'values', values: [...values].sort((one, two) => one - two) };
};

/** Weekdays of Unix count from 0 (Sunday), those of AWS from 1; names mean the same in both. */
const weekdayNames = (field: string): string | undefined =>
  /^[\d,-]+$/.test(field)
    ? field.replace(/\d/g, (digit) => weekdays[Number(digit) % 7] ?? digit)
    : /^[A-Za-z,-]+$/.test(field)
      ? field.toUpperCase()
      : undefined;

/** The six fields for an expression that has one of the usual mistakes: five fields, or two days instead of one and `?`. */
const correctedFields = (fields: readonly string[]): readonly string[] | undefined => {
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year = '*'] = fields;
  if (!minutes || !hours || !dayOfMonth || !month || !dayOfWeek || fields.length > 6)
    return undefined;
  const day = (date: string, weekday: string) => [minutes, hours, date, month, weekday, year];
  const isOpen = (field: string): boolean => field === '*' || field === '?';
  if (isOpen(dayOfWeek)) return day(dayOfMonth === '?' ? '*' : dayOfMonth, '?');
  const weekday = fields.length === 5 ? weekdayNames(dayOfWeek) : dayOfWeek;
  // With both days given Unix means one or the other: AWS needs two schedules for that.
  return isOpen(dayOfMonth) && weekday !== undefined ? day('?', weekday) : undefined;
};

const textOf = (fields: readonly string[]): string => `cron(${fields.join(' ')})`;

const correctionOf = (fields: readonly string[]): string | undefined => {
  const corrected = correctedFields(fields);
  return corrected && !('problem' in parseCron(corrected.join(' ')))
    ? textOf(corrected)
    : undefined;
};

/** Reads what stands between the brackets of `cron(…)`. */
export const parseCron = (text: string): Cron | CronProblem => {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 6)
    return {
      problem: `it has ${fields.length} fields instead of six (minutes, hours, day of month, month, day of week, year)`,
      corrected: correctionOf(fields),
    };
  const parsed: Partial<Record<keyof Cron, CronField>> = {};
  for (const [at, key] of order.entries()) {
    const rule: FieldRule = rules[key];
    const field = parseField(fields[at] ?? '', rule);
    if (!field)
      return {
        problem: `"${fields[at] ?? ''}" is no ${rule.name} field (${rule.min} to ${rule.max})`,
      };
    parsed[key] = field;
  }
  const cron = parsed as Cron;
  const open = [cron.dayOfMonth, cron.dayOfWeek].filter(({ kind }) => kind === 'none').length;
  return open === 1
    ? cron
    : {
        problem: 'exactly one of day of month and day of week has to be a question mark',
        corrected: correctionOf(fields),
      };
};

const minutesOfDay = 1440;

/** The least distance between two of the values, and between the last and the first a cycle later. */
const leastGap = (values: readonly number[], cycle: number): number => {
  let least = (values[0] ?? 0) + cycle - (values.at(-1) ?? 0);
  for (const [at, value] of values.entries())
    if (at > 0) least = Math.min(least, value - (values[at - 1] ?? 0));
  return least;
};

/** The least number of days between two days on which it runs; undefined when only the calendar can tell. */
const dayGap = ({ dayOfMonth, dayOfWeek, month }: Cron): number | undefined => {
  const day = dayOfMonth.kind === 'none' ? dayOfWeek : dayOfMonth;
  if (day.kind === 'every') return 1;
  if (day.kind !== 'values') return undefined;
  const { values } = day;
  if (day === dayOfWeek) return leastGap(values, 7);
  const inMonth = values.length > 1 ? leastGap(values, 1000) : undefined;
  // Over the end of a month: the last of the days that this month has, and the first of the next.
  if (month.kind !== 'every') return inMonth;
  const lengths = [28, 29, 30, 31].flatMap((length) => {
    const last = values.findLast((value) => value <= length);
    return last === undefined ? [] : [(values[0] ?? 0) + length - last];
  });
  return Math.min(...lengths, ...(inMonth === undefined ? [] : [inMonth]));
};

const allOf = (field: CronField, { min, max }: FieldRule): readonly number[] | undefined =>
  field.kind === 'values'
    ? field.values
    : field.kind === 'every'
      ? Array.from({ length: max - min + 1 }, (_, at) => at + min)
      : undefined;

/** The least number of seconds between two runs; undefined when there is at most one, or only the calendar can tell. */
export const cronInterval = (cron: Cron): number | undefined => {
  const minutes = allOf(cron.minutes, rules.minutes);
  const hours = allOf(cron.hours, rules.hours);
  if (!minutes || !hours) return undefined;
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const days = dayGap(cron);
  const within = times.length > 1 ? leastGap(times, Number.POSITIVE_INFINITY) : undefined;
  const over =
    days === undefined ? undefined : (times[0] ?? 0) + days * minutesOfDay - (times.at(-1) ?? 0);
  const gaps = [within, over].filter((gap) => gap !== undefined);
  return gaps.length === 0 ? undefined : Math.min(...gaps) * 60;
};
