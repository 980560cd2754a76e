import type { Locator } from '@playwright/test';
import { expect, type LaunchedApp, test } from '../launchers/test.ts';
import { type IsobarWindow, openFile, templateText } from '../pages/window.ts';

/*
 * The canvas by keys and menus alone: walking, moving, adding, arranging, and what somebody hears who does not see it.
 */

const node = (id: string, kind: string, name: string, x: number, y: number, more: object = {}) => ({
  id,
  kind,
  name,
  position: { x, y },
  properties: {},
  ...more,
});
const sketch = JSON.stringify({
  formatVersion: 1,
  name: 'Sketch',
  region: 'eu-west-1',
  nodes: [
    node('jobs', 'sqs-queue', 'Jobs', 0, 0),
    node('work', 'lambda', 'Work', 400, 0),
    node('net', 'vpc', 'Net', 0, 240, { size: { width: 560, height: 320 } }),
    node('inner', 'lambda', 'Inner', 40, 80, { parent: 'net' }),
  ],
  connections: [
    { id: 'jobs--work', type: 'sqs-queue--lambda', from: 'jobs', to: 'work', properties: {} },
  ],
});

/** Opens the sketch and gives the canvas the keyboard. */
const open = async (
  app: LaunchedApp,
): Promise<{ window: IsobarWindow; list: Locator; heard: Locator; current: () => Locator }> => {
  const window = await openFile(app, 'sketch.isobar.json', sketch);
  await window.isDrawing();
  const list = app.page.getByRole('listbox', { name: 'Canvas' });
  await list.focus();
  return {
    window,
    list,
    heard: app.page.locator('[data-announcer]'),
    current: () => list.getByRole('option', { selected: true }),
  };
};

test('Tab walks the nodes in reading order, and does not trap', async ({ app }) => {
  const { window, list, current } = await open(app);
  for (const words of [
    /^Jobs, SQS queue, .*read by Work$/,
    /^Work, Lambda function, .*reads from Jobs$/,
    /^Net, VPC, .*holds 1 node$/,
    /^Inner, Lambda function, .*in Net$/,
  ]) {
    await window.press('Tab');
    await expect(current()).toHaveText(words);
    await expect(list).toHaveAttribute('aria-activedescendant', /./);
  }
  await window.press('Tab');
  await expect(list).not.toBeFocused();
  await list.focus();
  await window.press('Escape');
  await expect(current()).toHaveCount(0);
  await window.press('Escape');
  await expect(list).not.toBeFocused();
});

test('arrows move as one step, F2 renames, and all of it is heard', async ({ app }) => {
  const { window, list, heard } = await open(app);
  await window.press('Tab');
  await window.press('ArrowRight');
  await expect(heard).toHaveText('Move "Jobs", to 8, 0');
  await window.press('Mod+z');
  await expect(heard).toHaveText('Undid: Move "Jobs"');
  await window.press('F2');
  await app.page.keyboard.type('Orders');
  await window.press('Enter');
  await expect(heard).toHaveText('Rename "Jobs"');
  await expect(list).toBeFocused();
  await window.press('n');
  await expect(heard).toHaveText('Orders triggers Work');
});

test('a service is added by name, into the chosen container if it may stand there', async ({
  app,
}) => {
  const { window, heard } = await open(app);
  await window.press('/');
  await app.page.getByRole('combobox', { name: 'Add a service' }).fill('ddb');
  await window.press('Enter');
  await expect(heard).toHaveText('Add DynamoDB table');
  await window.holds(5, 1);
  await window.node('Net').click({ position: { x: 60, y: 12 } });
  await app.page.getByRole('button', { name: 'Lambda function', exact: true }).first().click();
  await window.holds(6, 1);
  await expect(app.page.getByRole('listbox', { name: 'Canvas' })).toContainText(
    'Lambda function, 1 warning, in Net',
  );
});

test('the menu of a node opens by key and by the right button, and not after panning', async ({
  app,
}) => {
  const { window, list, current } = await open(app);
  const menu = app.page.getByRole('menu', { name: 'Context menu' });
  await window.press('Tab');
  await window.press('Shift+F10');
  await expect(menu).toBeVisible();
  await window.press('Escape');
  await expect(menu).toBeHidden();
  await expect(current()).toHaveText(/^Jobs/);
  await expect(list).toBeFocused();

  const box = await window.node('Work').boundingBox();
  if (!box) throw new Error('The node is not in view.');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await app.page.mouse.move(at.x, at.y);
  await app.page.mouse.down({ button: 'right' });
  await app.page.mouse.move(at.x + 30, at.y + 30, { steps: 3 });
  await app.page.mouse.up({ button: 'right' });
  await expect(menu).toBeHidden();
  await window.node('Work').click({ button: 'right' });
  await expect(menu).toBeVisible();
  await menu.getByRole('menuitem', { name: /^Delete/ }).click();
  await window.holds(3, 0);
});

test('deleting a container asks what becomes of what it holds', async ({ app }) => {
  const { window } = await open(app);
  for (let count = 0; count < 3; count += 1) await window.press('Tab');
  await window.press('Delete');
  const dialog = app.page.getByRole('dialog', { name: 'Delete Net?' });
  await expect(dialog).toContainText('“Net” holds “Inner”');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.holds(4, 1);
  await window.press('Delete');
  await dialog.getByRole('button', { name: /^Keep/ }).click();
  await window.holds(3, 1);
  await window.press('Mod+z');
  await window.holds(4, 1);
  // What came back is chosen again.
  await window.press('Delete');
  await dialog.getByRole('button', { name: /^Delete what it holds/ }).click();
  await window.holds(2, 1);
});

test('auto layout, grouping and duplicating are one step each', async ({ app }) => {
  const { window, heard } = await open(app);
  await window.press('Mod+Shift+l');
  await expect(heard).toHaveText('Auto layout of the design', { timeout: 30_000 });
  await window.press('Mod+a');
  await window.press('Mod+g');
  await window.holds(5, 1);
  await window.press('Mod+d');
  await window.holds(10, 2);
  for (let count = 0; count < 3; count += 1) await window.press('Mod+z');
  await expect(heard).toHaveText('Undid: Auto layout of the design');
  await window.holds(4, 1);
});

test('Shift and a click add to what is chosen, and take away again', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', templateText('serverless-rest-api'));
  await window.isDrawing();
  const chosen = window.canvas.locator('.react-flow__node.selected');
  await window.node('Place order').click();
  await window.node('List orders').click({ modifiers: ['Shift'] });
  await expect(chosen).toHaveCount(2);
  await window.node('Users').click({ modifiers: ['ControlOrMeta'] });
  await expect(chosen).toHaveCount(3);
  await window.node('Users').click({ modifiers: ['Shift'] });
  await expect(chosen).toHaveCount(2);
});
