import { isAbsolute } from 'node:path';
import type { IpcMain, WebContents } from 'electron';
import type { HostApi } from '../../shared/host/host-api.ts';
import {
  type HostMethod,
  hostChannel,
  hostMethods,
  hostSignals,
} from '../../shared/host/host-methods.ts';
import type { WindowHost } from '../host/electron-host.ts';
import { argumentSchemas } from '../host/host-schemas.ts';
import { senderProblem } from './sender.ts';

/** What a window hears besides the calls of its host. */
export interface IpcWindow {
  readonly host: WindowHost;
  /** The page listens now. */
  listening(): void;
  /** An event arrived: the page is alive. */
  received(): void;
  dropped(path: string): void;
}

type Channels = Pick<IpcMain, 'handle' | 'on'>;

/** What the schema says of arguments. Some values cannot even be looked at (an array of bytes cannot be frozen). */
const check = <Method extends HostMethod>(method: Method, args: readonly unknown[]) => {
  try {
    return argumentSchemas[method].safeParse(args);
  } catch {
    throw new Error(`${method} was called wrongly (with a value of another sort)`);
  }
};

/** Calls one method with arguments that have been checked. */
const call = <Method extends HostMethod>(
  api: HostApi,
  method: Method,
  args: readonly unknown[],
): unknown => {
  const checked = check(method, args);
  if (!checked.success) {
    const issues = checked.error.issues.slice(0, 10);
    const where = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`${method} was called wrongly (${where.join('; ').slice(0, 2000)})`);
  }
  // The schema of the method says that these are its arguments.
  return (api[method] as (...given: unknown[]) => unknown)(...checked.data);
};

/**
 * Answers the calls of windows. Who calls is checked before anything else: one of our windows, its top frame, a page
 * of ours. Then every argument is.
 */
export const registerIpc = (
  ipc: Channels,
  windowOf: (sender: WebContents) => IpcWindow | undefined,
  origins: readonly string[],
): void => {
  const known = (event: Parameters<Parameters<Channels['handle']>[1]>[0]): IpcWindow => {
    const problem = senderProblem(event, origins);
    if (problem !== undefined) throw new Error(`Not allowed: ${problem}.`);
    const window = windowOf(event.sender);
    if (window === undefined) throw new Error('Not allowed: a window that is not ours called.');
    return window;
  };
  for (const method of hostMethods)
    ipc.handle(hostChannel(method), (event, ...args: unknown[]) =>
      call(known(event).host.api, method, args),
    );
  const hear = (channel: string, act: (window: IpcWindow, value: unknown) => void): void => {
    ipc.on(channel, (event, value: unknown) => {
      // Nobody waits for an answer, so whoever may not speak is simply not heard.
      if (senderProblem(event, origins) !== undefined) return;
      const window = windowOf(event.sender);
      if (window) act(window, value);
    });
  };
  hear(hostSignals.listening, (window) => window.listening());
  hear(hostSignals.received, (window) => window.received());
  hear(hostSignals.dropped, (window, path) => {
    // The preload sends paths of designs only; a page that was broken into could send any.
    if (typeof path === 'string' && path.length < 4096 && isAbsolute(path) && /\.json$/i.test(path))
      window.dropped(path);
  });
};
