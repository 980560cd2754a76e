import type { Recovery } from '../../shared/host/host-api.ts';
import type { Design } from '../../shared/model/design.ts';
import { type DesignDocument, isDirty } from './document.ts';

/*
 * Keeps work that was not saved, so that a crash loses no more than a second of it. Whatever calls it says what is
 * open whenever that changes; the keeper decides when to write.
 */

/** What the keeper is made with. `write` and `drop` are carried out in the order they are called in. */
export interface KeeperParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls after some milliseconds, unless it is stopped. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  readonly serialise: (design: Design) => string;
  /** What was typed into fields of the document and is no value yet, as text; undefined when there is nothing. */
  readonly drafts: (key: string) => string | undefined;
  /** Gives true when it is on disk. */
  readonly write: (recovery: Recovery) => Promise<boolean>;
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
export const keepWithin = 400;
/** Until what could not be written is tried again. */
export const tryAgainAfter = 3000;

/** One state of one document. */
interface Kept {
  readonly key: string;
  readonly design: Design;
  readonly drafts: string | undefined;
}

/** Makes a keeper; nothing is open yet. */
export const createRecoveryKeeper = (parts: KeeperParts): RecoveryKeeper => {
  let current: DesignDocument | undefined;
  /** What was given to `write` last, unless that failed. */
  let kept: Kept | undefined;
  /** The document of which there may be something on disk. */
  let onDisk: string | undefined;
  /** Writes under way. On a slow disk states must not queue up: only the newest is worth writing. */
  let underWay = 0;
  let stop: (() => void) | undefined;
  /** What waits is only a second try: something new does not wait for it. */
  let isSecondTry = false;

  const cancel = (): void => {
    stop?.();
    stop = undefined;
    isSecondTry = false;
  };
  const writeSoon = (): void => {
    if (isSecondTry) cancel();
    stop ??= parts.after(keepWithin, writeUnlessBusy);
  };
  const tryAgain = (): void => {
    if (stop) return;
    isSecondTry = true;
    stop = parts.after(tryAgainAfter, writeUnlessBusy);
  };
  const forget = (key: string): void => {
    cancel();
    if (onDisk !== key) return;
    kept = undefined;
    onDisk = undefined;
    parts.drop(key).catch(() => undefined);
  };
  const isKept = (document: DesignDocument): boolean =>
    kept?.key === document.key && kept.design === document.design;

  const writeUnlessBusy = (): void => {
    stop = undefined;
    isSecondTry = false;
    // Whoever is writing writes on when it is done.
    if (underWay === 0) write();
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
    if (isKept(current) && kept?.drafts === drafts) return;
    const mine: Kept = { key, design, drafts };
    kept = mine;
    onDisk = key;
    underWay += 1;
    const done = (isWritten: boolean): void => {
      underWay -= 1;
      if (kept === mine && !isWritten) {
        kept = undefined;
        tryAgain();
      } else if (underWay === 0 && current && stop === undefined && isNews(current)) write();
    };
    parts
      .write({
        key,
        name: design.name,
        text: parts.serialise(design),
        savedAt: parts.now(),
        ...(drafts !== undefined && { drafts }),
        ...(file && { file }),
        ...(version !== undefined && { version }),
      })
      .then(done, () => done(false));
  };
  /** True when there is something that was not given to `write` yet. */
  const isNews = (document: DesignDocument): boolean => {
    const drafts = parts.drafts(document.key);
    if (!isDirty(document) && drafts === undefined) return onDisk === document.key;
    return !isKept(document) || kept?.drafts !== drafts;
  };

  return {
    see(document) {
      const before = current;
      current = document;
      if (before && before.key !== document?.key) forget(before.key);
      if (!document) return;
      if (!isDirty(document) && parts.drafts(document.key) === undefined) forget(document.key);
      // Not put off by further changes: who never pauses is kept safe too.
      else if (!isKept(document)) writeSoon();
    },
    draftsChanged() {
      // Whether there are drafts is asked when it is time: texts come and go with each key.
      if (current) writeSoon();
    },
    flush: write,
  };
};
