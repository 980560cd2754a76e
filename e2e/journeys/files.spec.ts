import { expect, test } from '../launchers/test.ts';
import { IsobarWindow, openFile, saveAs, templateText } from '../pages/window.ts';

/*
 * Nothing that a person made is lost, and nothing is written that nobody asked for.
 */

const rest = templateText('serverless-rest-api');

test('opening writes nothing, and saving unchanged writes the same bytes', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.holds(6, 7);
  expect(await app.readFile('shop.isobar.json')).toBe(rest);
  await window.press('Mod+s');
  await expect(window.status).toContainText(/saved/i);
  expect(await app.readFile('shop.isobar.json')).toBe(rest);
});

test('fifty steps back and forth again end in the same bytes', async ({ app }) => {
  test.slow();
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.node('Place order').click();
  for (let step = 1; step <= 50; step++) {
    await window.press('Mod+d');
    await window.holds(6 + step, 7);
  }
  const after = await saveAs(app, window, 'after.isobar.json');
  expect(JSON.parse(after).nodes).toHaveLength(56);
  for (let step = 1; step <= 50; step++) await window.press('Mod+z');
  await window.holds(6, 7);
  expect(await saveAs(app, window, 'before.isobar.json')).toBe(rest);
  for (let step = 1; step <= 50; step++) await window.press('Mod+Shift+z');
  await window.holds(56, 7);
  expect(await saveAs(app, window, 'again.isobar.json')).toBe(after);
});

test('a design of a newer Isobar is shown and never written', async ({ app }) => {
  const newer = JSON.stringify({ ...JSON.parse(rest), formatVersion: 99, novelty: { a: 1 } });
  const window = await openFile(app, 'newer.isobar.json', newer);
  await window.isDrawing();
  await expect(app.page.getByText(/newer Isobar/).first()).toBeVisible();
  await window.node('Place order').click();
  await window.press('Delete');
  await window.holds(6, 7);
  expect(await app.readFile('newer.isobar.json')).toBe(newer);
});

test('a file that is no design is refused with its problems, and stays as it was', async ({
  app,
}) => {
  const broken = '{ "formatVersion": 1, "name": "x", "region": "eu-west-1", "nodes": [ }';
  await openFile(app, 'broken.isobar.json', broken);
  await expect(app.page.getByText(/broken\.isobar\.json/).first()).toBeVisible();
  await expect(app.page.getByText(/line 1/i).first()).toBeVisible();
  expect(await app.readFile('broken.isobar.json')).toBe(broken);
});

test('a change by another program is read when nothing was done here', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await app.writeFile(
    'shop.isobar.json',
    rest.replace('"name": "Place order"', '"name": "Take order"'),
  );
  await expect(window.node('Take order')).toBeVisible();
});

test('the history goes on over saving and over what another program wrote', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.node('Place order').click();
  await window.press('Delete');
  await window.holds(5, 5);
  await window.press('Mod+s');
  await expect(window.status).toContainText(/saved/i);
  await app.writeFile(
    'shop.isobar.json',
    rest.replace('"name": "List orders"', '"name": "Show orders"'),
  );
  await expect(window.node('Show orders')).toBeVisible();
  await window.holds(6, 7);
  await window.press('Mod+z');
  await window.holds(5, 5);
  await expect(window.node('List orders')).toBeVisible();
  await window.press('Mod+z');
  await window.holds(6, 7);
  for (let step = 1; step <= 2; step++) await window.press('Mod+Shift+z');
  await expect(window.node('Show orders')).toBeVisible();
});

test('a change by another program overwrites nobody: the person decides', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.node('Place order').click();
  await window.press('Delete');
  const theirs = rest.replace('"name": "List orders"', '"name": "Show orders"');
  await app.writeFile('shop.isobar.json', theirs);
  const dialog = app.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await app.readFile('shop.isobar.json')).toBe(theirs);
  await dialog.getByRole('button', { name: /keep mine/i }).click();
  await expect(dialog).toBeHidden();
  await window.holds(5, 5);
});

test('after a crash the work of up to a second ago is offered again', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.node('Place order').click();
  await window.press('Delete');
  await window.holds(5, 5);
  await app.page.waitForTimeout(1100);
  const page = await app.restart();
  const again = new IsobarWindow(page);
  await page
    .getByRole('button', { name: /^(Recover|Restore|Continue)/ })
    .first()
    .click();
  await again.isDrawing();
  await again.holds(5, 5);
  expect(await app.readFile('shop.isobar.json')).toBe(rest);
});

test('after a crash a text that is no value yet is in its field again', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.node('Place order').click();
  const inspector = app.page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('spinbutton', { name: 'Timeout' }).fill('soon');
  await expect(inspector).toContainText('“soon” is no number.');
  await app.page.waitForTimeout(1100);
  const page = await app.restart();
  const again = new IsobarWindow(page);
  await page
    .getByRole('button', { name: /^Recover/ })
    .first()
    .click();
  await again.isDrawing();
  await again.node('Place order').click();
  const timeout = page.getByRole('spinbutton', { name: 'Timeout' });
  await expect(timeout).toHaveValue('soon');
  await expect(timeout).toHaveAttribute('aria-invalid', 'true');
  // The design is as it was in the file, and nothing of the text got there.
  expect(await app.readFile('shop.isobar.json')).toBe(rest);
});

test('leaving unsaved work asks first', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.node('Place order').click();
  await window.press('Delete');
  await app.page.getByRole('button', { name: 'Home', exact: true }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.holds(5, 5);
  await app.page.getByRole('button', { name: 'Home', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByRole('button', { name: /^New design/ })).toBeVisible();
  const text = await app.readFile('shop.isobar.json');
  expect(JSON.parse(text ?? '').nodes).toHaveLength(5);
});
