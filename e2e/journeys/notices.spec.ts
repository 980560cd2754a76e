import { expect, test } from '../launchers/test.ts';
import { IsobarWindow } from '../pages/window.ts';

/*
 * Short messages lie where nobody works: not on lists, fields, tools of the canvas or the bars.
 */

test('a message covers no pane, no bar and no tool, and what it undoes is chosen again', async ({
  app,
}) => {
  const { page } = app;
  const window = new IsobarWindow(page);
  await window.openTemplate('Serverless REST API');
  const chosen = page.locator('.react-flow__node.selected');
  await window.node('Place order').click();
  await window.press('Delete');
  await expect(chosen).toHaveCount(0);
  const notice = window.notices.locator('[data-tone]').filter({ hasText: 'Deleted with it' });
  await expect(notice).toBeVisible();
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size);
    const canvas = await window.canvas.boundingBox();
    if (!canvas) throw new Error('There is no canvas.');
    // It lies on the canvas alone.
    await expect
      .poll(async () => {
        const box = await notice.boundingBox();
        return (
          box !== null &&
          box.x >= canvas.x &&
          box.y >= canvas.y &&
          box.x + box.width <= canvas.x + canvas.width &&
          box.y + box.height <= canvas.y + canvas.height / 3
        );
      })
      .toBe(true);
  }
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText('Place order');
  await window.press('Mod+Shift+z');
  await expect(chosen).toHaveCount(0);
});
