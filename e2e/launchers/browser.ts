import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import {
  type LaunchedApp,
  type LauncherOptions,
  type LaunchOptions,
  watchPage,
} from './launcher.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The built app on a port of its own, until it is closed. */
const serve = async (): Promise<{ readonly url: string; readonly close: () => void }> => {
  const from = process.env.ISOBAR_APP;
  const child = spawn(
    process.execPath,
    [join(root, 'tools', 'serve-app.mjs'), ...(from === undefined ? [] : ['--from', from])],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), close: () => child.kill() };
};

/**
 * Runs in the page, before its scripts: the browser's dialogs answer with files of the origin's private file system.
 * They are the same handles as those of real files, without a dialog that no test could press a button in.
 */
const takePickers = (): void => {
  const ask = (kind: string): Promise<string | null> =>
    (globalThis as unknown as { isobarAnswer(kind: string): Promise<string | null> }).isobarAnswer(
      kind,
    );
  const chosen = async (kind: string): Promise<string[]> => {
    const name = await ask(kind);
    if (name === null) throw new DOMException('Nothing was chosen.', 'AbortError');
    return name.split('/');
  };
  const folderOf = async (parts: readonly string[]): Promise<FileSystemDirectoryHandle> => {
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    return folder;
  };
  const fileOf = async (kind: string, create: boolean): Promise<FileSystemFileHandle> => {
    const parts = await chosen(kind);
    const folder = await folderOf(parts.slice(0, -1));
    return folder.getFileHandle(parts.at(-1) ?? '', { create });
  };
  Object.assign(globalThis, {
    showOpenFilePicker: async () => [await fileOf('open', false)],
    showSaveFilePicker: () => fileOf('save', true),
    showDirectoryPicker: async () => folderOf(await chosen('folder')),
  });
};

/** Runs in the page: reads, writes or lists files as another program would. A folder is told as paths and texts. */
const touchFiles = async ([what, name, text]: readonly [string, string, string]): Promise<
  string | Readonly<Record<string, string>> | undefined
> => {
  const parts = name.split('/').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  let folder = await navigator.storage.getDirectory();
  const create = what === 'write';
  try {
    for (const part of what === 'list' ? parts : parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, { create });
    if (what === 'remove') return void (await folder.removeEntry(last));
    if (what === 'list') {
      const found: Record<string, string> = {};
      const walk = async (from: FileSystemDirectoryHandle, path: string): Promise<void> => {
        for await (const [entry, handle] of from as unknown as AsyncIterable<
          [string, FileSystemFileHandle | FileSystemDirectoryHandle]
        >)
          if (handle.kind === 'directory') await walk(handle, `${path}${entry}/`);
          else found[`${path}${entry}`] = await (await handle.getFile()).text();
      };
      await walk(folder, '');
      return found;
    }
    const file = await folder.getFileHandle(last, { create });
    if (what === 'read') return await (await file.getFile()).text();
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
    return undefined;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
};

/** Starts the app in a browser of its own, with a profile of its own. */
export const launchBrowser = async (
  { chromium: executablePath }: LauncherOptions,
  first: LaunchOptions = {},
): Promise<LaunchedApp> => {
  const profile = await mkdtemp(join(tmpdir(), 'isobar-e2e-'));
  const server = await serve();
  const problems: string[] = [];
  const opened: string[] = [];
  const answers = new Map<string, (string | undefined)[]>();

  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--font-render-hinting=none', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    viewport: first.size ?? { width: 1440, height: 900 },
    colorScheme: first.colorScheme ?? 'light',
    reducedMotion: first.reducedMotion ?? 'no-preference',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.exposeFunction(
    'isobarAnswer',
    (dialog: string) => answers.get(dialog)?.shift() ?? null,
  );
  await context.addInitScript(takePickers);
  // Whatever is opened elsewhere is written down, and not loaded.
  await context.route(/^https?:\/\/(?!127\.0\.0\.1:)/, (route) => {
    if (route.request().isNavigationRequest()) opened.push(route.request().url());
    return route.abort();
  });
  context.on('page', (page) => watchPage(page, problems));

  const start = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(server.url);
    return page;
  };
  for (const page of context.pages()) await page.close();
  let page = await start();
  const touch = (...args: readonly [what: string, name: string, text: string]) =>
    page.evaluate(touchFiles, args);
  return {
    launcher: 'browser',
    get page() {
      return page;
    },
    pages: () => context.pages(),
    nextWindow: () => context.waitForEvent('page'),
    answer: (dialog, name) => {
      answers.set(dialog, [...(answers.get(dialog) ?? []), name]);
      return Promise.resolve();
    },
    readFile: async (name) => {
      const text = await touch('read', name, '');
      return typeof text === 'string' ? text : undefined;
    },
    writeFile: async (name, text) => void (await touch('write', name, text)),
    removeFile: async (name) => void (await touch('remove', name, '')),
    // One question for all of them: each one takes as long as a click.
    readFolder: async (folder) => {
      const found = await touch('list', folder, '');
      return typeof found === 'object' ? found : {};
    },
    openedPages: () => Promise.resolve(opened),
    async restart() {
      const old = context.pages();
      // The new tab comes first: a browser without a tab ends.
      const next = await context.newPage();
      for (const one of old) await one.close();
      await next.goto(server.url);
      page = next;
      return page;
    },
    takeProblems: () => problems.splice(0),
    electron: undefined,
    folder: undefined,
    async close() {
      await context.close();
      server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
};
