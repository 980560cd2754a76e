import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { appPage } from './allowed.ts';
import { lockPages, lockProcess, lockSession } from './lockdown.ts';

/** A session that keeps what it was given. */
const lockedSession = () => {
  const kept: Record<string, (...given: readonly unknown[]) => unknown> = {};
  const keep =
    (name: string) =>
    (given: (...rest: readonly unknown[]) => unknown): void => {
      kept[name] = given;
    };
  let spellChecker = true;
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: (isOn: boolean) => {
      spellChecker = isOn;
    },
    webRequest: { onBeforeRequest: keep('load') },
  });
  lockSession(session as unknown as Session, undefined);
  return { session, kept, spellChecker: () => spellChecker };
};

describe('a session', () => {
  test.each([
    ...['media', 'display-capture', 'geolocation', 'notifications', 'midi', 'midiSysex'],
    ...['pointerLock', 'keyboardLock', 'fullscreen', 'openExternal', 'window-management'],
    ...['clipboard-read', 'idle-detection', 'storage-access', 'top-level-storage-access'],
    ...[
      'speaker-selection',
      'fileSystem',
      'hid',
      'serial',
      'usb',
      'deprecated-sync-clipboard-read',
    ],
    ...['mediaKeySystem', 'unknown', 'accessibility-events', 'no such permission', '__proto__'],
  ])('grants no page %s', (permission) => {
    const { kept } = lockedSession();
    let answer: unknown;
    kept.request?.({}, permission, (given: unknown) => {
      answer = given;
    });
    expect(answer).toBe(false);
    expect(kept.check?.({}, permission)).toBe(false);
  });

  test('grants to write the clipboard, and no device', () => {
    const { kept } = lockedSession();
    expect(kept.check?.({}, 'clipboard-sanitized-write')).toBe(true);
    expect(kept.device?.({ deviceType: 'usb' })).toBe(false);
  });

  test('loads its own files and nothing of another machine', () => {
    const { kept } = lockedSession();
    const isCancelled = (url: string): unknown => {
      let answer: unknown;
      kept.load?.({ url }, ({ cancel }: { cancel: boolean }) => {
        answer = cancel;
      });
      return answer;
    };
    expect(isCancelled(appPage)).toBe(false);
    for (const url of [
      'https://api.github.com/repos/a/b/releases/latest',
      'http://127.0.0.1/',
      'ws://localhost/',
      'file:///etc/passwd',
      'chrome-extension://abc/x.js',
      'https://redirector.gvt1.com/edgedl/x',
    ])
      expect(isCancelled(url), url).toBe(true);
  });

  test('downloads nothing, and fetches no dictionary', () => {
    const { session, spellChecker } = lockedSession();
    let isPrevented = false;
    session.emit('will-download', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    expect([isPrevented, spellChecker()]).toEqual([true, false]);
  });
});

describe('a page', () => {
  const lockedPage = () => {
    const app = new EventEmitter();
    lockPages(app as unknown as App);
    let open: ((details: unknown) => unknown) | undefined;
    const contents = Object.assign(new EventEmitter(), {
      getURL: () => appPage,
      setWindowOpenHandler: (given: (details: unknown) => unknown) => {
        open = given;
      },
    });
    // Whoever makes it: a window, a view, a page within a page.
    app.emit('web-contents-created', {}, contents as unknown as WebContents);
    const isStopped = (event: string, url = ''): boolean => {
      let isPrevented = false;
      contents.emit(event, {
        url,
        preventDefault: () => {
          isPrevented = true;
        },
      });
      return isPrevented;
    };
    return { isStopped, open: (details: unknown) => open?.(details) };
  };

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on %s', (event) => {
    const { isStopped } = lockedPage();
    for (const url of [
      'https://example.org/',
      'app://isobar/other.html',
      'app://other/index.html',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'about:blank',
    ])
      expect(isStopped(event, url), url).toBe(true);
  });

  test('may be loaded again', () => {
    expect(lockedPage().isStopped('will-navigate', appPage)).toBe(false);
  });

  test('opens no window and holds no other page', () => {
    const { isStopped, open } = lockedPage();
    expect(open({ url: appPage })).toEqual({ action: 'deny' });
    expect(open({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(isStopped('will-attach-webview')).toBe(true);
  });
});

test('Chromium calls nobody by itself', () => {
  const switches: string[] = [];
  lockProcess({
    commandLine: { appendSwitch: (name: string) => switches.push(name) },
  } as unknown as App);
  expect(switches).toEqual([
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]);
});
