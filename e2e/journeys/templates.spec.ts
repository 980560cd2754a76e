import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../launchers/test.ts';
import { IsobarWindow, root, saveAs, templateText } from '../pages/window.ts';

const names = readdirSync(join(root, 'templates')).sort();

test('every template opens without an error and is saved as it is', async ({ app }) => {
  test.slow();
  const window = new IsobarWindow(app.page);
  expect(names.length).toBeGreaterThanOrEqual(11);
  for (const name of names) {
    const text = templateText(name);
    const design = JSON.parse(text);
    await window.openTemplate(design.name);
    await window.holds(design.nodes.length, design.connections.length);
    await window.hasErrors(0);
    await expect(window.counts).toHaveAccessibleName(/ 0 warnings/);
    expect(await saveAs(app, window, `${name}.isobar.json`)).toBe(text);
    await app.page.getByRole('button', { name: 'Home' }).click();
  }
});
