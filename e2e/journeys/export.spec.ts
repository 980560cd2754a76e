import { expect, test } from '../launchers/test.ts';
import { exported } from '../pages/command-line.ts';
import { ExportDialog } from '../pages/export-dialog.ts';
import { IsobarWindow, openFile, saveAs, templateText } from '../pages/window.ts';

test('from the first start to a SAM folder, as the command line writes it', async ({ app }) => {
  const window = new IsobarWindow(app.page);
  await window.openTemplate('Serverless REST API');
  const design = await saveAs(app, window, 'shop.isobar.json');
  const dialog = new ExportDialog(app, window);
  await dialog.open();
  expect(await dialog.writeInto('out')).toEqual(await exported(design, 'sam'));
});

test('a CDK app, and what a second export would change', async ({ app }) => {
  const window = await openFile(app, 'cron.isobar.json', templateText('cron-job'));
  await window.isDrawing();
  const dialog = new ExportDialog(app, window);
  await dialog.open();
  await dialog.choose('AWS CDK');
  expect(await dialog.writeInto('app')).toEqual(await exported(templateText('cron-job'), 'cdk'));
  await app.writeFile('app/README.md', 'mine\n');
  await dialog.done();
  await dialog.open();
  await dialog.choose('AWS CDK');
  await expect(dialog.frame.getByRole('button', { name: /README\.md.*changed/ })).toBeVisible();
  expect(await app.readFile('app/README.md')).toBe('mine\n');
});
