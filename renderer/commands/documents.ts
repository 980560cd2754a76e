import type { FileRef, HostProblem, OpenedFile } from '../../shared/host/host-api.ts';
import { kebabCase } from '../../shared/lib/words.ts';
import type { Design } from '../../shared/model/design.ts';
import { setDesign } from '../../shared/model/edits/index.ts';
import { newDesign } from '../../shared/model/new-design.ts';
import { type Problem, parseDesign } from '../../shared/model/parse.ts';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import type { App } from '../store/app-store.ts';
import { isDirty, openDocument } from '../store/document.ts';

/*
 * Opening and saving, as the commands, the Home screen and the host's events ask for it.
 */

/** Does something that replaces the open design, after asking when that would lose work. */
export const leaving = (app: App, proceed: () => void): void => {
  const { document } = app.state;
  if (document && isDirty(document)) app.openDialog({ kind: 'unsaved', proceed });
  else proceed();
};

/** Says what the host could not do; a dialog that was closed needs no words. */
export const tell = (app: App, problem: HostProblem): void => {
  if (problem.code !== 'cancelled') app.notify({ tone: 'error', text: problem.message });
};

/** The first problems of a file that cannot be read, in a few lines. */
const sayProblems = (name: string, problems: readonly Problem[]): string => {
  const [first, ...more] = problems;
  const line = first?.line === undefined ? '' : ` (line ${first.line})`;
  const others = more.length === 0 ? '' : ` And ${more.length} more.`;
  const hint = first?.hint === undefined ? '' : ` ${first.hint}`;
  return `${name} cannot be opened: ${first?.message ?? 'it is not a design.'}${line}${hint}${others}`;
};

/** Shows a file that was read. Its text is never changed by that. */
export const openFile = (app: App, opened: OpenedFile): boolean => {
  const parsed = parseDesign(opened.text);
  if (!parsed.ok) {
    app.notify({ tone: 'error', text: sayProblems(opened.file.name, parsed.error) });
    return false;
  }
  const { design, readOnly, notes } = parsed.value;
  const reason = readOnly
    ? 'This design was made by a newer Isobar and is open read-only, so that nothing is lost. Update Isobar to change it.'
    : opened.writable
      ? undefined
      : undefined;
  app.show(openDocument(app.parts.makeKey(), design, { opened, readOnly: reason, notes }));
  app.focus({ kind: 'fit' });
  for (const note of notes) app.notify({ tone: 'info', text: note.message });
  if (!opened.writable)
    app.notify({
      tone: 'info',
      text: `${opened.file.name} may not be written. Save your changes under another name.`,
    });
  return true;
};

/** Asks for a file and shows it. */
export const askAndOpen = async (app: App): Promise<void> => {
  const opened = await app.parts.host.openDesign();
  if (!opened.ok) return tell(app, opened.error);
  openFile(app, opened.value);
};

/** Shows a file that was open before. */
export const openRecent = async (app: App, file: FileRef): Promise<void> => {
  const opened = await app.parts.host.readDesign(file);
  if (!opened.ok) {
    if (opened.error.code === 'not-found') await app.parts.host.forgetRecentFile(file);
    return tell(app, opened.error);
  }
  openFile(app, opened.value);
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

/** What a file of this design is called when nobody said. */
export const suggestedName = (design: Design): string => {
  const words = kebabCase(design.name).slice(0, 80);
  return `${words === '' ? 'design' : words}.isobar.json`;
};

/** Writes the open design to its file, or asks for one. Gives true when it was written. */
export const save = async (app: App): Promise<boolean> => {
  const { document } = app.state;
  if (!document) return false;
  if (!document.file) return saveAs(app);
  const { design, file, version } = document;
  const saved = await app.parts.host.saveDesign(file, serialiseDesign(design), version);
  if (!saved.ok) {
    if (saved.error.code === 'changed') app.openDialog({ kind: 'file-changed' });
    else tell(app, saved.error);
    return false;
  }
  app.setDocument((now) => ({ ...now, ...saved.value, saved: design }));
  await app.parts.host.dropRecovery(document.key);
  return true;
};

/** Asks where to, and writes the open design there. */
export const saveAs = async (app: App): Promise<boolean> => {
  const { document } = app.state;
  if (!document) return false;
  const { design } = document;
  const name = document.file?.name ?? suggestedName(design);
  const saved = await app.parts.host.saveDesignAs(name, serialiseDesign(design));
  if (!saved.ok) {
    tell(app, saved.error);
    return false;
  }
  app.setDocument((now) => ({ ...now, ...saved.value, saved: design, readOnly: now.readOnly }));
  await app.parts.host.dropRecovery(document.key);
  return true;
};

/** Goes back to Home. */
export const closeDesign = (app: App): void => leaving(app, () => app.show(undefined));

/** Gives the open design another name. */
export const renameDesign = (app: App, name: string): void => {
  app.edit('Rename the design', setDesign({ name }));
};

/** Shows the file as it is on disk now; what was done here since is given up. */
export const reload = async (app: App): Promise<void> => {
  const file = app.state.document?.file;
  if (!file) return;
  const opened = await app.parts.host.readDesign(file);
  if (!opened.ok) return tell(app, opened.error);
  if (openFile(app, opened.value))
    app.notify({
      tone: 'info',
      text: `${file.name} was changed by another program and read again.`,
    });
};
