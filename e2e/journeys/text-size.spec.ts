import { expect, test } from '../launchers/test.ts';
import { IsobarWindow } from '../pages/window.ts';

test('texts of twice the size lose nothing in a small window', async ({ launchApp }) => {
  const { page } = await launchApp({ size: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const window = new IsobarWindow(page);
  await window.openTemplate('Serverless REST API');
  await window.press('Mod+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByText('200 %').click();
  await expect(page.locator('html')).toHaveCSS('font-size', '32px');
  await window.press('Escape');
  await expect(settings).toBeHidden();

  // What leads everywhere is still in the window, and can be pressed.
  for (const control of [
    page.getByRole('button', { name: 'Home', exact: true }),
    page.getByRole('button', { name: 'Export', exact: true }),
    page.getByRole('button', { name: 'Command palette' }),
    window.counts,
    page.getByRole('tab', { name: 'Services' }),
    page.getByRole('tab', { name: /^Problems/ }),
    page.getByRole('button', { name: 'Fit the design' }),
  ]) {
    await expect(control).toBeInViewport({ ratio: 0.95 });
    await control.click({ trial: true });
  }
  const overflow = await page.evaluate(() => [
    document.documentElement.scrollWidth - innerWidth,
    document.documentElement.scrollHeight - innerHeight,
  ]);
  expect(Math.max(...overflow)).toBeLessThanOrEqual(0);
  await window.press('Mod+,');
  await expect(settings.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
});
