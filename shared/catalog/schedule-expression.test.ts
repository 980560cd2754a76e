import { expect, test } from 'vitest';
import { call, name, number, text } from '../lib/typescript/syntax.ts';
import { scheduleCode } from './schedule-expression.ts';

const rate = (unit: string, amount: number) =>
  call('events.Schedule.rate', call(name(`cdk.Duration.${unit}`), number(amount)));
const expression = (value: string) => call('events.Schedule.expression', text(value));

test.each([
  ['rate(5 minutes)', rate('minutes', 5)],
  ['rate(1 hour)', rate('hours', 1)],
  ['rate(36 hours)', rate('hours', 36)],
  ['rate(7 days)', rate('days', 7)],
])('%s is a rate', (written, code) => {
  expect(scheduleCode('events.Schedule', written)).toEqual(code);
});

// The CDK would write these in another way, which is another template for the same thing.
test.each([
  'rate(60 minutes)',
  'rate(48 hours)',
  'rate(1 minutes)',
  'rate(0 minutes)',
  'cron(0 9 ? * MON-FRI *)',
  'at(2027-01-31T09:00:00)',
])('%s stays as it is', (written) => {
  expect(scheduleCode('events.Schedule', written)).toEqual(expression(written));
});
