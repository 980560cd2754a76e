/** How long a window may take to say that it heard the question. */
export const patience = 5000;

/** What closing needs of a window. */
export interface ClosingWindow {
  isDirty(): boolean;
  /** Tells the page that the person wants to close. */
  ask(): void;
  /** Asks the person by the system's own means, since the page does not answer. True: close and lose the work. */
  askNatively(): Promise<boolean>;
  /** Closes without asking again. */
  close(): void;
  /** The person wants to go on: whatever was ending does not end. */
  stay(): void;
  /** Calls after some time, unless it is stopped. */
  after(milliseconds: number, call: () => void): () => void;
}

/** Keeps work from being lost when a window closes. */
export interface CloseGuard {
  /** True when the window may close now; otherwise the page was asked. */
  mayClose(): boolean;
  /** The page heard the question. From now on it may take all the time a person needs. */
  received(): void;
  /** The page's answer. */
  answer(close: boolean): void;
  /** The page is new, or gone: a question it was asked is void. */
  reset(): void;
}

export const closeGuard = (window: ClosingWindow): CloseGuard => {
  let state: 'idle' | 'asked' | 'heard' | 'native' = 'idle';
  let stopTimer = (): void => undefined;

  const finish = (close: boolean): void => {
    stopTimer();
    state = 'idle';
    if (close) window.close();
    else window.stay();
  };
  const giveUp = (): void => {
    if (state !== 'asked') return;
    state = 'native';
    window.askNatively().then(finish, () => finish(false));
  };
  return {
    mayClose() {
      if (!window.isDirty()) return true;
      if (state === 'native') return false;
      stopTimer();
      state = 'asked';
      window.ask();
      stopTimer = window.after(patience, giveUp);
      return false;
    },
    received() {
      if (state !== 'asked') return;
      state = 'heard';
      stopTimer();
    },
    answer(close) {
      // A window may also close itself, by its own menu: then nobody has asked it.
      if (state === 'native') return;
      finish(close);
    },
    reset() {
      if (state === 'asked' || state === 'heard') {
        stopTimer();
        state = 'idle';
      }
    },
  };
};
