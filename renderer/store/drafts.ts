import { isJsonObject, type Json } from '../../shared/lib/json.ts';
import { isJson } from '../../shared/lib/json-value.ts';

/*
 * What was typed into fields and is no value yet. It is no part of the design and never gets into its file; it is kept
 * beside the design while that is open, and with the copy of unsaved work for after a crash.
 */

/** What was typed into a field and what the design held then. */
export interface Draft<T = string> {
  readonly typed: T;
  readonly over: Json | undefined;
}

export interface Drafts {
  /** The draft of a field of the document; undefined: the field shows the value. */
  get(document: string, field: string): Draft<unknown> | undefined;
  /** Keeps a draft; undefined lets go of it. */
  set(document: string, field: string, draft: Draft<unknown> | undefined): void;
  /** All drafts of a document, as text; undefined when there are none. */
  serialise(document: string): string | undefined;
  /** Takes back what `serialise` gave; what cannot be read is left out. */
  restore(document: string, text: string): void;
  /** Forgets the drafts of a document that is closed. */
  forget(document: string): void;
  /** Calls after each change. Gives the way to stop that. */
  subscribe(listener: () => void): () => void;
}

/** More than anybody leaves behind; a faulty file could hold any number. */
const mostRestored = 1000;
const deepest = 100;

/** Makes the drafts; there are none yet. */
export const createDrafts = (): Drafts => {
  const documents = new Map<string, Map<string, Draft<unknown>>>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const put = (document: string, field: string, draft: Draft<unknown>): void => {
    const fields = documents.get(document) ?? new Map<string, Draft<unknown>>();
    fields.set(field, draft);
    documents.set(document, fields);
  };
  return {
    get: (document, field) => documents.get(document)?.get(field),
    set: (document, field, draft) => {
      if (draft) put(document, field, draft);
      else if (documents.get(document)?.delete(field) !== true) return;
      tell();
    },
    serialise: (document) => {
      const fields = documents.get(document);
      if (!fields || fields.size === 0) return undefined;
      return JSON.stringify(
        [...fields].map(([field, { typed, over }]) =>
          over === undefined ? { field, typed } : { field, typed, over },
        ),
      );
    },
    restore: (document, text) => {
      for (const entry of entriesIn(text))
        if (isJsonObject(entry) && typeof entry.field === 'string' && isTyped(entry.typed))
          put(document, entry.field, { typed: entry.typed, over: entry.over });
      tell();
    },
    forget: (document) => {
      if (documents.delete(document)) tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const isTyped = (typed: Json | undefined): boolean =>
  typeof typed === 'string' || (typeof typed === 'object' && typed !== null);

const entriesIn = (text: string): readonly Json[] => {
  try {
    const entries: unknown = JSON.parse(text);
    return isJson(entries, deepest) && Array.isArray(entries) ? entries.slice(0, mostRestored) : [];
  } catch {
    return [];
  }
};
