/**
 * How smoothly the canvas is moved, in a browser: what a person feels at 100, 1,000 and 5,000 nodes, zoomed in and
 * with the whole design in view. The mouse is Playwright's, frames are counted in the page.
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { buildApp, isBuilt } from '../tools/build-app.mjs';
import { findChromium } from '../tools/find-chromium.mjs';
import { serveBuiltApp } from '../tools/serve-app.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ x: number, y: number }} Point */

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

const rounded = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** In the page, as text: this file knows no DOM. */
const startFrames = `(() => {
  const frames = (window.benchFrames = []);
  let last = performance.now();
  const step = (now) => {
    frames.push(now - last);
    last = now;
    window.benchNext = requestAnimationFrame(step);
  };
  window.benchNext = requestAnimationFrame((now) => { last = now; window.benchNext = requestAnimationFrame(step); });
})()`;
const endFrames = `(() => { cancelAnimationFrame(window.benchNext); return window.benchFrames; })()`;

/** Counts frames while something is done. */
const framesOf = async (/** @type {Page} */ page, /** @type {() => Promise<void>} */ work) => {
  await page.evaluate(startFrames);
  await work();
  /** @type {number[]} */
  const frames = await page.evaluate(endFrames);
  const total = frames.reduce((sum, time) => sum + time, 0);
  return {
    fps: rounded((frames.length * 1000) / total),
    longFrames: frames.filter((time) => time > 50).length,
    worstMs: Math.round(Math.max(...frames)),
  };
};

const wait = (/** @type {Page} */ page, /** @type {number} */ time) => page.waitForTimeout(time);

const pan = (/** @type {Page} */ page) => async () => {
  for (let at = 0; at < 150; at++) {
    await page.mouse.wheel(at % 50 < 25 ? 14 : -14, at % 60 < 30 ? 9 : -9);
    await wait(page, 8);
  }
};

const zoom = (/** @type {Page} */ page) => async () => {
  await page.keyboard.down('Control');
  for (let at = 0; at < 60; at++) {
    await page.mouse.wheel(0, at % 20 < 10 ? -12 : 12);
    await wait(page, 16);
  }
  await page.keyboard.up('Control');
};

/** A point where a card is: the pointer looks for it, for from afar a card is an element only under the pointer. */
const findCard = async (/** @type {Page} */ page, /** @type {Point} */ middle) => {
  for (let radius = 0; radius < 260; radius += 7)
    for (let turn = 0; turn < 2 * Math.PI; turn += 0.6) {
      const x = middle.x + radius * Math.cos(turn);
      const y = middle.y + radius * Math.sin(turn);
      await page.mouse.move(x, y);
      const isCard = await page.evaluate(
        `document.elementFromPoint(${x}, ${y})?.closest('.react-flow__node-card') != null`,
      );
      if (isCard) return { x, y };
    }
  throw new Error('There is no card near the middle of the canvas.');
};

const drag = (/** @type {Page} */ page, /** @type {Point} */ from) => async () => {
  await page.mouse.down();
  for (let at = 1; at <= 150; at++) {
    await page.mouse.move(from.x + Math.sin(at / 14) * 90, from.y - 60 + Math.cos(at / 14) * 60);
    await wait(page, 6);
  }
  await page.mouse.up();
};

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
  const box = await page.locator('.react-flow').boundingBox();
  if (!box) throw new Error('The canvas is not shown.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  const panned = await framesOf(page, pan(page));
  const zoomed = await framesOf(page, zoom(page));
  const card = await findCard(page, middle);
  const dragged = await framesOf(page, drag(page, card));
  await page.keyboard.press('Control+z');
  await wait(page, 700);
  const editToFindingsMs = await editTime(page, card);
  await page.mouse.move(card.x + 1, card.y);
  await page.mouse.click(card.x, card.y);
  return { pan: panned, zoom: zoomed, drag: dragged, editToFindingsMs };
};

/** Opens a design as a person who drops its file on the window. Gives the time until it is drawn. */
const open = async (/** @type {Page} */ page, /** @type {string} */ text) => {
  const transfer = await page.evaluateHandle(
    `((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'made.isobar.json', { type: 'application/json' }));
      window.benchStart = performance.now();
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
 * Measures the canvas; undefined where there is no browser.
 *
 * @param {readonly number[]} sizes
 * @param {(size: number) => string} fileOf  Gives the text of a made design.
 */
export const measureCanvas = async (sizes, fileOf) => {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  if (!isBuilt()) await buildApp();
  const served = await serveBuiltApp(0);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const designs = [];
    const starts = [];
    for (const size of sizes) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const begun = performance.now();
      await page.goto(served.url);
      await page.getByRole('main').first().waitFor();
      starts.push(performance.now() - begun);
      // What Home fetches in the background has come by the time somebody has chosen a file.
      await page.waitForLoadState('networkidle');
      await wait(page, 1000);
      const openMs = await open(page, fileOf(size));
      await wait(page, 2000);
      const whole = await measureView(page);
      // To the card that was chosen last, at actual size.
      await page.keyboard.press('Shift+2');
      await wait(page, 600);
      await page.keyboard.press('Control+0');
      await wait(page, 600);
      const near = await measureView(page);
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      designs.push({ nodes: size, openMs, heapMb: Math.round(usedSize / 1e6), whole, near });
      await page.close();
    }
    const firstScript = firstScriptKb();
    const coldStartMs = Math.round(starts[0] ?? Number.NaN);
    const least = (
      /** @type {string} */ name,
      /** @type {number} */ value,
      /** @type {number} */ goal,
    ) => ({
      name,
      value,
      goal: `>= ${goal}`,
      met: value >= goal,
    });
    const most = (
      /** @type {string} */ name,
      /** @type {number} */ value,
      /** @type {number} */ goal,
    ) => ({
      name,
      value,
      goal: `<= ${goal}`,
      met: value <= goal,
    });
    const thousand = designs.find(({ nodes }) => nodes === 1000);
    return {
      browser: browser.version(),
      cores: cpus().length,
      /** Of the last minute: what else kept the machine busy lowers every figure. */
      load: rounded(loadavg()[0] ?? 0),
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
  } finally {
    await browser.close();
    await served.close();
  }
};
