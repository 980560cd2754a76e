import { expect, type LaunchedApp, test } from '../launchers/test.ts';
import { IsobarWindow, openFile, templateText } from '../pages/window.ts';

/** The Code panel, with the first line of code in it. */
const showCode = async ({ page }: LaunchedApp): Promise<void> => {
  await page.getByRole('tab', { name: 'Code' }).first().click();
  // Monaco is loaded now, and not before.
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 30_000 });
};

const format = ({ page }: LaunchedApp, name: string) =>
  page.getByRole('radiogroup', { name: 'Format' }).getByText(name, { exact: true });

test('a node shows its lines, and a line its node', async ({ app }) => {
  const { page } = app;
  const window = new IsobarWindow(page);
  await window.openTemplate('Serverless REST API');
  await showCode(app);
  const lines = page.locator('.monaco-editor .view-lines');
  const chosen = page.getByRole('toolbar', { name: 'Code' }).getByRole('status');

  await window.node('Place order').click();
  await expect(chosen).toHaveText(/^Place order: \d+ lines in 2 places$/);
  await expect(lines).toContainText('PlaceOrder:');
  await format(app, 'CDK').click();
  await expect(lines).toContainText("new lambda.Function(this, 'PlaceOrder'");

  await format(app, 'SAM').click();
  await page.locator('.view-line', { hasText: 'PlaceOrder:' }).first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.locator('.view-line', { hasText: '!Ref UsersClient' }).click();
  await expect(chosen).toHaveText(/^Users: /);
  await expect(page.locator('.react-flow__node.selected')).toContainText('Users');
});

test('code follows the design, and says what it cannot write', async ({ app }) => {
  const { page } = app;
  const design = JSON.parse(templateText('cron-job'));
  const worker = design.nodes.find(({ kind }: { kind: string }) => kind === 'lambda');
  const window = await openFile(app, 'cron.isobar.json', JSON.stringify(design));
  await window.isDrawing();
  await showCode(app);
  const lines = page.locator('.monaco-editor .view-lines');
  await expect(lines).toContainText('AWSTemplateFormatVersion');
  await window.name.fill('Night watch');
  await window.name.press('Enter');
  await expect(lines).toContainText('Description: "Night watch');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(lines).not.toContainText('Night watch');

  worker.properties.memorySize = 'much';
  await app.writeFile('broken.isobar.json', JSON.stringify(design));
  await app.answer('open', 'broken.isobar.json');
  await window.press('Mod+o');
  const problem = page.getByText('SAM cannot be written yet');
  await expect(problem).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).first().click();
  await expect(page.locator('.react-flow__node.selected')).toContainText(worker.name);
});
