import type { Page } from '@playwright/test';
import { expect, test } from '../launchers/test.ts';
import { IsobarWindow } from '../pages/window.ts';

/*
 * Whoever wants things to stand still gets that everywhere: what moves is written down, picture by picture, while the
 * window is used.
 */

interface Seen {
  /** What style sheets or scripts animate for longer than a moment. */
  readonly animated: readonly string[];
  /** Places that the canvas and its nodes passed through, by what was moved. */
  readonly places: Readonly<Record<string, number>>;
  /** What was seen half faded, in more than one state. */
  readonly fading: readonly string[];
}

interface Watch {
  start(): void;
  stop(): Seen;
}

/** Runs in the page: looks at everything with every picture. */
const watch = (): void => {
  let isOn = false;
  let animated = new Set<string>();
  let places = new Map<string, Set<string>>();
  let opacities = new Map<Element, Set<string>>();
  const nameOf = (element: Element | null | undefined): string =>
    `${element?.tagName} ${element?.getAttribute('class') ?? ''} ${element?.textContent?.slice(0, 30) ?? ''}`;
  const look = (): void => {
    if (!isOn) return;
    requestAnimationFrame(look);
    for (const { effect } of document.getAnimations()) {
      const timing = effect?.getComputedTiming();
      const lasts = Number(timing?.duration) * Number(timing?.iterations);
      if (effect instanceof KeyframeEffect && lasts > 1)
        animated.add(
          `${nameOf(effect.target)}: ${Object.keys(effect.getKeyframes()[0] ?? {}).join()}`,
        );
    }
    for (const element of document.querySelectorAll<HTMLElement>(
      '.react-flow__viewport, .react-flow__node',
    )) {
      const name = element.dataset.id ?? 'viewport';
      const known = places.get(name) ?? new Set();
      places.set(name, known.add(element.style.transform));
    }
    for (const element of document.querySelectorAll(
      'button, [role="dialog"], [role="menu"], [role="tooltip"], [role="listbox"], [data-portal] *',
    )) {
      const { opacity } = getComputedStyle(element);
      if (opacity === '0' || opacity === '1') continue;
      const known = opacities.get(element) ?? new Set();
      opacities.set(element, known.add(opacity));
    }
  };
  const api: Watch = {
    start: () => {
      isOn = true;
      animated = new Set();
      places = new Map();
      opacities = new Map();
      look();
    },
    stop: () => {
      isOn = false;
      return {
        animated: [...animated],
        places: Object.fromEntries([...places].map(([name, seen]) => [name, seen.size])),
        fading: [...opacities].filter(([, seen]) => seen.size > 1).map(([it]) => nameOf(it)),
      };
    },
  };
  Object.assign(globalThis, { isobarWatch: api });
};

const startWatch = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { isobarWatch: Watch }).isobarWatch.start());
const stopWatch = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { isobarWatch: Watch }).isobarWatch.stop());

/** Long enough for whatever would glide or fade. */
const settle = (page: Page): Promise<void> => page.waitForTimeout(450);

/** Lays the design out, and takes it back; gives how many places the nodes passed through. */
const arranging = async (window: IsobarWindow): Promise<Seen> => {
  await startWatch(window.page);
  await window.run('Auto layout of the whole design');
  await expect(window.page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await settle(window.page);
  return stopWatch(window.page);
};

/** Goes through what opens, closes, unfolds and zooms. */
const usingEverything = async (window: IsobarWindow): Promise<Seen> => {
  const { page } = window;
  await startWatch(page);
  await window.node('Place order').click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await settle(page);
  await window.press('Shift+2');
  await settle(page);
  await window.press('Shift+1');
  await settle(page);
  const inspector = page.getByRole('region', { name: 'Inspector' });
  for (const name of ['Connections', 'Permissions', 'Explain', 'Properties'])
    await inspector.getByRole('tab', { name }).click();
  await inspector.getByRole('button', { name: 'Advanced' }).first().click();
  await page.getByRole('button', { name: 'Undo' }).hover();
  await settle(page);
  await page.getByRole('button', { name: /^Region of the design/ }).click();
  await settle(page);
  await window.press('Escape');
  for (const keys of ['Mod+k', 'Mod+,', 'Mod+f', 'Mod+e']) {
    await window.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await settle(page);
    await window.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await window.node('Place order').click({ button: 'right' });
  await settle(page);
  await window.press('Escape');
  for (const keys of ['Mod+b', 'Mod+b', 'F9', 'F9', 'F8']) await window.press(keys);
  await page.getByRole('combobox', { name: 'Family of rules' }).click();
  await settle(page);
  await window.press('Escape');
  await window.run('Tour in five');
  for (let step = 0; step < 5; step += 1) {
    await settle(page);
    await page.getByRole('dialog', { name: 'Tour' }).getByRole('button').last().click();
  }
  await settle(page);
  return stopWatch(page);
};

/** Through how many places the node went that went through most. */
const most = ({ places: { viewport: _, ...nodes } }: Seen): number =>
  Math.max(...Object.values(nodes));

for (const who of ['the setting', 'the system'] as const)
  test(`nothing moves when ${who} says so`, async ({ launchApp }) => {
    test.slow();
    const { page } = await launchApp({
      reducedMotion: who === 'the system' ? 'reduce' : 'no-preference',
    });
    const window = new IsobarWindow(page);
    await page.evaluate(watch);
    await window.openTemplate('Serverless REST API');
    if (who === 'the setting') {
      // What it is about does glide before.
      const before = await arranging(window);
      expect(most(before)).toBeGreaterThan(2);
      await window.press('Mod+z');
      await settle(page);
      await window.press('Mod+,');
      const settings = page.getByRole('dialog', { name: 'Settings' });
      await settings.getByRole('radiogroup', { name: 'Animations' }).getByText('Off').click();
      await window.press('Escape');
      await expect(settings).toBeHidden();
      await settle(page);
    }
    const arranged = await arranging(window);
    expect(arranged.animated).toEqual([]);
    // From here to there, and nothing between; the view follows.
    expect(most(arranged)).toBe(2);
    expect(arranged.places.viewport).toBeLessThanOrEqual(3);
    const used = await usingEverything(window);
    expect(used.animated).toEqual([]);
    expect(used.fading).toEqual([]);
  });
