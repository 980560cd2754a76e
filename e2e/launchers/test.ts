import { test as base, expect } from '@playwright/test';
import { launchBrowser } from './browser.ts';
import { launchDesktop } from './desktop.ts';
import type { LaunchedApp, LauncherOptions, LaunchOptions } from './launcher.ts';

export type { LaunchedApp };
export { expect };

interface Fixtures {
  /** Starts the app as a journey wants it. It is closed at the end, and must have had no problems. */
  readonly launchApp: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /** The app, started as it is by default. */
  readonly app: LaunchedApp;
}

/**
 * Playwright's `test`, with the app. The same journeys run in a browser and on the desktop: `app.launcher` says where,
 * for the few things that only one of them has.
 */
export const test = base.extend<Fixtures & LauncherOptions>({
  launcher: ['browser', { option: true }],
  chromium: ['', { option: true }],
  electron: ['', { option: true }],
  launchApp: async ({ launcher, chromium, electron }, use) => {
    const running: LaunchedApp[] = [];
    const start = launcher === 'browser' ? launchBrowser : launchDesktop;
    try {
      await use(async (options) => {
        const app = await start({ launcher, chromium, electron }, options);
        running.push(app);
        return app;
      });
    } finally {
      for (const app of running) await app.close();
    }
    expect(
      running.flatMap((app) => app.takeProblems()),
      'no request leaves the machine, and no error goes unseen',
    ).toEqual([]);
  },
  app: async ({ launchApp }, use) => {
    await use(await launchApp());
  },
});
