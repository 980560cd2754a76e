/**
 * What stays in memory after somebody edited, undid and navigated many times. Each round is taken back, so that the
 * design and its history end as they began: what is more then is a leak.
 */
import { most } from './figures.mjs';
import { wait } from './gestures.mjs';
import { canvasArea, heapOf, openDesign, openHome, withIsobar } from './isobar-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** Compiled code, caches with a bound and the like have come by then. */
const warmUp = 300;

/** In 10,000 rounds less than 500 bytes a round: whatever a round leaves behind is larger. */
const goals = { heapMb: 5, elements: 200, listeners: 50 };

/** What somebody does to what is chosen, each undone at once. */
const edits = ['ArrowRight', 'Control+d', 'ArrowDown', 'Delete', 'Shift+ArrowLeft'];

const editAndUndo = async (/** @type {Page} */ page, /** @type {number} */ round) => {
  await page.keyboard.press(edits[round % edits.length] ?? 'ArrowUp');
  await page.keyboard.press('Control+z');
};

/** To the next node, and now and then farther. */
const navigate = async (/** @type {Page} */ page, /** @type {number} */ round) => {
  if (round % 90 === 0) await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.mouse.wheel(0, round % 2 === 0 ? 40 : -40);
  if (round % 50 === 10) await page.keyboard.press('Shift+2');
  if (round % 50 === 20) await page.keyboard.press('Control+0');
  if (round % 50 === 40) await page.keyboard.press('Shift+1');
};

const sizeOf = async (/** @type {Page} */ page) => {
  // What waits for its moment (copies for after a crash, notices) has had it.
  await wait(page, 8000);
  const heapMb = await heapOf(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (/** @type {string} */ wanted) =>
    metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { heapMb, elements: metric('Nodes'), listeners: metric('JSEventListeners') };
};

/** The state that both measurements are made in: all in view, nothing chosen. */
const settle = async (/** @type {Page} */ page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  await page.getByRole('listbox', { name: 'Canvas' }).focus();
};

/**
 * @param {number} nodes
 * @param {string} text  The design as its file.
 * @param {number} rounds
 */
export const measureMemory = (nodes, text, rounds) =>
  withIsobar(async (browser, url) => {
    const { page } = await openHome(browser, url);
    await openDesign(page, text);
    await wait(page, 2000);
    const { x, y, width, height } = await canvasArea(page);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.getByRole('listbox', { name: 'Canvas' }).focus();
    const go = async (/** @type {number} */ times) => {
      for (let round = 0; round < times; round++) {
        await navigate(page, round);
        await editAndUndo(page, round);
      }
      await settle(page);
    };
    await go(Math.min(warmUp, rounds));
    const before = await sizeOf(page);
    await go(rounds);
    const after = await sizeOf(page);
    const grownMb = Math.round((after.heapMb - before.heapMb) * 100) / 100;
    const [grownElements, grownListeners] = [
      after.elements - before.elements,
      after.listeners - before.listeners,
    ];
    return {
      nodes,
      rounds,
      heapBeforeMb: Math.round(before.heapMb * 100) / 100,
      heapAfterMb: Math.round(after.heapMb * 100) / 100,
      grownMb,
      grownElements,
      grownListeners,
      goals: [
        most('memory: heap, MB', grownMb, goals.heapMb),
        most('memory: elements', grownElements, goals.elements),
        most('memory: listeners', grownListeners, goals.listeners),
      ],
    };
  });
