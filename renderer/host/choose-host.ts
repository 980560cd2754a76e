import type { HostApi } from '../../shared/host/host-api.ts';
import { browserMachine } from './browser-machine.ts';
import { createWebHost } from './web-host.ts';

declare global {
  interface Window {
    /** Put there by the desktop app, before any script of the page runs. */
    readonly isobar?: HostApi;
  }
}

/** The machine that this window runs on: the desktop app's where it is there, the browser's otherwise. */
export const chooseHost = (page: Window, version: string): HostApi =>
  page.isobar ?? createWebHost(browserMachine(page, version));
