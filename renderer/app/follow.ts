import { commands } from '../commands/index.ts';
import { nativeMenus } from '../commands/menus.ts';
import { type App, type AppState, ownDocument } from '../store/app-store.ts';
import { isDirty } from '../store/document.ts';
import { followWork } from './follow-work.ts';
import { keepPicture } from './home/recent-pictures.ts';

/*
 * What follows the state without anybody asking: the window's title, the native menu, the copy for after a crash,
 * the pictures of recent designs.
 */

const after = (milliseconds: number, call: () => void): (() => void) => {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
};

const followTitle = (app: App): void => {
  let told = '';
  const tell = (state: AppState): void => {
    const document = ownDocument(state);
    const next = {
      title: document ? `${document.design.name} – Isobar` : 'Isobar',
      dirty: document !== undefined && isDirty(document),
      ...(document?.file && { file: document.file }),
    };
    const text = JSON.stringify(next);
    if (text === told) return;
    told = text;
    void app.parts.host.setDocument(next);
  };
  tell(app.state);
  app.store.subscribe(tell);
};

const followMenu = (app: App): void => {
  if (!app.state.host.capabilities.nativeMenu) return;
  let told = '';
  let isWaiting = false;
  const tell = (): void => {
    isWaiting = false;
    const menus = nativeMenus(app, commands);
    const text = JSON.stringify(menus);
    if (text === told) return;
    told = text;
    void app.parts.host.setMenu(menus);
  };
  tell();
  // A drag changes the state many times a second; nobody reads the menu meanwhile.
  app.store.subscribe(() => {
    if (isWaiting) return;
    isWaiting = true;
    after(120, tell);
  });
};

const followPictures = (app: App): void => {
  if (!app.state.host.capabilities.recentFiles) return;
  let drawn: unknown;
  let stop: (() => void) | undefined;
  app.store.subscribe(({ document }) => {
    // Drawn when a file was opened or saved, as it is in the file.
    if (!document?.file || !document.saved || document.saved === drawn) return;
    const { saved, file } = document;
    drawn = saved;
    stop?.();
    stop = after(1500, () => void keepPicture(file.id, saved));
  });
};

/** Starts all of it, once. */
export const follow = (app: App): void => {
  followTitle(app);
  followMenu(app);
  const keepNow = followWork(app, after);
  window.addEventListener('pagehide', keepNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepNow();
  });
  followPictures(app);
};
