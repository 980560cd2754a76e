import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDocumentation } from '../../shared/host/documentation.ts';
import { mostRecentFiles } from '../../shared/host/file-limits.ts';
import { safeFileName, withDesignEnding } from '../../shared/host/file-names.ts';
import type {
  FileRef,
  HostApi,
  HostEvent,
  HostInfo,
  HostProblem,
  Menu,
  OpenedFile,
  SavedFile,
} from '../../shared/host/host-api.ts';
import { checkOutputFiles } from '../../shared/host/output-path.ts';
import { cancelled, hostProblem, noUpdates } from '../../shared/host/problems.ts';
import { zipOfTexts } from '../../shared/host/zip.ts';
import { isJsonObject, type Json } from '../../shared/lib/json.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { clearLeftovers, clearTemporary, type OpenFile } from './atomic-write.ts';
import { readText, refTo, saveBytes } from './disk.ts';
import { compareFolder, writeFolder } from './folder.ts';
import { keptSchemas } from './host-schemas.ts';
import { type KeptJson, keptJson } from './kept-json.ts';
import { problemOf } from './node-problems.ts';
import { type RecoveryStore, recoveryStore } from './recovery-store.ts';
import { createUpdateCheck, type UpdateCheck } from './update-check.ts';
import type { UpdateFeed } from './update-feed.ts';
import { watchFile } from './watch-file.ts';

type Answer<T> = Promise<Result<T, HostProblem>>;

/** What all windows of the program share. */
export interface HostServices {
  readonly info: Pick<HostInfo, 'platform' | 'version'>;
  readonly now: () => number;
  readonly settings: KeptJson<Json>;
  readonly recent: KeptJson<readonly { readonly file: FileRef; readonly openedAt: number }[]>;
  /** Folders that a person chose to export to. */
  readonly folders: KeptJson<readonly string[]>;
  readonly recoveries: RecoveryStore;
  /** Files that a person chose. A window may read and write these and no others. */
  readonly chosen: Set<string>;
  readonly open: OpenFile | undefined;
  /** Absent in a copy that was built without an address to ask. */
  readonly updates: UpdateCheck | undefined;
}

/** What a host asks of the window it belongs to: everything that Electron does. Paths are absolute. */
export interface WindowPorts {
  openFile(): Promise<string | undefined>;
  /** `suggested` is a name, or a whole path. */
  saveFile(suggested: string): Promise<string | undefined>;
  openFolder(): Promise<string | undefined>;
  /** Asked when an ending was added to the name that was chosen, and there is a file of that name. */
  confirmReplace(name: string): Promise<boolean>;
  readClipboard(): string | Promise<string>;
  writeClipboard(text: string): void | Promise<void>;
  /** Opens another window: empty, or with the file at a path. */
  newWindow(path: string | undefined): void;
  setDocument(document: Parameters<HostApi['setDocument']>[0]): void;
  setMenu(menus: readonly Menu[]): void;
  finishClose(close: boolean): void;
  openPage(url: string): Promise<void>;
  /** A file was opened or saved: for the system's own list of recent documents. */
  usedFile(path: string): void;
}

/** The host of one window. */
export interface WindowHost {
  readonly api: HostApi;
  /** Reads a file that the system handed over, and gives the window the right to it. */
  openHandedOver(path: string): Answer<OpenedFile>;
  emit(event: HostEvent): void;
  /** The window is gone. */
  dispose(): void;
}

const mostFolders = 20;
/** No file takes an hour to write. */
const leftoverAge = 60 * 60 * 1000;

