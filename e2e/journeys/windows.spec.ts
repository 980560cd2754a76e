import { expect, test } from '../launchers/test.ts';
import { IsobarWindow, openFile, saveAs, templateText } from '../pages/window.ts';

/*
 * Two windows: what is copied in one is pasted in the other.
 */

test('copied in one window, pasted in another: names and connections, with ids of their own', async ({
  app,
}) => {
  const rest = templateText('serverless-rest-api');
  const first = await openFile(app, 'shop.isobar.json', rest);
  await first.isDrawing();
  const opening = app.nextWindow();
  await first.run('New window');
  const page = await opening;
  const second = new IsobarWindow(page);
  await page.getByRole('button', { name: 'Serverless REST API' }).first().click();
  await second.isDrawing();
  await second.holds(6, 7);

  await first.page.bringToFront();
  await first.node('Place order').click();
  await expect(first.node('Place order')).toHaveClass(/selected/);
  await first.node('Orders API').click({ modifiers: ['ControlOrMeta'] });
  await expect(first.canvas.locator('.react-flow__node.selected')).toHaveCount(2);
  await first.press('Mod+c');
  await page.bringToFront();
  await second.canvas.click({ position: { x: 20, y: 300 } });
  await second.press('Mod+v');
  await second.holds(8, 8);

  await app.answer('save', 'second.isobar.json');
  await second.press('Mod+Shift+s');
  let text: string | undefined;
  await expect.poll(async () => (text = await app.readFile('second.isobar.json'))).toBeTruthy();
  const { nodes, connections } = JSON.parse(text ?? '');
  const old = new Set(
    JSON.parse(rest).nodes.map((node: { id: string }) => node.id) as readonly string[],
  );
  const pasted = nodes.filter(({ id }: { id: string }) => !old.has(id));
  expect(pasted.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['lambda', 'rest-api']);
  for (const { name } of pasted) expect(name).toMatch(/^(?:Place order|Orders API)/);
  const ids = new Set(pasted.map(({ id }: { id: string }) => id));
  expect(
    connections.filter(
      ({ from, to }: { from: string; to: string }) => ids.has(from) && ids.has(to),
    ),
  ).toMatchObject([{ type: 'rest-api--lambda', properties: { method: 'POST', path: '/orders' } }]);

  // Where it came from nothing has changed.
  await first.page.bringToFront();
  await first.holds(6, 7);
  expect(await saveAs(app, first, 'first.isobar.json')).toBe(rest);
});
