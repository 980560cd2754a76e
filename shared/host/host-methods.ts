import type { HostApi } from './host-api.ts';

/** A call of the host: everything but `listen`, which goes the other way. */
export type HostMethod = Exclude<keyof HostApi, 'listen'>;

// A record, not a list, so that a method that is forgotten here does not compile.
const everyMethod: Readonly<Record<HostMethod, true>> = {
  info: true,
  openDesign: true,
  readDesign: true,
  saveDesign: true,
  saveDesignAs: true,
  saveFile: true,
  chooseFolder: true,
  compareFiles: true,
  writeFiles: true,
  downloadFiles: true,
  recentFiles: true,
  forgetRecentFile: true,
  writeRecovery: true,
  recoveries: true,
  dropRecovery: true,
  readSettings: true,
  writeSettings: true,
  readClipboard: true,
  writeClipboard: true,
  newWindow: true,
  setDocument: true,
  setMenu: true,
  finishClose: true,
  openDocumentation: true,
  checkForUpdate: true,
  openUpdatePage: true,
};

/** Every call of the host. Preload and main process are both made from this list. */
export const hostMethods = Object.keys(everyMethod) as readonly HostMethod[];

/** The channel on which a call goes to the main process. */
export const hostChannel = (method: HostMethod): string => `isobar:${method}`;

/** What goes beside the calls. */
export const hostSignals = {
  /** Main to window: one `HostEvent`. */
  event: 'isobar:event',
  /** Window to main: somebody listens now, so events that waited may come. */
  listening: 'isobar:listening',
  /** Window to main: an event arrived at a listener, so the window is alive. */
  received: 'isobar:received',
  /** Window to main: the path of a file that was dropped on the window. */
  dropped: 'isobar:dropped',
} as const;
