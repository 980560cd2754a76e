import { type Code, call, text } from '../lib/typescript/syntax.ts';
import { codeOf, duration } from './code.ts';
import type { Expression } from './expression.ts';

const secondsOf = { minute: 60, hour: 3600, day: 86_400 } as const;

/** The seconds between two runs of a rate, if it is written the way the CDK writes it: in the largest whole unit. */
const plainRate = (expression: Expression): number | undefined => {
  const match =
    typeof expression === 'string'
      ? /^rate\((\d{1,9}) (minute|hour|day)s?\)$/.exec(expression)
      : null;
  if (match === null) return undefined;
  const amount = Number(match[1]);
  const unit = match[2] as keyof typeof secondsOf;
  const total = amount * secondsOf[unit];
  const coarser = unit === 'minute' ? 3600 : unit === 'hour' ? 86_400 : undefined;
  const isPlain = expression === `rate(${amount} ${unit}${amount === 1 ? '' : 's'})`;
  return isPlain && amount > 0 && (coarser === undefined || total % coarser !== 0)
    ? total
    : undefined;
};

/**
 * A rate, cron or at expression for a CDK class with `rate` and `expression`; `timeZone` is what the class takes
 * besides. Other ways of writing it would change the text.
 */
export const scheduleCode = (className: string, expression: Expression, timeZone?: Code): Code => {
  const rate = timeZone === undefined ? plainRate(expression) : undefined;
  return rate === undefined
    ? call(
        `${className}.expression`,
        typeof expression === 'string' ? text(expression) : codeOf(expression),
        timeZone,
      )
    : call(`${className}.rate`, duration(rate));
};
