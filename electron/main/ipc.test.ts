import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { hostChannel, hostMethods, hostSignals } from '../../shared/host/host-methods.ts';
import { memoryHost } from '../../shared/host/memory-host.ts';
import { appOrigin, appPage } from './allowed.ts';
import { type IpcWindow, registerIpc } from './ipc.ts';

type Listener = (event: unknown, ...args: readonly unknown[]) => unknown;

const bench = () => {
  const handlers = new Map<string, Listener>();
  const heard: string[] = [];
  const own = {} as WebContents;
  const { host, machine } = memoryHost({ now: () => 0 });
  const window: IpcWindow = {
    host: {
      api: host,
      emit: () => undefined,
      dispose: () => undefined,
      openHandedOver: () => host.openDesign(),
    },
    listening: () => heard.push('listening'),
    received: () => heard.push('received'),
    dropped: (path) => heard.push(`dropped ${path}`),
  };
  const keep = (channel: string, listener: unknown) => {
    handlers.set(channel, listener as Listener);
  };
  registerIpc(
    { handle: keep, on: keep } as unknown as Parameters<typeof registerIpc>[0],
    (sender) => (sender === own ? window : undefined),
    [appOrigin],
  );
  const ours = { sender: own, senderFrame: { url: appPage, parent: null } };
  const call = (method: string, args: readonly unknown[], event: object = ours): unknown =>
    handlers.get(method)?.(event, ...args);
  return { handlers, heard, machine, ours, call };
};

test('every call of the host has its channel', () => {
  const { handlers } = bench();
  for (const method of hostMethods) expect(handlers.has(hostChannel(method)), method).toBe(true);
});

test('a call that is right is answered', async () => {
  const { call, machine } = bench();
  machine.answer('save', '/a.isobar.json');
  const saved = await call(hostChannel('saveDesignAs'), ['a', 'text']);
  expect(saved).toMatchObject({ ok: true });
  expect(await call(hostChannel('newWindow'), [undefined])).toBeUndefined();
});

test.each([
  ['saveDesign', [{ id: 1, name: 'a', folder: '' }, 'text', undefined]],
  ['saveDesign', [{ id: 'a', name: 'a', folder: '', extra: 1 }, 'text', undefined]],
  ['saveDesign', [{ id: 'a', name: 'a', folder: '' }, 'text']],
  ['writeFiles', [{ id: 'a', name: 'a', folder: '' }, [{ path: 1, text: '' }]]],
  ['writeSettings', [() => 1]],
  ['writeRecovery', [{ key: 'k' }]],
  ['finishClose', []],
  ['setDocument', [{ title: 'x', dirty: 'no' }]],
  ['setMenu', [[{ label: 'a', entries: [{ kind: 'role', role: 'reload' }] }]]],
  ['saveFile', ['a.png', [1, 2, 3]]],
  ['openDesign', ['more']],
] as const)('%s with wrong arguments is refused', (method, args) => {
  const { call } = bench();
  expect(() => call(hostChannel(method), args)).toThrow(`${method} was called wrongly`);
});

test('whoever is not our own page is refused before anything is looked at', () => {
  const { call, ours, heard } = bench();
  const strangers = [
    { ...ours, senderFrame: null },
    { ...ours, senderFrame: { url: 'https://example.org/', parent: null } },
    { ...ours, senderFrame: { url: appPage, parent: {} } },
    { ...ours, sender: {} },
  ];
  for (const stranger of strangers) {
    for (const method of hostMethods)
      expect(() => call(hostChannel(method), ['wrong'], stranger)).toThrow('Not allowed');
    for (const signal of [hostSignals.listening, hostSignals.received, hostSignals.dropped])
      call(signal, ['/a.json'], stranger);
  }
  expect(heard).toEqual([]);
});

test('signals of our own page are heard', () => {
  const { call, heard } = bench();
  call(hostSignals.listening, []);
  call(hostSignals.received, []);
  call(hostSignals.dropped, ['/a.json']);
  for (const path of [{ not: 'a path' }, '/etc/passwd', 'a.json', `/${'a'.repeat(5000)}.json`, ''])
    call(hostSignals.dropped, [path]);
  expect(heard).toEqual(['listening', 'received', 'dropped /a.json']);
});
