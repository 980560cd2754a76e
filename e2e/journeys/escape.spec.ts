import { expect, test } from '../launchers/test.ts';
import { IsobarWindow } from '../pages/window.ts';

/*
 * Escape closes one thing at a time: what hangs open first, then the choice.
 */

test('Escape closes an open menu or dialog and leaves what is chosen as it is', async ({ app }) => {
  const window = new IsobarWindow(app.page);
  const { page } = app;
  await window.openTemplate('Serverless REST API');
  await window.node('Place order').click();
  const inspector = page.getByRole('region', { name: 'Inspector' });
  const isChosen = () => expect(inspector).toContainText('Lambda function ·');
  const menus = [
    page.getByRole('button', { name: /^Region of the design/ }),
    page.getByRole('button', { name: 'More ways to export' }),
    inspector.getByRole('button', { name: /More|Options|for/ }).first(),
    ...(app.launcher === 'browser' ? [page.getByRole('menuitem', { name: 'Edit' })] : []),
  ];
  for (const button of menus) {
    await button.click();
    const menu = page.getByRole('menu').first();
    await expect(menu).toBeVisible();
    await window.press('Escape');
    await expect(menu).toBeHidden();
    await isChosen();
  }
  const family = page.getByRole('combobox', { name: 'Family of rules' });
  await family.click();
  const families = page.getByRole('listbox', { name: 'Family of rules' });
  await expect(families).toBeVisible();
  await window.press('Escape');
  await expect(families).toBeHidden();
  await isChosen();
  await window.node('Place order').click({ button: 'right' });
  await expect(page.getByRole('menu').first()).toBeVisible();
  await window.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await isChosen();
  for (const keys of ['Mod+k', 'Mod+,', 'Mod+e', 'Mod+f']) {
    await window.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await window.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await isChosen();
  }
  await window.node('Place order').click();
  // With nothing open it is meant for the choice.
  await window.press('Escape');
  await expect(inspector).not.toContainText('Lambda function ·');
});
