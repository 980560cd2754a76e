import { type Cron, cronInterval, parseCron } from './cron.ts';

/** What a schedule expression means. */
export type Schedule =
  | { readonly kind: 'rate'; readonly seconds: number }
  | { readonly kind: 'cron'; readonly cron: Cron }
  /** Once, at a time without a zone: `2026-11-20T13:00:00`. */
  | { readonly kind: 'at'; readonly time: string }
  | {
      readonly kind: 'invalid';
      /** For the end of a sentence. */
      readonly problem: string;
      /** What was probably meant. */
      readonly corrected?: string | undefined;
    };

/** Scheduled rules of an event bus, or EventBridge Scheduler. */
export type Scheduler = 'rule' | 'scheduler';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
const mostCharacters = 256;

const invalid = (problem: string, corrected?: string): Schedule => ({
  kind: 'invalid',
  problem,
  ...(corrected !== undefined && { corrected }),
});

const secondsOf: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/** Units that people write and AWS does not know, in minutes, hours or days. */
const otherUnits: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  m: ['minute', 1],
  min: ['minute', 1],
  mins: ['minute', 1],
  h: ['hour', 1],
  hr: ['hour', 1],
  hrs: ['hour', 1],
  d: ['day', 1],
  week: ['day', 7],
  weeks: ['day', 7],
};

const rate = (amount: number, unit: string): string =>
  `rate(${amount} ${unit}${amount === 1 ? '' : 's'})`;

const parseRate = (text: string, scheduler: Scheduler): Schedule => {
  const match = /^\s*(\d{1,9})\s+([A-Za-z]+)\s*$/.exec(text);
  const amount = Number(match?.[1]);
  const word = match?.[2] ?? '';
  if (!match) return invalid('a rate is a whole number and minutes, hours or days');
  if (amount === 0) return invalid('the number has to be at least 1');
  const unit = word.toLowerCase().replace(/s$/, '');
  const seconds = Object.hasOwn(secondsOf, unit) ? secondsOf[unit] : undefined;
  if (seconds === undefined) {
    const other = Object.hasOwn(otherUnits, word.toLowerCase())
      ? otherUnits[word.toLowerCase()]
      : undefined;
    return invalid(
      `"${word}" is no unit; there are minutes, hours and days`,
      other && rate(amount * other[1], other[0]),
    );
  }
  // Scheduler takes both forms, rules do not.
  const isPlural = /s$/i.test(word);
  if (scheduler === 'rule' && isPlural !== amount > 1)
    return invalid(
      `the unit has to be ${isPlural ? 'singular' : 'plural'} here`,
      rate(amount, unit),
    );
  if (word !== word.toLowerCase())
    return invalid('the unit is written in small letters', rate(amount, unit));
  return { kind: 'rate', seconds: amount * seconds };
};

const daysOf = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const parseAt = (text: string): Schedule => {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(text.trim());
  if (!match) return invalid('the time is written as yyyy-mm-ddThh:mm:ss, without a time zone');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  const isReal =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysOf(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return isReal ? { kind: 'at', time: text.trim() } : invalid('there is no such day or time');
};

/** Reads a schedule expression: `rate(5 minutes)`, `cron(0 8 ? * MON-FRI *)`, `at(2026-11-20T13:00:00)`. */
export const parseSchedule = (expression: string, scheduler: Scheduler): Schedule => {
  if (expression.length > mostCharacters)
    return invalid(`it is longer than the ${mostCharacters} characters that AWS takes`);
  const match = /^(rate|cron|at)\((.*)\)$/s.exec(expression.trim());
  const text = match?.[2] ?? '';
  switch (match?.[1]) {
    case 'rate':
      return parseRate(text, scheduler);
    case 'cron': {
      const cron = parseCron(text);
      return 'problem' in cron ? invalid(cron.problem, cron.corrected) : { kind: 'cron', cron };
    }
    case 'at':
      return scheduler === 'scheduler'
        ? parseAt(text)
        : invalid('only EventBridge Scheduler runs once, at a time');
    default: {
      // A bare Unix cron line is what people try first.
      const cron = parseCron(expression);
      const corrected = 'problem' in cron ? cron.corrected : `cron(${expression.trim()})`;
      return invalid(
        scheduler === 'scheduler'
          ? 'it has to be rate(…), cron(…) or at(…)'
          : 'it has to be rate(…) or cron(…)',
        corrected,
      );
    }
  }
};

/** The least number of seconds between two runs; undefined when nobody can tell, or it runs once. */
export const shortestInterval = (schedule: Schedule): number | undefined =>
  schedule.kind === 'rate'
    ? schedule.seconds
    : schedule.kind === 'cron'
      ? cronInterval(schedule.cron)
      : undefined;
