import { expect, test } from '../launchers/test.ts';
import { openControls } from './inspector-page.ts';

/*
 * Each control of the inspector as a person uses it: what is typed becomes a value, what is none stays in the field,
 * and one visit to a field is one step.
 */

test('a number: units, limits, arrows, and text that is none', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Worker');
  const timeout = inspector.panel.getByRole('spinbutton', { name: 'Timeout' });
  await expect(timeout).toHaveAttribute('placeholder', '3 s, proposed');
  await timeout.fill('1 min');
  expect(await inspector.saved('fn')).toEqual({ timeout: 60 });

  await timeout.fill('soon');
  await expect(inspector.field('timeout')).toContainText('“soon” is no number.');
  await expect(timeout).toHaveAttribute('aria-invalid', 'true');
  expect(await inspector.saved('fn')).toEqual({ timeout: 60 });
  // Elsewhere and back: what was typed is still there.
  await inspector.choose('Jobs');
  await inspector.choose('Worker');
  await expect(timeout).toHaveValue('soon');

  await timeout.fill('1000');
  await expect(inspector.field('timeout')).toContainText(/900/);
  expect(await inspector.saved('fn')).toEqual({ timeout: 1000 });
  await timeout.fill('30');
  await timeout.press('ArrowUp');
  await timeout.press('Shift+ArrowUp');
  await expect(timeout).toHaveValue('40');
  await inspector.panel.getByRole('button', { name: 'Reset Timeout to 3 s, proposed' }).click();
  await expect(timeout).toHaveValue('');
  expect(await inspector.saved('fn')).toEqual({});
});

test('one visit to a field is one step', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Worker');
  const memory = inspector.panel.getByRole('spinbutton', { name: 'Memory size' });
  await memory.pressSequentially('512');
  await memory.press('Tab');
  await inspector.undo();
  await expect(memory).toHaveValue('');
  await inspector.redo();
  await expect(memory).toHaveValue('512');
});

test('a text: over its limits it counts, and says so', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Api');
  const stage = inspector.panel.getByRole('textbox', { name: 'Stage name' });
  await stage.fill('my stage');
  await expect(inspector.field('stageName')).toContainText(/letters, digits|Letters, digits|stage/);
  expect(await inspector.saved('api')).toEqual({ stageName: 'my stage' });
  await stage.fill('');
  expect(await inspector.saved('api')).toEqual({});
});

test('a choice, and one that takes values of its own', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Worker');
  await inspector.panel.getByRole('combobox', { name: 'Architecture' }).click();
  await app.page.getByRole('option', { name: 'x86_64' }).click();
  await inspector.panel.getByRole('combobox', { name: 'Runtime' }).fill('nodejs26.x');
  await inspector.panel.getByRole('combobox', { name: 'Log retention' }).click();
  await app.page.getByRole('option', { name: '90 days' }).click();
  expect(await inspector.saved('fn')).toEqual({
    architecture: 'x86_64',
    runtime: 'nodejs26.x',
    logRetentionDays: 90,
  });
});

test('a switch goes back to its default, and shows what it brings', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Jobs');
  const fifo = inspector.panel.getByRole('switch', { name: 'FIFO queue' });
  await expect(inspector.field('contentBasedDeduplication')).toHaveCount(0);
  await fifo.press('Space');
  await expect(inspector.field('contentBasedDeduplication')).toBeVisible();
  await inspector.field('contentBasedDeduplication').getByRole('switch').press('Space');
  await fifo.press('Space');
  // What does not count any more is kept, and said so.
  await expect(inspector.panel).toContainText('Kept in the file');
  expect(await inspector.saved('queue')).toEqual({ contentBasedDeduplication: true });
});

