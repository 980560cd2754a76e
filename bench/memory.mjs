/**
 * What stays in memory after somebody edited, undid and navigated many times. Each round is taken back, so that the
 * design and its history end as they began: what is more then is a leak.
 */
import { most } from './figures.mjs';
import { wait } from './gestures.mjs';
import { heapOf, openDesign, openHome, withIsobar } from './isobar-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** Compiled code, caches with a bound and the like have come by then. */
const warmUp = 300;

/** So many rounds at a time, so that one sees how it goes. */
const batch = 100;

/** In 10,000 rounds less than 500 bytes a round: whatever a round leaves behind is larger. */
const goals = { heapMb: 5, elements: 200, listeners: 50 };

/**
 * In the page, as text: so many rounds, and a picture after every edit and every step back. The events are made there,
 * for a hand from outside takes ten times as long.
 */
const roundsInPage = (/** @type {number} */ from, /** @type {number} */ to) => `(async () => {
  const list = document.querySelector('[role=listbox][aria-label=Canvas]');
  const pane = document.querySelector('.react-flow__pane');
  const { x, y, width, height } = pane.getBoundingClientRect();
  const press = (key, more = {}) => {
    const at = list.contains(document.activeElement) ? document.activeElement : list;
    for (const type of ['keydown', 'keyup'])
      at.dispatchEvent(
        new KeyboardEvent(type, { key, bubbles: true, cancelable: true, ...more }),
      );
  };
  const mod = { [/mac/i.test(navigator.platform) ? 'metaKey' : 'ctrlKey']: true };
  const shift = { shiftKey: true };
  const picture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  // What somebody does to what is chosen, each undone at once.
  const edits = [
    () => press('ArrowRight'),
    () => press('d', mod),
    () => press('ArrowDown'),
    () => press('Delete'),
    () => press('ArrowLeft', shift),
  ];
  const status = () => document.querySelector('[role=contentinfo], footer')?.textContent;
  let changed = 0;
  for (let round = ${from}; round < ${to}; round++) {
    // To the next node, and now and then farther.
    if (round % 90 === 0) press('Escape');
    press('Tab');
    pane.dispatchEvent(
      new WheelEvent('wheel', {
        deltaY: round % 2 === 0 ? 40 : -40,
        clientX: x + width / 2,
        clientY: y + height / 2,
        bubbles: true,
        cancelable: true,
      }),
    );
    if (round % 50 === 10) press('@', { ...shift, code: 'Digit2' });
    if (round % 50 === 20) press('0', mod);
    if (round % 50 === 40) press('!', { ...shift, code: 'Digit1' });
    const before = status();
    edits[round % edits.length]();
    await picture();
    if (round % edits.length === 1 && status() !== before) changed += 1;
    press('z', mod);
    await picture();
  }
  return changed;
})()`;

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
    await page.getByRole('listbox', { name: 'Canvas' }).focus();
    const go = async (/** @type {number} */ times) => {
      let changed = 0;
      for (let from = 0; from < times; from += batch) {
        changed += await page.evaluate(roundsInPage(from, Math.min(times, from + batch)));
        if ((from + batch) % 1000 === 0) console.error(`  ${from + batch} of ${times} rounds`);
      }
      await settle(page);
      // Of five edits one adds a node: if few of them showed, the keys went nowhere and nothing was measured.
      if (changed < times / 10) throw new Error(`Only ${changed} of ${times / 5} copies came.`);
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
