import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HostBench } from '../../../shared/host/testing/host-contract.ts';
import { createHostServices, createWindowHost, type WindowPorts } from '../electron-host.ts';

/** A host on Node.js, with real files in a temporary folder and dialogs that a test answers. */
export interface ElectronBench extends HostBench {
  /** Where the person's files lie. */
  readonly folder: string;
  /** Where the program keeps its own. */
  readonly ownFolder: string;
  /** Writing fails as a host may fail, or as where another program holds the file. */
  failWrites(code: 'disk-full' | 'denied' | 'locked' | undefined): void;
  /** Happens while a file is being written. */
  onWrite(act: (() => Promise<void>) | undefined): void;
  /** The answer to "replace it?". */
  confirm: boolean;
}

export const makeElectronBench = async (): Promise<ElectronBench> => {
  const root = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'isobar-host-')));
  const folder = join(root, 'files');
  const ownFolder = join(root, 'own');
  await fs.mkdir(join(folder, 'out'), { recursive: true });
  const answers = new Map<string, (string | undefined)[]>();
  const disposals: (() => void)[] = [];
  let failure: 'disk-full' | 'denied' | 'locked' | undefined;
  let meanwhile: (() => Promise<void>) | undefined;
  let clipboard = '';
  let time = 0;

  const choose = (dialog: string): Promise<string | undefined> => {
    const name = answers.get(dialog)?.shift();
    return Promise.resolve(name === undefined ? undefined : join(folder, name));
  };
  /** Opens files, and fails where a full disk or a missing right would. */
  const open: typeof fs.open = async (...args) => {
    if (failure === 'denied') throw Object.assign(new Error('denied'), { code: 'EACCES' });
    if (failure === 'locked') throw Object.assign(new Error('locked'), { code: 'EBUSY' });
    await meanwhile?.();
    const handle = await fs.open(...args);
    if (failure === 'disk-full')
      handle.writeFile = async () => {
        await handle.write('half of it');
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      };
    return handle;
  };
  const ports: WindowPorts = {
    openFile: () => choose('open'),
    saveFile: () => choose('save'),
    openFolder: () => choose('folder'),
    confirmReplace: () => Promise.resolve(bench.confirm),
    readClipboard: () => clipboard,
    writeClipboard: (text) => {
      clipboard = text;
    },
    newWindow: () => undefined,
    setDocument: () => undefined,
    setMenu: () => undefined,
    finishClose: () => undefined,
    openPage: () => Promise.resolve(),
    usedFile: () => undefined,
  };
  const start = () =>
    createHostServices({
      folder: ownFolder,
      now: () => {
        time += 1;
        return time;
      },
      platform: 'linux',
      version: '1.2.3',
      open,
    });
  let services = await start();
  const openWindow = () => {
    const { api, dispose } = createWindowHost(services, ports);
    disposals.push(dispose);
    return api;
  };

  const bench: ElectronBench = {
    folder,
    ownFolder,
    confirm: true,
    host: openWindow(),
    answer: (dialog, name) => {
      answers.set(dialog, [...(answers.get(dialog) ?? []), name]);
    },
    writeOutside: async (name, text) => {
      await fs.mkdir(dirname(join(folder, name)), { recursive: true });
      await fs.writeFile(join(folder, name), text);
    },
    readOutside: (name) => fs.readFile(join(folder, name), 'utf8').catch(() => undefined),
    removeOutside: (name) => fs.rm(join(folder, name)),
    failWrites: (code) => {
      failure = code;
    },
    onWrite: (act) => {
      meanwhile = act;
    },
    setReadOnly: (name) => fs.chmod(join(folder, name), 0o444),
    secondWindow: () => Promise.resolve(openWindow()),
    restart: async () => {
      for (const dispose of disposals.splice(0)) dispose();
      services = await start();
      return openWindow();
    },
    close: async () => {
      for (const dispose of disposals.splice(0)) dispose();
      await fs.rm(root, { recursive: true, force: true });
    },
  };
  return bench;
};
