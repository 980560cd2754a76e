import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHostServices, createWindowHost, type WindowPorts } from './electron-host.ts';
import { createUpdateCheck, isNewer } from './update-check.ts';
import { feedOf } from './update-feed.ts';

const address = 'https://api.github.com/repos/someone/isobar/releases/latest';

const bench = (isOn: boolean, answer: string | Error = '{"tag_name":"v2.0.0"}') => {
  const asked: string[] = [];
  const state = { isOn, answer };
  const feed = feedOf(address);
  if (!feed) throw new Error('no feed');
  const { check } = createUpdateCheck({
    feed,
    version: '1.0.0',
    isOn: () => Promise.resolve(state.isOn),
    get: (url) => {
      asked.push(url);
      return state.answer instanceof Error
        ? Promise.reject(state.answer)
        : Promise.resolve(state.answer);
    },
  });
  return { asked, state, check };
};

describe('looking for a new version', () => {
  test('asks nobody while it is off', async () => {
    const { asked, check, state } = bench(false);
    for (const again of [false, true])
      expect(await check(again)).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect(asked).toEqual([]);
    state.isOn = true;
    await check(false);
    state.isOn = false;
    expect(await check(true)).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect(asked).toHaveLength(1);
  });

  test('asks once while the program runs, unless it is asked to ask again', async () => {
    const { asked, check } = bench(true);
    expect(await check(false)).toEqual({ ok: true, value: { newest: '2.0.0', isNewer: true } });
    await check(false);
    expect(asked).toEqual([address]);
    await check(true);
    expect(asked).toEqual([address, address]);
  });

  test.each([
    'nonsense',
    '[]',
    '{}',
    '{"tag_name":7}',
    '{"tag_name":"latest"}',
    '{"tag_name":"v2.0.0\\n<b>"}',
    `{"tag_name":"${'9'.repeat(70)}"}`,
  ])('believes no answer that is none: %s', async (answer) => {
    expect(await bench(true, answer).check(false)).toMatchObject({
      ok: false,
      error: { code: 'failed' },
    });
  });

  test('tries again after there was no connection', async () => {
    const { check, state } = bench(true, new Error('offline'));
    expect(await check(false)).toMatchObject({ error: { code: 'failed' } });
    state.answer = '{"tag_name":"1.0.0"}';
    expect(await check(false)).toEqual({ ok: true, value: { newest: '1.0.0', isNewer: false } });
  });

  test.each([
    '',
    'http://api.github.com/repos/a/b/releases/latest',
    'https://example.org/repos/a/b/releases/latest',
    'https://api.github.com/repos/a/../releases/latest',
    'https://api.github.com/repos/a/b/releases/latest?x=1',
    'https://api.github.com@example.org/repos/a/b/releases/latest',
    'https://api.github.com/repos/a/b/c/releases/latest',
  ])('%j is no feed', (text) => expect(feedOf(text)).toBeUndefined());

  test('a feed has a page for people', () =>
    expect(feedOf(address)?.page).toBe('https://github.com/someone/isobar/releases/latest'));
});

test.each([
  ['1.0.1', '1.0.0', true],
  ['1.10.0', '1.9.9', true],
  ['2.0.0', '1.99.99', true],
  ['1.0.0', '1.0.0-beta.1', true],
  ['1.0.0', '1.0.0', false],
  ['1.0.0-beta.1', '1.0.0', false],
  ['0.9.9', '1.0.0', false],
  ['nothing', '1.0.0', false],
])('%s after %s: %s', (one, other, wanted) => expect(isNewer(one, other)).toBe(wanted));

test('a window that asks gets nothing asked before the settings on disk say so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-updates-'));
  const asked: string[] = [];
  const opened: string[] = [];
  try {
    const feed = feedOf(address);
    if (!feed) throw new Error('no feed');
    const services = await createHostServices({
      folder,
      now: () => 0,
      platform: 'linux',
      version: '1.0.0',
      updates: {
        feed,
        get: (url) => {
          asked.push(url);
          return Promise.resolve('{"tag_name":"v1.0.1"}');
        },
      },
    });
    const ports = {
      openPage: (url: string) => {
        opened.push(url);
        return Promise.resolve();
      },
    } as Partial<WindowPorts> as WindowPorts;
    const { api, dispose } = createWindowHost(services, ports);
    expect((await api.info()).capabilities.updates).toBe(true);
    for (const settings of [null, {}, { checkUpdates: 'true' }, { checkUpdates: 1 }, [true]]) {
      await api.writeSettings(settings);
      expect(await api.checkForUpdate(true)).toMatchObject({ error: { code: 'denied' } });
    }
    expect(asked).toEqual([]);
    await api.writeSettings({ checkUpdates: true });
    expect(await api.checkForUpdate(true)).toMatchObject({ value: { isNewer: true } });
    expect(asked).toEqual([address]);
    expect(await api.openUpdatePage()).toMatchObject({ ok: true });
    expect(opened).toEqual(['https://github.com/someone/isobar/releases/latest']);
    dispose();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
