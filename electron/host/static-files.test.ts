import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedApp, serveApp } from './serve-app.ts';
import { contentSecurityPolicy, serveStatic } from './static-files.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'isobar-static-')));
const folder = join(root, 'renderer');
let app: ServedApp;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<p>window</p>');
  writeFileSync(join(folder, 'assets', 'a b.js'), '1');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  mkdirSync(`${folder}-beside`);
  writeFileSync(join(`${folder}-beside`, 'secret.txt'), 'secret');
  if (process.platform !== 'win32') symlinkSync(root, join(folder, 'link'));
  app = await serveApp(folder, 0);
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

test('the page and its files come with their type and the strict policy', async () => {
  const page = await serveStatic(folder, 'GET', '/');
  expect(page).toMatchObject({
    status: 200,
    headers: { 'Content-Type': expect.stringMatching(/^text\/html/) },
  });
  expect(page.headers['Content-Security-Policy']).toBe(contentSecurityPolicy);
  expect(Buffer.from(page.body).toString()).toBe('<p>window</p>');
  const script = await serveStatic(folder, 'GET', '/assets/a%20b.js');
  expect(script).toMatchObject({
    status: 200,
    headers: { 'Content-Type': expect.stringMatching(/^text\/javascript/) },
  });
});

test('the policy lets no foreign or inline script run', () => {
  const scripts = contentSecurityPolicy.split('; ').find((part) => part.startsWith('script-src'));
  expect(scripts).toBe("script-src 'self' 'wasm-unsafe-eval'");
  expect(contentSecurityPolicy).not.toMatch(/https?:/);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/..\\secret.txt',
  '/%00',
  '/%',
  '/../renderer-beside/secret.txt',
  '//etc/passwd',
  '/link/secret.txt',
  '/missing.js',
  '/assets',
])('%s gives nothing', async (path) => {
  const { status, body } = await serveStatic(folder, 'GET', path);
  expect([400, 403, 404]).toContain(status);
  expect(Buffer.from(body).toString()).not.toContain('secret');
});

test('nothing is written', async () => {
  expect(await serveStatic(folder, 'POST', '/')).toMatchObject({ status: 405 });
});

const statusOf = (path: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(app.url);
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

test('the server answers by its own names alone', async () => {
  const { port } = new URL(app.url);
  expect(await statusOf('/', `127.0.0.1:${port}`)).toBe(200);
  expect(await statusOf('/', 'evil.example')).toBe(403);
  expect(await statusOf('/../secret.txt', `127.0.0.1:${port}`)).toBe(403);
});
