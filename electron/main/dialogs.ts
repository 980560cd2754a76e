import { extname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { WindowPorts } from '../host/electron-host.ts';

const designs = { name: 'Isobar designs', extensions: ['json'] };
const anything = { name: 'All files', extensions: ['*'] };

/** What the ending of a suggested name means. */
const filtersFor = (suggested: string) => {
  const ending = extname(suggested).slice(1);
  if (ending === 'json') return [designs, anything];
  return ending === ''
    ? [anything]
    : [{ name: ending.toUpperCase(), extensions: [ending] }, anything];
};

type Dialogs = Pick<WindowPorts, 'openFile' | 'saveFile' | 'openFolder' | 'confirmReplace'>;

/** The system's dialogs, each above its window. */
export const dialogsOf = (window: BrowserWindow): Dialogs => ({
  async openFile() {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: 'Open a design',
      filters: [designs, anything],
      properties: ['openFile'],
    });
    return canceled ? undefined : filePaths[0];
  },
  async saveFile(suggested) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: 'Save',
      defaultPath: suggested,
      filters: filtersFor(suggested),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || filePath === '' ? undefined : filePath;
  },
  async openFolder() {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: 'Export to a folder',
      buttonLabel: 'Export here',
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? undefined : filePaths[0];
  },
  async confirmReplace(name) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: `${name} is there already.`,
      detail: 'Replace it? What is in it now would be lost.',
      buttons: ['Replace', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    });
    return response === 0;
  },
});

/** Asked when a window with unsaved work does not answer. True: close it. */
export const askToLose = async (window: BrowserWindow): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'This window does not answer.',
    detail:
      'It holds changes that were not saved. A copy of them was kept, as they were at most a second ago, and is offered at the next start.',
    buttons: ['Close anyway', 'Wait'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
};

/** Asked when the process of a page died. True: load the page again. */
export const askToReload = async (window: BrowserWindow): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window stopped working.',
    detail: 'Load it again? Changes that were not saved are offered to you then.',
    buttons: ['Load again', 'Close'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
};

/** Says that a file that was handed over could not be opened. */
export const tellProblem = async (
  window: BrowserWindow | undefined,
  message: string,
): Promise<void> => {
  const options = { type: 'error' as const, message: 'The file was not opened.', detail: message };
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
};
