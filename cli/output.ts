/** JSON as programs get it from stdout. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
