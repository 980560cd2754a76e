import { expect, test } from 'vitest';
import { closeGuard, patience } from './close-guard.ts';

const bench = (dirty = true) => {
  const log: string[] = [];
  let timer: (() => void) | undefined;
  let decide: (close: boolean) => void = () => undefined;
  const guard = closeGuard({
    isDirty: () => dirty,
    ask: () => log.push('ask'),
    askNatively: () => {
      log.push('ask natively');
      return new Promise((resolve) => {
        decide = resolve;
      });
    },
    close: () => log.push('close'),
    stay: () => log.push('stay'),
    after: (milliseconds, call) => {
      expect(milliseconds).toBe(patience);
      timer = call;
      return () => {
        timer = undefined;
      };
    },
  });
  return {
    guard,
    log,
    timeOut: () => timer?.(),
    decide: async (close: boolean) => {
      decide(close);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
};

test('a window without unsaved work closes at once', () => {
  const { guard, log } = bench(false);
  expect(guard.mayClose()).toBe(true);
  expect(log).toEqual([]);
});

test('the page is asked, and its answer is done', () => {
  for (const [answer, done] of [
    [true, 'close'],
    [false, 'stay'],
  ] as const) {
    const { guard, log } = bench();
    expect(guard.mayClose()).toBe(false);
    guard.received();
    guard.answer(answer);
    expect(log).toEqual(['ask', done]);
  }
});

test('a page that heard the question may take its time', () => {
  const { guard, log, timeOut } = bench();
  guard.mayClose();
  guard.received();
  timeOut();
  expect(log).toEqual(['ask']);
});

test('the system asks when the page does not hear the question', async () => {
  for (const [answer, done] of [
    [true, 'close'],
    [false, 'stay'],
  ] as const) {
    const { guard, log, timeOut, decide } = bench();
    guard.mayClose();
    timeOut();
    // Meanwhile nothing closes, however often it is tried.
    expect(guard.mayClose()).toBe(false);
    guard.answer(true);
    await decide(answer);
    expect(log).toEqual(['ask', 'ask natively', done]);
  }
});

test('every attempt to close asks again', () => {
  const { guard, log } = bench();
  guard.mayClose();
  guard.received();
  guard.mayClose();
  expect(log).toEqual(['ask', 'ask']);
});

test('a page that is loaded again has not been asked', () => {
  const { guard, log, timeOut } = bench();
  guard.mayClose();
  guard.reset();
  timeOut();
  expect(log).toEqual(['ask']);
});
