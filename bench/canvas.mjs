/**
 * How smoothly the canvas is moved, in a browser: what a person feels at 100, 1,000 and 5,000 nodes, zoomed in and
 * with the whole design in view.
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { least, most } from './figures.mjs';
import { measureGestures, median, rounded, wait } from './gestures.mjs';
import { canvasArea, heapOf, openDesign, openHome, withIsobar } from './isobar-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./gestures.mjs').Point} Point */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What there is to reach at 1,000 nodes, on two cores without a graphics card. */
const goals = {
  pan: 55,
  drag: 45,
  openMs: 1000,
  coldStartMs: 1500,
  heapMb: 250,
  firstScriptKb: 350,
};

const isCard = (/** @type {number} */ x, /** @type {number} */ y) =>
  `document.elementFromPoint(${x}, ${y})?.closest('.react-flow__node-card') != null`;

/** From the key to the picture that shows what the checks say to it; a card is deleted, and brought back. */
const editTime = async (/** @type {Page} */ page, /** @type {Point} */ card) => {
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < 5; round++) {
    // Moved as well as pressed: from afar the card is an element only once the pointer has come.
    await page.mouse.move(card.x + 1, card.y + (round % 2));
    await page.mouse.click(card.x, card.y);
    await page.evaluate(`window.benchEdit = new Promise((done, fail) => {
      setTimeout(() => fail(new Error('Deleting the chosen card changed nothing.')), 10000);
      let start = 0;
      addEventListener('keydown', () => { start = performance.now(); }, { capture: true, once: true });
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      });
      observer.observe(document.querySelector('footer'), { subtree: true, childList: true, characterData: true });
    }); 0`);
    await page.keyboard.press('Delete');
    times.push(await page.evaluate('window.benchEdit'));
    await wait(page, 200);
    await page.keyboard.press('Control+z');
    // Long enough that the next click is none of two, which would rename the card.
    await wait(page, 700);
  }
  return Math.round(median(times));
};

const measureView = async (/** @type {Page} */ page) => {
  const { card, ...gestures } = await measureGestures(page, await canvasArea(page), isCard);
  await page.keyboard.press('Control+z');
  await wait(page, 700);
  const editToFindingsMs = await editTime(page, card);
  await page.mouse.move(card.x + 1, card.y);
  await page.mouse.click(card.x, card.y);
  return { ...gestures, editToFindingsMs };
};

/** What the first page loads before it can show anything, compressed. */
const firstScriptKb = () => {
  const folder = join(root, '.vite', 'renderer');
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path);
  const bytes = scripts.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length,
    0,
  );
  return rounded(bytes / 1024);
};

/**
 * Measures the canvas. `area` is how large it was, for those it is measured against.
 *
 * @param {readonly number[]} sizes
 * @param {(size: number) => string} fileOf  Gives the text of a made design.
 */
export const measureCanvas = (sizes, fileOf) =>
  withIsobar(async (browser, url) => {
    const designs = [];
    const starts = [];
    let area = { width: 0, height: 0 };
    for (const size of sizes) {
      const { page, startMs } = await openHome(browser, url);
      starts.push(startMs);
      const openMs = await openDesign(page, fileOf(size));
      await wait(page, 2000);
      const { width, height } = await canvasArea(page);
      area = { width: Math.round(width), height: Math.round(height) };
      const whole = await measureView(page);
      // To the card that was chosen last, at actual size.
      await page.keyboard.press('Shift+2');
      await wait(page, 600);
      await page.keyboard.press('Control+0');
      await wait(page, 600);
      const near = await measureView(page);
      designs.push({ nodes: size, openMs, heapMb: Math.round(await heapOf(page)), whole, near });
      await page.close();
    }
    const firstScript = firstScriptKb();
    const coldStartMs = starts[0] ?? Number.NaN;
    const thousand = designs.find(({ nodes }) => nodes === 1000);
    return {
      browser: browser.version(),
      cores: cpus().length,
      /** Of the last minute: what else kept the machine busy lowers every figure. */
      load: rounded(loadavg()[0] ?? 0),
      area,
      coldStartMs,
      firstScriptKb: firstScript,
      designs,
      goals: [
        most('cold start, ms', coldStartMs, goals.coldStartMs),
        most('first script, kB compressed', firstScript, goals.firstScriptKb),
        ...(thousand
          ? [
              most('open 1,000 nodes, ms', thousand.openMs, goals.openMs),
              most('heap at 1,000 nodes, MB', thousand.heapMb, goals.heapMb),
              least('pan zoomed in, fps', thousand.near.pan.fps, goals.pan),
              least('pan all in view, fps', thousand.whole.pan.fps, goals.pan),
              least('drag zoomed in, fps', thousand.near.drag.fps, goals.drag),
              least('drag all in view, fps', thousand.whole.drag.fps, goals.drag),
            ]
          : []),
      ],
    };
  });

/** @typedef {Awaited<ReturnType<typeof measureCanvas>>} Canvas */
