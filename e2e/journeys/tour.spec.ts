import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../launchers/test.ts';
import { IsobarWindow, openFile, templateText } from '../pages/window.ts';

/*
 * The tour: five cards over the real window, by mouse and by keys, and nothing left of it afterwards.
 */

const cardOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Tour' });

/** The places that show through, in the order of the steps. */
const places = ['#left', '#canvas', '#right', '#bottom', '[data-tour="export"]'];

/** The card names the step, lies in the window, and the part it is about is what is not dimmed. */
const pointsAt = async (page: Page, step: number): Promise<void> => {
  const card = cardOf(page);
  await expect(card).toContainText(`Step ${step} of 5`);
  const [width, height] = await page.evaluate(() => [window.innerWidth, window.innerHeight]);
  await expect
    .poll(async () => {
      const box = await card.boundingBox();
      return (
        box !== null &&
        box.x >= 0 &&
        box.y >= 0 &&
        box.x + box.width <= (width ?? 0) &&
        box.y + box.height <= (height ?? 0)
      );
    })
    .toBe(true);
  await expect
    .poll(() =>
      page.evaluate(
        (selector) => {
          const place = document.querySelector(selector)?.getBoundingClientRect();
          const hole = document.querySelector('[data-hole]')?.getBoundingClientRect();
          return (
            place !== undefined &&
            hole !== undefined &&
            place.width > 20 &&
            Math.abs(place.x + place.width / 2 - hole.x - hole.width / 2) < 4 &&
            Math.abs(place.y + place.height / 2 - hole.y - hole.height / 2) < 4
          );
        },
        places[step - 1] ?? '',
      ),
    )
    .toBe(true);
};

test('the tour is taken from Home by mouse, leaves nothing behind and is not offered again', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Take the tour' }).click();
  const card = cardOf(page);
  for (const step of [1, 2, 3, 4]) {
    await pointsAt(page, step);
    await card.getByRole('button', { name: 'Next' }).click();
  }
  await pointsAt(page, 5);
  await card.getByRole('button', { name: 'Back' }).click();
  await pointsAt(page, 4);
  await card.getByRole('button', { name: 'Next' }).click();
  await card.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { name: 'Start from a template' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^New design/ })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Take the tour' })).toBeHidden();
  const again = await app.restart();
  await expect(again.getByRole('heading', { name: 'Start from a template' })).toBeVisible();
  await expect(again.getByRole('button', { name: 'Take the tour' })).toBeHidden();
  await expect(again.getByRole('heading', { name: /Recent|not saved/ })).toBeHidden();
});

test('by keys alone, in a small window, over work that is not saved and comes back', async ({
  launchApp,
}) => {
  const app = await launchApp({ size: { width: 800, height: 560 } });
  const window = await openFile(app, 'shop.isobar.json', templateText('serverless-rest-api'));
  const { page } = app;
  await window.isDrawing();
  await window.name.fill('My shop');
  await window.press('Enter');
  await window.press('Mod+b');
  const services = page.getByRole('tab', { name: 'Services' });
  await expect(services).toBeHidden();
  await window.press('Mod+k');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('Tour in five');
  await window.press('Enter');
  const card = cardOf(page);
  await pointsAt(page, 1);
  await expect(card.getByRole('button', { name: 'Next' })).toBeFocused();
  // Tab stays in the card, whichever way round.
  for (const keys of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
    await window.press(keys);
    expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  for (const step of [2, 3, 4, 5]) {
    await window.press('ArrowRight');
    await pointsAt(page, step);
    // The pane of the first step is as it was.
    if (step > 1) await expect(page.locator('#left [data-closed]')).toHaveCount(1);
  }
  await window.press('ArrowLeft');
  await pointsAt(page, 4);
  // A press beside the card takes the keyboard from nobody.
  await page.mouse.click(4, 4);
  expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  // What works everywhere else waits: the tour has the keyboard.
  await window.press('Mod+j');
  await pointsAt(page, 4);
  await window.press('Escape');
  await expect(card).toBeHidden();
  await expect(services).toBeHidden();
  await expect(window.name).toHaveValue('My shop');
  await window.holds(6, 7);
  await expect(page.getByRole('img', { name: 'Not saved yet' })).toBeVisible();
  await window.press('Mod+z');
  await expect(window.name).not.toHaveValue('My shop');
});

test('a crash during the tour loses nothing of the work behind it', async ({ app }) => {
  const window = new IsobarWindow(app.page);
  await window.openTemplate('Cron job');
  await window.name.fill('Nightly');
  await window.press('Enter');
  await window.run('Tour in five steps');
  await pointsAt(app.page, 1);
  // Longer than it takes to keep a copy, or to drop one.
  await app.page.waitForTimeout(1500);
  const page = await app.restart();
  await expect(page.getByText('Nightly').first()).toBeVisible();
  await expect(page.getByText('Tour', { exact: true })).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`every step keeps nobody out and stands still when asked, ${colorScheme}`, async ({
    launchApp,
  }) => {
    test.slow();
    const { page } = await launchApp({ colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Take the tour' }).click();
    for (const step of [1, 2, 3, 4, 5]) {
      await pointsAt(page, step);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        `step ${step}`,
      ).toEqual([]);
      await cardOf(page).getByRole('button').last().click();
      const lasting = await page.evaluate(() =>
        document.getAnimations().map(({ effect }) => effect?.getComputedTiming().duration),
      );
      expect(lasting.filter((duration) => Number(duration) > 1)).toEqual([]);
    }
    await expect(cardOf(page)).toBeHidden();
  });
