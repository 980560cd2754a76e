import type { ElectronApplication, Page } from '@playwright/test';

/** The texts of files, by their paths. */
export type Files = Readonly<Record<string, string>>;

/** What playwright.config.ts says to the launchers. */
export interface LauncherOptions {
  readonly launcher: 'browser' | 'desktop';
  /** The path of a Chromium; empty when there is none. */
  readonly chromium: string;
  /** The path of Electron's executable; empty when there is none. */
  readonly electron: string;
}

/** How a journey starts the app. */
export interface LaunchOptions {
  /** A file of the machine's folder that the app is started with; the desktop app only. */
  readonly open?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * The app, and the machine it runs on, in the hands of a journey. Files are named below the one folder of the machine:
 * a temporary folder on the desktop, the origin's private file system in a browser.
 */
export interface LaunchedApp {
  readonly launcher: 'browser' | 'desktop';
  /** The first window. */
  readonly page: Page;
  /** Every window that is open. */
  pages(): readonly Page[];
  /** The window that opens next: call it before what opens one. */
  nextWindow(): Promise<Page>;
  /** What the next dialog of a kind is answered with: a name below the folder, or undefined for closing it. */
  answer(dialog: 'open' | 'save' | 'folder', name: string | undefined): Promise<void>;
  /** What is in a file now; undefined when it is not there. */
  readFile(name: string): Promise<string | undefined>;
  /** Writes a file as another program would. */
  writeFile(name: string, text: string): Promise<void>;
  removeFile(name: string): Promise<void>;
  /** The texts of all files below a folder, by their paths in it. */
  readFolder(folder: string): Promise<Files>;
  /** Pages that were opened outside the app. */
  openedPages(): Promise<readonly string[]>;
  /** The app dies without a word, or is quit, and is started again on the same machine. Gives its first window. */
  restart(options?: LaunchOptions & { readonly quit?: boolean }): Promise<Page>;
  /**
   * Requests that left the machine, and errors that no one caught, since this was asked last. A journey that provokes
   * some takes them; any that are left at its end fail it.
   */
  takeProblems(): readonly string[];
  /** The main process; undefined in a browser. */
  readonly electron: ElectronApplication | undefined;
  /** The folder on disk; undefined in a browser. */
  readonly folder: string | undefined;
  close(): Promise<void>;
}

const isOurs = (url: string): boolean =>
  /^app:/.test(url) || /^(?:http|ws):\/\/(?:127\.0\.0\.1|[a-z]+\.app\.localhost):\d+\//.test(url);

/** Writes down what no page of ours may do: ask another machine, or fail without anybody knowing. */
export const watchPage = (page: Page, problems: string[]): void => {
  page.on('request', (request) => {
    const url = request.url();
    // A tab that was opened for a page of AWS is not ours, and was asked for.
    if (request.isNavigationRequest() && !isOurs(page.url())) return;
    if (!isOurs(url) && !/^(?:data|blob|about|devtools|chrome):/.test(url))
      problems.push(`asked for ${url}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // A browser asks by itself for the sign of a page that names none.
    if (message.location().url.endsWith('/favicon.ico')) return;
    if (message.type() === 'error' && isOurs(page.url()))
      problems.push(`console: ${message.text()}`);
  });
};
