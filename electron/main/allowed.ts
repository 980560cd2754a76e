import { originOf } from './sender.ts';

/** The address of the built window. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://isobar`;
export const appPage = `${appOrigin}/index.html`;

/** The address of a development server, if one was set and is on this machine. */
export const devServer = (address: string | undefined, isPackaged: boolean): string | undefined =>
  address !== undefined && !isPackaged && /^http:\/\/127\.0\.0\.1:\d+\/$/.test(address)
    ? address
    : undefined;

/**
 * True for what the program may load. All else is cancelled, whoever asks for it: the design of a system is nobody
 * else's business, and the app works without a network.
 */
export const mayLoad = (url: string, dev: string | undefined): boolean => {
  if (/^(?:data|blob|devtools):/.test(url)) return true;
  const origin = originOf(url);
  if (origin === appOrigin) return true;
  if (dev === undefined) return false;
  return origin === originOf(dev) || origin === originOf(dev.replace(/^http/, 'ws'));
};
