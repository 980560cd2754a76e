import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../launchers/test.ts';
import { openFile } from '../pages/window.ts';
import { design, Inspector, openControls } from './inspector-page.ts';

/*
 * The inspector as a whole: what is chosen, several at once, what nobody knows, and who may not change anything.
 */

test('what this version does not know is shown and kept', async ({ app }) => {
  const inspector = await openControls(app, { fn: { colour: 'blue', timeout: 'thirty' } });
  await inspector.choose('Worker');
  await expect(inspector.panel.getByRole('heading', { name: 'Also in the file' })).toBeVisible();
  await expect(inspector.panel).toContainText('"blue"');
  await expect(inspector.field('timeout').getByRole('textbox')).toHaveValue('"thirty"');
  expect(await inspector.saved('fn')).toEqual({ colour: 'blue', timeout: 'thirty' });
});

test('a design that cannot be changed shows everything and takes nothing', async ({ app }) => {
  const newer = JSON.stringify({ ...JSON.parse(design()), formatVersion: 99 });
  const window = await openFile(app, 'newer.isobar.json', newer);
  await window.isDrawing();
  const inspector = new Inspector(app, window);
  await inspector.choose('Worker');
  await expect(inspector.panel.getByRole('spinbutton', { name: 'Timeout' })).not.toBeEditable();
  await expect(inspector.panel.getByRole('button', { name: /^More for/ })).toHaveCount(0);
});

test('a property is found by words of its help', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Worker');
  await inspector.panel.getByRole('searchbox', { name: 'Find a property' }).fill('x-ray');
  await expect(inspector.field('tracing')).toBeVisible();
  await expect(inspector.field('timeout')).toHaveCount(0);
});

test('several of one kind are set in one step', async ({ app }) => {
  const two = JSON.parse(design({ fn: { timeout: 5 } }));
  two.nodes.push({
    ...two.nodes[1],
    id: 'fn2',
    name: 'Helper',
    position: { x: 260, y: 260 },
    properties: {},
  });
  const window = await openFile(app, 'two.isobar.json', JSON.stringify(two));
  await window.isDrawing();
  const inspector = new Inspector(app, window);
  await inspector.choose('Worker');
  await window.node('Helper').click({ modifiers: ['ControlOrMeta'] });
  await expect(inspector.panel.getByRole('heading', { name: '2 × Lambda function' })).toBeVisible();
  const timeout = inspector.panel.getByRole('spinbutton', { name: 'Timeout' });
  await expect(timeout).toHaveAttribute('placeholder', 'Different values');
  await timeout.fill('20');
  expect(await inspector.saved('fn')).toEqual({ timeout: 20 });
  expect(await inspector.saved('fn2')).toEqual({ timeout: 20 });
  await timeout.press('Tab');
  await inspector.undo();
  expect(await inspector.saved('fn')).toEqual({ timeout: 5 });
  expect(await inspector.saved('fn2')).toEqual({});
});

test('the design has settings of its own', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Shop');
  await expect(inspector.window.name).toHaveValue('Shop');
  await inspector.panel.getByRole('button', { name: /^Quotas of the account/ }).click();
  const quota = inspector.panel.getByRole('spinbutton', { name: 'Account concurrency' });
  await expect(quota).toHaveAttribute('placeholder', '1,000, AWS’s default');
  await quota.fill('5,000');
  await expect(quota).toHaveAttribute('aria-valuenow', '5000');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every tab is accessible', async ({ app }) => {
      test.slow();
      const inspector = await openControls(app, {
        fn: { timeout: 1000, environment: { A: '1' }, layers: ['x'] },
        queue: { visibilityTimeout: { Ref: 'Seconds' } },
      });
      for (const [node, tabs] of [
        ['Worker', ['Properties', 'Connections', 'Permissions', 'Explain', 'Code']],
        ['Jobs', ['Properties']],
        ['Orders', ['Properties']],
      ] as const) {
        await inspector.choose(node);
        for (const tab of tabs) {
          await inspector.openTab(tab);
          if (tab === 'Properties') await inspector.unfold();
          if (tab === 'Code') await expect(inspector.panel.locator('pre').first()).toBeVisible();
          const { violations } = await new AxeBuilder({ page: app.page })
            .include('section[aria-label="Inspector"]')
            .analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual(
            [],
          );
        }
      }
    });
  });

test('a problem leads to its property, folded or not', async ({ app }) => {
  const inspector = await openControls(app, { fn: { ephemeralStorageSize: 20 } });
  await app.page
    .getByText(/20 MB is outside/)
    .first()
    .click();
  const size = inspector.panel.getByRole('spinbutton', { name: 'Ephemeral storage size' });
  await expect(size).toBeFocused();
  await inspector
    .field('ephemeralStorageSize')
    .getByRole('button', { name: /512/ })
    .first()
    .click();
  await expect(size).toHaveValue('512');
});

test('the keyboard comes from value to value, with a menu beside each', async ({ app }) => {
  const inspector = await openControls(app);
  await inspector.choose('Worker');
  const memory = inspector.panel.getByRole('spinbutton', { name: 'Memory size' });
  await memory.focus();
  await app.page.keyboard.press('ArrowUp');
  await expect(memory).toHaveValue('192');
  await app.page.keyboard.press('Tab');
  await expect(inspector.panel.getByRole('button', { name: /^Reset Memory size/ })).toBeFocused();
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('menuitem', { name: 'Use an intrinsic…' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Tab');
  await expect(inspector.panel.getByRole('spinbutton', { name: 'Timeout' })).toBeFocused();
});
