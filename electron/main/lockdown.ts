import type { App, Session, WebContents } from 'electron';
import { mayLoad } from './allowed.ts';

/** What a page may be granted. The clipboard is written by a click on Copy in the code panel. */
const granted: readonly string[] = ['clipboard-sanitized-write'];

/** Takes from every page what it does not need: permissions, devices, downloads, and the network. */
export const lockSession = (session: Session, dev: string | undefined): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(granted.includes(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => granted.includes(permission));
  session.setDevicePermissionHandler(() => false);
  // Dictionaries would be fetched from a server.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !mayLoad(details.url, dev) }),
  );
};

/** Keeps a page where it is: no navigation, no other window, no page within the page. */
const lockContents = (contents: WebContents): void => {
  // Loading the same page again is no way out of it.
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (event.url !== contents.getURL()) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** Locks every page that is ever made, also one that nobody thought of. */
export const lockPages = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
};

/** Chromium's own calls home. */
export const lockProcess = (app: App): void => {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ])
    app.commandLine.appendSwitch(name);
};
