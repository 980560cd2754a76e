import { isJsonObject, type Json } from '../lib/json.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { isDocumentation } from './documentation.ts';
import { mostRecentFiles } from './file-limits.ts';
import { withDesignEnding } from './file-names.ts';
import type {
  FileRef,
  FolderRef,
  HostApi,
  HostEvent,
  HostInfo,
  HostProblem,
  Menu,
  OpenedFile,
  OutputFile,
  RecentFile,
  Recovery,
  SavedFile,
} from './host-api.ts';
import { checkOutputFiles } from './output-path.ts';
import { cancelled, type Deed, fileProblem, hostProblem, noUpdates } from './problems.ts';
import { textVersion } from './text-version.ts';
import { zipOfTexts } from './zip.ts';

/*
 * A whole machine in memory: for tests of the window, and the model that the real hosts are compared with. Its disk,
 * its dialogs and its clock are in the hands of whoever made it.
 */

type MemoryFile = { content: string | Uint8Array; readOnly: boolean };
type WriteFailure = 'disk-full' | 'denied';
type Answers = 'open' | 'save' | 'folder';
type Answer<T> = Promise<Result<T, HostProblem>>;

/** What a window did that is seen outside it. */
export interface MemoryWindow {
  readonly host: HostApi;
  readonly document: Parameters<HostApi['setDocument']>[0];
  readonly menus: readonly Menu[];
  /** False once the window agreed to close. */
  readonly open: boolean;
  /** Lets something happen to the window. Kept until somebody listens. */
  send(event: HostEvent): void;
}

/** The machine: what a test looks at and turns. Paths are absolute, with `/`. */
export interface MemoryMachine {
  readonly files: Map<string, MemoryFile>;
  readonly windows: readonly MemoryWindow[];
  /** Pages of the documentation that were opened. */
  readonly openedPages: readonly string[];
  readonly downloads: ReadonlyMap<string, Uint8Array>;
  clipboard: string;
  /** What the next dialog of a kind is answered with: a path, or undefined for closing it. */
  answer(dialog: Answers, path: string | undefined): void;
  /** Every write fails like this until it is called with undefined. */
  failWrites(code: WriteFailure | undefined): void;
  /** As another program does: windows that show the file are told. */
  writeOutside(path: string, text: string): void;
  removeOutside(path: string): void;
  setReadOnly(path: string, readOnly: boolean): void;
  openWindow(file?: FileRef): MemoryWindow;
  /** The program ends without a word, and starts again with one new window. */
  restart(): MemoryWindow;
}

export interface MemoryMachineOptions {
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  readonly platform?: HostInfo['platform'];
  readonly capabilities?: Partial<HostInfo['capabilities']>;
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 1));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const refTo = (path: string): FileRef => ({ id: path, name: nameOf(path), folder: folderOf(path) });
const textOf = ({ content }: MemoryFile): string =>
  typeof content === 'string' ? content : `${content.length} bytes`;

