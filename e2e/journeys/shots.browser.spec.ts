import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../launchers/test.ts';
import { IsobarWindow } from '../pages/window.ts';

/*
 * The main screens as pictures, with the fonts that the app brings. In one browser only: what a machine draws differs
 * by less than these allow, and what somebody breaks by more.
 */

const looksLike = async (page: Page, name: string, changing: readonly Locator[] = []) => {
  // Nothing is pointed at, and every letter is there.
  await page.mouse.move(640, 1);
  await page.evaluate(() => document.fonts.ready);
  await expect(page).toHaveScreenshot(`${name}.png`, {
    maxDiffPixelRatio: 0.02,
    animations: 'disabled',
    caret: 'hide',
    timeout: 20_000,
    mask: [...changing],
  });
};

for (const colorScheme of ['light', 'dark'] as const)
  test(`Home, workspace, code and settings look as they should, ${colorScheme}`, async ({
    launchApp,
  }) => {
    test.slow();
    const { page } = await launchApp({
      colorScheme,
      reducedMotion: 'reduce',
      size: { width: 1280, height: 800 },
    });
    await expect(page.getByRole('heading', { name: 'Start from a template' })).toBeVisible();
    await looksLike(page, `home-${colorScheme}`);

    const window = new IsobarWindow(page);
    await window.openTemplate('Serverless REST API');
    await window.node('Place order').click();
    // How long the checks took is different each time.
    const took = [window.status.getByText(/validated in/)];
    await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('Memory size');
    await looksLike(page, `workspace-${colorScheme}`, took);

    await page
      .getByRole('region', { name: 'Bottom panel' })
      .getByRole('tab', { name: 'Code' })
      .click();
    await expect(page.locator('.monaco-editor .view-lines')).toContainText('PlaceOrder:', {
      timeout: 30_000,
    });
    await looksLike(page, `code-${colorScheme}`, took);

    await window.press('Mod+,');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await looksLike(page, `settings-${colorScheme}`, took);
  });
