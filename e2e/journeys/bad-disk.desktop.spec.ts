import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type LaunchedApp, test } from '../launchers/test.ts';
import { IsobarWindow, openFile, saveAs, templateText } from '../pages/window.ts';

/*
 * Disks that fail, as a person meets them: each says what happened and what to do, and the work is still there.
 */

const rest = templateText('serverless-rest-api');
const isAdministrator = process.getuid?.() === 0;

const runs = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const pathOf = (app: LaunchedApp, name: string): string => join(app.folder ?? '', name);
const bottomOf = (window: IsobarWindow) =>
  window.page.getByText(/could not be saved|was moved or deleted/);

/** Deletes a node: the work that must not be lost. */
const work = async (window: IsobarWindow): Promise<void> => {
  await window.isDrawing();
  await window.node('Place order').click();
  await window.press('Delete');
  await window.holds(5, 5);
};
/** What was done is there, can be undone, and done again. */
const isStillThere = async (window: IsobarWindow): Promise<void> => {
  await window.holds(5, 5);
  await window.press('Mod+z');
  await window.holds(6, 7);
  await window.press('Mod+Shift+z');
  await window.holds(5, 5);
};

test('a full disk is said; with room made, the same save goes through', async ({ app }) => {
  const small = pathOf(app, 'small');
  await mkdir(small);
  test
    .info()
    .skip(
      !isAdministrator || !runs('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small),
      'no small disk can be mounted here',
    );
  try {
    const window = await openFile(app, 'small/shop.isobar.json', rest);
    await work(window);
    // Nothing is left for a second copy of the file.
    const pages = 16 - Math.ceil(rest.length / 4096);
    await app.writeFile('small/filler', 'x'.repeat(pages * 4096));
    await window.press('Mod+s');
    await expect(app.page.getByText(/the disk is full/).first()).toBeVisible();
    expect(await app.readFile('small/shop.isobar.json')).toBe(rest);
    expect((await readdir(small)).sort()).toEqual(['filler', 'shop.isobar.json']);
    await isStillThere(window);
    await app.removeFile('small/filler');
    await window.press('Mod+s');
    await expect(window.status).toContainText(/saved/i);
    expect(JSON.parse((await app.readFile('small/shop.isobar.json')) ?? '').nodes).toHaveLength(5);
  } finally {
    runs('umount', small);
  }
});

test('a file that the system does not let go is said, and can be saved elsewhere', async ({
  app,
}) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await work(window);
  const path = pathOf(app, 'shop.isobar.json');
  test
    .info()
    .skip(!isAdministrator || !runs('chattr', '+i', path), 'no file can be made immutable here');
  try {
    await window.press('Mod+s');
    await expect(bottomOf(window).first()).toContainText('you may not write there');
    expect(await app.readFile('shop.isobar.json')).toBe(rest);
    await isStillThere(window);
    const saved = await saveAs(app, window, 'elsewhere.isobar.json');
    expect(JSON.parse(saved).nodes).toHaveLength(5);
    await isStillThere(window);
  } finally {
    runs('chattr', '-i', path);
  }
});

test('a folder that vanished is said; the work goes to another one, or through a crash', async ({
  app,
}) => {
  const window = await openFile(app, 'gone/shop.isobar.json', rest);
  await work(window);
  await rm(pathOf(app, 'gone'), { recursive: true });
  await window.press('Mod+s');
  await expect(bottomOf(window).first()).toBeVisible();
  await expect(app.page.getByText(/Save it under a new name/).first()).toBeVisible();
  await isStillThere(window);
  await app.page.waitForTimeout(1100);
  const page = await app.restart();
  const again = new IsobarWindow(page);
  await page
    .getByRole('button', { name: /^Recover/ })
    .first()
    .click();
  await again.isDrawing();
  await again.holds(5, 5);
  const saved = await saveAs(app, again, 'kept.isobar.json');
  expect(JSON.parse(saved).nodes).toHaveLength(5);
});

test('a design whose file was deleted is asked about before it is left, and saving makes it anew', async ({
  app,
}) => {
  const window = await openFile(app, 'shop.isobar.json', rest);
  await window.isDrawing();
  await app.removeFile('shop.isobar.json');
  await expect(bottomOf(window).first()).toBeVisible();
  await app.page.getByRole('button', { name: 'Home', exact: true }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByRole('button', { name: /^New design/ })).toBeVisible();
  expect(await app.readFile('shop.isobar.json')).toBe(rest);
});

test('two windows on one file: who comes second is asked, and nobody loses work', async ({
  app,
}) => {
  const first = await openFile(app, 'shop.isobar.json', rest);
  await first.isDrawing();
  const opening = app.nextWindow();
  await first.run('New window');
  const page = await opening;
  const second = new IsobarWindow(page);
  await app.answer('open', 'shop.isobar.json');
  await page.getByRole('button', { name: /^Open/ }).first().click();
  await second.isDrawing();
  await second.node('List orders').click();
  await second.press('Delete');
  await second.holds(5, 5);

  await first.page.bringToFront();
  await work(first);
  await first.press('Mod+s');
  await expect(first.status).toContainText(/saved/i);
  const saved = await app.readFile('shop.isobar.json');

  await page.bringToFront();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await app.readFile('shop.isobar.json')).toBe(saved);
  await dialog.getByRole('button', { name: 'Load theirs' }).click();
  await expect(second.node('List orders')).toBeVisible();
  await second.press('Mod+z');
  await expect(second.node('Place order')).toBeVisible();
  await second.press('Mod+s');
  await expect.poll(() => app.readFile('shop.isobar.json')).toContain('Place order');
});