/** A machine without a file and without a window. */
export const createMemoryMachine = ({
  now,
  platform = 'linux',
  capabilities = {},
}: MemoryMachineOptions): MemoryMachine => {
  const files = new Map<string, MemoryFile>();
  const downloads = new Map<string, Uint8Array>();
  const openedPages: string[] = [];
  const answers = new Map<Answers, (string | undefined)[]>();
  const recoveries = new Map<string, { recovery: Recovery; owner: MemoryWindow | undefined }>();
  const told: { window: MemoryWindow; see: (path: string) => void }[] = [];
  let recent: readonly RecentFile[] = [];
  let settings: Json = null;
  let failure: WriteFailure | undefined;
  let windows: readonly MemoryWindow[] = [];

  const choose = (dialog: Answers): string | undefined => answers.get(dialog)?.shift();
  const tellOthers = (path: string, but?: MemoryWindow): void => {
    for (const { window, see } of told) if (window !== but) see(path);
  };
  const remember = (file: FileRef): void => {
    recent = [
      { file, openedAt: now() },
      ...recent.filter(({ file: other }) => other.id !== file.id),
    ].slice(0, mostRecentFiles);
  };
  const read = (path: string): Result<OpenedFile, HostProblem> => {
    const found = files.get(path);
    if (found === undefined) return fail(fileProblem('not-found', 'read', nameOf(path)));
    const text = textOf(found);
    const file = refTo(path);
    remember(file);
    return ok({ file, text, version: textVersion(text), writable: !found.readOnly });
  };
  const write = (
    path: string,
    content: string | Uint8Array,
    deed: Deed,
  ): Result<FileRef, HostProblem> => {
    if (failure !== undefined) return fail(fileProblem(failure, deed, nameOf(path)));
    if (files.get(path)?.readOnly) return fail(fileProblem('read-only', deed, nameOf(path)));
    files.set(path, { content, readOnly: false });
    return ok(refTo(path));
  };

  const openWindow = (start?: FileRef): MemoryWindow => {
    const listeners = new Set<(event: HostEvent) => void>();
    const waiting: HostEvent[] = [];
    let document: MemoryWindow['document'] = { title: '', dirty: false };
    let menus: readonly Menu[] = [];
    let isOpen = true;
    /** The version of each file that this window has seen. */
    const known = new Map<string, string>();

    const send = (event: HostEvent): void => {
      if (listeners.size === 0) waiting.push(event);
      else for (const listener of [...listeners]) listener(event);
    };
    const opened = (result: Result<OpenedFile, HostProblem>): Result<OpenedFile, HostProblem> => {
      if (result.ok) known.set(result.value.file.id, result.value.version);
      return result;
    };
    const saved = (path: string, text: string): Result<SavedFile, HostProblem> => {
      const written = write(path, text, 'save');
      if (!written.ok) return written;
      const version = textVersion(text);
      known.set(path, version);
      remember(written.value);
      tellOthers(path, window);
      return ok({ file: written.value, version });
    };
    const inFolder = (folder: FolderRef, { path }: OutputFile): string => `${folder.id}/${path}`;
    const answer = <T>(result: Result<T, HostProblem>): Answer<T> => Promise.resolve(result);

    const host: HostApi = {
      info: () =>
        Promise.resolve({
          kind: 'memory',
          platform,
          version: '0.0.0',
          capabilities: {
            nativeMenu: true,
            folders: true,
            saveInPlace: true,
            recentFiles: true,
            watchesFiles: true,
            windows: true,
            updates: false,
            ...capabilities,
          },
        }),
      openDesign: () => {
        const path = choose('open');
        return answer(path === undefined ? fail(cancelled) : opened(read(path)));
      },
      readDesign: (file) => answer(opened(read(file.id))),
      saveDesign: (file, text, version) => {
        const there = files.get(file.id);
        if (version !== undefined && there === undefined)
          return answer(fail(fileProblem('not-found', 'save', file.name)));
        if (version !== undefined && there && textVersion(textOf(there)) !== version)
          return answer(fail(fileProblem('changed', 'save', file.name)));
        return answer(saved(file.id, text));
      },
      saveDesignAs: (_suggestedName, text) => {
        const path = choose('save');
        return answer(path === undefined ? fail(cancelled) : saved(withDesignEnding(path), text));
      },
      saveFile: (_suggestedName, content) => {
        const path = choose('save');
        return answer(path === undefined ? fail(cancelled) : write(path, content, 'save'));
      },
      chooseFolder: () => {
        const path = choose('folder');
        return answer(path === undefined ? fail(cancelled) : ok(refTo(path)));
      },
      compareFiles: (folder, outputs) => {
        const checked = checkOutputFiles(outputs);
        if (!checked.ok) return answer(checked);
        return answer(
          ok(
            outputs.map((output) => {
              const there = files.get(inFolder(folder, output));
              if (there === undefined) return { path: output.path, status: 'new' as const };
              const before = textOf(there);
              const status = before === output.text ? ('same' as const) : ('changed' as const);
              return { path: output.path, status, before };
            }),
          ),
        );
      },
      writeFiles: (folder, outputs) => {
        const checked = checkOutputFiles(outputs);
        if (!checked.ok) return answer(checked);
        for (const output of outputs) {
          const written = write(inFolder(folder, output), output.text, 'write');
          if (!written.ok) return answer(written);
        }
        return answer(ok(undefined));
      },
      downloadFiles: (name, outputs) => {
        const checked = checkOutputFiles(outputs);
        if (!checked.ok) return answer(checked);
        downloads.set(name, zipOfTexts(outputs));
        return answer(ok(undefined));
      },
      recentFiles: () => Promise.resolve(recent),
      forgetRecentFile: (file) => {
        recent = recent.filter(({ file: other }) => other.id !== file.id);
        return Promise.resolve();
      },
      writeRecovery: (recovery) => {
        if (failure !== undefined) return answer(fail(fileProblem(failure, 'save', recovery.name)));
        recoveries.set(recovery.key, { recovery, owner: window });
        return answer(ok(undefined));
      },
      recoveries: () =>
        Promise.resolve(
          [...recoveries.values()]
            .filter(({ owner }) => owner === undefined || owner === window || !owner.open)
            .map(({ recovery }) => recovery)
            .sort((a, b) => b.savedAt - a.savedAt),
        ),
      dropRecovery: (key) => {
        recoveries.delete(key);
        return Promise.resolve();
      },
      readSettings: () => Promise.resolve(settings),
      writeSettings: (given) => {
        settings = given;
        return Promise.resolve();
      },
      readClipboard: () => answer(ok(machine.clipboard)),
      writeClipboard: (text) => {
        machine.clipboard = text;
        return answer(ok(undefined));
      },
      newWindow: (file) => {
        openWindow(file);
        return Promise.resolve();
      },
      setDocument: (given) => {
        document = given;
        return Promise.resolve();
      },
      setMenu: (given) => {
        menus = given;
        return Promise.resolve();
      },
      finishClose: (close) => {
        if (close) {
          isOpen = false;
          windows = windows.filter((other) => other !== window);
        }
        return Promise.resolve();
      },
      openDocumentation: (url) => {
        if (!isDocumentation(url))
          return answer(fail(hostProblem('denied', 'Only pages of AWS are opened from here.')));
        openedPages.push(url);
        return answer(ok(undefined));
      },
      checkForUpdate: () =>
        answer(
          capabilities.updates !== true
            ? fail(noUpdates)
            : isJsonObject(settings) && settings.checkUpdates === true
              ? ok({ newest: '0.1.0', isNewer: true })
              : fail(hostProblem('denied', 'Looking for new versions is off in the settings.')),
        ),
      openUpdatePage: () => {
        if (capabilities.updates !== true) return answer(fail(noUpdates));
        openedPages.push('updates');
        return answer(ok(undefined));
      },
      listen: (listener) => {
        listeners.add(listener);
        for (const event of waiting.splice(0)) listener(event);
        return () => {
          listeners.delete(listener);
        };
      },
    };

    const window: MemoryWindow = {
      host,
      get document() {
        return document;
      },
      get menus() {
        return menus;
      },
      get open() {
        return isOpen;
      },
      send,
    };
    told.push({
      window,
      see: (path) => {
        const { file } = document;
        if (!isOpen || file === undefined || file.id !== path) return;
        const there = files.get(path);
        const version = there && textVersion(textOf(there));
        if (version === known.get(path)) return;
        if (version === undefined) known.delete(path);
        else known.set(path, version);
        send({ kind: 'file-changed', file, version });
      },
    });
    windows = [...windows, window];
    if (start !== undefined) {
      const first = opened(read(start.id));
      if (first.ok) send({ kind: 'open-file', opened: first.value });
    }
    return window;
  };

  const machine: MemoryMachine = {
    files,
    downloads,
    openedPages,
    clipboard: '',
    get windows() {
      return windows;
    },
    answer: (dialog, path) => {
      answers.set(dialog, [...(answers.get(dialog) ?? []), path]);
    },
    failWrites: (code) => {
      failure = code;
    },
    writeOutside: (path, text) => {
      files.set(path, { content: text, readOnly: files.get(path)?.readOnly ?? false });
      tellOthers(path);
    },
    removeOutside: (path) => {
      files.delete(path);
      tellOthers(path);
    },
    setReadOnly: (path, readOnly) => {
      const file = files.get(path);
      if (file) file.readOnly = readOnly;
    },
    openWindow,
    restart: () => {
      windows = [];
      told.length = 0;
      for (const kept of recoveries.values()) kept.owner = undefined;
      return openWindow();
    },
  };
  return machine;
};

/** One window of a machine of its own, for tests that need no more. */
export const memoryHost = (
  options: MemoryMachineOptions,
): { readonly host: HostApi; readonly machine: MemoryMachine; readonly window: MemoryWindow } => {
  const machine = createMemoryMachine(options);
  const window = machine.openWindow();
  return { host: window.host, machine, window };
};
