import type { HostProblem, SavedFile } from '../../shared/host/host-api.ts';
import type { Result } from '../../shared/lib/result.ts';
import { kebabCase } from '../../shared/lib/words.ts';
import type { Design } from '../../shared/model/design.ts';
import { parseDesign } from '../../shared/model/parse.ts';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import type { App } from '../store/app-store.ts';
import {
  type DesignDocument,
  hasOwnChanges,
  isDirty,
  openDocument,
  takeFromDisk,
} from '../store/document.ts';

/*
 * The open design and its file: writing it, and what other programs do to it meanwhile. Nothing here ends the history:
 * whatever was done in the window can be undone until the design is closed.
 */

/** Says what the host could not do; a dialog that was closed needs no words. */
export const tell = (app: App, problem: HostProblem): void => {
  if (problem.code !== 'cancelled') app.notify({ tone: 'error', text: problem.message });
};

/** Why a design of a newer format cannot be changed. */
export const newerThanUs =
  'This design was made by a newer Isobar and is open read-only, so that nothing in it is lost. Update Isobar to change it.';

/** What a file of this design is called when nobody said. */
export const suggestedName = (design: Design): string => {
  const words = kebabCase(design.name).slice(0, 80);
  return `${words === '' ? 'design' : words}.isobar.json`;
};

/** The open design, when it may be written. */
const writable = (app: App): DesignDocument | undefined => {
  const { document } = app.state;
  if (document?.readOnly === undefined) return document;
  app.notify({ tone: 'info', text: document.readOnly });
  return undefined;
};

const last = new WeakMap<App, Promise<unknown>>();

/** Writes after what is being written: only then it is known which version is in the file. */
const inTurn = (
  app: App,
  run: (document: DesignDocument) => Promise<boolean>,
): Promise<boolean> => {
  const asked = writable(app);
  if (!asked) return Promise.resolve(false);
  const now = (): Promise<boolean> => {
    const { document } = app.state;
    // Another design may have been opened meanwhile.
    return document?.key === asked.key ? run(document) : Promise.resolve(false);
  };
  const next = (last.get(app) ?? Promise.resolve()).then(now, now);
  last.set(app, next);
  return next;
};

/** Takes note of what was written, if that design is still open; edits that were made meanwhile are not saved yet. */
const finish = async (
  app: App,
  { key, design, file }: DesignDocument,
  saved: Result<SavedFile, HostProblem>,
): Promise<boolean> => {
  if (!saved.ok) {
    if (saved.error.code === 'changed') app.openDialog({ kind: 'file-changed' });
    else tell(app, saved.error);
    return false;
  }
  app.setDocument((now) =>
    now.key === key && now.file?.id === file?.id
      ? {
          ...now,
          ...saved.value,
          saved: design,
          savedAt: app.parts.now(),
          isGone: false,
          canWrite: true,
        }
      : now,
  );
  const { document } = app.state;
  if (document?.key !== key || !isDirty(document)) await app.parts.host.dropRecovery(key);
  return true;
};

const writeAs = async (app: App, document: DesignDocument): Promise<boolean> => {
  const name = document.file?.name ?? suggestedName(document.design);
  const text = serialiseDesign(document.design);
  return finish(app, document, await app.parts.host.saveDesignAs(name, text));
};

const write = async (
  app: App,
  document: DesignDocument,
  version: string | undefined,
): Promise<boolean> => {
  const { file, canWrite, isGone } = document;
  if (!file || !canWrite) return writeAs(app, document);
  const text = serialiseDesign(document.design);
  let saved = await app.parts.host.saveDesign(file, text, version);
  // Where the file was taken away, as the person knows, saving makes it anew.
  if (!saved.ok && saved.error.code === 'not-found' && isGone)
    saved = await app.parts.host.saveDesign(file, text, undefined);
  return finish(app, document, saved);
};

/** Writes the open design to its file, or asks for one. Gives true when it was written. */
export const save = (app: App): Promise<boolean> =>
  inTurn(app, (document) => write(app, document, document.version));

/** Asks where to, and writes the open design there; also while a disk that is slow or gone is being written to. */
export const saveAs = (app: App): Promise<boolean> => {
  const document = writable(app);
  return document ? writeAs(app, document) : Promise.resolve(false);
};

/** Overwrites what another program wrote. */
export const keepMine = (app: App): Promise<boolean> =>
  inTurn(app, (document) => write(app, document, undefined));

/** Another program wrote the open file. Who did nothing here sees it at once; everybody else is asked. */
export const answerChange = async (app: App): Promise<void> => {
  const { document } = app.state;
  if (!document) return;
  if (hasOwnChanges(document)) app.openDialog({ kind: 'file-changed' });
  else await load(app, document, () => app.openDialog({ kind: 'file-changed' }));
};

/** Puts what is in the file now in the place of what is here, as one step. */
export const reload = async (app: App): Promise<void> => {
  const { document } = app.state;
  if (document) await load(app, document, undefined);
};

/** `ifBusy`: what to do when something was done here while the file was read; undefined goes over it. */
const load = async (
  app: App,
  { file, key, design }: DesignDocument,
  ifBusy: (() => void) | undefined,
): Promise<void> => {
  if (!file) return;
  const opened = await app.parts.host.readDesign(file);
  if (!opened.ok) return tell(app, opened.error);
  const parsed = parseDesign(opened.value.text);
  if (!parsed.ok) {
    app.openDialog({ kind: 'open-problems', name: file.name, problems: parsed.error });
    return;
  }
  const { document } = app.state;
  if (document?.key !== key) return;
  if (ifBusy && document.design !== design) return ifBusy();
  const { design: theirs, notes, readOnly } = parsed.value;
  const from = { opened: opened.value, notes };
  if (!readOnly) {
    const isSame = serialiseDesign(theirs) === serialiseDesign(document.design);
    const there = isSame ? document.design : theirs;
    app.setDocument((now) => takeFromDisk(now, { ...from, design: there }));
    if (isSame) return;
  } else if (ifBusy) {
    // It could be looked at only: what is here, and its history, would be gone. The next save asks.
    app.notify({
      tone: 'info',
      text: `${file.name} was written by a newer Isobar. What you see is as it was before; save it under another name to keep it.`,
    });
    return;
  } else {
    app.show(openDocument(app.parts.makeKey(), theirs, { ...from, readOnly: newerThanUs }));
    app.focus({ kind: 'fit' });
    return;
  }
  app.notify({
    tone: 'info',
    text: `${file.name} was changed by another program and read again. Undo brings back what was here.`,
  });
};

/** The open file was taken away, or is there again. */
export const answerGone = (app: App, isGone: boolean): void =>
  app.setDocument((now) => (now.isGone === isGone ? now : { ...now, isGone }));
