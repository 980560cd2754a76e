/** Isobar in a browser, as the bench opens it. */
import { chromium } from '@playwright/test';
import { buildApp, isBuilt } from '../tools/build-app.mjs';
import { findChromium } from '../tools/find-chromium.mjs';
import { serveBuiltApp } from '../tools/serve-app.mjs';
import { wait } from './gestures.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

/** Every page is as large, so that figures compare. */
export const viewport = { width: 1280, height: 800 };

/**
 * Does something in a browser of its own.
 *
 * @template T
 * @param {(browser: Browser) => Promise<T>} work
 * @returns {Promise<T>}
 */
export const inBrowser = async (work) => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('There is no browser.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
};

/**
 * The same with the built app, which is built first where it is old.
 *
 * @template T
 * @param {(browser: Browser, url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withIsobar = async (work) => {
  if (!isBuilt()) await buildApp();
  const served = await serveBuiltApp(0);
  try {
    return await inBrowser((browser) => work(browser, served.url));
  } finally {
    await served.close();
  }
};

/** Opens Home. Gives how long that took, too. */
export const openHome = async (/** @type {Browser} */ browser, /** @type {string} */ url) => {
  const page = await browser.newPage({ viewport });
  const begun = performance.now();
  await page.goto(url);
  await page.getByRole('main').first().waitFor();
  const startMs = Math.round(performance.now() - begun);
  // What Home fetches in the background has come by the time somebody has chosen a file.
  await page.waitForLoadState('networkidle');
  await wait(page, 1000);
  return { page, startMs };
};

/** Opens a design as a person who drops its file on the window. Gives the time until it is drawn. */
export const openDesign = async (/** @type {Page} */ page, /** @type {string} */ text) => {
  const transfer = await page.evaluateHandle(
    `((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'made.isobar.json', { type: 'application/json' }));
      return transfer;
    })(${JSON.stringify(text)})`,
  );
  await page.evaluate('window.benchStart = performance.now()');
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  /** @type {number} */
  const time = await page.evaluate(`new Promise((done) => {
    const look = () =>
      document.querySelector('.react-flow__viewport') &&
      document.querySelector('.react-flow canvas, .react-flow__node')
        ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.benchStart)))
        : requestAnimationFrame(look);
    look();
  })`);
  return Math.round(time);
};

/** Where the canvas is. */
export const canvasArea = async (/** @type {Page} */ page) => {
  const box = await page.locator('.react-flow').boundingBox();
  if (!box) throw new Error('The canvas is not shown.');
  return box;
};

/** What the page's scripts hold once nothing more can be thrown away, in megabytes. */
export const heapOf = async (/** @type {Page} */ page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
};
