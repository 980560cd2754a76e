import { expect, test, vi } from 'vitest';
import type { HostEvent } from '../../shared/host/host-api.ts';
import { hostContract } from '../../shared/host/testing/host-contract.ts';
import { fakeBrowser } from './testing/fake-machine.ts';
import { createWebHost } from './web-host.ts';

const folder = '/home/ada';
const at = (name: string) => `${folder}/${name}`;

hostContract('the host of a browser', () => {
  const browser = fakeBrowser();
  return Promise.resolve({
    host: createWebHost(browser.tab()),
    answer: (dialog, name) => browser.answer(dialog, name === undefined ? undefined : at(name)),
    writeOutside: (name, text) => Promise.resolve(browser.disk.write(at(name), text)),
    readOutside: (name) => {
      const file = browser.disk.files.get(at(name));
      return Promise.resolve(file && new TextDecoder().decode(file.bytes));
    },
    removeOutside: (name) => Promise.resolve(void browser.disk.files.delete(at(name))),
    failWrites: (code) => {
      browser.disk.failure = code;
    },
    setReadOnly: (name) => {
      const file = browser.disk.files.get(at(name));
      if (file) file.readOnly = true;
      return Promise.resolve();
    },
    secondWindow: () => Promise.resolve(createWebHost(browser.tab())),
    restart: () => {
      browser.crash();
      return Promise.resolve(createWebHost(browser.tab()));
    },
    look: browser.look,
    close: () => Promise.resolve(),
  });
});

const heard = (browser = fakeBrowser(), options: Parameters<typeof browser.tab>[0] = {}) => {
  const host = createWebHost(browser.tab(options));
  const events: HostEvent[] = [];
  host.listen((event) => events.push(event));
  return { browser, host, events };
};

test('the same file chosen twice is the same file', async () => {
  const { browser, host } = heard();
  browser.disk.write('/a.json', 'x');
  const ids = [];
  for (let time = 0; time < 2; time += 1) {
    browser.answer('open', '/a.json');
    const opened = await host.openDesign();
    ids.push(opened.ok && opened.value.file.id);
  }
  expect(ids[0]).toBe(ids[1]);
  expect(await host.recentFiles()).toHaveLength(1);
});

test('a file dropped on the page is opened', async () => {
  const { browser, events } = heard();
  browser.disk.write('/a.json', 'dropped');
  browser.drop('/a.json');
  await vi.waitFor(() => expect(events).toMatchObject([{ opened: { text: 'dropped' } }]));
});

test('a tab opened for a file opens it', async () => {
  const { browser, host } = heard();
  browser.disk.write('/a.json', 'text');
  browser.answer('open', '/a.json');
  const opened = await host.openDesign();
  if (!opened.ok) throw new Error(opened.error.message);
  await host.newWindow(opened.value.file);
  const [startFile] = browser.openedTabs;
  const { events } = heard(browser, { startFile: startFile ?? '' });
  await vi.waitFor(() => expect(events).toMatchObject([{ kind: 'open-file' }]));
});

test('a file that is no text is refused in words', async () => {
  const { browser, host } = heard();
  browser.disk.write('/a.json', Uint8Array.of(0xff, 0xfe, 0x00));
  browser.answer('open', '/a.json');
  expect(await host.openDesign()).toMatchObject({
    error: { code: 'failed', message: 'a.json could not be opened: it is not text (UTF-8)' },
  });
});

test('opens what a page may still read when the person forbade writing', async () => {
  const { browser, host } = heard();
  browser.disk.write('/a.json', 'x');
  const handle = browser.disk.file('/a.json');
  const denied = { ...handle, queryPermission: () => Promise.resolve('denied' as const) };
  Object.assign(denied, { requestPermission: () => Promise.resolve('denied' as const) });
  browser.disk.file = () => denied;
  browser.answer('open', '/a.json');
  expect(await host.openDesign()).toMatchObject({ ok: false, error: { code: 'denied' } });
});

test('without pickers, files come by upload and go by download', async () => {
  const { browser, host } = heard(fakeBrowser(), { pickers: false });
  expect((await host.info()).capabilities).toMatchObject({ saveInPlace: false, folders: false });
  browser.uploads.push({ name: 'a.isobar.json', text: '{}' });
  const opened = await host.openDesign();
  if (!opened.ok) throw new Error(opened.error.message);
  const { file, version } = opened.value;
  const saved = await host.saveDesign(file, 'new', version);
  expect(saved).toMatchObject({ ok: true });
  expect(browser.downloads.get('a.isobar.json')).toBe('new');
  expect(await host.readDesign(file)).toMatchObject({ value: { text: 'new' } });
  expect(await host.openDesign()).toMatchObject({ error: { code: 'cancelled' } });
  expect(await host.saveDesignAs('Orders', 'x')).toMatchObject({
    value: { file: { name: 'Orders.isobar.json' } },
  });
  expect(await host.chooseFolder()).toMatchObject({ error: { code: 'unsupported' } });
  expect(await host.downloadFiles('out', [{ path: 'a', text: 'b' }])).toMatchObject({ ok: true });
  expect(browser.downloads.get('out.zip')).toHaveLength(101);
});
