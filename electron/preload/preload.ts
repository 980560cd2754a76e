import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostApi, HostEvent } from '../../shared/host/host-api.ts';
import {
  type HostMethod,
  hostChannel,
  hostMethods,
  hostSignals,
} from '../../shared/host/host-methods.ts';

/*
 * The bridge, and nothing else: every call of the host goes to the main process under its own name, and events come
 * back. No schema lives here: the main process checks what arrives.
 */

const calls = Object.fromEntries(
  hostMethods.map((method) => [
    method,
    (...args: unknown[]) => ipcRenderer.invoke(hostChannel(method), ...args),
  ]),
) as Pick<HostApi, HostMethod>;

const listeners = new Set<(event: HostEvent) => void>();
/** What was told while nobody listened. */
const waiting: HostEvent[] = [];

ipcRenderer.on(hostSignals.event, (_event, told: HostEvent) => {
  if (listeners.size === 0) {
    waiting.push(told);
    return;
  }
  for (const listener of [...listeners]) listener(told);
  // Only after the listeners ran: a window that hangs in one of them is not alive.
  ipcRenderer.send(hostSignals.received);
});

const api: HostApi = {
  ...calls,
  listen: (listener) => {
    listeners.add(listener);
    for (const told of waiting.splice(0)) listener(told);
    ipcRenderer.send(hostSignals.listening);
    return () => {
      listeners.delete(listener);
    };
  },
};
contextBridge.exposeInMainWorld('isobar', api);

// A file dropped on the window: only here is its path known. The page is told by the main process, as of any other.
const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;
globalThis.addEventListener('dragover', (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
});
globalThis.addEventListener('drop', (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  for (const file of event.dataTransfer?.files ?? []) {
    const path = webUtils.getPathForFile(file);
    if (path !== '' && /\.json$/i.test(path)) ipcRenderer.send(hostSignals.dropped, path);
  }
});
