import type { Recovery } from '../../shared/host/host-api.ts';
import type { Design } from '../../shared/model/design.ts';
import { type DesignDocument, isDirty } from './document.ts';

/*
 * Keeps work that was not saved, so that a crash loses no more than a second of it. Whatever calls it says what is
 * open whenever that changes; the keeper decides when to write.
 */

/** What the keeper is made with. */
export interface KeeperParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls after some milliseconds, unless it is stopped. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  readonly serialise: (design: Design) => string;
  /** What was typed into fields of the document and is no value yet, as text; undefined when there is nothing. */
  readonly drafts: (key: string) => string | undefined;
  readonly write: (recovery: Recovery) => Promise<unknown>;
  readonly drop: (key: string) => Promise<unknown>;
}

export interface RecoveryKeeper {
  /** What is open now; undefined when nothing is. */
  see(document: DesignDocument | undefined): void;
  /** The drafts of what is open have changed. */
  draftsChanged(): void;
  /** Writes now what still waits: the page may be about to end. */
  flush(): void;
}

/** From the first change that is not kept to its writing. Writing itself has the rest of the second. */
export const keepWithin = 600;

/** Makes a keeper; nothing is open yet. */
export const createRecoveryKeeper = (parts: KeeperParts): RecoveryKeeper => {
  let current: DesignDocument | undefined;
  /** What was given to `write` last, and for which document. */
  let kept:
    | { readonly key: string; readonly design: Design; readonly drafts: string | undefined }
    | undefined;
  let stop: (() => void) | undefined;
  // One after the other, so that an older state never arrives after a newer one, or a write after a drop.
  let queue: Promise<unknown> = Promise.resolve();
  const enqueue = (run: () => Promise<unknown>): void => {
    queue = queue.then(run).catch(() => undefined);
  };
  const cancel = (): void => {
    stop?.();
    stop = undefined;
  };
  const forget = (key: string): void => {
    cancel();
    if (kept?.key !== key) return;
    kept = undefined;
    enqueue(() => parts.drop(key));
  };
  const write = (): void => {
    cancel();
    if (!current) return;
    const { key, design, file, version } = current;
    const drafts = parts.drafts(key);
    if (!isDirty(current) && drafts === undefined) {
      forget(key);
      return;
    }
    if (kept?.design === design && kept.drafts === drafts) return;
    kept = { key, design, drafts };
    enqueue(() =>
      parts.write({
        key,
        name: design.name,
        text: parts.serialise(design),
        savedAt: parts.now(),
        ...(drafts !== undefined && { drafts }),
        ...(file && { file }),
        ...(version !== undefined && { version }),
      }),
    );
  };
  return {
    see(document) {
      const before = current;
      current = document;
      if (before && before.key !== document?.key) forget(before.key);
      if (!document) return;
      if (!isDirty(document) && parts.drafts(document.key) === undefined) forget(document.key);
      // Not put off by further changes: who never pauses is kept safe too.
      else if (kept?.design !== document.design) stop ??= parts.after(keepWithin, write);
    },
    draftsChanged() {
      // Whether there are drafts is asked when it is time: texts come and go with each key.
      if (current) stop ??= parts.after(keepWithin, write);
    },
    flush: write,
  };
};
