import { defineConfig } from '@playwright/test';
import type { LauncherOptions } from './e2e/launchers/launcher.ts';
import { findChromium } from './tools/find-chromium.mjs';
import { findElectron } from './tools/find-electron.mjs';

/*
 * Every journey runs twice: in a browser, and in the desktop app. Where Electron's executable is not, a stand-in for it
 * runs the app's own main script over Chromium (e2e/electron-shim); the name of the project says which it was.
 * What only one of them has is in `*.browser.spec.ts` or `*.desktop.spec.ts`.
 */

const chromium = findChromium() ?? '';
const electron = findElectron() ?? '';
// The stand-in is started by a shell script, and finds its browser here.
process.env.ISOBAR_CHROMIUM = chromium;

export default defineConfig<LauncherOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e',
  snapshotPathTemplate: '{testDir}/{testFileDir}/shots/{arg}{ext}',
  globalSetup: './e2e/launchers/global-setup.ts',
  // A journey is several processes; more of them at once only make one another slow.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // A journey that passes only sometimes does not pass.
  retries: 0,
  reporter: [['list']],
  use: { chromium, electron, actionTimeout: 15_000, trace: 'retain-on-failure' },
  projects: [
    { name: 'browser', testIgnore: '**/*.desktop.spec.ts', use: { launcher: 'browser' } },
    {
      name: electron === '' ? 'desktop (stand-in for Electron)' : 'desktop (Electron)',
      testIgnore: '**/*.browser.spec.ts',
      use: { launcher: 'desktop' },
    },
  ],
});
