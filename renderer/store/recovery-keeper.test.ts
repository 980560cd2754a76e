import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Recovery } from '../../shared/host/host-api.ts';
import type { Design } from '../../shared/model/design.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { createRecoveryKeeper, keepWithin, tryAgainAfter } from './recovery-keeper.ts';

const design = (name: string): Design => ({
  formatVersion: 1,
  name,
  region: 'eu-west-1',
  nodes: [],
  connections: [],
});
const changed = (document: DesignDocument, name: string): DesignDocument => {
  const after = design(name);
  return {
    ...document,
    design: after,
    past: [...document.past, { label: name, before: document.design, after, mergeKey: undefined }],
  };
};

describe('the keeper of unsaved work', () => {
  let written: Recovery[];
  let dropped: string[];
  let drafts: string | undefined;
  let answer: () => Promise<boolean>;
  let keeper: ReturnType<typeof createRecoveryKeeper>;
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  beforeEach(() => {
    vi.useFakeTimers({ now: 1000 });
    written = [];
    drafts = undefined;
    dropped = [];
    answer = () => Promise.resolve(true);
    keeper = createRecoveryKeeper({
      now: () => Date.now(),
      after: (milliseconds, call) => {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
      serialise: ({ name }) => name,
      drafts: () => drafts,
      write: (recovery) => {
        written.push(recovery);
        return answer();
      },
      drop: (key) => Promise.resolve(dropped.push(key)),
    });
    return () => vi.useRealTimers();
  });

  const opened = openDocument('a', design('start'));

  test('keeps nothing of a design that was only opened', async () => {
    keeper.see(opened);
    await pass(5000);
    expect(written).toEqual([]);
    expect(dropped).toEqual([]);
  });

  test('keeps what is no value yet, beside a design that was only opened', async () => {
    keeper.see(opened);
    drafts = 'half';
    keeper.draftsChanged();
    await pass(300);
    drafts = 'half of it';
    keeper.draftsChanged();
    await pass(keepWithin - 300);
    expect(written).toMatchObject([{ key: 'a', text: 'start', drafts: 'half of it' }]);
    // A design that is looked at again keeps them.
    keeper.see({ ...opened });
    await pass(5000);
    expect(dropped).toEqual([]);
    drafts = undefined;
    keeper.draftsChanged();
    await pass(keepWithin);
    expect(dropped).toEqual(['a']);
    expect(written).toHaveLength(1);
  });

  test('keeps a change together with what is no value yet', async () => {
    drafts = 'half';
    keeper.see(changed(opened, 'one'));
    await pass(keepWithin);
    expect(written).toMatchObject([{ text: 'one', drafts: 'half' }]);
    drafts = undefined;
    keeper.draftsChanged();
    await pass(keepWithin);
    expect(written).toHaveLength(2);
    expect(written[1]).not.toHaveProperty('drafts');
  });

  test('keeps a change within a second', async () => {
    keeper.see(opened);
    keeper.see(changed(opened, 'one'));
    await pass(keepWithin - 1);
    expect(written).toEqual([]);
    await pass(1);
    expect(written).toEqual([{ key: 'a', name: 'one', text: 'one', savedAt: 1000 + keepWithin }]);
    expect(keepWithin).toBeLessThan(1000);
  });

  test('is not put off by changes that never pause, and keeps the newest', async () => {
    let document = opened;
    for (let step = 0; step < 30; step += 1) {
      document = changed(document, `step ${step}`);
      keeper.see(document);
      await pass(100);
    }
    expect(written.length).toBeGreaterThanOrEqual(4);
    await pass(1000);
    expect(written.at(-1)?.text).toBe('step 29');
  });

  test('writes one state once', async () => {
    const document = changed(opened, 'one');
    keeper.see(document);
    await pass(keepWithin);
    keeper.see({ ...document, savedAt: 5 });
    await pass(5000);
    expect(written).toHaveLength(1);
  });

  test('forgets what was saved, closed or undone', async () => {
    const document = changed(opened, 'one');
    keeper.see(document);
    await pass(keepWithin);
    keeper.see({ ...document, saved: document.design });
    await pass(0);
    expect(dropped).toEqual(['a']);
    keeper.see(changed(document, 'two'));
    await pass(keepWithin);
    keeper.see(undefined);
    await pass(5000);
    expect(dropped).toEqual(['a', 'a']);
    expect(written).toHaveLength(2);
  });

  test('a change that is saved at once is never written', async () => {
    const document = changed(opened, 'one');
    keeper.see(document);
    keeper.see({ ...document, saved: document.design });
    await pass(5000);
    expect(written).toEqual([]);
  });

  test('another design forgets the one before', async () => {
    keeper.see(changed(opened, 'one'));
    await pass(keepWithin);
    keeper.see(openDocument('b', design('other')));
    await pass(0);
    expect(dropped).toEqual(['a']);
  });

  test('flush does not wait', async () => {
    keeper.see(changed(opened, 'one'));
    keeper.flush();
    await pass(0);
    expect(written).toHaveLength(1);
    await pass(5000);
    expect(written).toHaveLength(1);
  });

  test('on a slow disk the newest is written next, and nothing queues up', async () => {
    let release = (): void => undefined;
    answer = () => new Promise((resolve) => (release = () => resolve(true)));
    let document = changed(opened, 'step 0');
    keeper.see(document);
    await pass(keepWithin);
    for (let step = 1; step <= 30; step += 1) {
      document = changed(document, `step ${step}`);
      keeper.see(document);
      await pass(100);
    }
    expect(written.map(({ text }) => text)).toEqual(['step 0']);
    release();
    await pass(keepWithin);
    expect(written.map(({ text }) => text)).toEqual(['step 0', 'step 30']);
    release();
    await pass(5000);
    expect(written).toHaveLength(2);
  });

  test('what could not be written is tried again, and something new does not wait for that', async () => {
    answer = () => Promise.resolve(false);
    const document = changed(opened, 'one');
    keeper.see(document);
    await pass(keepWithin);
    expect(written).toHaveLength(1);
    await pass(tryAgainAfter);
    expect(written).toHaveLength(2);
    keeper.see(changed(document, 'two'));
    await pass(keepWithin);
    expect(written.at(-1)?.text).toBe('two');
    answer = () => Promise.resolve(true);
    await pass(tryAgainAfter);
    const tries = written.length;
    expect(written.at(-1)?.text).toBe('two');
    await pass(10 * tryAgainAfter);
    expect(written).toHaveLength(tries);
  });

  test('flush does not wait for a disk that is slow', async () => {
    answer = () => new Promise(() => undefined);
    const document = changed(opened, 'one');
    keeper.see(document);
    await pass(keepWithin);
    keeper.see(changed(document, 'two'));
    keeper.flush();
    expect(written.map(({ text }) => text)).toEqual(['one', 'two']);
  });
});
