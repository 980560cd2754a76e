import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type LaunchedApp, test } from '../launchers/test.ts';
import { IsobarWindow, openFile, root } from '../pages/window.ts';

/*
 * The pictures of docs/ and the README. They are no tests: `npm run pictures` takes them, makes them small, and puts
 * them into docs/pictures. Each goes the way that the text beside it tells, so what the text says can be done.
 */

const size = { width: 1280, height: 800 };
const folder = join(root, 'out', 'pictures');
mkdirSync(folder, { recursive: true });

/** What is shown: the whole window, a part of it, or all that several parts cover. */
type Shown = Page | Locator | readonly Locator[];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const around = async (parts: readonly Locator[], room: number): Promise<Box> => {
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
  const found = boxes.filter((box) => box !== null);
  if (found.length < parts.length) throw new Error('A part of the picture is not there.');
  const left = Math.max(0, Math.min(...found.map(({ x }) => x)) - room);
  const top = Math.max(0, Math.min(...found.map(({ y }) => y)) - room);
  const right = Math.min(size.width, Math.max(...found.map(({ x, width }) => x + width)) + room);
  const bottom = Math.min(
    size.height,
    Math.max(...found.map(({ y, height }) => y + height)) + room,
  );
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/** Takes a picture of the page as it is, or of parts of it with some room around them. */
const take = async (page: Page, name: string, shown: Shown = page, room = 0): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  // Images come when they are about to be seen.
  await page.waitForFunction(() =>
    [...document.images].every((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      const isSeen = bottom > 0 && top < window.innerHeight;
      return !isSeen || (image.complete && image.naturalWidth > 0);
    }),
  );
  // How long the checks took is different each time, and would make each picture a new one.
  await page.getByText(/validated in/).evaluateAll((all) => {
    for (const text of all) text.setAttribute('style', 'visibility: hidden');
  });
  const path = join(folder, `${name}.png`);
  const options = { path, animations: 'disabled', caret: 'hide' } as const;
  if ('goto' in shown) return void (await page.screenshot(options));
  const parts = 'boundingBox' in shown ? [shown] : shown;
  await page.screenshot({ ...options, clip: await around(parts, room) });
};

const away = (page: Page): Promise<void> => page.mouse.move(640, 1);

const region = (page: Page, name: string): Locator => page.getByRole('region', { name });

const node = (id: string, kind: string, name: string, x: number, y: number, properties = {}) => ({
  id,
  kind,
  name,
  position: { x, y },
  properties,
});

/** A small design with one mistake in it: the queue hides messages for a shorter time than the function may run. */
const shop = JSON.stringify({
  formatVersion: 1,
  name: 'Shop',
  region: 'eu-west-1',
  stage: 'dev',
  nodes: [
    node('orders', 'sqs-queue', 'Orders', 0, 0, { visibilityTimeout: 30 }),
    node('send', 'lambda', 'Send mail', 320, 0, { timeout: 60, idempotent: true }),
    node('items', 'dynamodb-table', 'Items', 640, 0, { partitionKey: { name: 'id', type: 'S' } }),
    node('done', 'sns-topic', 'Order sent', 320, 160),
    node('ship', 'lambda', 'Ship order', 640, 160, { idempotent: true }),
  ],
  connections: [
    { id: 'feed', type: 'sqs-queue--lambda', from: 'orders', to: 'send', properties: {} },
  ],
});

