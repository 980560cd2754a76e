import { boxesOf } from '../../shared/exporters/picture/boxes.ts';
import { boundsOf } from '../../shared/exporters/picture/geometry.ts';
import type { FileRef, OpenedFile, Recovery } from '../../shared/host/host-api.ts';
import type { Design, Position } from '../../shared/model/design.ts';
import { copyItems, pastedIds, pasteItems, setDesign } from '../../shared/model/edits/index.ts';
import { newDesign } from '../../shared/model/new-design.ts';
import { parseDesign } from '../../shared/model/parse.ts';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { isReference } from '../../shared/rules/catalog-facts.ts';
import type { App } from '../store/app-store.ts';
import { isDirty, openDocument } from '../store/document.ts';
import { newerThanUs, tell } from './saving.ts';

/*
 * Opening and closing, as the commands, the Home screen and the host's events ask for it.
 */

/** Does something that replaces the open design, after asking when that would lose work. */
export const leaving = (app: App, proceed: () => void, stay?: () => void): void => {
  const { document } = app.state;
  if (document && isDirty(document))
    app.openDialog({ kind: 'unsaved', proceed, ...(stay && { stay }) });
  else proceed();
};

/** Puts a file that was read in the window, or says all that is wrong with it. Its text is never changed by that. */
const showOpened = (
  app: App,
  opened: OpenedFile,
  when: (show: () => void) => void,
): Promise<boolean> => {
  const parsed = parseDesign(opened.text);
  if (!parsed.ok) {
    app.openDialog({ kind: 'open-problems', name: opened.file.name, problems: parsed.error });
    return Promise.resolve(false);
  }
  const { design, readOnly, notes } = parsed.value;
  return new Promise((resolve) => {
    when(() => {
      app.show(
        openDocument(app.parts.makeKey(), design, {
          opened,
          readOnly: readOnly ? newerThanUs : undefined,
          notes,
        }),
      );
      app.focus({ kind: 'fit' });
      // That it is read-only stands in a bar of its own.
      if (!readOnly) for (const note of notes) app.notify({ tone: 'info', text: note.message });
      resolve(true);
    });
  });
};

/**
 * Shows a file that was read, after asking when the open design would lose work. A file that cannot be read is
 * never a reason to ask.
 */
export const openFile = async (app: App, opened: OpenedFile): Promise<void> => {
  await showOpened(app, opened, (show) => leaving(app, show));
};

/** Asks for a file and shows it. */
export const askAndOpen = async (app: App): Promise<void> => {
  const opened = await app.parts.host.openDesign();
  if (!opened.ok) return tell(app, opened.error);
  await openFile(app, opened.value);
};

/** Shows a file that was open before. */
export const openRecent = async (app: App, file: FileRef): Promise<void> => {
  const opened = await app.parts.host.readDesign(file);
  if (!opened.ok) {
    if (opened.error.code === 'not-found') await app.parts.host.forgetRecentFile(file);
    return tell(app, opened.error);
  }
  await openFile(app, opened.value);
};

/** Shows an empty design. */
export const openNew = (app: App): void => {
  const design = newDesign({ name: 'New design', region: app.state.settings.region });
  app.show(openDocument(app.parts.makeKey(), design));
};

/** Shows a template as a new design that has no file yet. */
export const openTemplate = (app: App, text: string): void => {
  const parsed = parseDesign(text);
  if (!parsed.ok) throw new Error(`A template cannot be read: ${parsed.error[0]?.message ?? ''}`);
  app.show(openDocument(app.parts.makeKey(), parsed.value.design));
  app.focus({ kind: 'fit' });
};

/** Adds what a template holds to the open design, below what is there, as one step. */
export const insertTemplate = (app: App, text: string): void => {
  const { document } = app.state;
  const parsed = parseDesign(text);
  if (!document) return;
  if (!parsed.ok) throw new Error(`A template cannot be read: ${parsed.error[0]?.message ?? ''}`);
  const { design } = parsed.value;
  const clipboard = copyItems(
    design,
    design.nodes.map(({ id }) => id),
  );
  const ids = pastedIds(document.design, clipboard);
  const added = app.edit(
    `Insert "${design.name}"`,
    pasteItems(clipboard, {
      offset: offsetBelow(document.design, design),
      isReference: isReference(catalogFacts),
    }),
    { select: ids.nodes.values() },
  );
  if (added) app.focus({ kind: 'ids', ids: [...ids.nodes.values()] });
};

/** Where the second design has to go to stand below the first, in whole steps of the grid. */
const offsetBelow = (first: Design, second: Design): Position => {
  const there = boundsOf(boxesOf(first));
  const come = boundsOf(boxesOf(second));
  if (!there || !come) return { x: 0, y: 0 };
  const onGrid = (value: number): number => Math.round(value / 8) * 8;
  return { x: onGrid(there.x - come.x), y: onGrid(there.y + there.height + 64 - come.y) };
};

/** Goes back to Home. */
export const closeDesign = (app: App): void => leaving(app, () => app.show(undefined));

/** Closes the window, after asking when that would lose work. Who chose to lose it is not asked again at the next start. */
export const closeWindow = (app: App): void => {
  const key = app.state.document?.key;
  const close = async (): Promise<void> => {
    if (key !== undefined) await app.parts.host.dropRecovery(key);
    await app.parts.host.finishClose(true);
  };
  leaving(
    app,
    () => void close(),
    () => void app.parts.host.finishClose(false),
  );
};

/** Gives the open design another name. */
export const renameDesign = (app: App, name: string): void => {
  app.edit('Rename the design', setDesign({ name }));
};

/** Shows work that was not saved before a crash, as one step upon what is in its file, so that it can be undone. */
export const recover = async (app: App, recovery: Recovery): Promise<void> => {
  const parsed = parseDesign(recovery.text);
  if (!parsed.ok) {
    app.openDialog({ kind: 'open-problems', name: recovery.name, problems: parsed.error });
    return;
  }
  const { design } = parsed.value;
  const opened = recovery.file && (await app.parts.host.readDesign(recovery.file));
  const there = opened?.ok ? parseDesign(opened.value.text) : undefined;
  const saved = there?.ok ? there.value.design : undefined;
  const before =
    saved ?? newDesign({ name: design.name, region: design.region || app.state.settings.region });
  const made = openDocument(recovery.key, before, opened?.ok ? { opened: opened.value } : {});
  if (recovery.drafts !== undefined) app.drafts.restore(recovery.key, recovery.drafts);
  // Only what is no value yet was not in the file.
  const isSaved = saved !== undefined && serialiseDesign(saved) === recovery.text;
  if (isSaved) app.show(made);
  else
    app.show({
      ...made,
      // What the work started from: when the file went on since, saving says so.
      version: recovery.version ?? made.version,
      design,
      past: [{ label: 'Recover unsaved work', before, after: design, mergeKey: undefined }],
    });
  app.focus({ kind: 'fit' });
  app.notify({
    tone: 'success',
    text: isSaved
      ? `${recovery.name} is as you left it, with what you were typing.`
      : `${recovery.name} is as you left it. Save it to keep it.`,
  });
};
