import { largestFile } from '../../shared/host/file-limits.ts';
import { indexedDbStore } from './indexed-db-store.ts';
import type {
  DroppedFile,
  FileHandle,
  FolderHandle,
  WebMachine,
  WebPickers,
} from './web-machine.ts';

/** The parts of the File System Access API that TypeScript's DOM does not know. */
interface PickerWindow {
  showOpenFilePicker?(options: object): Promise<readonly FileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileHandle>;
  showDirectoryPicker?(options: object): Promise<FolderHandle>;
}

const designTypes = [
  { description: 'Isobar design', accept: { 'application/json': ['.json'] } },
] as const;

/** Where the browser tells nothing, this often a tab looks whether its file was changed by another program. */
const lookEvery = 2000;
/** Programs write in several steps, and so do we: what counts is what is there when all is done. */
const quietTime = 300;

/** The part of the File System Observer API that is used here; TypeScript's DOM does not know it. */
interface FileObserver {
  observe(handle: FileHandle): Promise<void>;
  disconnect(): void;
}
interface ObservingWindow {
  readonly FileSystemObserver?: new (
    tell: (records: readonly { readonly type: string }[]) => void,
  ) => FileObserver;
}

/** Calls when the browser says that a file changed, and again and again where it cannot. Gives back how to stop. */
const observe = (
  page: Window & ObservingWindow,
  handle: FileHandle,
  look: () => void,
): (() => void) => {
  let stopped = false;
  let ticker: number | undefined;
  let waiting: number | undefined;
  let observer: FileObserver | undefined;
  const lookAgainAndAgain = (): void => {
    observer?.disconnect();
    if (!stopped) ticker ??= page.setInterval(look, lookEvery);
  };
  const lookSoon = (): void => {
    page.clearTimeout(waiting);
    if (!stopped) waiting = page.setTimeout(look, quietTime);
  };
  const { FileSystemObserver } = page;
  if (FileSystemObserver) {
    observer = new FileSystemObserver((records) => {
      if (records.some(({ type }) => type === 'errored')) lookAgainAndAgain();
      lookSoon();
    });
    // It may have changed between reading and observing.
    observer.observe(handle).then(lookSoon, lookAgainAndAgain);
  } else lookAgainAndAgain();
  return () => {
    stopped = true;
    observer?.disconnect();
    page.clearInterval(ticker);
    page.clearTimeout(waiting);
  };
};

const pickersOf = (page: Window & PickerWindow): WebPickers | undefined => {
  const open = page.showOpenFilePicker?.bind(page);
  const save = page.showSaveFilePicker?.bind(page);
  const folder = page.showDirectoryPicker?.bind(page);
  if (!open || !save || !folder) return undefined;
  return {
    async openFile() {
      const [handle] = await open({ id: 'design', types: designTypes });
      if (handle === undefined) throw new DOMException('Nothing was chosen.', 'AbortError');
      return handle;
    },
    saveFile: (suggestedName) =>
      save({
        id: 'design',
        suggestedName,
        ...(suggestedName.endsWith('.json') ? { types: designTypes } : {}),
      }),
    openFolder: () => folder({ id: 'export', mode: 'readwrite' }),
  };
};

const upload = (page: Document): ReturnType<WebMachine['upload']> =>
  new Promise((resolve, reject) => {
    const input = page.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) return resolve(undefined);
      const bytes = file.size > largestFile ? new ArrayBuffer(largestFile + 1) : file.arrayBuffer();
      Promise.resolve(bytes).then((read) => resolve({ name: file.name, bytes: read }), reject);
      return undefined;
    });
    input.click();
  });

const download = (page: Document, name: string, content: string | Uint8Array): void => {
  const bytes = typeof content === 'string' ? content : Uint8Array.from(content);
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken what it needs when the click is over; a moment more does no harm.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Files dropped on the page. What is dragged within the page holds no files and is left alone. */
const listenForDrops = (page: Window, take: (dropped: DroppedFile) => void): void => {
  const holdsFiles = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes('Files') ?? false;
  page.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  page.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    for (const item of event.dataTransfer?.items ?? []) {
      const file = item.kind === 'file' ? item.getAsFile() : null;
      if (file === null || !/\.json$/i.test(file.name)) continue;
      // Both must be asked for now: when the event is over, the browser knows nothing of the drop.
      const asHandle = (
        item as { getAsFileSystemHandle?(): Promise<FileHandle | FolderHandle | null> }
      ).getAsFileSystemHandle?.();
      const pass = async (): Promise<void> => {
        const handle = await asHandle;
        take({
          name: file.name,
          handle: handle?.kind === 'file' ? handle : undefined,
          bytes: () => file.arrayBuffer(),
        });
      };
      pass().catch(() => undefined);
    }
  });
};

/** Holds a lock as long as the tab lives: other tabs see by it who is still there. */
const holdTab = (locks: LockManager | undefined, tab: string): void => {
  locks
    ?.request(tab, { mode: 'shared' }, () => new Promise<never>(() => undefined))
    .catch(() => undefined);
};

const openParameter = 'open';

/** The tab that this script runs in. */
export const browserMachine = (page: Window, version: string): WebMachine => {
  const { document, navigator } = page;
  const tab = `isobar-tab-${crypto.randomUUID()}`;
  const locks = navigator.locks as LockManager | undefined;
  holdTab(locks, tab);
  const address = new URL(page.location.href);
  const startFile = new URLSearchParams(address.hash.slice(1)).get(openParameter) ?? undefined;
  if (startFile !== undefined) {
    // Loading the page again is not opening the file again.
    address.hash = '';
    page.history.replaceState(null, '', address);
  }
  const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
  return {
    platform: /mac/i.test(navigator.platform)
      ? 'mac'
      : /win/i.test(navigator.platform)
        ? 'windows'
        : 'linux',
    version,
    pickers: pickersOf(page),
    store: indexedDbStore(page.indexedDB, 'isobar'),
    tab,
    startFile,
    async openTabs() {
      const { held = [] } = (await locks?.query()) ?? {};
      return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])));
    },
    now: () => Date.now(),
    makeId: () => crypto.randomUUID(),
    upload: () => upload(document),
    download: (name, content) => download(document, name, content),
    readClipboard: () => navigator.clipboard.readText(),
    writeClipboard: (text) => navigator.clipboard.writeText(text),
    openTab(file) {
      const target = new URL(page.location.href);
      target.hash =
        file === undefined ? '' : new URLSearchParams({ [openParameter]: file }).toString();
      page.open(target, '_blank', 'noopener');
    },
    openPage: (url) => {
      page.open(url, '_blank', 'noopener,noreferrer');
    },
    closeTab: () => page.close(),
    setTitle: (title) => {
      document.title = title;
    },
    guardClosing(guard) {
      page.removeEventListener('beforeunload', warn);
      if (guard) page.addEventListener('beforeunload', warn);
    },
    onChange(handle, look) {
      const stop = observe(page, handle, look);
      page.addEventListener('focus', look);
      return () => {
        stop();
        page.removeEventListener('focus', look);
      };
    },
    onDrop: (take) => listenForDrops(page, take),
  };
};
