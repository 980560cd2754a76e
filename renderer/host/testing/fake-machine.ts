import type { KeptStore, WebMachine } from '../web-machine.ts';
import { type FakeDisk, fakeDisk } from './fake-files.ts';

/** A browser in memory. Tabs share its disk and its store. */
export interface FakeBrowser {
  readonly disk: FakeDisk;
  readonly downloads: Map<string, string | Uint8Array>;
  readonly openedTabs: (string | undefined)[];
  readonly openedPages: string[];
  readonly uploads: { name: string; text: string }[];
  answer(dialog: 'open' | 'save' | 'folder', path: string | undefined): void;
  /** Every tab looks at its file. */
  look(): void;
  drop(path: string): void;
  tab(options?: { readonly startFile?: string; readonly pickers?: boolean }): WebMachine;
  /** All tabs are gone; what is stored stays. */
  crash(): void;
}

const memoryStore = (): KeptStore => {
  const kept = new Map<string, unknown>();
  return {
    get: (section, key) => Promise.resolve(kept.get(`${section} ${key}`)),
    all: (section) =>
      Promise.resolve(
        [...kept]
          .filter(([key]) => key.startsWith(`${section} `))
          .map(([key, value]) => [key.slice(section.length + 1), value] as const),
      ),
    set: (section, key, value) => {
      kept.set(`${section} ${key}`, value);
      return Promise.resolve();
    },
    delete: (section, key) => {
      kept.delete(`${section} ${key}`);
      return Promise.resolve();
    },
  };
};

export const fakeBrowser = (): FakeBrowser => {
  const disk = fakeDisk();
  const store = memoryStore();
  const answers = new Map<string, (string | undefined)[]>();
  const downloads = new Map<string, string | Uint8Array>();
  const openedTabs: (string | undefined)[] = [];
  const openedPages: string[] = [];
  const uploads: { name: string; text: string }[] = [];
  const open = new Set<string>();
  const looks = new Set<() => void>();
  const drops: ((path: string) => void)[] = [];
  let clipboard = '';
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };

  const choose = <T>(dialog: string, make: (path: string) => T): Promise<T> => {
    const path = answers.get(dialog)?.shift();
    return path === undefined
      ? Promise.reject(Object.assign(new Error('closed'), { name: 'AbortError' }))
      : Promise.resolve(make(path));
  };

  return {
    disk,
    downloads,
    openedTabs,
    openedPages,
    uploads,
    answer: (dialog, path) => {
      answers.set(dialog, [...(answers.get(dialog) ?? []), path]);
    },
    look: () => {
      for (const look of [...looks]) look();
    },
    drop: (path) => {
      for (const drop of drops) drop(path);
    },
    crash: () => {
      open.clear();
      looks.clear();
      drops.length = 0;
    },
    tab: ({ startFile, pickers = true } = {}) => {
      const tab = `tab-${next()}`;
      open.add(tab);
      return {
        platform: 'linux',
        version: '1.2.3',
        pickers: pickers
          ? {
              openFile: () => choose('open', disk.file),
              saveFile: () => choose('save', disk.file),
              openFolder: () => choose('folder', disk.folder),
            }
          : undefined,
        store,
        tab,
        openTabs: () => Promise.resolve(new Set(open)),
        startFile,
        now: next,
        makeId: () => `id-${next()}`,
        upload: () => {
          const sent = uploads.shift();
          return Promise.resolve(
            sent && { name: sent.name, bytes: new TextEncoder().encode(sent.text).buffer },
          );
        },
        download: (name, content) => {
          downloads.set(name, content);
        },
        readClipboard: () => Promise.resolve(clipboard),
        writeClipboard: (text) => {
          clipboard = text;
          return Promise.resolve();
        },
        openTab: (file) => {
          openedTabs.push(file);
        },
        openPage: (url) => {
          openedPages.push(url);
        },
        closeTab: () => {
          open.delete(tab);
        },
        setTitle: () => undefined,
        guardClosing: () => undefined,
        onChange: (_handle, look) => {
          looks.add(look);
          return () => {
            looks.delete(look);
          };
        },
        onDrop: (take) => {
          drops.push((path) =>
            take({
              name: path.slice(path.lastIndexOf('/') + 1),
              handle: pickers ? disk.file(path) : undefined,
              bytes: async () => (await disk.file(path).getFile()).arrayBuffer(),
            }),
          );
        },
      };
    },
  };
};
