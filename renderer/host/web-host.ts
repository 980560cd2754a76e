import { isDocumentation } from '../../shared/host/documentation.ts';
import { mostRecentFiles } from '../../shared/host/file-limits.ts';
import { safeFileName, withDesignEnding } from '../../shared/host/file-names.ts';
import type {
  FileRef,
  HostApi,
  HostEvent,
  HostProblem,
  OpenedFile,
  RecentFile,
  Recovery,
  SavedFile,
} from '../../shared/host/host-api.ts';
import { checkOutputFiles } from '../../shared/host/output-path.ts';
import { cancelled, fileProblem, hostProblem, noUpdates } from '../../shared/host/problems.ts';
import { textVersion } from '../../shared/host/text-version.ts';
import { zipOfTexts } from '../../shared/host/zip.ts';
import type { Json } from '../../shared/lib/json.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import {
  compareBelow,
  decode,
  handleShelf,
  problemOf,
  readHandle,
  writeBelow,
  writeHandle,
} from './web-files.ts';
import type { FileHandle, WebMachine } from './web-machine.ts';
import { watchHandle } from './web-watch.ts';

type Answer<T> = Promise<Result<T, HostProblem>>;

interface KeptRecovery {
  readonly recovery: Recovery;
  /** The tab that is working on it. */
  readonly tab: string;
}

