import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import {
  type LaunchedApp,
  type LauncherOptions,
  type LaunchOptions,
  watchPage,
} from './launcher.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** What is started: this checkout, or an app that was built elsewhere. */
const appFolder = process.env.ISOBAR_APP ?? root;
const standIn = join(root, 'e2e', 'electron-shim', 'electron');

/** Replaces the system's dialogs by answers that the test gives; one that nobody answered is closed. */
const takeDialogs = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ dialog }) => {
    const answers: Record<string, (string | undefined)[]> = { open: [], save: [], folder: [] };
    Object.assign(globalThis, { isobarAnswers: answers });
    dialog.showOpenDialog = (...args: unknown[]) => {
      const { properties } = args.at(-1) as { properties: string[] };
      const kind = properties.includes('openDirectory') ? 'folder' : 'open';
      const path = answers[kind]?.shift();
      return Promise.resolve({ canceled: path === undefined, filePaths: path ? [path] : [] });
    };
    dialog.showSaveDialog = () => {
      const path = answers.save?.shift();
      return Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
    };
  });

/** A window, once its page is there: before that, whatever is asked of it is lost. */
const loaded = async (page: Page): Promise<Page> => {
  await page.waitForURL(/\/index\.html$/);
  return page;
};

/** Starts the desktop app: real Electron where it is, else the stand-in for it. */
export const launchDesktop = async (
  { electron }: LauncherOptions,
  first: LaunchOptions = {},
): Promise<LaunchedApp> => {
  const machine = await realpath(await mkdtemp(join(tmpdir(), 'isobar-e2e-')));
  const folder = join(machine, 'files');
  const temporary = join(machine, 'tmp');
  await mkdir(folder);
  await mkdir(temporary);
  const problems: string[] = [];
  const at = (name: string): string => join(folder, name);

  const start = async ({ open, colorScheme, reducedMotion, size }: LaunchOptions) => {
    const app = await _electron.launch({
      executablePath: electron === '' ? standIn : electron,
      args: [
        appFolder,
        `--user-data-dir=${join(machine, 'user-data')}`,
        // Chromium's sandbox does not start for an administrator.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(open === undefined ? [] : [at(open)]),
      ],
      cwd: root,
      colorScheme: null,
      // What the app leaves in the temporary folder when it is killed goes with the test.
      env: { ...(process.env as Record<string, string>), TMPDIR: temporary },
    });
    const watched = new Set<Page>();
    const watch = (page: Page): void => {
      if (!watched.has(page)) watchPage(page, problems);
      watched.add(page);
    };
    app.on('window', watch);
    // The first window may have come before anybody could ask for it.
    for (const page of app.windows()) watch(page);
    await takeDialogs(app);
    const page = await loaded(await app.firstWindow());
    await page.emulateMedia({
      colorScheme: colorScheme ?? 'light',
      reducedMotion: reducedMotion ?? 'no-preference',
    });
    if (size) {
      const window = await app.browserWindow(page);
      await window.evaluate((own, wanted) => own.setSize(wanted.width, wanted.height), size);
    }
    // Asked for now: when the app has ended, Playwright does not know it any more.
    return { app, page, child: app.process() };
  };
  const end = async ({ child }: { readonly child: ChildProcess }): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // The whole group: the browser below it would write into folders that are being taken away.
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
    await gone;
  };

  let running = await start(first);
  return {
    launcher: 'desktop',
    get page(): Page {
      return running.page;
    },
    pages: () => running.app.windows(),
    nextWindow: async () => loaded(await running.app.waitForEvent('window')),
    async answer(dialog, name) {
      const path = name === undefined ? undefined : at(name);
      if (dialog === 'folder' && path !== undefined) await mkdir(path, { recursive: true });
      await running.app.evaluate(
        (_electron, [kind, value]) => {
          const { isobarAnswers } = globalThis as unknown as {
            isobarAnswers: Record<string, unknown[]>;
          };
          isobarAnswers[kind]?.push(value ?? undefined);
        },
        [dialog, path ?? null] as const,
      );
    },
    readFile: (name) => readFile(at(name), 'utf8').catch(() => undefined),
    async writeFile(name, text) {
      await mkdir(dirname(at(name)), { recursive: true });
      await writeFile(at(name), text);
    },
    removeFile: (name) => rm(at(name)),
    async readFolder(below) {
      const entries = await readdir(at(below), { recursive: true, withFileTypes: true });
      const files = await Promise.all(
        entries
          .filter((entry) => entry.isFile())
          .map(async (entry): Promise<readonly [string, string]> => {
            const path = join(entry.parentPath, entry.name);
            const name = path.slice(join(at(below), '/').length).replaceAll('\\', '/');
            return [name, await readFile(path, 'utf8')];
          }),
      );
      return Object.fromEntries(files);
    },
    openedPages: () =>
      running.app.evaluate(({ shell }) => (shell as unknown as { opened?: string[] }).opened ?? []),
    async restart({ quit = false, ...options } = {}) {
      await (quit ? running.app.close() : end(running));
      running = await start(options);
      return running.page;
    },
    takeProblems: () => problems.splice(0),
    get electron() {
      return running.app;
    },
    folder,
    async close() {
      await end(running);
      await rm(machine, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
};