const start = async (
  launch: (options: object) => Promise<LaunchedApp>,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<LaunchedApp> => launch({ colorScheme, reducedMotion: 'reduce', size });

const openShop = async (app: LaunchedApp): Promise<IsobarWindow> => {
  const window = await openFile(app, 'shop.isobar.json', shop);
  await window.isDrawing();
  await window.press('Shift+1');
  return window;
};

const openTemplate = async (app: LaunchedApp, title: string): Promise<IsobarWindow> => {
  const window = new IsobarWindow(app.page);
  await window.openTemplate(title);
  return window;
};

test('Home, and templates found by a word', async ({ launchApp }) => {
  const { page } = await start(launchApp);
  const heading = page.getByRole('heading', { name: 'Start from a template' });
  await expect(heading).toBeVisible();
  await expect(page.getByRole('listitem').locator('img').first()).toBeVisible();
  await away(page);
  await take(page, 'home');
  const search = page.getByRole('textbox', { name: 'Search templates' });
  await search.fill('queue');
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const cards = page.getByRole('listitem').filter({ has: page.locator('img') });
  await take(page, 'templates', [heading, search, cards.first()], 12);
});

test('the workspace, and a service that is looked for', async ({ launchApp }) => {
  const app = await start(launchApp);
  const window = await openTemplate(app, 'Serverless REST API');
  const { page } = app;
  await window.node('on demand').click();
  await expect(region(page, 'Inspector')).toContainText('Partition key');
  await away(page);
  await take(page, 'workspace-light');
  await take(page, 'inspector', region(page, 'Inspector'));
  const left = page.locator('#left');
  const search = page.getByRole('textbox', { name: 'Search services' });
  await search.fill('ddb');
  await take(
    page,
    'services',
    [
      left.getByRole('tab', { name: 'Services' }),
      left.getByRole('tab', { name: 'Templates' }),
      search,
      left.getByText('DynamoDB Accelerator'),
    ],
    10,
  );
  await search.fill('');
  await window.press('Mod+k');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('order');
  await take(page, 'palette', page.getByRole('dialog'), 10);
});

test('who can take a line lights up', async ({ launchApp }) => {
  const app = await start(launchApp);
  const window = await openShop(app);
  const { page } = app;
  const from = await window.node('Orders').boundingBox();
  const to = await window.node('Order sent').boundingBox();
  if (!from || !to) throw new Error('A node is not in view.');
  await window.node('Orders').hover();
  await page.mouse.move(from.x + from.width, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width + 30, from.y + from.height / 2 + 40, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await expect(page.locator('[data-connect-note]')).toBeVisible();
  await take(
    page,
    'lit',
    [
      window.node('Orders'),
      window.node('Items'),
      window.node('Ship order'),
      page.locator('[data-connect-note]'),
    ],
    12,
  );
  await window.press('Escape');
  await page.mouse.up();
});

test('a connection that is asked about, and one that is refused', async ({ launchApp }) => {
  const app = await start(launchApp);
  const window = await openShop(app);
  const { page } = app;
  await window.connect('Send mail', 'Orders');
  const menu = page.getByRole('dialog', { name: 'What should the connection do?' });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await take(page, 'choices', menu, 12);
  await window.press('Escape');
  await window.connect('Orders', 'Items');
  const card = page.getByRole('dialog', { name: 'This cannot be connected directly' });
  await expect(card).toBeVisible();
  await away(page);
  await take(page, 'refused-card', card, 12);
  await take(page, 'refused');
});

test('a problem, why it is one, and what its fix will change', async ({ launchApp }) => {
  const app = await start(launchApp);
  const window = await openShop(app);
  const { page } = app;
  await window.press('Shift+1');
  await page
    .getByRole('treegrid', { name: 'Problems' })
    .getByRole('row', { name: /visibility-timeout/ })
    .first()
    .getByRole('button', { name: 'Why?' })
    .click();
  await expect(page.getByText(/30 s → 360 s/)).toBeVisible();
  await window.press('F9');
  await away(page);
  await take(
    page,
    'problem',
    [
      page.getByRole('tab', { name: /^Problems/ }),
      page.getByRole('button', { name: 'Suppress…' }),
      page.getByText('Found in'),
      page.getByText('Fine', { exact: true }),
      page.getByRole('row', { name: /visibility-timeout/ }).first(),
    ],
    4,
  );
  await page.getByRole('button', { name: 'Suppress…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('dialog').getByRole('textbox').fill('Only in the workshop');
  await take(page, 'suppress', page.getByRole('dialog'), 10);
});

test('code beside the drawing, and the export', async ({ launchApp }) => {
  test.slow();
  for (const colorScheme of ['dark', 'light'] as const) {
    const app = await start(launchApp, colorScheme);
    const window = await openTemplate(app, 'Serverless REST API');
    const { page } = app;
    await window.node('Place order').click();
    await region(page, 'Bottom panel').getByRole('tab', { name: 'Code' }).click();
    await expect(page.locator('.monaco-editor .view-lines')).toContainText('PlaceOrder:', {
      timeout: 30_000,
    });
    await away(page);
    await take(page, `code-${colorScheme}`);
    if (colorScheme === 'dark') continue;
    await window.press('Mod+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog.getByRole('button', { name: 'Choose folder…' })).toBeVisible();
    await expect(dialog.getByRole('list', { name: 'Files' })).toBeVisible();
    await dialog.getByText('template.yaml').click();
    await expect(dialog).toContainText('AWSTemplateFormatVersion', { timeout: 30_000 });
    await take(page, 'export', dialog, 10);
    await app.answer('folder', 'shop');
    await dialog.getByRole('button', { name: 'Choose folder…' }).click();
    await dialog.getByRole('button', { name: /^Write \d+ files$/ }).click();
    await expect(dialog.getByText(/^Exported \d+ files$/)).toBeVisible();
    await away(page);
    const commands = dialog.getByRole('region', { name: /^Commands/ });
    await take(page, 'exported', [dialog.getByText(/^Exported \d+ files$/), commands], 18);
  }
});

test('work that was not saved, and settings', async ({ launchApp }) => {
  const app = await start(launchApp);
  const window = await openShop(app);
  await window.node('Items').click();
  await window.press('Delete');
  await window.holds(4, 1);
  // Work is kept within a second.
  await app.page.waitForTimeout(2_000);
  const page = await app.restart({ colorScheme: 'light', reducedMotion: 'reduce', size });
  const heading = page.getByRole('heading', { name: 'Unsaved work from last time' });
  await expect(heading).toBeVisible();
  await away(page);
  await take(page, 'recovered', page.locator('[aria-labelledby="home-recovered"]'), 12);
  await page.getByRole('button', { name: /^New design/ }).click();
  await new IsobarWindow(page).isDrawing();
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await take(page, 'settings', dialog, 10);
});
