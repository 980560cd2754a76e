/**
 * What a page does while nobody does anything, as the browser's own recording tells it: frames that scripts asked for,
 * timers that fired, and how long the main thread was busy. It sees workers, and what was started before it looked.
 *
 * @typedef {object} IdleWork
 * @property {number} frames  Frames that a script asked for and got.
 * @property {number} timers  Timers that fired.
 * @property {number} scriptMs  Time of scripts on the main thread.
 * @property {number} taskMs  Time of all work on the main thread.
 * @property {readonly string[]} calls  Functions that ran, for whoever looks for the cause.
 */

/** @typedef {{ name: string, pid: number, args: { data?: Record<string, unknown> } }} TraceEvent */

/** @param {import('@playwright/test').CDPSession} session */
const metricsOf = async (session) => {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
};

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} milliseconds
 * @returns {Promise<IdleWork>}
 */
export const watchIdleWork = async (page, milliseconds) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  /** @type {TraceEvent[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(.../** @type {TraceEvent[]} */ (/** @type {unknown} */ (value)));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  // What asking sets off itself is over by then.
  await new Promise((done) => setTimeout(done, 300));
  const before = await metricsOf(session);
  await new Promise((done) => setTimeout(done, milliseconds));
  const after = await metricsOf(session);
  const complete = new Promise((done) => {
    session.once('Tracing.tracingComplete', done);
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const named = (/** @type {string} */ name) => events.filter((event) => event.name === name);
  const grown = (/** @type {string} */ name) =>
    Math.round(((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 10_000) / 10;
  return {
    frames: named('FireAnimationFrame').length,
    timers: named('TimerFire').length,
    scriptMs: grown('ScriptDuration'),
    taskMs: grown('TaskDuration'),
    calls: [
      ...new Set(
        named('FunctionCall').map(
          ({ args: { data } }) => `${data?.functionName} in ${data?.url}:${data?.lineNumber}`,
        ),
      ),
    ],
  };
};
