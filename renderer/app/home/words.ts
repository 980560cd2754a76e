/** A file's name without what every design's name ends with. */
export const plainName = (name: string): string =>
  name.replace(/(?:\.isobar)?\.json$/i, '') || name;

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 604_800_000],
  ['month', 2_629_800_000],
  ['year', 31_557_600_000],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago something was: `2 hours ago`. */
export const agoInWords = (then: number, now: number): string => {
  const passed = Math.max(0, now - then);
  let found = steps[0];
  if (found === undefined || passed < found[1]) return 'just now';
  for (const step of steps) if (passed >= step[1]) found = step;
  return relative.format(-Math.floor(passed / found[1]), found[0]);
};
