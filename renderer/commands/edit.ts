import {
  consequencesOfDelete,
  copyItems,
  deleteItems,
  duplicateItems,
  parseClipboard,
  pastedIds,
  pasteItems,
} from '../../shared/model/edits/index.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { isReference } from '../../shared/rules/catalog-facts.ts';
import type { App } from '../store/app-store.ts';
import { defineCommand, hasDesign, hasSelection, isEditable } from './command.ts';
import { tell } from './documents.ts';
import { chosenIds, chosenNodes, countOf } from './selection.ts';

const references = { isReference: isReference(catalogFacts) };

/** Deletes what is chosen, and says what else went; a container that holds something is asked about first. */
const deleteChosen = (app: App): void => {
  const { document } = app.state;
  if (!document) return;
  const ids = chosenIds(app);
  const consequences = consequencesOfDelete(document.design, ids, references);
  if (consequences.movedUp.length > 0) {
    app.openDialog({ kind: 'delete', ids, consequences });
    return;
  }
  const { length } = consequences.connections;
  const deleted = app.edit(`Delete ${countOf(app)}`, deleteItems(ids, references));
  if (deleted && length > 0)
    app.notify({
      tone: 'info',
      text: `${length === 1 ? 'One connection' : `${length} connections`} went with it.`,
      action: { label: 'Undo', run: () => app.undo() },
    });
};

const copyChosen = async (app: App): Promise<boolean> => {
  const { document } = app.state;
  if (!document) return false;
  const clipboard = copyItems(document.design, chosenIds(app));
  const written = await app.parts.host.writeClipboard(JSON.stringify(clipboard));
  if (!written.ok) tell(app, written.error);
  return written.ok;
};

const paste = async (app: App): Promise<void> => {
  const text = await app.parts.host.readClipboard();
  if (!text.ok) return tell(app, text.error);
  const clipboard = parseClipboard(text.value);
  const { document } = app.state;
  if (!document) return;
  if (!clipboard.ok) {
    app.notify({
      tone: 'info',
      text: 'The clipboard holds nothing that was copied from a design.',
    });
    return;
  }
  const ids = pastedIds(document.design, clipboard.value);
  app.edit('Paste', pasteItems(clipboard.value, references), {
    select: [...ids.nodes.values(), ...ids.connections.values()],
  });
};

export const editCommands = [
  defineCommand({
    id: 'edit.undo',
    title: 'Undo',
    group: 'edit',
    keys: ['mod+z'],
    when: (app) => (app.state.document?.past.length ?? 0) > 0,
    run: (app) => app.undo(),
  }),
  defineCommand({
    id: 'edit.redo',
    title: 'Redo',
    group: 'edit',
    keys: ['mod+shift+z', 'mod+y'],
    when: (app) => (app.state.document?.future.length ?? 0) > 0,
    run: (app) => app.redo(),
  }),
  defineCommand({
    id: 'edit.cut',
    title: 'Cut',
    group: 'edit',
    keys: ['mod+x'],
    startsSection: true,
    when: hasSelection,
    run: async (app) => {
      const ids = chosenIds(app);
      if (await copyChosen(app)) app.edit(`Cut ${countOf(app)}`, deleteItems(ids, references));
    },
  }),
  defineCommand({
    id: 'edit.copy',
    title: 'Copy',
    group: 'edit',
    keys: ['mod+c'],
    when: (app) => app.state.view.selection.size > 0,
    run: async (app) => {
      await copyChosen(app);
    },
  }),
  defineCommand({
    id: 'edit.paste',
    title: 'Paste',
    group: 'edit',
    keys: ['mod+v'],
    when: isEditable,
    run: paste,
  }),
  defineCommand({
    id: 'edit.duplicate',
    title: 'Duplicate',
    group: 'edit',
    keys: ['mod+d'],
    when: (app) => isEditable(app) && chosenNodes(app).length > 0,
    run: (app) => {
      const { document } = app.state;
      if (!document) return;
      const before = new Set<string>(document.design.nodes.map(({ id }) => id));
      app.edit(`Duplicate ${countOf(app)}`, duplicateItems(chosenIds(app), references));
      const { design } = app.state.document ?? document;
      app.select(design.nodes.filter(({ id }) => !before.has(id)).map(({ id }) => id));
    },
  }),
  defineCommand({
    id: 'edit.delete',
    title: 'Delete',
    group: 'edit',
    keys: ['delete', 'backspace'],
    when: hasSelection,
    run: deleteChosen,
  }),
  defineCommand({
    id: 'edit.rename',
    title: 'Rename',
    group: 'edit',
    keys: ['f2'],
    when: (app) => isEditable(app) && chosenNodes(app).length === 1,
    run: (app) => {
      const [node] = chosenNodes(app);
      if (node) app.setView({ renaming: node.id });
    },
  }),
  defineCommand({
    id: 'edit.select-all',
    title: 'Select all',
    group: 'edit',
    keys: ['mod+a'],
    startsSection: true,
    when: hasDesign,
    run: (app) => {
      const { document } = app.state;
      if (!document) return;
      app.select([
        ...document.design.nodes.map(({ id }) => id),
        ...document.design.connections.map(({ id }) => id),
      ]);
    },
  }),
  defineCommand({
    id: 'edit.select-none',
    title: 'Select nothing',
    group: 'edit',
    keys: ['esc'],
    hidden: true,
    when: (app) => app.state.view.selection.size > 0 || app.state.view.connectingFrom !== undefined,
    run: (app) => {
      if (app.state.view.connectingFrom !== undefined) app.setView({ connectingFrom: undefined });
      else app.select([]);
    },
  }),
  defineCommand({
    id: 'edit.find',
    title: 'Find in design…',
    group: 'edit',
    keys: ['mod+f'],
    words: 'search',
    startsSection: true,
    when: hasDesign,
    run: (app) => app.openDialog({ kind: 'find' }),
  }),
];
