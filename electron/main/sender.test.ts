import { describe, expect, test } from 'vitest';
import { appOrigin, appPage, devServer, mayLoad } from './allowed.ts';
import { originOf, senderProblem } from './sender.ts';

const origins = [appOrigin];

describe('who may call', () => {
  test('the top frame of our page may', () => {
    expect(senderProblem({ senderFrame: { url: appPage, parent: null } }, origins)).toBeUndefined();
  });

  test.each([
    ['a page that is gone', null],
    ['a frame within our page', { url: appPage, parent: {} }],
    ['a page of the network', { url: 'https://isobar/', parent: null }],
    ['a file', { url: 'file:///isobar/index.html', parent: null }],
    ['another host of our scheme', { url: 'app://isobar.example/', parent: null }],
    ['our name as a user', { url: 'https://app://isobar@example.org/', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['no address', { url: '', parent: null }],
  ])('%s may not', (_what, senderFrame) => {
    expect(senderProblem({ senderFrame }, origins)).toBeDefined();
  });

  test('the development server counts only where one was set', () => {
    const dev = 'http://127.0.0.1:5173/';
    const sender = { senderFrame: { url: `${dev}index.html`, parent: null } };
    expect(senderProblem(sender, origins)).toBeDefined();
    expect(senderProblem(sender, [...origins, originOf(dev)])).toBeUndefined();
  });
});

describe('what may be loaded', () => {
  test.each([appPage, `${appOrigin}/assets/a.js`, 'data:image/png;base64,', `blob:${appOrigin}/x`])(
    '%s may',
    (url) => expect(mayLoad(url, undefined)).toBe(true),
  );
  test.each([
    'https://docs.aws.amazon.com/',
    'http://127.0.0.1:5173/',
    'app://other/index.html',
    'file:///etc/passwd',
    'ftp://isobar/',
    'wss://isobar/',
    '',
  ])('%s may not', (url) => expect(mayLoad(url, undefined)).toBe(false));

  test('a development server may, with its socket, and nothing beside it', () => {
    const dev = 'http://127.0.0.1:5173/';
    expect(mayLoad(`${dev}@vite/client`, dev)).toBe(true);
    expect(mayLoad('ws://127.0.0.1:5173/?token=a', dev)).toBe(true);
    expect(mayLoad('http://127.0.0.1:51730/', dev)).toBe(false);
  });

  test('a development server is on this machine, and never in a packaged app', () => {
    expect(devServer('http://127.0.0.1:5173/', false)).toBe('http://127.0.0.1:5173/');
    expect(devServer('http://127.0.0.1:5173/', true)).toBeUndefined();
    expect(devServer('http://example.org:5173/', false)).toBeUndefined();
    expect(devServer('http://127.0.0.1:5173@example.org/', false)).toBeUndefined();
    expect(devServer(undefined, false)).toBeUndefined();
  });
});
