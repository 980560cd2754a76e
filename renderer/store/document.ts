import type { FileRef, OpenedFile } from '../../shared/host/host-api.ts';
import type { Problem } from '../../shared/lib/problem.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Edit } from '../../shared/model/edits/index.ts';

/*
 * The open design and its history. A step keeps the designs before and after it; they share every node that the
 * step did not touch, so a step costs about as much as a difference would, and undo is exact.
 */

/** One gesture that can be undone. */
export interface Step {
  /** What it did, as menus say it: `Move 3 nodes`. */
  readonly label: string;
  readonly before: Design;
  readonly after: Design;
  /** Steps with the same key that follow one another are one: the keys typed into one field. */
  readonly mergeKey: string | undefined;
}

/** The design that is open. */
export interface DesignDocument {
  /** Tells one opening from another; recovery files are named by it. */
  readonly key: string;
  readonly design: Design;
  readonly file: FileRef | undefined;
  /** What the host calls the content of the file as it was read or written last. */
  readonly version: string | undefined;
  /** The design as it stands in the file; undefined when it was never saved. */
  readonly saved: Design | undefined;
  /** When it was written last, in milliseconds since 1970; undefined until it is, here. */
  readonly savedAt: number | undefined;
  /** True when its file was taken away: then it is in no file, whatever was saved. */
  readonly isGone: boolean;
  /** False when its file may not be written: then it is saved under another name. */
  readonly canWrite: boolean;
  /** Why it cannot be changed; undefined when it can. */
  readonly readOnly: string | undefined;
  /** What reading the file had to say. */
  readonly notes: readonly Problem[];
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** More steps than anybody goes back; the oldest are forgotten first. */
const maxSteps = 1000;

/** A design that was just opened or made. */
export const openDocument = (
  key: string,
  design: Design,
  from?: {
    readonly opened?: OpenedFile;
    readonly readOnly?: string | undefined;
    readonly notes?: readonly Problem[];
  },
): DesignDocument => ({
  key,
  design,
  file: from?.opened?.file,
  version: from?.opened?.version,
  saved: from?.opened ? design : undefined,
  savedAt: undefined,
  isGone: false,
  canWrite: from?.opened?.writable ?? true,
  readOnly: from?.readOnly,
  notes: from?.notes ?? [],
  past: [],
  future: [],
});

/** True when closing would lose something. A new design in which nothing was done yet loses nothing. */
export const isDirty = (document: DesignDocument): boolean =>
  document.isGone || hasOwnChanges(document);

/** True when something was done here that was never written. */
export const hasOwnChanges = (document: DesignDocument): boolean =>
  document.saved === undefined ? document.past.length > 0 : document.design !== document.saved;

/**
 * The document with what another program wrote into its file. That is one more step: what was here, and all that led
 * to it, can be had back. With the same design in the file there is nothing to step over.
 */
export const takeFromDisk = (
  document: DesignDocument,
  { opened, design, notes }: { opened: OpenedFile; design: Design; notes: readonly Problem[] },
): DesignDocument => {
  const { file, version, writable: canWrite } = opened;
  const known = { ...document, file, version, canWrite, notes, isGone: false, saved: design };
  if (design === document.design) return known;
  const step: Step = {
    label: 'Load what is on disk',
    before: document.design,
    after: design,
    mergeKey: undefined,
  };
  return { ...known, design, past: [...document.past.slice(-(maxSteps - 1)), step], future: [] };
};

/** One change as one step; the same document when the change changes nothing or nothing may be changed. */
export const applyEdit = (
  document: DesignDocument,
  label: string,
  edit: Edit,
  mergeKey?: string,
): DesignDocument => {
  if (document.readOnly !== undefined) return document;
  const after = edit(document.design);
  if (after === document.design) return document;
  const last = document.past.at(-1);
  const merges = mergeKey !== undefined && last?.mergeKey === mergeKey;
  const step: Step = { label, before: merges ? last.before : document.design, after, mergeKey };
  const kept = merges ? document.past.slice(0, -1) : document.past.slice(-(maxSteps - 1));
  return { ...document, design: after, past: [...kept, step], future: [] };
};

/** Ends a run of steps that merge, so that the next one stands alone. */
export const endMerge = (document: DesignDocument): DesignDocument => {
  const last = document.past.at(-1);
  if (last?.mergeKey === undefined) return document;
  return { ...document, past: [...document.past.slice(0, -1), { ...last, mergeKey: undefined }] };
};

/** One step back; the same document when there is none. */
export const undo = (document: DesignDocument): DesignDocument => {
  const step = document.past.at(-1);
  if (!step) return document;
  return {
    ...document,
    design: step.before,
    past: document.past.slice(0, -1),
    future: [{ ...step, mergeKey: undefined }, ...document.future],
  };
};

/** One step forward again. */
export const redo = (document: DesignDocument): DesignDocument => {
  const [step, ...future] = document.future;
  if (!step) return document;
  return { ...document, design: step.after, past: [...document.past, step], future };
};
