import { describe, expect, test } from 'vitest';
import { parseSchedule, type Scheduler, shortestInterval } from './schedule.ts';
import { mayBeTimeZone } from './time-zone.ts';

const problemOf = (expression: string, scheduler: Scheduler = 'rule'): string | undefined => {
  const schedule = parseSchedule(expression, scheduler);
  return schedule.kind === 'invalid' ? schedule.problem : undefined;
};
const correctedOf = (expression: string, scheduler: Scheduler = 'rule'): string | undefined => {
  const schedule = parseSchedule(expression, scheduler);
  return schedule.kind === 'invalid' ? schedule.corrected : 'valid';
};
const intervalOf = (expression: string): number | undefined =>
  shortestInterval(parseSchedule(expression, 'scheduler'));

describe('what is a schedule', () => {
  test.each([
    'rate(1 minute)',
    'rate(5 minutes)',
    'rate(12 hours)',
    'rate(7 days)',
    'cron(0 8 * * ? *)',
    'cron(0/15 * * * ? *)',
    'cron(15 10 ? * 6L 2026-2028)',
    'cron(0 18 ? * MON-FRI *)',
    'cron(0 8 1 * ? *)',
    'cron(0 8 L * ? *)',
    'cron(0 8 3W * ? *)',
    'cron(0 8 ? * MON#1 *)',
    'cron(0,30 8-17 ? JAN,jul Tue *)',
    'cron(*/10 * ? * MON-FRI *)',
    'cron(0 0 ? * FRI-MON *)',
  ])('%s', (expression) => {
    expect(problemOf(expression)).toBeUndefined();
    expect(problemOf(expression, 'scheduler')).toBeUndefined();
  });

  test.each([
    'rate(0 minutes)',
    'rate(5)',
    'rate(1.5 hours)',
    'rate(30 seconds)',
    'every 5 minutes',
    'cron(0 25 * * ? *)',
    'cron(60 8 * * ? *)',
    'cron(0 8 * * *)',
    'cron(0 8 * * * *)',
    'cron(0 8 ? * ? *)',
    'cron(0 8 1 * MON *)',
    'cron(0 8 32 * ? *)',
    'cron(? 8 * * ? *)',
    'cron(0 8 * FOO ? *)',
    'cron(0/0 * * * ? *)',
    'cron(0/5/2 * * * ? *)',
    'cron(1-2-3 * * * ? *)',
    'cron(*-5 * * * ? *)',
    'cron(0 8 * * ? 1969)',
    'cron()',
    '',
  ])('not %s', (expression) => {
    expect(problemOf(expression)).toBeDefined();
    expect(problemOf(expression, 'scheduler')).toBeDefined();
  });

  test('only Scheduler runs once', () => {
    expect(problemOf('at(2028-02-29T23:59:59)', 'scheduler')).toBeUndefined();
    expect(problemOf('at(2028-02-29T23:59:59)')).toBeDefined();
    for (const time of ['2026-02-29T00:00:00', '2100-02-29T00:00:00', '2026-13-01T00:00:00'])
      expect(problemOf(`at(${time})`, 'scheduler')).toBe('there is no such day or time');
    expect(problemOf('at(2026-04-31T00:00:00)', 'scheduler')).toBeDefined();
    expect(problemOf('at(2026-11-20T13:00:00Z)', 'scheduler')).toContain('without a time zone');
    expect(problemOf('at(2026-11-20T24:00:00)', 'scheduler')).toBeDefined();
  });

  test('rules want singular and plural', () => {
    expect(correctedOf('rate(1 hours)')).toBe('rate(1 hour)');
    expect(correctedOf('rate(2 hour)')).toBe('rate(2 hours)');
    expect(problemOf('rate(1 hours)', 'scheduler')).toBeUndefined();
    expect(correctedOf('rate(2 Hours)')).toBe('rate(2 hours)');
  });
});

describe('what was meant', () => {
  test.each([
    ['cron(0 * * * *)', 'cron(0 * * * ? *)'],
    ['cron(0 8 * * 1-5)', 'cron(0 8 ? * MON-FRI *)'],
    ['cron(0 8 * * 0,7)', 'cron(0 8 ? * SUN,SUN *)'],
    ['cron(0 8 * * mon)', 'cron(0 8 ? * MON *)'],
    ['cron(0 8 1 * *)', 'cron(0 8 1 * ? *)'],
    ['cron(0 8 ? * ? *)', 'cron(0 8 * * ? *)'],
    ['cron(0 8 * * * *)', 'cron(0 8 * * ? *)'],
    ['cron(0 8 * * MON *)', 'cron(0 8 ? * MON *)'],
    ['0 8 * * *', 'cron(0 8 * * ? *)'],
    ['0 8 * * ? *', 'cron(0 8 * * ? *)'],
    ['rate(5 min)', 'rate(5 minutes)'],
    ['rate(1 week)', 'rate(7 days)'],
  ])('%s is %s', (expression, meant) => {
    expect(correctedOf(expression)).toBe(meant);
    expect(problemOf(meant)).toBeUndefined();
  });

  test.each(['cron(0 8 1 * 1)', 'cron(0 8 * * */2)', 'cron(0 99 * * *)', 'rate(30 seconds)'])(
    '%s is left to people',
    (expression) => expect(correctedOf(expression)).toBeUndefined(),
  );
});

describe('the shortest interval', () => {
  test.each([
    ['rate(5 minutes)', 300],
    ['rate(2 days)', 172_800],
    ['cron(* * * * ? *)', 60],
    ['cron(0/15 * * * ? *)', 900],
    ['cron(0,10 * * * ? *)', 600],
    ['cron(55 * * * ? *)', 3600],
    ['cron(0 8,9,17 * * ? *)', 3600],
    ['cron(0 8 * * ? *)', 86_400],
    ['cron(0 23,1 * * ? *)', 7200],
    ['cron(0 1,23 ? * MON *)', 79_200],
    ['cron(0 8 ? * MON-FRI *)', 86_400],
    ['cron(0 8 ? * MON *)', 604_800],
    ['cron(0 8 ? * SUN,SAT *)', 86_400],
    ['cron(0 8 1 * ? *)', 28 * 86_400],
    ['cron(0 8 1,31 * ? *)', 86_400],
    ['cron(0 8 1,15 2 ? *)', 14 * 86_400],
    ['cron(0 0,12 L * ? *)', 43_200],
  ])('%s: %i s', (expression, seconds) => expect(intervalOf(expression)).toBe(seconds));

  test.each([
    'at(2026-11-20T13:00:00)',
    'cron(0 8 L * ? *)',
    'cron(0 8 1 JAN ? *)',
    'cron(0 22-2 * * ? *)',
    'nonsense',
  ])('%s: nobody knows', (expression) => expect(intervalOf(expression)).toBeUndefined());
});

test('names of time zones', () => {
  for (const name of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3', 'EST'])
    expect(mayBeTimeZone(name), name).toBe(true);
  for (const name of ['CEST', '+01:00', 'Germany/Berlin', 'Europe/', 'europe/berlin', ''])
    expect(mayBeTimeZone(name), name).toBe(false);
});
