import { expect, test } from '../launchers/test.ts';
import { IsobarWindow } from '../pages/window.ts';

/*
 * Going round the panes by keys, and how much room the bottom panel takes.
 */

test('F6 goes round the panes, and back to where the keyboard was in each', async ({ app }) => {
  const window = new IsobarWindow(app.page);
  const { page } = app;
  await window.openTemplate('Serverless REST API');
  const isIn = (pane: string) =>
    expect
      .poll(() =>
        page.evaluate((selector) => document.activeElement?.closest(selector) !== null, pane),
      )
      .toBe(true);
  await isIn('#canvas');
  for (const pane of ['#right', '#bottom', 'header', '#left', '#canvas']) {
    await window.press('F6');
    await isIn(pane);
  }
  const search = page.getByRole('textbox', { name: 'Search services' });
  await search.fill('queue');
  for (const pane of ['header', '#bottom', '#right', '#canvas']) {
    await window.press('Shift+F6');
    await isIn(pane);
  }
  // Also from a field, and a closed pane is passed over.
  await window.press('Shift+F6');
  await expect(search).toBeFocused();
  await window.press('Mod+i');
  await window.press('F6');
  await isIn('#canvas');
  await window.press('F6');
  await isIn('#bottom');
  // Listed where shortcuts are.
  await window.run('Keyboard shortcuts');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts).toContainText('Next pane');
  await expect(shortcuts).toContainText('Maximise the bottom panel');
});

test('code has room to be read, the panel can have all of it, and both are remembered', async ({
  launchApp,
}) => {
  test.slow();
  const app = await launchApp({ size: { width: 1280, height: 800 } });
  const window = new IsobarWindow(app.page);
  await window.openTemplate('Serverless REST API');
  const height = async (): Promise<number> =>
    (await app.page.getByRole('region', { name: 'Bottom panel' }).boundingBox())?.height ?? 0;
  const tab = (name: string) =>
    app.page.getByRole('region', { name: 'Bottom panel' }).getByRole('tab', { name });
  const problems = await height();
  await tab('Code').click();
  await expect(app.page.locator('.monaco-editor .view-line').first()).toBeVisible({
    timeout: 30_000,
  });
  await expect
    .poll(() => app.page.locator('.monaco-editor .view-line').count())
    .toBeGreaterThan(11);
  const code = await height();
  expect(code).toBeGreaterThan(problems + 100);
  await tab('Problems').click();
  await expect.poll(height).toBe(problems);

  // As large as the panes together, by the button and by the key, and the canvas is as it was.
  const canvas = await window.canvas.boundingBox();
  await app.page.getByRole('button', { name: 'Maximise the panel' }).click();
  await expect.poll(height).toBeGreaterThan(650);
  await window.press('F9');
  await expect.poll(height).toBe(problems);
  expect(await window.canvas.boundingBox()).toEqual(canvas);
  await window.press('F9');
  await expect(app.page.getByRole('button', { name: 'Restore the panel' })).toBeVisible();
  // What is covered cannot be reached.
  await window.press('F6');
  expect(await app.page.evaluate(() => document.activeElement?.closest('#columns') === null)).toBe(
    true,
  );

  await app.restart();
  await new IsobarWindow(app.page).openTemplate('Cron job');
  await expect.poll(height).toBeGreaterThan(650);
  await new IsobarWindow(app.page).press('F9');
  await expect.poll(height).toBe(problems);
});
