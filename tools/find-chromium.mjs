/** Where a Chromium is that the end-to-end tests can drive. Run by itself, prints it; ends with 1 when there is none. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const places = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {string | undefined} */
const playwrightsOwn = () => {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
};

/** The path of a Chromium: the one that ISOBAR_CHROMIUM names, Playwright's own, or the system's. */
export const findChromium = () =>
  [process.env.ISOBAR_CHROMIUM, playwrightsOwn(), ...places].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const found = findChromium();
  if (found === undefined) process.exitCode = 1;
  else console.log(found);
}