/** What is kept lies in `folder`, which is the program's own. */
export const createHostServices = async (options: {
  readonly folder: string;
  readonly now: () => number;
  readonly platform: HostInfo['platform'];
  readonly version: string;
  readonly open?: OpenFile;
  readonly updates?: {
    readonly feed: UpdateFeed;
    readonly get: (address: string) => Promise<string>;
  };
}): Promise<HostServices> => {
  const { folder, open, version } = options;
  await mkdir(folder, { recursive: true });
  // Only one program runs on this folder, and it has only just begun.
  for (const own of [folder, join(folder, 'recovery')]) await clearTemporary(own);
  const settings = keptJson<Json>(join(folder, 'settings.json'), keptSchemas.settings, null, open);
  const isOn = async (): Promise<boolean> => {
    const kept = await settings.read();
    return isJsonObject(kept) && kept.checkUpdates === true;
  };
  const services: HostServices = {
    info: { platform: options.platform, version },
    now: options.now,
    settings,
    recent: keptJson(join(folder, 'recent.json'), keptSchemas.recent, [], open),
    folders: keptJson(join(folder, 'folders.json'), keptSchemas.folders, [], open),
    recoveries: recoveryStore(join(folder, 'recovery'), open),
    chosen: new Set(),
    open,
    updates: options.updates && createUpdateCheck({ ...options.updates, version, isOn }),
  };
  // What a person chose in an earlier run was chosen.
  for (const { file } of await services.recent.read()) services.chosen.add(file.id);
  for (const { file } of await services.recoveries.list({})) if (file) services.chosen.add(file.id);
  return services;
};

const notChosen = (name: string): Result<never, HostProblem> =>
  fail(hostProblem('denied', `${name} was not chosen in this app. Choose it with Open or Export.`));

