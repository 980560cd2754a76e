import { expect, test } from '../launchers/test.ts';
import { openControls } from './inspector-page.ts';

/*
 * The definition of a workflow: written as YAML or as JSON, with help for what may come next and with what the checks
 * say in its lines. That nothing is fetched for it is what the fixture watches.
 */

test('a definition as YAML keeps its remarks, and its lines say what is wrong', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Flow');
  const field = inspector.field('definition');
  const yaml =
    '# Orders\nStartAt: A\nStates:\n  A:\n    Type: Wait\n    Second: 5\n    End: true\n';
  await field.getByRole('textbox', { name: 'Definition' }).fill(yaml);
  expect(await inspector.saved('flow')).toEqual({ definition: yaml });
  await expect(field).toContainText('the state "A" (line 6) has Second');
  await field.getByRole('button', { name: 'Open in an editor' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Definition' });
  await expect(dialog.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  await expect(dialog.locator('.squiggly-error').first()).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText('marked in the text');
  await dialog.locator('.view-lines').click();
  await app.page.keyboard.press('Control+Home');
  await app.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // Half of it is no value.
  await field.getByRole('textbox', { name: 'Definition' }).fill('StartAt: "A\nStates: 1');
  await expect(field).toContainText('Line ');
  expect(await inspector.saved('flow')).toEqual({ definition: yaml });
});

test('a definition as JSON gets help for what may come next', async ({ app }) => {
  test.slow();
  const inspector = await openControls(app);
  await inspector.choose('Flow');
  const field = inspector.field('definition');
  const text = '{"StartAt":"A","States":{"A":{"Type":"Wait",}}}';
  await field.getByRole('textbox', { name: 'Definition' }).fill(text);
  await field.getByRole('button', { name: 'Open in an editor' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Definition' });
  await expect(dialog.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  await dialog.locator('.view-lines').click();
  await app.page.keyboard.press('Control+End');
  for (let left = 0; left < 3; left += 1) await app.page.keyboard.press('ArrowLeft');
  await app.page.keyboard.press('Control+Space');
  const list = app.page.locator('.suggest-widget');
  await expect(list).toContainText('Seconds', { timeout: 60_000 });
  await expect(list).toContainText('TimestampPath');
  await expect(list).not.toContainText('Branches');
  await app.page.keyboard.type('SecondsP');
  await expect(list).toContainText('SecondsPath');
  // Escape closes the list first.
  await app.page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(dialog).toBeVisible();
  await dialog.getByText('"StartAt"').hover();
  await expect(app.page.locator('.monaco-hover:not(.hidden)')).toContainText(
    'the state that comes first',
    {
      timeout: 20_000,
    },
  );
});
