import { watchIdleWork } from '../../tools/idle-work.mjs';
import { expect, test } from '../launchers/test.ts';
import { largeDesign } from '../pages/large-design.ts';
import { openFile } from '../pages/window.ts';

test('nothing runs while a design of a thousand nodes is open and nobody does anything', async ({
  app,
}) => {
  test.slow();
  const window = await openFile(app, 'large.isobar.json', largeDesign());
  await window.isDrawing();
  await window.holds(1000, 500);
  // Something is chosen, so that the inspector is shown as well.
  await app.page.getByRole('listbox', { name: 'Canvas' }).focus();
  await window.press('Tab');
  // What follows an opening (checks, the picture for Home) has its time.
  await expect
    .poll(
      async () => {
        const { frames, timers } = await watchIdleWork(app.page, 2000);
        return frames + timers;
      },
      { timeout: 60_000 },
    )
    .toBe(0);
  const { frames, timers, scriptMs, taskMs, calls } = await watchIdleWork(app.page, 10_000);
  expect({ frames, timers, calls }).toEqual({ frames: 0, timers: 0, calls: [] });
  expect(scriptMs).toBeLessThan(5);
  // One frame of sixty a second that is drawn for nothing is 600 in this time, and would be far above.
  expect(taskMs).toBeLessThan(200);

  // And it would have been seen.
  const stop = await app.page.evaluateHandle(() => {
    const timer = setInterval(() => undefined, 200);
    let frame = 0;
    const draw = (): void => {
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      clearInterval(timer);
      cancelAnimationFrame(frame);
    };
  });
  const busy = await watchIdleWork(app.page, 2000);
  await stop.evaluate((end) => end());
  expect(busy.timers).toBeGreaterThan(2);
  expect(busy.frames).toBeGreaterThan(2);
});
