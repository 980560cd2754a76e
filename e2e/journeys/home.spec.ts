import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../launchers/test.ts';
import { IsobarWindow, openFile, root, templateText } from '../pages/window.ts';

/*
 * Home, the left panes, the dialogs and the palette, as a person uses them.
 */

const rest = templateText('serverless-rest-api');

/** Nothing on the screen keeps anybody out. The canvas has tests of its own. */
const isOpenToAll = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).exclude('.react-flow').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

/** Opens a command by its name. */
const ask = async (window: IsobarWindow, name: string): Promise<void> => {
  await window.press('Mod+k');
  const field = window.page.getByRole('combobox', { name: 'Command palette' });
  await field.fill(name);
  const found = window.page.getByRole('listbox', { name: 'Command palette' });
  await expect(found.getByRole('option').first()).toContainText(name);
  await field.press('Enter');
};

test('Home shows every template with its picture, and remembers what was open', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { name: 'Start from a template' })).toBeVisible();
  const pictures = page.getByRole('listitem').locator('img');
  await expect(pictures).toHaveCount(readdirSync(join(root, 'templates')).length);
  await expect
    .poll(() => pictures.first().evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await openFile(app, 'shop.isobar.json', rest);
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('button', { name: /^shop/ }).click();
  await new IsobarWindow(page).isDrawing();
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('button', { name: /^shop/ }).hover();
  await page.getByRole('button', { name: 'Forget shop' }).click();
  await expect(page.getByRole('heading', { name: 'Recent designs' })).toBeHidden();
  expect(await app.readFile('shop.isobar.json')).toBe(rest);
});

test('templates are found by their group and by words', async ({ app }) => {
  const { page } = app;
  const pictures = page.getByRole('listitem').locator('img');
  const all = readdirSync(join(root, 'templates')).length;
  await expect(pictures).toHaveCount(all);
  await page.getByRole('button', { name: 'Events and workflows', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Saga workflow/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Serverless REST API/ })).toBeHidden();
  const search = page.getByRole('textbox', { name: 'Search templates' });
  await search.fill('thumbnail');
  await expect(page.getByText('No template answers to “thumbnail”.')).toBeVisible();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(pictures).toHaveCount(1);
  await search.fill('');
  await expect(pictures).toHaveCount(all);
});

test('the palette finds commands, nodes and services, and runs them', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await ask(window, 'Place order');
  await expect(window.page.getByText('Lambda function · eu-west-1')).toBeVisible();
  await ask(window, 'Add SQS queue');
  await window.holds(7, 7);
  await ask(window, 'About Isobar');
  await expect(window.page.getByRole('dialog', { name: 'About Isobar' })).toBeVisible();
  await expect(window.page.getByRole('button', { name: /^react-dom / })).toBeVisible();
});

test('finding goes from one to the next', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.press('Mod+f');
  const find = window.page.getByRole('dialog', { name: 'Find in design' });
  await find.getByRole('combobox').fill('order');
  await find.getByRole('combobox').press('Enter');
  await expect(find.getByRole('status')).toHaveText(/^1 of/);
  await find.getByRole('combobox').press('Enter');
  await expect(find.getByRole('status')).toHaveText(/^2 of/);
  await window.press('Escape');
  await expect(find).toBeHidden();
});

test('services are found by what people call them, and added', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  const search = window.page.getByRole('textbox', { name: 'Search services' });
  await search.fill('ddb');
  await search.press('Enter');
  await window.holds(7, 7);
  await search.fill('');
  await expect(window.page.getByRole('region', { name: 'Used lately' })).toContainText(
    'DynamoDB table',
  );
});

test('the outline is walked and renamed by keyboard alone', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.page.getByRole('tab', { name: 'Outline' }).click();
  const tree = window.page.getByRole('tree', { name: 'Outline' });
  await tree.focus();
  await tree.press('End');
  await expect(tree.getByRole('treeitem', { name: /^Web app/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await tree.press('F2');
  await window.page.getByRole('textbox', { name: 'Name of Web app' }).fill('Shop');
  await window.press('Enter');
  await expect(tree.getByRole('treeitem', { name: /^Shop/ })).toBeVisible();
  await window.press('Mod+z');
  await expect(tree.getByRole('treeitem', { name: /^Web app/ })).toBeVisible();
});

test('a template is inserted below what is there, in one step', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.page.getByRole('tab', { name: 'Templates' }).click();
  await window.page.getByRole('button', { name: 'Insert Cron job into this design' }).click();
  await window.holds(11, 11);
  await window.press('Mod+z');
  await window.holds(6, 7);
});

test('settings apply at once and are kept', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await window.press('Mod+,');
  const settings = window.page.getByRole('dialog', { name: 'Settings' });
  await settings.getByText('High contrast').click();
  await settings.getByText('Compact').click();
  await settings.getByText('150 %').click();
  const root = window.page.locator('html');
  await expect(root).toHaveAttribute('data-contrast', 'more');
  await expect(root).toHaveAttribute('data-density', 'compact');
  await expect(root).toHaveCSS('font-size', '24px');
  const page = await app.restart();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
  await expect(page.locator('html')).toHaveCSS('font-size', '24px');
});

test('a pane that is closed stays closed', async ({ app }) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  const services = window.page.getByRole('tab', { name: 'Services' });
  await expect(services).toBeVisible();
  await window.press('Mod+b');
  await expect(services).toBeHidden();
  await window.page.getByRole('button', { name: 'Home', exact: true }).click();
  await window.openTemplate('Cron job');
  await expect(services).toBeHidden();
  await window.press('Mod+b');
  await expect(services).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const)
  test(`every screen is open to all, ${scheme}`, async ({ app }) => {
    test.slow();
    await app.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(app.page.getByRole('heading', { name: 'Start from a template' })).toBeVisible();
    await isOpenToAll(app.page);
    const window = await openFile(app, 'shop.isobar.json', rest);
    await window.isDrawing();
    await isOpenToAll(app.page);
    for (const tab of ['Outline', 'Templates']) {
      await app.page.getByRole('tab', { name: tab }).click();
      await isOpenToAll(app.page);
    }
    for (const [keys, title] of [
      ['Mod+k', 'Command palette'],
      ['Mod+f', 'Find in design'],
      ['Mod+,', 'Settings'],
    ] as const) {
      await window.press(keys);
      const dialog = app.page.getByRole('dialog', { name: title });
      await expect(dialog).toBeVisible();
      await isOpenToAll(app.page);
      await window.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });
