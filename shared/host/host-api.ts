import type { Json } from '../lib/json.ts';
import type { Result } from '../lib/result.ts';

/*
 * What the window may ask of the machine it runs on. Electron, the browser and the tests each have one
 * implementation, and one contract test that all of them pass (`host-contract.ts`). Every call is data in, data
 * out, so that it can cross a process; nothing throws for what a person or a disk may do.
 */

/** Why the machine did not do what was asked. */
export type HostProblemCode =
  /** The person closed the dialog. Never shown. */
  | 'cancelled'
  | 'not-found'
  /** Not allowed to read or write there. */
  | 'denied'
  | 'read-only'
  | 'disk-full'
  /** Somebody else wrote the file after it was read here. */
  | 'changed'
  | 'too-large'
  /** A path that may not be written, such as one that leaves the folder. */
  | 'bad-path'
  /** This host cannot do that; `capabilities` says so beforehand. */
  | 'unsupported'
  | 'failed';

export interface HostProblem {
  readonly code: HostProblemCode;
  /** For people: what was tried, with which file, why not, and what to do. */
  readonly message: string;
}

type Answer<T> = Promise<Result<T, HostProblem>>;

/** A file that a person chose. `id` means something to the host alone (a path, or a stored handle). */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  /** The folder, for people to tell two files of one name apart; empty where the host does not know it. */
  readonly folder: string;
}

/** A folder that a person chose. */
export type FolderRef = FileRef;

/** A file as it was read. */
export interface OpenedFile {
  readonly file: FileRef;
  readonly text: string;
  /** Stands for the content on disk; given back on saving, so that nobody's work is overwritten. */
  readonly version: string;
  readonly writable: boolean;
}

/** A file as it was written. */
export interface SavedFile {
  readonly file: FileRef;
  readonly version: string;
}

/** One file of an export: a path of its own below the folder, with `/` between the parts. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What writing would do to one file of a folder. `before` is what is there now. */
export interface OutputStatus {
  readonly path: string;
  readonly status: 'new' | 'changed' | 'same';
  readonly before?: string;
}

/** A file that was open lately, newest first. */
export interface RecentFile {
  readonly file: FileRef;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

/** Work that was not saved yet, kept for after a crash. */
export interface Recovery {
  /** One for each open design; the same key replaces what was kept before. */
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly file?: FileRef;
  /** The version of the file that the work started from. */
  readonly version?: string;
  /** What was typed into fields and is no value yet, as the window wrote it. */
  readonly drafts?: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** What the host can do; the window asks this and never which host it is. */
export interface HostCapabilities {
  /** The system draws the menu bar and sends its commands. */
  readonly nativeMenu: boolean;
  /** Folders can be chosen and written; otherwise an export is one download. */
  readonly folders: boolean;
  /** Files are saved where they were opened; otherwise saving is a download. */
  readonly saveInPlace: boolean;
  readonly recentFiles: boolean;
  /** Changes by other programs are noticed. */
  readonly watchesFiles: boolean;
  /** Several windows can be opened. */
  readonly windows: boolean;
  /** New versions can be asked for; whether they are is for the person to say. */
  readonly updates: boolean;
}

/** What is known of new versions. */
export interface UpdateAnswer {
  /** The newest version that was released. */
  readonly newest: string;
  /** True when that is newer than this one. */
  readonly isNewer: boolean;
}

/** What the host tells the window. */
export type HostEvent =
  /** A command of the native menu, by its id. */
  | { readonly kind: 'command'; readonly id: string }
  /** A file was handed over: by the system, a second start, or dropped on the icon. */
  | { readonly kind: 'open-file'; readonly opened: OpenedFile }
  /** Another program wrote the open file (`version` is what is there now), or took it away. */
  | { readonly kind: 'file-changed'; readonly file: FileRef; readonly version: string | undefined }
  /** The person wants to close the window; answer with `finishClose`. */
  | { readonly kind: 'close-requested' };

/** One entry of the native menu bar, made from the list of commands. */
export type MenuEntry =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly label: string;
      /** `Mod+S`: shown only; the window itself handles keys. */
      readonly keys?: string;
      readonly enabled: boolean;
      readonly checked?: boolean;
    }
  /** What every system has: copy, paste, quit, and so on. */
  | { readonly kind: 'role'; readonly role: MenuRole };

export type MenuRole =
  | 'about'
  | 'close'
  | 'quit'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'minimize';

export interface Menu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

export interface HostInfo {
  readonly kind: 'electron' | 'browser' | 'memory';
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly version: string;
  readonly capabilities: HostCapabilities;
}

/** The machine, as the window sees it. */
export interface HostApi {
  info(): Promise<HostInfo>;
  /** Asks for a design file and reads it. */
  openDesign(): Answer<OpenedFile>;
  /** Reads a file again: from the recent ones, or because it changed. */
  readDesign(file: FileRef): Answer<OpenedFile>;
  /** Writes the open file whole or not at all. `version` is what was read or saved last; undefined overwrites whatever is there. */
  saveDesign(file: FileRef, text: string, version: string | undefined): Answer<SavedFile>;
  /** Asks where to, then writes. */
  saveDesignAs(suggestedName: string, text: string): Answer<SavedFile>;
  /** Asks where to, then writes one file of another kind: a picture, a report, a source. */
  saveFile(suggestedName: string, content: string | Uint8Array): Answer<FileRef>;
  /** Asks for a folder to export to. */
  chooseFolder(): Answer<FolderRef>;
  /** What writing the files would change. */
  compareFiles(folder: FolderRef, files: readonly OutputFile[]): Answer<readonly OutputStatus[]>;
  /** Writes the files below the folder, each whole or not at all, and no other. */
  writeFiles(folder: FolderRef, files: readonly OutputFile[]): Answer<void>;
  /** Gives the files as one archive where folders cannot be written. */
  downloadFiles(name: string, files: readonly OutputFile[]): Answer<void>;
  recentFiles(): Promise<readonly RecentFile[]>;
  forgetRecentFile(file: FileRef): Promise<void>;
  /** Keeps unsaved work. This and `dropRecovery` are carried out in the order they were called in. */
  writeRecovery(recovery: Recovery): Answer<void>;
  recoveries(): Promise<readonly Recovery[]>;
  dropRecovery(key: string): Promise<void>;
  /** What `writeSettings` was given last; null when nothing was. */
  readSettings(): Promise<Json>;
  writeSettings(settings: Json): Promise<void>;
  readClipboard(): Answer<string>;
  writeClipboard(text: string): Answer<void>;
  /** Opens another window: empty, or with a file. */
  newWindow(file?: FileRef): Promise<void>;
  /** What the window's title says, and whether closing would lose work. */
  setDocument(document: {
    readonly title: string;
    readonly dirty: boolean;
    readonly file?: FileRef;
  }): Promise<void>;
  setMenu(menus: readonly Menu[]): Promise<void>;
  /** The answer to `close-requested`. */
  finishClose(close: boolean): Promise<void>;
  /** Opens a page of AWS's documentation in the system's browser; other addresses are refused. */
  openDocumentation(url: string): Answer<void>;
  /**
   * Asks which version is the newest: once while the program runs, `again` asks anew. Refused unless the settings say
   * `checkUpdates`: no request is made that nobody asked for.
   */
  checkForUpdate(again: boolean): Answer<UpdateAnswer>;
  /** Opens the page of the newest version in the system's browser. */
  openUpdatePage(): Answer<void>;
  /** Tells the listener what happens; gives back how to stop. */
  listen(listener: (event: HostEvent) => void): () => void;
}
