import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../launchers/test.ts';
import { exported } from '../pages/command-line.ts';
import { ExportDialog } from '../pages/export-dialog.ts';
import { IsobarWindow, root, saveAs, templateText } from '../pages/window.ts';

const names = readdirSync(join(root, 'templates')).sort();

// One window for all of them: to start the app anew takes longer than everything that is asked of a template.
test('every template opens, shows nothing wrong, is saved as it is, and exports as the command line does', async ({
  launchApp,
}) => {
  test.setTimeout(30_000 + names.length * 10_000);
  const app = await launchApp({ reducedMotion: 'reduce' });
  const window = new IsobarWindow(app.page);
  const dialog = new ExportDialog(app, window);
  expect(names.length).toBeGreaterThanOrEqual(20);
  for (const name of names)
    await test.step(name, async () => {
      const text = templateText(name);
      const design = JSON.parse(text);
      // The command line works while the window does.
      const wanted = Promise.all([exported(text, 'sam'), exported(text, 'cdk')]);
      // A failure in the window comes first, and is the one to be told.
      wanted.catch(() => undefined);
      await window.openTemplate(design.name);
      await window.holds(design.nodes.length, design.connections.length);
      await window.hasErrors(0);
      await expect(window.counts).toHaveAccessibleName(/ 0 warnings/);
      expect(await saveAs(app, window, `${name}.isobar.json`)).toBe(text);
      await dialog.open();
      await dialog.choose('AWS SAM');
      const sam = await dialog.writeInto(`${name}-sam`);
      await dialog.choose('AWS CDK');
      const cdk = await dialog.writeInto(`${name}-cdk`);
      await dialog.done();
      const [wantedSam, wantedCdk] = await wanted;
      expect(sam).toEqual(wantedSam);
      expect(cdk).toEqual(wantedCdk);
      await app.page.getByRole('button', { name: 'Home', exact: true }).click();
    });
});
