import { useState } from 'react';
import type { Json } from '../../../../shared/lib/json.ts';
import type { Draft } from '../../../store/drafts.ts';
import { useApp } from '../../../store/hooks.ts';
import { draftOver } from '../values/reading.ts';

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
  const document = app.state.document?.key ?? '';
  const { drafts } = app;
  const [, redraw] = useState(0);
  return {
    typed: draftOver(drafts.get(document, name) as Draft<T> | undefined, value),
    keep: (typed, over) => {
      drafts.set(document, name, typed === undefined ? undefined : { typed, over });
      redraw((count) => count + 1);
    },
  };
};
