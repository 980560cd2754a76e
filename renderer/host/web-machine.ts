/*
 * What the browser's host needs of a browser, and no more: so that its logic runs in a test without one. The types
 * are those parts of the File System Access API that are used here; TypeScript's DOM types know only some of them.
 */

/** What is kept, by section. Handles can be stored too: the store clones, it does not write text. */
export interface KeptStore {
  get(section: StoreSection, key: string): Promise<unknown>;
  all(section: StoreSection): Promise<readonly (readonly [key: string, value: unknown])[]>;
  set(section: StoreSection, key: string, value: unknown): Promise<void>;
  delete(section: StoreSection, key: string): Promise<void>;
}

export const storeSections = ['handles', 'recent', 'recoveries', 'settings'] as const;
export type StoreSection = (typeof storeSections)[number];

type Permission = 'granted' | 'denied' | 'prompt';
interface Asked {
  readonly mode: 'read' | 'readwrite';
}

interface AnyHandle {
  readonly name: string;
  isSameEntry(other: unknown): Promise<boolean>;
  /** Missing where files are always allowed, as in the browser's own file system. */
  queryPermission?(asked: Asked): Promise<Permission>;
  requestPermission?(asked: Asked): Promise<Permission>;
}

export interface WritableFile {
  write(content: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

export interface FileHandle extends AnyHandle {
  readonly kind: 'file';
  getFile(): Promise<{
    readonly size: number;
    readonly lastModified: number;
    arrayBuffer(): Promise<ArrayBuffer>;
  }>;
  createWritable(): Promise<WritableFile>;
}

export interface FolderHandle extends AnyHandle {
  readonly kind: 'directory';
  getDirectoryHandle(name: string, options?: { readonly create: boolean }): Promise<FolderHandle>;
  getFileHandle(name: string, options?: { readonly create: boolean }): Promise<FileHandle>;
}

/** The dialogs of a browser that lets pages open files. Closing one throws an AbortError. */
export interface WebPickers {
  openFile(): Promise<FileHandle>;
  saveFile(suggestedName: string): Promise<FileHandle>;
  openFolder(): Promise<FolderHandle>;
}

/** A tab of a browser. */
export interface WebMachine {
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly version: string;
  readonly pickers: WebPickers | undefined;
  readonly store: KeptStore;
  /** This tab, among those that are open. */
  readonly tab: string;
  /** The tabs that are open now; whoever is not among them has crashed or was closed. */
  openTabs(): Promise<ReadonlySet<string>>;
  /** The file this tab was opened for: the id of a FileRef. */
  readonly startFile: string | undefined;
  now(): number;
  makeId(): string;
  /** Where there are no pickers: asks for a file and gives what is in it; undefined when the dialog was closed. */
  upload(): Promise<{ readonly name: string; readonly bytes: ArrayBuffer } | undefined>;
  download(name: string, content: string | Uint8Array): void;
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  openTab(startFile: string | undefined): void;
  openPage(url: string): void;
  closeTab(): void;
  setTitle(title: string): void;
  /** The browser asks before it closes a tab whose work would be lost. */
  guardClosing(guard: boolean): void;
  /**
   * Calls when a file may have changed: told by the browser where it can, else again and again; and when the tab comes
   * to the front. Gives back how to stop.
   */
  onChange(handle: FileHandle, look: () => void): () => void;
  /** Files that a person drops on the page. */
  onDrop(take: (dropped: DroppedFile) => void): void;
}

export interface DroppedFile {
  readonly handle: FileHandle | undefined;
  readonly name: string;
  readonly bytes: () => Promise<ArrayBuffer>;
}