/** The host of a tab: files by the File System Access API, or as uploads and downloads where there is none. */
export const createWebHost = (machine: WebMachine): HostApi => {
  const { pickers, store } = machine;
  const shelf = handleShelf(machine);
  const listeners = new Set<(event: HostEvent) => void>();
  const waiting: HostEvent[] = [];
  /** The version of each file that this tab has seen. */
  const known = new Map<string, string>();
  /** Files that were uploaded: all there is of them is their text. */
  const uploads = new Map<string, OpenedFile>();
  let stopWatching = (): void => undefined;
  let watched: string | undefined;

  const emit = (event: HostEvent): void => {
    if (listeners.size === 0) waiting.push(event);
    else for (const listener of [...listeners]) listener(event);
  };
  const remember = async (file: FileRef): Promise<void> => {
    await store.set('recent', file.id, { file, openedAt: machine.now() } satisfies RecentFile);
    for (const { file: old } of (await recentFiles()).slice(mostRecentFiles))
      await store.delete('recent', old.id);
  };
  const recentFiles = async (): Promise<readonly RecentFile[]> =>
    (await store.all('recent'))
      .map(([, value]) => value as RecentFile)
      .sort((a, b) => b.openedAt - a.openedAt);

  const read = async (handle: FileHandle, file: FileRef): Answer<OpenedFile> => {
    const found = await readHandle(handle, file.name);
    if (!found.ok) return found;
    known.set(file.id, found.value.version);
    await remember(file);
    const permission = await handle.queryPermission?.({ mode: 'readwrite' });
    return ok({ file, ...found.value, writable: permission !== 'denied' });
  };
  const openHandle = async (handle: FileHandle): Answer<OpenedFile> =>
    read(handle, await shelf.put(handle));
  const openUpload = (name: string, bytes: ArrayBuffer): Result<OpenedFile, HostProblem> => {
    const decoded = decode(bytes, name);
    if (!decoded.ok) return decoded;
    const text = decoded.value;
    const file = { id: machine.makeId(), name, folder: '' };
    const opened = { file, text, version: textVersion(text), writable: true };
    uploads.set(file.id, opened);
    return ok(opened);
  };
  /** Gives the file as a download, and keeps what was in it for reading it again. */
  const saveAsDownload = (file: FileRef, text: string): Result<SavedFile, HostProblem> => {
    const version = textVersion(text);
    machine.download(file.name, text);
    uploads.set(file.id, { file, text, version, writable: true });
    return ok({ file, version });
  };
  const saveTo = async (handle: FileHandle, file: FileRef, text: string): Answer<SavedFile> => {
    const written = await writeHandle(handle, file.name, text, 'save');
    if (!written.ok) return written;
    const version = textVersion(text);
    known.set(file.id, version);
    await remember(file);
    return ok({ file, version });
  };
  /** Runs a dialog: whoever closes it has cancelled, and is not told so. */
  const asked = async <T>(name: string, run: () => Answer<T>): Answer<T> => {
    try {
      return await run();
    } catch (error) {
      return fail(problemOf(error, 'read', name));
    }
  };
  const unsupported = (what: string): Result<never, HostProblem> =>
    fail(
      hostProblem(
        'unsupported',
        `This browser lets no page ${what}. Use Chrome or Edge, or the app.`,
      ),
    );

  machine.onDrop((dropped) => {
    const open = async (): Promise<void> => {
      const opened = dropped.handle
        ? await openHandle(dropped.handle)
        : openUpload(dropped.name, await dropped.bytes());
      if (opened.ok) emit({ kind: 'open-file', opened: opened.value });
    };
    open().catch(() => undefined);
  });
  if (machine.startFile !== undefined) {
    const id = machine.startFile;
    const open = async (): Promise<void> => {
      const handle = await shelf.file({ id, name: '', folder: '' });
      // Asking needs a click, which a new tab has not had: the file is then first among the recent ones.
      if ((await handle?.queryPermission?.({ mode: 'read' })) === 'prompt') return;
      const opened = handle && (await openHandle(handle));
      if (opened?.ok) emit({ kind: 'open-file', opened: opened.value });
    };
    open().catch(() => undefined);
  }

  return {
    info: () =>
      Promise.resolve({
        kind: 'browser',
        platform: machine.platform,
        version: machine.version,
        capabilities: {
          nativeMenu: false,
          folders: pickers !== undefined,
          saveInPlace: pickers !== undefined,
          recentFiles: pickers !== undefined,
          watchesFiles: pickers !== undefined,
          windows: true,
          updates: false,
        },
      }),

    openDesign: () =>
      asked('The file', async () => {
        if (pickers) return openHandle(await pickers.openFile());
        const file = await machine.upload();
        return file ? openUpload(file.name, file.bytes) : fail(cancelled);
      }),

    async readDesign(file) {
      const upload = uploads.get(file.id);
      if (upload) return ok(upload);
      const handle = await shelf.file(file);
      if (handle === undefined) return fail(fileProblem('not-found', 'read', file.name));
      return read(handle, file);
    },

    async saveDesign(file, text, version) {
      if (uploads.has(file.id)) return saveAsDownload(file, text);
      const handle = await shelf.file(file);
      if (handle === undefined) return fail(fileProblem('not-found', 'save', file.name));
      if (version !== undefined) {
        const there = await readHandle(handle, file.name);
        if (!there.ok)
          return there.error.code === 'not-found'
            ? fail(fileProblem('not-found', 'save', file.name))
            : there;
        if (there.value.version !== version) return fail(fileProblem('changed', 'save', file.name));
      }
      return saveTo(handle, file, text);
    },

    saveDesignAs: (suggestedName, text) =>
      asked(suggestedName, async () => {
        const name = withDesignEnding(safeFileName(suggestedName));
        if (!pickers) return saveAsDownload({ id: machine.makeId(), name, folder: '' }, text);
        const handle = await pickers.saveFile(name);
        return saveTo(handle, await shelf.put(handle), text);
      }),

    saveFile: (suggestedName, content) =>
      asked(suggestedName, async () => {
        const name = safeFileName(suggestedName);
        if (!pickers) {
          machine.download(name, content);
          return ok({ id: '', name, folder: '' });
        }
        const handle = await pickers.saveFile(name);
        const written = await writeHandle(handle, handle.name, content, 'save');
        return written.ok ? ok({ id: '', name: handle.name, folder: '' }) : written;
      }),

    chooseFolder: () =>
      asked('The folder', async () =>
        pickers ? ok(await shelf.put(await pickers.openFolder())) : unsupported('write folders'),
      ),

    async compareFiles(folder, files) {
      const checked = checkOutputFiles(files);
      if (!checked.ok) return checked;
      const handle = await shelf.folder(folder);
      if (handle === undefined) return fail(fileProblem('not-found', 'read', folder.name));
      return compareBelow(handle, files);
    },

    async writeFiles(folder, files) {
      const checked = checkOutputFiles(files);
      if (!checked.ok) return checked;
      const handle = await shelf.folder(folder);
      if (handle === undefined) return fail(fileProblem('not-found', 'write', folder.name));
      return writeBelow(handle, files);
    },

    downloadFiles(name, files) {
      const checked = checkOutputFiles(files);
      if (checked.ok) machine.download(`${safeFileName(name)}.zip`, zipOfTexts(files));
      return Promise.resolve(checked);
    },

    recentFiles,
    forgetRecentFile: (file) => store.delete('recent', file.id),

    async writeRecovery(recovery) {
      try {
        const kept: KeptRecovery = { recovery, tab: machine.tab };
        await store.set('recoveries', recovery.key, kept);
        return ok(undefined);
      } catch (error) {
        return fail(problemOf(error, 'save', recovery.name));
      }
    },
    async recoveries() {
      const [all, tabs] = await Promise.all([store.all('recoveries'), machine.openTabs()]);
      return all
        .map(([, value]) => value as KeptRecovery)
        .filter(({ tab }) => tab === machine.tab || !tabs.has(tab))
        .map(({ recovery }) => recovery)
        .sort((a, b) => b.savedAt - a.savedAt);
    },
    dropRecovery: (key) => store.delete('recoveries', key),

    readSettings: async () => ((await store.get('settings', 'settings')) ?? null) as Json,
    writeSettings: (settings) => store.set('settings', 'settings', settings),

    async readClipboard() {
      try {
        return ok(await machine.readClipboard());
      } catch {
        return fail(
          hostProblem(
            'denied',
            'The browser does not let this page read the clipboard. Allow it beside the address, or press Ctrl+V (⌘V).',
          ),
        );
      }
    },
    async writeClipboard(text) {
      try {
        await machine.writeClipboard(text);
        return ok(undefined);
      } catch {
        return fail(hostProblem('denied', 'The browser does not let this page copy.'));
      }
    },

    newWindow(file) {
      machine.openTab(file?.id);
      return Promise.resolve();
    },

    async setDocument({ title, dirty, file }) {
      machine.setTitle(title);
      machine.guardClosing(dirty);
      if (file?.id === watched) return;
      stopWatching();
      stopWatching = () => undefined;
      watched = file?.id;
      if (file === undefined) return;
      const handle = await shelf.file(file);
      if (handle === undefined || file.id !== watched) return;
      stopWatching = watchHandle(machine, handle, {
        known: () => known.get(file.id),
        tell: (version) => {
          if (version === undefined) known.delete(file.id);
          else known.set(file.id, version);
          emit({ kind: 'file-changed', file, version });
        },
      });
    },

    setMenu: () => Promise.resolve(),
    finishClose(close) {
      if (close) machine.closeTab();
      return Promise.resolve();
    },

    openDocumentation(url) {
      if (!isDocumentation(url))
        return Promise.resolve(
          fail(hostProblem('denied', 'Only pages of AWS are opened from here.')),
        );
      machine.openPage(url);
      return Promise.resolve(ok(undefined));
    },

    // A page is as new as whoever serves it.
    checkForUpdate: () => Promise.resolve(fail(noUpdates)),
    openUpdatePage: () => Promise.resolve(fail(noUpdates)),

    listen(listener) {
      listeners.add(listener);
      for (const event of waiting.splice(0)) listener(event);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
