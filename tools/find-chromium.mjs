/** Where a Chromium is that the end-to-end tests can drive. */
import { existsSync } from 'node:fs';

const places = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium: the one that ISOBAR_CHROMIUM names, Playwright's own, or the system's. */
export const findChromium = async () => {
  const { chromium } = await import('@playwright/test');
  return [process.env.ISOBAR_CHROMIUM, chromium.executablePath(), ...places].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
};
