import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../electron/host/static-files.ts';
import { listFiles } from './check-layers.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Everything that runs on somebody's machine: no tests, no tools. Comments are taken out. */
const shipped: ReadonlyMap<string, string> = new Map(
  listFiles(root)
    .filter((file: string) =>
      /^(?:shared|cli|electron|renderer)\/.*\.(?:tsx?|html|css)$/.test(file),
    )
    .filter((file: string) => !/\.test\.tsx?$|\/testing\/|\/golden\//.test(file))
    .map((file: string): [string, string] => [
      file,
      read(file).replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm, ''),
    ]),
);

/** The files that say something. */
const saying = (pattern: RegExp, below = ''): readonly string[] =>
  [...shipped].flatMap(([file, text]) =>
    file.startsWith(below) && pattern.test(text) ? [file] : [],
  );

test('the whole program is looked at', () => expect(shipped.size).toBeGreaterThan(700));

describe('what runs on somebody’s machine', () => {
  test('makes no code and no markup of a text', () => {
    expect(saying(/dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML/)).toEqual(
      [],
    );
    expect(saying(/createContextualFragment|document\.write|srcdoc|DOMParser/)).toEqual([]);
    expect(saying(/\beval\(|new Function\(|setTimeout\(\s*['"`]/)).toEqual([]);
    expect(saying(/from '(?:node:)?vm'|from 'node:vm'|executeJavaScript|insertCSS/)).toEqual([]);
  });

  test('starts no other program', () => {
    expect(saying(/child_process|worker_threads|\bspawn\(|utilityProcess/)).toEqual([]);
  });

  test('knows the network in these places only, each with its reason', () => {
    const network =
      /\bfetch\(|XMLHttpRequest|new WebSocket|EventSource\(|sendBeacon|from 'node:(?:https?|http2|net|tls|dgram|dns)|importScripts|RTCPeerConnection/;
    expect(saying(network)).toEqual([
      // Serves the window on 127.0.0.1 where Electron is not; it asks nobody.
      'electron/host/serve-app.ts',
      // The check for new versions, off until a person turns it on.
      'electron/main/update-request.ts',
      // Files of the app itself: licences, pictures of templates, the font of pictures.
      'renderer/app/dialogs/about-dialog.tsx',
      'renderer/app/home/recent-pictures.ts',
      'renderer/exports/picture.ts',
    ]);
    // What the pages fetch is by their own origin, for the policy lets them reach no other.
    expect(contentSecurityPolicy).toContain("connect-src 'self'");
  });

  test('makes windows, opens pages and speaks with them in one place each', () => {
    expect(saying(/new BrowserWindow\(|new WebContentsView|new BrowserView/)).toEqual([
      'electron/main/app-window.ts',
    ]);
    expect(saying(/openExternal/)).toEqual(['electron/main/app-window.ts']);
    expect(saying(/ipcMain\b|ipc\.(?:handle|on)\(/)).toEqual([
      'electron/main/ipc.ts',
      'electron/main/main.ts',
    ]);
    expect(saying(/exposeInMainWorld/)).toEqual(['electron/preload/preload.ts']);
    expect(saying(/<webview|loadFile\(|'file:\/\//)).toEqual([]);
    expect(
      saying(/ignore-certificate-errors|no-sandbox|disable-web-security|remote-debugging/),
    ).toEqual([]);
    expect(saying(/certificate-error|setCertificateVerifyProc/)).toEqual([]);
  });
});

describe('the content security policy', () => {
  const rules = new Map(
    contentSecurityPolicy.split('; ').map((rule): [string, readonly string[]] => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources];
    }),
  );

  test('runs no script but the app’s own files', () => {
    expect(rules.get('default-src')).toEqual(["'self'"]);
    expect(rules.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
  });

  test('names no other machine, and takes what the default would leave open', () => {
    const sources = [...rules.values()].flat();
    expect(sources.filter((source) => /\*|https?:|wss?:|\.|'unsafe-eval'/.test(source))).toEqual(
      [],
    );
    expect(
      [...rules].filter(([, of]) => of.includes("'unsafe-inline'")).map(([name]) => name),
    ).toEqual(['style-src']);
    for (const name of ['object-src', 'base-uri', 'frame-ancestors', 'form-action'])
      expect(rules.get(name), name).toEqual(["'none'"]);
  });
});

describe('docs/security.md', () => {
  const page = read('docs/security.md');
  const rows = [...page.matchAll(/^\| (\d+) \| (.*) \|$/gm)];

  test('goes through all twenty points of Electron’s list', () => {
    expect(rows.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });

  test.each(rows.map(([, number, text]) => [number, text]))(
    'point %s names code and a test',
    (_number, text = '') => {
      const named = [...text.matchAll(/`([^`]*\/[^`]*\.\w+)`/g)].map(([, file = '']) => file);
      expect(named.some((file) => /\.(?:test|spec)\.ts$/.test(file))).toBe(true);
      expect(named.some((file) => !/\.(?:test|spec)\.ts$/.test(file))).toBe(true);
    },
  );

  test('every file that it names is there', () => {
    const named = [...page.matchAll(/`([a-z][\w./-]*\/[\w./-]+\.\w+)`/g)].map(
      ([, file = '']) => file,
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

test('Electron is one exact version, which the app is tested with', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
});
