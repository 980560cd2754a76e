import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../launchers/test.ts';
import { IsobarWindow } from '../pages/window.ts';

/*
 * Nobody is kept out of the canvas, the panes below it, exporting and connecting. Home, the left panes, settings and
 * the palette are walked through in home.spec.ts, the inspector in its own.
 */

for (const colorScheme of ['light', 'dark'] as const)
  test(`canvas, problems, code, export and connecting keep nobody out, ${colorScheme}`, async ({
    launchApp,
  }) => {
    test.slow();
    const { page } = await launchApp({ colorScheme, reducedMotion: 'reduce' });
    const isOpenToAll = async (screen: string): Promise<void> => {
      // What still fades in has colours of neither state.
      await expect
        .poll(() =>
          page.evaluate(
            () =>
              document
                .getAnimations()
                .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).length,
          ),
        )
        .toBe(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        screen,
      ).toEqual([]);
    };
    const window = new IsobarWindow(page);
    await window.openTemplate('Serverless REST API');
    // The pointer stays where the card of the template was, over something that explains itself when pointed at.
    await page.mouse.move(0, 0);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await isOpenToAll('workspace');

    await window.node('Place order').click();
    await isOpenToAll('a chosen node');
    const inspector = page.getByRole('region', { name: 'Inspector' });
    for (const name of ['Connections', 'Permissions', 'Explain', 'Code', 'Properties']) {
      await inspector.getByRole('tab', { name }).click();
      await expect(inspector.getByRole('tabpanel')).not.toBeEmpty();
      await isOpenToAll(`inspector, ${name}`);
    }

    await page
      .getByRole('treegrid', { name: 'Problems' })
      .getByRole('button', { name: 'Why?' })
      .first()
      .click();
    await isOpenToAll('a problem explained');

    await window.press('Mod+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog.getByRole('button', { name: 'Choose folder…' })).toBeVisible();
    await isOpenToAll('export');
    await window.press('Escape');
    await expect(dialog).toBeHidden();

    await window.connect('Users', 'Web app');
    const card = page.getByRole('dialog', { name: /connect/i });
    await expect(card).toBeVisible();
    await isOpenToAll('what a connection cannot do');
    await window.press('Escape');
    await expect(card).toBeHidden();

    await page
      .getByRole('region', { name: 'Bottom panel' })
      .getByRole('tab', { name: 'Code' })
      .click();
    await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({
      timeout: 30_000,
    });
    await isOpenToAll('code');
  });