/** Makes the host of one window. */
export const createWindowHost = (services: HostServices, ports: WindowPorts): WindowHost => {
  const { chosen, recent, folders, recoveries, settings, open, updates } = services;
  const listeners = new Set<(event: HostEvent) => void>();
  const waiting: HostEvent[] = [];
  const owner = {};
  /** The version of each file that this window has seen. */
  const known = new Map<string, string>();
  const saving = new Map<string, number>();
  let watched: string | undefined;
  let stopWatching = (): void => undefined;

  const emit = (event: HostEvent): void => {
    if (listeners.size === 0) waiting.push(event);
    else for (const listener of [...listeners]) listener(event);
  };
  const used = async (file: FileRef): Promise<void> => {
    chosen.add(file.id);
    ports.usedFile(file.id);
    const openedAt = services.now();
    // A list of recent files that cannot be kept is no reason to keep somebody from work.
    await recent
      .change((all) =>
        [{ file, openedAt }, ...all.filter((other) => other.file.id !== file.id)].slice(
          0,
          mostRecentFiles,
        ),
      )
      .catch(() => undefined);
  };
  const openPath = async (path: string): Answer<OpenedFile> => {
    const opened = await readText(path);
    if (!opened.ok) return opened;
    known.set(path, opened.value.version);
    await used(opened.value.file);
    // What an Isobar that was killed left beside it; a second one may be at work just now.
    clearLeftovers(path, services.now() - leftoverAge).catch(() => undefined);
    return opened;
  };
  const savePath = async (
    path: string,
    text: string,
    version: string | undefined,
  ): Answer<SavedFile> => {
    saving.set(path, (saving.get(path) ?? 0) + 1);
    try {
      const saved = await saveBytes(path, text, version, open);
      if (!saved.ok) return saved;
      known.set(path, saved.value.version);
      await used(saved.value.file);
      return saved;
    } finally {
      saving.set(path, (saving.get(path) ?? 1) - 1);
    }
  };
  /** Asks where to save; an ending that was left out is put there, and then asked about. */
  const askWhere = async (name: string, ending: (path: string) => string) => {
    const suggested = safeFileName(name);
    const path = await ports.saveFile(watched ? join(dirname(watched), suggested) : suggested);
    if (path === undefined) return undefined;
    const whole = ending(path);
    if (whole === path) return path;
    const taken = (await readText(whole)).ok;
    return !taken || (await ports.confirmReplace(refTo(whole).name)) ? whole : undefined;
  };
  const mayUseFolder = async (path: string): Promise<boolean> =>
    (await folders.read()).includes(path);
  const attempt = async (name: string, write: () => Promise<void>): Answer<void> => {
    try {
      await write();
      return ok(undefined);
    } catch (error) {
      return fail(problemOf(error, 'save', name));
    }
  };

  const openPage = async (url: string): Answer<void> => {
    try {
      await ports.openPage(url);
      return ok(undefined);
    } catch {
      return fail(hostProblem('failed', `No browser could be started. The page is ${url}`));
    }
  };

  const api: HostApi = {
    info: () =>
      Promise.resolve({
        kind: 'electron',
        ...services.info,
        capabilities: {
          nativeMenu: true,
          folders: true,
          saveInPlace: true,
          recentFiles: true,
          watchesFiles: true,
          windows: true,
          updates: updates !== undefined,
        },
      }),
    async openDesign() {
      const path = await ports.openFile();
      return path === undefined ? fail(cancelled) : openPath(path);
    },
    readDesign: (file) =>
      chosen.has(file.id) ? openPath(file.id) : Promise.resolve(notChosen(file.name)),
    saveDesign: (file, text, version) =>
      chosen.has(file.id)
        ? savePath(file.id, text, version)
        : Promise.resolve(notChosen(file.name)),
    async saveDesignAs(suggestedName, text) {
      const path = await askWhere(withDesignEnding(safeFileName(suggestedName)), withDesignEnding);
      return path === undefined ? fail(cancelled) : savePath(path, text, undefined);
    },
    async saveFile(suggestedName, content) {
      const path = await askWhere(suggestedName, (chosenPath) => chosenPath);
      if (path === undefined) return fail(cancelled);
      const saved = await saveBytes(path, content, undefined, open);
      return saved.ok ? ok(saved.value.file) : saved;
    },
    async chooseFolder() {
      const path = await ports.openFolder();
      if (path === undefined) return fail(cancelled);
      await folders
        .change((all) => [path, ...all.filter((other) => other !== path)].slice(0, mostFolders))
        .catch(() => undefined);
      return ok(refTo(path));
    },
    compareFiles: async (folder, files) =>
      (await mayUseFolder(folder.id)) ? compareFolder(folder, files) : notChosen(folder.name),
    writeFiles: async (folder, files) =>
      (await mayUseFolder(folder.id)) ? writeFolder(folder, files, open) : notChosen(folder.name),
    async downloadFiles(name, files) {
      const checked = checkOutputFiles(files);
      if (!checked.ok) return checked;
      const path = await askWhere(`${name}.zip`, (chosenPath) => chosenPath);
      if (path === undefined) return fail(cancelled);
      const saved = await saveBytes(path, zipOfTexts(files), undefined, open);
      return saved.ok ? ok(undefined) : saved;
    },
    recentFiles: () => recent.read(),
    forgetRecentFile: (file) =>
      recent.change((all) => all.filter((other) => other.file.id !== file.id)),
    writeRecovery: (recovery) => attempt(recovery.name, () => recoveries.write(recovery, owner)),
    recoveries: () => recoveries.list(owner),
    dropRecovery: (key) => recoveries.drop(key),
    readSettings: () => settings.read(),
    writeSettings: (given) => settings.change(() => given),
    readClipboard: async () => ok(await ports.readClipboard()),
    async writeClipboard(text) {
      await ports.writeClipboard(text);
      return ok(undefined);
    },
    newWindow(file) {
      ports.newWindow(file && chosen.has(file.id) ? file.id : undefined);
      return Promise.resolve();
    },
    setDocument(document) {
      ports.setDocument(document);
      const path = document.file?.id;
      if (path === watched) return Promise.resolve();
      stopWatching();
      watched = path;
      stopWatching = () => undefined;
      const { file } = document;
      if (path === undefined || file === undefined || !chosen.has(path)) return Promise.resolve();
      stopWatching = watchFile(path, {
        known: () => known.get(path),
        busy: () => (saving.get(path) ?? 0) > 0,
        tell: (version) => {
          if (version === undefined) known.delete(path);
          else known.set(path, version);
          emit({ kind: 'file-changed', file, version });
        },
      });
      return Promise.resolve();
    },
    setMenu: (menus) => Promise.resolve(ports.setMenu(menus)),
    finishClose: (close) => Promise.resolve(ports.finishClose(close)),
    openDocumentation: (url) =>
      isDocumentation(url)
        ? openPage(url)
        : Promise.resolve(fail(hostProblem('denied', 'Only pages of AWS are opened from here.'))),
    checkForUpdate: (again) => updates?.check(again) ?? Promise.resolve(fail(noUpdates)),
    openUpdatePage: () =>
      updates ? openPage(updates.feed.page) : Promise.resolve(fail(noUpdates)),
    listen(listener) {
      listeners.add(listener);
      for (const event of waiting.splice(0)) listener(event);
      return () => {
        listeners.delete(listener);
      };
    },
  };

  return {
    api,
    openHandedOver: openPath,
    emit,
    dispose() {
      stopWatching();
      listeners.clear();
      recoveries.release(owner);
    },
  };
};
