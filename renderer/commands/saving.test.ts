import { expect, test } from 'vitest';
import { kindFacts } from '../../shared/catalog/catalog.ts';
import { createGraph } from '../../shared/graph/incremental-graph.ts';
import type { HostApi } from '../../shared/host/host-api.ts';
import { memoryHost } from '../../shared/host/memory-host.ts';
import { setDesign } from '../../shared/model/edits/index.ts';
import { newDesign } from '../../shared/model/new-design.ts';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { createApp } from '../store/app-store.ts';
import { isDirty } from '../store/document.ts';
import { openFile } from './documents.ts';
import { answerChange, answerGone, keepMine, reload, save, saveAs } from './saving.ts';
import { endTour, startTour } from './tour.ts';

const path = '/work.isobar.json';
const named = (name: string) => newDesign({ name, region: 'eu-west-1' });
const textOf = (name: string): string => serialiseDesign(named(name));

/** An app in memory with a file open; calls of the host may be held up. */
const bench = async () => {
  const { host: memory, machine } = memoryHost({ now: () => 1 });
  machine.writeOutside(path, textOf('Start'));
  const held: (() => void)[] = [];
  let isHeld = false;
  const host: HostApi = {
    ...memory,
    async saveDesign(file, text, version) {
      if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
      return memory.saveDesign(file, text, version);
    },
  };
  let keys = 0;
  const app = createApp({
    host,
    info: await host.info(),
    now: () => 1,
    makeKey: () => {
      keys += 1;
      return `key ${keys}`;
    },
  });
  app.setGraph(createGraph(kindFacts, named('')));
  machine.answer('open', path);
  const opened = await host.openDesign();
  if (!opened.ok) throw new Error(opened.error.message);
  await openFile(app, opened.value);
  return {
    app,
    machine,
    host,
    rename: (name: string) => app.edit('Rename', setDesign({ name })),
    name: () => app.state.document?.design.name,
    document: () => {
      const { document } = app.state;
      if (!document) throw new Error('nothing is open');
      return document;
    },
    inFile: (at = path) => machine.files.get(at)?.content,
    notices: () => app.state.view.notices.map(({ text }) => text).join('\n'),
    hold: () => {
      isHeld = true;
    },
    release: async () => {
      isHeld = false;
      for (const go of held.splice(0)) go();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
};

test('the history survives saving, saving elsewhere, what other programs do, tabs and the tour', async () => {
  const { app, machine, rename, name, document, host } = await bench();
  rename('One');
  await save(app);
  rename('Two');
  machine.answer('save', '/elsewhere.isobar.json');
  await saveAs(app);
  expect(document().file?.name).toBe('elsewhere.isobar.json');
  rename('Three');
  machine.failWrites('disk-full');
  expect(await save(app)).toBe(false);
  machine.failWrites(undefined);
  expect(await save(app)).toBe(true);
  machine.writeOutside('/elsewhere.isobar.json', textOf('Theirs'));
  await answerChange(app);
  expect(name()).toBe('Theirs');
  machine.removeOutside('/elsewhere.isobar.json');
  answerGone(app, true);
  for (const bottomTab of ['code', 'problems'] as const) app.setView({ bottomTab });
  startTour(app);
  expect(name()).not.toBe('Theirs');
  endTour(app);
  rename('Four');
  app.setSettings({ theme: 'dark' });
  await host.writeRecovery({ key: 'other', name: 'x', text: 'y', savedAt: 1 });

  const back = ['Theirs', 'Three', 'Two', 'One', 'Start'];
  for (const expected of back) {
    app.undo();
    expect(name()).toBe(expected);
  }
  app.undo();
  expect(name()).toBe('Start');
  for (const expected of [...back.slice(0, -1).reverse(), 'Four']) {
    app.redo();
    expect(name()).toBe(expected);
  }
});

test('what another program wrote is one step, and undo gives back what was here', async () => {
  const { app, machine, name, document, inFile, notices } = await bench();
  machine.writeOutside(path, textOf('Theirs'));
  await answerChange(app);
  expect(name()).toBe('Theirs');
  expect(isDirty(document())).toBe(false);
  expect(notices()).toContain('changed by another program and read again');
  app.undo();
  expect(name()).toBe('Start');
  expect(isDirty(document())).toBe(true);
  expect(await save(app)).toBe(true);
  expect(inFile()).toBe(textOf('Start'));
});

test('who has work of their own is asked; each answer keeps the work', async () => {
  const { app, machine, rename, name, inFile } = await bench();
  rename('Mine');
  machine.writeOutside(path, textOf('Theirs'));
  await answerChange(app);
  expect(app.state.view.dialog).toEqual({ kind: 'file-changed' });
  expect(name()).toBe('Mine');
  // Saving asks as well, and writes nothing.
  app.openDialog(undefined);
  expect(await save(app)).toBe(false);
  expect(app.state.view.dialog).toEqual({ kind: 'file-changed' });
  expect(inFile()).toBe(textOf('Theirs'));
  await reload(app);
  expect(name()).toBe('Theirs');
  app.undo();
  expect(name()).toBe('Mine');
  expect(await keepMine(app)).toBe(true);
  expect(inFile()).toBe(textOf('Mine'));
});

test('the same design in other words is no step and no news', async () => {
  const { app, machine, document, notices } = await bench();
  machine.writeOutside(path, ` ${textOf('Start')}`);
  await answerChange(app);
  expect(document().past).toEqual([]);
  expect(isDirty(document())).toBe(false);
  expect(notices()).toBe('');
  expect(await save(app)).toBe(true);
});

test('what a newer Isobar wrote does not take the place of what is here by itself', async () => {
  const { app, machine, name, document, notices } = await bench();
  const newer = JSON.stringify({ ...named('Newer'), formatVersion: 99 });
  machine.writeOutside(path, newer);
  await answerChange(app);
  expect(name()).toBe('Start');
  expect(notices()).toContain('newer Isobar');
  expect(await save(app)).toBe(false);
  expect(machine.files.get(path)?.content).toBe(newer);
  await reload(app);
  expect(name()).toBe('Newer');
  expect(document().readOnly).toBeDefined();
  expect(await save(app)).toBe(false);
  expect(await saveAs(app)).toBe(false);
});

test('a file that is no design any more leaves what is here', async () => {
  const { app, machine, name } = await bench();
  machine.writeOutside(path, '{');
  await answerChange(app);
  expect(name()).toBe('Start');
  expect(app.state.view.dialog).toMatchObject({ kind: 'open-problems' });
  expect(await save(app)).toBe(false);
});

test('a design whose file was taken away is in no file, and saving makes it anew', async () => {
  const { app, machine, document, inFile } = await bench();
  machine.removeOutside(path);
  answerGone(app, true);
  expect(isDirty(document())).toBe(true);
  expect(await save(app)).toBe(true);
  expect(inFile()).toBe(textOf('Start'));
  expect(isDirty(document())).toBe(false);
  answerGone(app, true);
  answerGone(app, false);
  expect(isDirty(document())).toBe(false);
});

test('a file that is there again is not overwritten unseen', async () => {
  const { app, machine, rename, inFile } = await bench();
  rename('Mine');
  machine.removeOutside(path);
  answerGone(app, true);
  machine.writeOutside(path, textOf('Theirs'));
  expect(await save(app)).toBe(false);
  expect(app.state.view.dialog).toEqual({ kind: 'file-changed' });
  expect(inFile()).toBe(textOf('Theirs'));
});

test('saving twice at once is no conflict with oneself, and writes the last', async () => {
  const { app, rename, inFile, hold, release, document } = await bench();
  rename('One');
  hold();
  const first = save(app);
  await Promise.resolve();
  rename('Two');
  const second = save(app);
  await release();
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(app.state.view.dialog).toBeUndefined();
  expect(inFile()).toBe(textOf('Two'));
  expect(isDirty(document())).toBe(false);
});

test('what was done while saving is not saved, and its copy for after a crash stays', async () => {
  const { app, rename, host, hold, release, document } = await bench();
  rename('One');
  hold();
  const saving = save(app);
  await Promise.resolve();
  rename('Two');
  const { key } = document();
  await host.writeRecovery({ key, name: 'x', text: textOf('Two'), savedAt: 1 });
  await release();
  expect(await saving).toBe(true);
  expect(isDirty(document())).toBe(true);
  expect(await host.recoveries()).toHaveLength(1);
  expect(await save(app)).toBe(true);
  expect(await host.recoveries()).toEqual([]);
});

test('a save that ends after another design was opened says nothing about that one', async () => {
  const { app, rename, hold, release, document, machine, host, inFile } = await bench();
  rename('One');
  hold();
  const saving = save(app);
  await Promise.resolve();
  machine.writeOutside('/other.isobar.json', textOf('Other'));
  machine.answer('open', '/other.isobar.json');
  const other = await host.openDesign();
  if (!other.ok) throw new Error(other.error.message);
  const opening = openFile(app, other.value);
  const { dialog } = app.state.view;
  if (dialog?.kind !== 'unsaved') throw new Error('nobody asked');
  dialog.proceed();
  await opening;
  await release();
  await saving;
  expect(inFile()).toBe(textOf('One'));
  expect(document().file?.name).toBe('other.isobar.json');
  expect(document().design.name).toBe('Other');
  expect(isDirty(document())).toBe(false);
});

test.each([
  ['disk-full', /the disk is full.*unharmed/],
  ['denied', /you may not write there/],
] as const)('%s is said, and the work is still here', async (code, words) => {
  const { app, machine, rename, name, document, notices, inFile } = await bench();
  rename('Mine');
  machine.failWrites(code);
  expect(await save(app)).toBe(false);
  expect(notices()).toMatch(words);
  expect(name()).toBe('Mine');
  expect(isDirty(document())).toBe(true);
  expect(inFile()).toBe(textOf('Start'));
  machine.failWrites(undefined);
  expect(await save(app)).toBe(true);
});