test('names with values', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Worker');
  const field = inspector.field('environment');
  await field.getByRole('button', { name: 'Add entry' }).click();
  await app.page.keyboard.type('LEVEL');
  await field.getByRole('textbox', { name: 'Environment, value 1' }).fill('debug');
  await field.getByRole('button', { name: 'Add entry' }).click();
  await app.page.keyboard.type('LEVEL');
  await expect(field).toContainText('Two have the name LEVEL');
  expect(await inspector.saved('fn')).toEqual({ environment: { LEVEL: 'debug' } });
  await field.getByRole('button', { name: 'Remove entry 1' }).click();
  expect(await inspector.saved('fn')).toEqual({ environment: { LEVEL: '' } });
});

test('a list: add, move, remove', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Users');
  const field = inspector.field('callbackUrls');
  for (const url of ['https://a.example', 'https://b.example', 'https://c.example']) {
    await field.getByRole('button', { name: 'Add entry' }).click();
    await app.page.keyboard.type(url);
  }
  await field.getByRole('button', { name: 'Move entry 3 up' }).click();
  await field.getByRole('button', { name: 'Remove entry 1' }).click();
  expect(await inspector.saved('pool')).toEqual({
    callbackUrls: ['https://c.example', 'https://b.example'],
  });
});

test('an object of known fields, and a list of such', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Orders');
  const key = inspector.field('sortKey');
  await key.getByRole('textbox', { name: 'Name' }).fill('createdAt');
  await key.getByRole('combobox', { name: 'Type' }).click();
  await app.page.getByRole('option', { name: 'N', exact: true }).click();
  const indexes = inspector.field('globalSecondaryIndexes');
  await indexes.getByRole('button', { name: 'Add index' }).click();
  await app.page.keyboard.type('byStatus');
  await indexes.getByRole('textbox', { name: 'Name' }).nth(1).fill('status');
  expect(await inspector.saved('table')).toEqual({
    sortKey: { name: 'createdAt', type: 'N' },
    globalSecondaryIndexes: [{ name: 'byStatus', partitionKey: { name: 'status', type: 'S' } }],
  });
});

test('JSON: half of it stays in the field, and the editor shows the same', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Flow');
  const field = inspector.field('definition');
  await field.getByRole('textbox', { name: 'Definition' }).fill('{ "StartAt": ');
  await expect(field).toContainText('Line 1');
  expect(await inspector.saved('flow')).toEqual({});
  await field.getByRole('button', { name: 'Open in an editor' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Definition' });
  await expect(dialog.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  await dialog.locator('.view-lines').click();
  await app.page.keyboard.press('Control+End');
  await app.page.keyboard.type('"A" }');
  await dialog.getByRole('button', { name: 'Close the editor' }).click();
  expect(await inspector.saved('flow')).toMatchObject({ definition: { StartAt: 'A' } });
});

test('another node', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Api');
  await inspector.openTab('Connections');
  await inspector.panel.getByRole('button', { name: /^Worker/ }).click();
  await inspector.openTab('Properties');
  await inspector.panel.getByRole('combobox', { name: 'Authorizer' }).click();
  await app.page.getByRole('option', { name: 'Users' }).click();
  expect(await inspector.saved('route')).toMatchObject({ authorizer: 'pool' });
});

test('an intrinsic in the place of a value', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Worker');
  await inspector.panel.getByRole('button', { name: 'More for Timeout' }).click();
  await app.page.getByRole('menuitem', { name: 'Use an intrinsic…' }).click();
  const field = inspector.field('timeout');
  await field.getByRole('combobox', { name: 'Timeout' }).fill('Seconds');
  expect(await inspector.saved('fn')).toEqual({ timeout: { Ref: 'Seconds' } });
  await field.getByRole('combobox', { name: 'Intrinsic function' }).click();
  await app.page.getByRole('option', { name: '!GetAtt' }).click();
  await expect(field).toContainText('Write a logical id, a dot and the attribute');
  await inspector.panel.getByRole('button', { name: 'More for Timeout' }).click();
  await app.page.getByRole('menuitem', { name: 'Use a plain value' }).click();
  expect(await inspector.saved('fn')).toEqual({});
});
