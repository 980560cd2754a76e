import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../launchers/test.ts';
import { openFile, saveAs } from '../pages/window.ts';

/*
 * What is wrong is found, understood, fixed or set aside: by mouse and by keyboard.
 */

const pair = (id: string, x: number) => ({
  nodes: [
    {
      id: `queue-${id}`,
      kind: 'sqs-queue',
      name: `Orders ${id}`,
      position: { x, y: 0 },
      properties: { visibilityTimeout: 30 },
    },
    {
      id: `worker-${id}`,
      kind: 'lambda',
      name: `Worker ${id}`,
      position: { x, y: 200 },
      properties: { runtime: 'nodejs24.x', timeout: 60 },
    },
  ],
  connections: [
    {
      id: `feed-${id}`,
      type: 'sqs-queue--lambda',
      from: `queue-${id}`,
      to: `worker-${id}`,
      properties: {},
    },
  ],
});
const [a, b] = [pair('a', 0), pair('b', 320)];
const text = JSON.stringify({
  formatVersion: 1,
  name: 'Shop',
  region: 'eu-west-1',
  nodes: [...a.nodes, ...b.nodes],
  connections: [...a.connections, ...b.connections],
});

const list = (page: Page): Locator => page.getByRole('treegrid', { name: 'Problems' });
const row = (page: Page, words: RegExp): Locator => list(page).getByRole('row', { name: words });

test('a problem is explained, its fix is shown before, and all of its kind go in one step', async ({
  app,
}) => {
  const { page } = app;
  const window = await openFile(app, 'shop.isobar.json', text);
  await window.hasErrors(2);
  await row(page, /visibility-timeout/)
    .first()
    .getByRole('button', { name: 'Why?' })
    .click();
  await expect(page.getByText(/becomes visible again, even while the function/)).toBeVisible();
  await expect(page.getByText('Visibility timeout of "Orders a": 30 s → 360 s')).toBeVisible();
  await page.getByRole('button', { name: 'Fix all 2 of this kind' }).click();
  await window.hasErrors(0);
  await window.press('Mod+z');
  await window.hasErrors(2);
});

test('a problem is set aside for a reason, which is saved, and shown again', async ({ app }) => {
  const { page } = app;
  const window = await openFile(app, 'shop.isobar.json', text);
  await window.hasErrors(2);
  await row(page, /visibility-timeout/)
    .first()
    .getByRole('button', { name: 'Why?' })
    .click();
  await page.getByRole('button', { name: 'Suppress…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Suppress', exact: true })).toBeDisabled();
  await dialog.getByRole('textbox').fill('Only a workshop');
  await dialog.getByRole('button', { name: 'Suppress', exact: true }).click();
  await window.hasErrors(1);
  const saved = JSON.parse(await saveAs(app, window, 'aside.isobar.json'));
  expect(saved.suppressions).toEqual([
    { rule: 'sqs/visibility-timeout', at: 'feed-a', reason: 'Only a workshop' },
  ]);
  await page.getByRole('textbox', { name: /Filter by/ }).fill('visibility-timeout');
  await row(page, /^Suppressed/).click();
  await row(page, /Only a workshop/)
    .getByRole('button', { name: 'Show again' })
    .first()
    .click();
  await window.hasErrors(2);
});

test('a suppression that matches nothing is listed with its reason, and removed', async ({
  app,
}) => {
  const { page } = app;
  const aside = {
    ...JSON.parse(text),
    suppressions: [
      { rule: 'sqs/fifo-throughput', at: 'queue-a', reason: 'Was a FIFO queue once' },
      { rule: 'sqs/visibility-timeout', at: 'feed-a', reason: 'Only a workshop' },
      { rule: 'lambda/timeout', at: 'gone', reason: 'Left over' },
    ],
  };
  const window = await openFile(app, 'idle.isobar.json', JSON.stringify(aside));
  await window.hasErrors(1);
  await row(page, /^Suppressed/).click();
  await expect(row(page, /Was a FIFO queue once/)).toContainText('Matches nothing now.');
  await expect(row(page, /Only a workshop/)).not.toContainText('Matches nothing');
  const left = row(page, /Left over/);
  await expect(left).toContainText('what it was written for is gone');
  await left.getByRole('button', { name: 'Why?' }).first().click();
  await expect(page.getByText('It sets nothing aside now.')).toBeVisible();
  await left.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(left).toBeHidden();
  const saved = JSON.parse(await saveAs(app, window, 'removed.isobar.json'));
  expect(saved.suppressions.map(({ reason }: { reason: string }) => reason)).toEqual([
    'Was a FIFO queue once',
    'Only a workshop',
  ]);
});

test('the keyboard alone goes from problem to problem and fixes them', async ({ app }) => {
  const { page } = app;
  const window = await openFile(app, 'shop.isobar.json', text);
  await window.hasErrors(2);
  await window.press('F8');
  await expect(page.getByText(/becomes visible again, even while the function/)).toBeVisible();
  await window.press('Mod+.');
  await window.hasErrors(1);
  await row(page, /^Errors/).focus();
  await window.press('ArrowDown');
  await window.press('f');
  await window.hasErrors(0);
  // The row that was fixed has gone: the next one has the keyboard.
  await expect(list(page).locator(':focus')).toHaveCount(1);
});

test('the filter hides what is not looked for, and says so', async ({ app }) => {
  const { page } = app;
  const window = await openFile(app, 'shop.isobar.json', text);
  await window.hasErrors(2);
  const filter = page.getByRole('textbox', { name: /Filter by/ });
  await filter.fill('worker b');
  await expect(row(page, /visibility-timeout/)).toHaveCount(1);
  await filter.fill('nowhere');
  await expect(page.getByText(/None of \d+ problems matches the filter/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).first().click();
  await expect(row(page, /visibility-timeout/)).toHaveCount(2);
});
