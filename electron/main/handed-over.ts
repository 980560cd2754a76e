import { resolve } from 'node:path';

/**
 * The designs named on a command line. Everything else there is for Electron or Chromium, and none of our business.
 */
export const designsIn = (argv: readonly string[], folder: string): readonly string[] =>
  argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && /\.json$/i.test(argument))
    .map((argument) => resolve(folder, argument));
