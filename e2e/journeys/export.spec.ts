import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type LaunchedApp, test } from '../launchers/test.ts';
import { IsobarWindow, openFile, root, saveAs, templateText } from '../pages/window.ts';

/** What the command line writes for a design: paths and texts. */
const byCommandLine = (design: string, target: 'sam' | 'cdk'): ReadonlyMap<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-export-'));
  try {
    const file = join(folder, 'd.isobar.json');
    const out = join(folder, 'out');
    writeFileSync(file, design);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'dist', 'isobar.mjs'), 'export', file, '--to', target, '--out', out],
      { encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return new Map(
      files.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(out.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What the window wrote into a folder. */
const written = async (app: LaunchedApp, folder: string): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>();
  for (const path of await app.listFiles(folder))
    files.set(path, (await app.readFile(`${folder}/${path}`)) ?? '');
  return files;
};

const sorted = (files: ReadonlyMap<string, string>) =>
  [...files].sort(([a], [b]) => (a < b ? -1 : 1));

test('from the first start to a SAM folder, as the command line writes it', async ({ app }) => {
  const window = new IsobarWindow(app.page);
  await window.openTemplate('Serverless REST API');
  const design = await saveAs(app, window, 'shop.isobar.json');
  await window.press('Mod+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await app.answer('folder', 'out');
  await dialog.getByRole('button', { name: 'Choose folder…' }).click();
  await dialog.getByRole('button', { name: /^Write \d+ files$/ }).click();
  await expect(dialog.getByText(/^Exported \d+ files$/)).toBeVisible();
  expect(sorted(await written(app, 'out'))).toEqual(sorted(byCommandLine(design, 'sam')));
});

test('a CDK app, and what a second export would change', async ({ app }) => {
  const window = await openFile(app, 'cron.isobar.json', templateText('cron-job'));
  await window.isDrawing();
  await window.press('Mod+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('AWS CDK', { exact: true }).click();
  await app.answer('folder', 'app');
  await dialog.getByRole('button', { name: 'Choose folder…' }).click();
  await dialog.getByRole('button', { name: /^Write \d+ files$/ }).click();
  await expect(dialog.getByText(/^Exported \d+ files$/)).toBeVisible();
  expect(sorted(await written(app, 'app'))).toEqual(
    sorted(byCommandLine(templateText('cron-job'), 'cdk')),
  );
  await app.writeFile('app/README.md', 'mine\n');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await window.press('Mod+e');
  await dialog.getByText('AWS CDK', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: /README\.md.*changed/ })).toBeVisible();
  expect(await app.readFile('app/README.md')).toBe('mine\n');
});
