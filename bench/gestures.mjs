/**
 * What a hand does to a drawing, and how many pictures a second come of it: the same for Isobar and for those it is
 * measured against. The mouse is Playwright's, frames are counted in the page.
 */

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ x: number, y: number, width: number, height: number }} Area */
/** @typedef {{ fps: number, longFrames: number, worstMs: number }} Frames */

/** A gesture that takes longer than this ends early: the frames so far say enough. */
const patience = 20_000;

/** One place behind the point is all that a figure on a shared machine can say. */
export const rounded = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** The one in the middle. */
export const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const wait = (/** @type {Page} */ page, /** @type {number} */ time) =>
  page.waitForTimeout(time);

/** In the page, as text: these files know no DOM. */
const startFrames = `(() => {
  const frames = (window.benchFrames = []);
  window.benchLast = performance.now();
  const step = (now) => {
    frames.push(now - window.benchLast);
    window.benchLast = now;
    window.benchNext = requestAnimationFrame(step);
  };
  window.benchNext = requestAnimationFrame((now) => {
    window.benchLast = now;
    window.benchNext = requestAnimationFrame(step);
  });
})()`;
const endFrames = `(() => {
  cancelAnimationFrame(window.benchNext);
  // A frame that was still on its way when the gesture ended counts as long as it took until now.
  const rest = performance.now() - window.benchLast;
  return rest > 100 ? [...window.benchFrames, rest] : window.benchFrames;
})()`;

/**
 * Counts frames while something is done.
 *
 * @param {Page} page
 * @param {() => Promise<void>} work
 * @returns {Promise<Frames>}
 */
const framesOf = async (page, work) => {
  await page.evaluate(startFrames);
  await work();
  /** @type {number[]} */
  const frames = await page.evaluate(endFrames);
  const total = frames.reduce((sum, time) => sum + time, 0);
  return {
    fps: frames.length === 0 ? 0 : rounded((frames.length * 1000) / total),
    longFrames: frames.filter((time) => time > 50).length,
    worstMs: Math.round(Math.max(0, ...frames)),
  };
};

/** Does so many steps, or as many as there is time for. */
const steps = async (
  /** @type {number} */ count,
  /** @type {(at: number) => Promise<void>} */ step,
) => {
  const end = performance.now() + patience;
  for (let at = 0; at < count && performance.now() < end; at++) await step(at);
};

/** Turns the wheel to and fro, and across. */
const pan = (/** @type {Page} */ page) => () =>
  steps(150, async (at) => {
    await page.mouse.wheel(at % 50 < 25 ? 14 : -14, at % 60 < 30 ? 9 : -9);
    await wait(page, 8);
  });

/** Turns the wheel with Ctrl, nearer and farther. */
const zoom = (/** @type {Page} */ page) => async () => {
  await page.keyboard.down('Control');
  await steps(60, async (at) => {
    await page.mouse.wheel(0, at % 20 < 10 ? -12 : 12);
    await wait(page, 16);
  });
  await page.keyboard.up('Control');
};

/**
 * A point where a card is: the pointer looks for it, for from afar a card may be an element only under the pointer.
 *
 * @param {Page} page
 * @param {Point} middle
 * @param {(x: number, y: number) => string} isCard  An expression for the page.
 * @returns {Promise<Point>}
 */
const findCard = async (page, middle, isCard) => {
  const end = performance.now() + patience;
  for (let radius = 0; radius < 260 && performance.now() < end; radius += 7)
    for (let turn = 0; turn < 2 * Math.PI; turn += 0.6) {
      const x = middle.x + radius * Math.cos(turn);
      const y = middle.y + radius * Math.sin(turn);
      await page.mouse.move(x, y);
      if (await page.evaluate(isCard(x, y))) return { x, y };
    }
  throw new Error('There is no card near the middle of the canvas.');
};

/** Takes what is there and leads it round. */
const drag = (/** @type {Page} */ page, /** @type {Point} */ from) => async () => {
  await page.mouse.down();
  await steps(150, async (at) => {
    const turn = (at + 1) / 14;
    await page.mouse.move(from.x + Math.sin(turn) * 90, from.y - 60 + Math.cos(turn) * 60);
    await wait(page, 6);
  });
  await page.mouse.up();
};

const middleOf = (/** @type {Area} */ { x, y, width, height }) => ({
  x: x + width / 2,
  y: y + height / 2,
});

/**
 * All three, beginning with the pointer in the middle.
 *
 * @param {Page} page
 * @param {Area} area
 * @param {(x: number, y: number) => string} isCard
 * @returns {Promise<{ pan: Frames, zoom: Frames, drag: Frames, card: Point }>}
 */
export const measureGestures = async (page, area, isCard) => {
  const middle = middleOf(area);
  await page.mouse.move(middle.x, middle.y);
  const panned = await framesOf(page, pan(page));
  const zoomed = await framesOf(page, zoom(page));
  const card = await findCard(page, middle, isCard);
  const dragged = await framesOf(page, drag(page, card));
  return { pan: panned, zoom: zoomed, drag: dragged, card };
};
