/** A day some days later, or earlier: `2026-11-21` and 10 give `2026-12-01`. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
