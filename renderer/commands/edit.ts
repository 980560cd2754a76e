import {
  consequencesOfDelete,
  copyItems,
  deleteItems,
  duplicateItems,
  pastedIds,
} from '../../shared/model/edits/index.ts';
import { outermost } from '../../shared/model/tree.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { isReference } from '../../shared/rules/catalog-facts.ts';
import type { App } from '../store/app-store.ts';
import { defineCommand, hasDesign, hasSelection, isEditable } from './command.ts';
import { copyChosen, paste } from './copy-paste.ts';
import { lossesOf } from './losses.ts';
import { boundsOf, roomFor } from './placement.ts';
import { chosenIds, chosenNodes, countOf, selectionCommands } from './selection.ts';

/** Which settings hold ids, for what is deleted or copied. */
export const deleteReferences = { isReference: isReference(catalogFacts) };
const references = deleteReferences;

/** Deletes what is chosen. What a container holds stays where it is, or goes too. Says what else went. */
export const deleteChosen = (app: App, children: 'move-up' | 'delete'): void => {
  const { document } = app.state;
  if (!document) return;
  const ids = chosenIds(app);
  const options = { ...references, children };
  const losses = lossesOf(consequencesOfDelete(document.design, ids, options));
  const deleted = app.edit(`Delete ${countOf(app)}`, deleteItems(ids, options));
  if (deleted && losses !== '')
    app.notify({
      tone: 'info',
      text: `Deleted with it: ${losses}.`,
      action: { label: 'Undo', run: () => app.undo() },
    });
};

/** Deletes what is chosen, after asking when a container holds something. */
const askAndDelete = (app: App): void => {
  const { document } = app.state;
  if (!document) return;
  const ids = chosenIds(app);
  const consequences = consequencesOfDelete(document.design, ids, references);
  if (consequences.movedUp.length > 0) app.openDialog({ kind: 'delete', ids, consequences });
  else deleteChosen(app, 'move-up');
};

/** Copies what is chosen to where there is room below it, and chooses the copies. */
const duplicate = (app: App): void => {
  const { document } = app.state;
  if (!document) return;
  const { design } = document;
  const ids = chosenIds(app);
  const roots = outermost(design, ids);
  const bounds = boundsOf(design, roots);
  if (!bounds) return;
  const [first] = roots;
  const wish = { x: bounds.x, y: bounds.y + bounds.height + 24 };
  const corner = roomFor(design, first?.parent, bounds, wish);
  const copies = pastedIds(design, copyItems(design, ids));
  app.edit(
    `Duplicate ${countOf(app)}`,
    duplicateItems(ids, {
      ...references,
      offset: { x: corner.x - bounds.x, y: corner.y - bounds.y },
    }),
    { select: roots.flatMap(({ id }) => copies.nodes.get(id) ?? []) },
  );
  app.canvas?.reveal([...app.state.view.selection]);
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
    when: (app) => isEditable(app) && chosenNodes(app).length > 0,
    run: async (app) => {
      const ids = chosenIds(app);
      const label = `Cut ${countOf(app)}`;
      // What a container holds is on the clipboard with it.
      if (await copyChosen(app))
        app.edit(label, deleteItems(ids, { ...references, children: 'delete' }));
    },
  }),
  defineCommand({
    id: 'edit.copy',
    title: 'Copy',
    group: 'edit',
    keys: ['mod+c'],
    when: (app) => chosenNodes(app).length > 0,
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
    run: (app) => paste(app, references),
  }),
  defineCommand({
    id: 'edit.duplicate',
    title: 'Duplicate',
    group: 'edit',
    keys: ['mod+d'],
    words: 'copy',
    when: (app) => isEditable(app) && chosenNodes(app).length > 0,
    run: duplicate,
  }),
  defineCommand({
    id: 'edit.delete',
    title: 'Delete',
    group: 'edit',
    keys: ['delete', 'backspace'],
    words: 'remove',
    when: hasSelection,
    run: askAndDelete,
  }),
  defineCommand({
    id: 'edit.rename',
    title: 'Rename',
    group: 'edit',
    keys: ['f2'],
    when: (app) => isEditable(app) && chosenNodes(app).length === 1,
    run: (app) => {
      const [node] = chosenNodes(app);
      if (!node) return;
      app.canvas?.reveal([node.id]);
      app.setView({ renaming: node.id });
    },
  }),
  defineCommand({
    id: 'edit.inspect',
    title: 'Show properties',
    group: 'edit',
    keys: ['enter'],
    onCanvas: true,
    words: 'inspector settings',
    when: (app) =>
      app.state.view.selection.size === 1 && app.state.view.connectingFrom === undefined,
    run: (app) => {
      app.setView(({ open }) => ({ inspectorTab: 'properties', open: { ...open, right: true } }));
      app.canvas?.leaveKeyboard('inspector');
    },
  }),
  ...selectionCommands,
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
