import { openSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { followWork } from '../../../renderer/app/follow-work.ts';
import { save } from '../../../renderer/commands/saving.ts';
import { createApp } from '../../../renderer/store/app-store.ts';
import { openDocument } from '../../../renderer/store/document.ts';
import type { IncrementalGraph } from '../../../shared/graph/incremental-graph.ts';
import type { HostApi } from '../../../shared/host/host-api.ts';
import { parseDesign } from '../../../shared/model/parse.ts';
import { createHostServices, createWindowHost, type WindowPorts } from '../electron-host.ts';
import type { ChildOrders } from './kill-run.ts';
import { designAfter } from './working-design.ts';

/*
 * The app at work, without a screen: the window's store, its saving and its keeper of unsaved work, over the host of
 * Electron and real files. It edits and saves until it is killed. Each thing it does is a line in its journal, written
 * before the next thing can happen: `e` an edit is made, `s` a save begins, `S` it is done, `w` and `W` the copy for
 * after a crash.
 */

const orders = JSON.parse(process.argv[2] ?? '') as ChildOrders;
const { path, ownFolder, journal, nodes, savesEvery } = orders;

const file = openSync(journal, 'a');
const note = (what: string, edits: number): void => {
  writeSync(file, `${what} ${edits} ${Date.now()}\n`);
};

/** Chance that is the same for the same seed (mulberry32). */
let state = orders.seed;
const chance = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const nothing = (): undefined => undefined;
const ports: WindowPorts = {
  openFile: () => Promise.resolve(path),
  saveFile: () => Promise.resolve(undefined),
  openFolder: () => Promise.resolve(undefined),
  confirmReplace: () => Promise.resolve(true),
  readClipboard: () => '',
  writeClipboard: nothing,
  newWindow: nothing,
  setDocument: nothing,
  setMenu: nothing,
  finishClose: nothing,
  openPage: () => Promise.resolve(),
  usedFile: nothing,
};
const services = await createHostServices({
  folder: ownFolder,
  now: () => Date.now(),
  platform: 'linux',
  version: '0',
});
const { api } = createWindowHost(services, ports);
const editsIn = (text: string): number => Number(/"name": "Edit (\d+)"/.exec(text)?.[1]);
/** The host, with a line in the journal around what it writes. */
const host: HostApi = {
  ...api,
  async saveDesign(to, text, version) {
    note('s', editsIn(text));
    const saved = await api.saveDesign(to, text, version);
    if (!saved.ok) throw new Error(saved.error.message);
    note('S', editsIn(text));
    return saved;
  },
  async writeRecovery(recovery) {
    note('w', editsIn(recovery.text));
    const kept = await api.writeRecovery(recovery);
    if (!kept.ok) throw new Error(kept.error.message);
    note('W', editsIn(recovery.text));
    return kept;
  },
};
const app = createApp({
  host,
  info: await host.info(),
  now: () => Date.now(),
  makeKey: () => 'work',
});
// Nobody looks at the design here.
app.setGraph({ update: nothing } as unknown as IncrementalGraph);
followWork(app, (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
});

const opened = await host.openDesign();
if (!opened.ok) throw new Error(opened.error.message);
const parsed = parseDesign(opened.value.text);
if (!parsed.ok) throw new Error(parsed.error[0]?.message);
app.show(openDocument(orders.key, parsed.value.design, { opened: opened.value }));

process.stdout.write('ready\n');
const parent = process.ppid;
let nextSave = performance.now() + chance() * savesEvery;
for (let edits = orders.edits + 1; ; edits += 1) {
  app.edit('Edit', () => designAfter(edits, nodes));
  note('e', edits);
  if (performance.now() >= nextSave) {
    nextSave = performance.now() + chance() * savesEvery * 2;
    // Not waited for: people go on editing, and press it twice.
    void save(app);
    if (chance() < 0.2) void save(app);
  }
  // Nobody is left who would kill it.
  if (process.ppid !== parent) process.exit();
  await wait(chance() * 20);
}
