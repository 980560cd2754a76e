import { useState } from 'react';
import type { Json } from '../../../../shared/lib/json.ts';
import type { App } from '../../../store/app-store.ts';
import { useApp } from '../../../store/hooks.ts';
import { type Draft, draftOver } from '../values/reading.ts';

/*
 * What was typed into fields and is no value yet. Kept beside the app as long as it runs, so that choosing another
 * node and coming back finds it again; never saved with the design.
 */

const kept = new WeakMap<App, Map<string, Draft<unknown>>>();

const draftsOf = (app: App): Map<string, Draft<unknown>> => {
  const present = kept.get(app);
  if (present) return present;
  const made = new Map<string, Draft<unknown>>();
  kept.set(app, made);
  return made;
};

/** What is typed into a field while it is not, or not only, the value; and how to change it. */
export interface DraftState<T> {
  /** Undefined: the field shows the value. */
  readonly typed: T | undefined;
  /** Keeps what was typed over the value that the design now has; undefined lets go of it. */
  readonly keep: (typed: T | undefined, over?: Json | undefined) => void;
}

/** The draft of a field. `name` tells one field of a document from another; each has a component of its own. */
export const useDraft = <T>(name: string, value: Json | undefined): DraftState<T> => {
  const app = useApp();
  const key = `${app.state.document?.key ?? ''}\n${name}`;
  const drafts = draftsOf(app);
  const [, redraw] = useState(0);
  return {
    typed: draftOver(drafts.get(key) as Draft<T> | undefined, value),
    keep: (typed, over) => {
      if (typed === undefined) drafts.delete(key);
      else drafts.set(key, { typed, over });
      redraw((count) => count + 1);
    },
  };
};
