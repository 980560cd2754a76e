import { expect, test } from '../launchers/test.ts';
import { IsobarWindow } from '../pages/window.ts';

/*
 * The line somebody draws goes from the handle to the pointer, however far the canvas is zoomed and moved.
 */

for (const zoomKeys of [['Mod+-', 'Mod+-'], ['Mod+='], []])
  test(`the drawn line follows the pointer (${zoomKeys.join(', ') || 'as it opens'})`, async ({
    app,
  }) => {
    const { page } = app;
    const window = new IsobarWindow(page);
    await window.openTemplate('Serverless REST API');
    const percent = window.status.getByRole('button', { name: /^Zoom \d+ percent/ });
    for (const keys of zoomKeys) {
      const before = await percent.getAttribute('aria-label');
      await window.press(keys);
      await expect(percent).not.toHaveAccessibleName(before ?? '');
    }
    const node = window.node('Place order');
    await node.hover();
    const from = await node.boundingBox();
    if (!from) throw new Error('The node is not in view.');
    const start = { x: from.x + from.width, y: from.y + from.height / 2 };
    const pointer = { x: start.x + 50, y: start.y - 60 };
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(pointer.x, pointer.y, { steps: 5 });

    const tip = page.locator('[data-drawn-line] circle');
    const ends = async () => {
      const box = await tip.boundingBox();
      if (!box) throw new Error('No line is drawn.');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    await expect(tip).toBeVisible();
    const end = await ends();
    expect(Math.hypot(end.x - pointer.x, end.y - pointer.y)).toBeLessThan(2);
    const line = await page
      .locator('[data-drawn-line] > path')
      .last()
      .evaluate((path) => {
        const matrix = (path as SVGPathElement).getScreenCTM();
        const { x, y } = (path as SVGPathElement)
          .getPointAtLength(0)
          .matrixTransform(matrix ?? undefined);
        return { x, y };
      });
    expect(Math.hypot(line.x - start.x, line.y - start.y)).toBeLessThan(4);
    await window.press('Escape');
    await page.mouse.up();
    await expect(tip).toHaveCount(0);
  });

test('drawn leftward it leaves on the left', async ({ app }) => {
  const { page } = app;
  const window = new IsobarWindow(page);
  await window.openTemplate('Serverless REST API');
  const node = window.node('Place order');
  await node.hover();
  const from = await node.boundingBox();
  if (!from) throw new Error('The node is not in view.');
  await page.mouse.move(from.x + from.width, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x - 60, from.y + from.height / 2 + 30, { steps: 6 });
  const path = page.locator('[data-drawn-line] > path').last();
  const box = await path.boundingBox();
  if (!box) throw new Error('No line is drawn.');
  // It does not start on the right and come back over the card.
  expect(box.x + box.width).toBeLessThan(from.x + from.width / 4);
  await window.press('Escape');
  await page.mouse.up();
});
