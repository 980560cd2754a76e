import { expect, test } from '../launchers/test.ts';
import { largeDesign } from '../pages/large-design.ts';
import { openFile, saveAs } from '../pages/window.ts';

test('a design of a thousand nodes opens, is changed and saved', async ({ app }) => {
  test.slow();
  const window = await openFile(app, 'large.isobar.json', largeDesign());
  await window.isDrawing();
  await window.holds(1000, 500);
  await window.press('Mod+a');
  await window.press('Mod+d');
  await window.holds(2000, 1000);
  await window.press('Mod+z');
  await window.holds(1000, 500);
  await window.press('Mod+Shift+z');
  const saved = JSON.parse(await saveAs(app, window, 'larger.isobar.json'));
  expect([saved.nodes.length, saved.connections.length]).toEqual([2000, 1000]);
});
