/** What Isobar does while a design is open and nobody does anything: nothing. */
import { watchIdleWork } from '../tools/idle-work.mjs';
import { most } from './figures.mjs';
import { wait } from './gestures.mjs';
import { openDesign, openHome, withIsobar } from './isobar-page.mjs';

const seconds = 10;

/** The browser looks after its own things now and then: that much in ten seconds is none of ours. */
const goals = { scriptMs: 1, taskMs: 50 };

/**
 * @param {number} nodes
 * @param {string} text  The design as its file.
 */
export const measureIdle = (nodes, text) =>
  withIsobar(async (browser, url) => {
    const { page } = await openHome(browser, url);
    await openDesign(page, text);
    // Checks, pictures of recent designs and what else follows an opening has been done by then.
    await wait(page, 8000);
    const { frames, timers, scriptMs, taskMs, calls } = await watchIdleWork(page, seconds * 1000);
    for (const call of calls) console.error(`ran while idle: ${call}`);
    return {
      nodes,
      seconds,
      frames,
      timers,
      scriptMs,
      taskMs,
      goals: [
        most('idle: frames', frames, 0),
        most('idle: timers', timers, 0),
        most('idle: scripts, ms', scriptMs, goals.scriptMs),
        most('idle: main thread, ms', taskMs, goals.taskMs),
      ],
    };
  });
