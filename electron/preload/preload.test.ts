import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { HostApi } from '../../shared/host/host-api.ts';
import { hostChannel, hostMethods, hostSignals } from '../../shared/host/host-methods.ts';

const exposed: Record<string, HostApi> = {};
const invoked: unknown[][] = [];
const sent: unknown[][] = [];
const renderer = Object.assign(new EventEmitter(), {
  invoke: (...given: unknown[]) => {
    invoked.push(given);
    return Promise.resolve('answered');
  },
  send: (...given: unknown[]) => {
    sent.push(given);
  },
});

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: HostApi) => {
      exposed[name] = api;
    },
  },
  ipcRenderer: renderer,
  webUtils: { getPathForFile: () => '' },
}));

test('the page gets the calls of the host, and nothing of Electron', async () => {
  vi.stubGlobal('addEventListener', () => undefined);
  await import('./preload.ts');
  expect(Object.keys(exposed)).toEqual(['isobar']);
  const api = exposed.isobar;
  if (!api) throw new Error('nothing was exposed');
  expect(Object.keys(api).sort()).toEqual([...hostMethods, 'listen'].sort());
  for (const value of Object.values(api)) expect(typeof value).toBe('function');

  // No call can choose its channel.
  await api.openDocumentation('isobar:event');
  expect(invoked).toEqual([[hostChannel('openDocumentation'), 'isobar:event']]);

  // A listener hears what is told; the event, which holds Electron's own parts, stays here.
  const heard: unknown[][] = [];
  const stop = api.listen((...given: unknown[]) => heard.push(given));
  const told = { kind: 'close-requested' };
  renderer.emit(hostSignals.event, { sender: 'Electron', ports: [] }, told);
  expect(heard).toEqual([[told]]);
  stop();
  renderer.emit(hostSignals.event, { sender: 'Electron' }, told);
  expect(heard).toHaveLength(1);
  expect(sent).toEqual([[hostSignals.listening], [hostSignals.received]]);
});
