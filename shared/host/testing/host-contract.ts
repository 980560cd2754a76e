import { describe, expect, test, vi } from 'vitest';
import type { HostApi, HostEvent, OutputFile } from '../host-api.ts';
import { hostMethods } from '../host-methods.ts';

/*
 * What every host keeps to. One suite, run over the machine in memory, over the browser's host and over Electron's,
 * so that what the window is tested with is what it meets.
 */

/** A machine with one window, in the hands of a test. Names are of files in the machine's one folder. */
export interface HostBench {
  readonly host: HostApi;
  /** What the next dialog of a kind is answered with; undefined closes it. */
  answer(dialog: 'open' | 'save' | 'folder', name: string | undefined): void;
  writeOutside(name: string, text: string): Promise<void>;
  readOutside(name: string): Promise<string | undefined>;
  removeOutside(name: string): Promise<void>;
  /** Every write fails like this until it is called with undefined. */
  failWrites(code: 'disk-full' | 'denied' | undefined): void;
  setReadOnly(name: string): Promise<void>;
  secondWindow(): Promise<HostApi>;
  /** The program ends without a word and starts again. */
  restart(): Promise<HostApi>;
  /** Lets the machine look for changes now, where it looks from time to time. */
  look?(): void;
  close(): Promise<void>;
}

const files: readonly OutputFile[] = [
  { path: 'template.yaml', text: 'Resources: {}\n' },
  { path: 'src/orders/index.mjs', text: 'export const handler = 1;\n' },
];

const name = 'orders.isobar.json';

const heard = (host: HostApi): HostEvent[] => {
  const events: HostEvent[] = [];
  host.listen((event) => events.push(event));
  return events;
};

/** Tests one host. `make` gives a new machine each time. */
export const hostContract = (title: string, make: () => Promise<HostBench>): void => {
  /** A test with a machine of its own, which is cleared away whatever happens. */
  const on = (what: string, run: (bench: HostBench) => Promise<void>): void => {
    test(what, async () => {
      const bench = await make();
      try {
        await run(bench);
      } finally {
        await bench.close();
      }
    });
  };
  /** The design that is on disk as `name`, opened. */
  const openOne = async (bench: HostBench, text = '{"a":1}\n') => {
    await bench.writeOutside(name, text);
    bench.answer('open', name);
    const opened = await bench.host.openDesign();
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };

  describe(`${title} keeps the contract of hosts`, () => {
    on('has every call', ({ host }) => {
      for (const method of [...hostMethods, 'listen'] as const)
        expect(typeof host[method], method).toBe('function');
      return Promise.resolve();
    });

    on('says what it is', async ({ host }) => {
      const { kind, platform, version, capabilities } = await host.info();
      expect(['electron', 'browser', 'memory']).toContain(kind);
      expect(['mac', 'windows', 'linux']).toContain(platform);
      expect(version).not.toBe('');
      expect(Object.values(capabilities).every((value) => typeof value === 'boolean')).toBe(true);
    });

    on('asks for no new version where it was given nobody to ask', async ({ host }) => {
      expect((await host.info()).capabilities.updates).toBe(false);
      await host.writeSettings({ checkUpdates: true });
      for (const answer of [await host.checkForUpdate(true), await host.openUpdatePage()])
        expect(answer).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    });

    describe('files', () => {
      on('opens the file that was chosen, and writes nothing', async (bench) => {
        const text = '{ "name":  "Ünïcode 🚀" }\r\n';
        const opened = await openOne(bench, text);
        expect(opened).toMatchObject({ file: { name }, text, writable: true });
        expect(await bench.readOutside(name)).toBe(text);
      });

      on('says so when the dialog is closed', async ({ host, answer }) => {
        answer('open', undefined);
        answer('save', undefined);
        answer('save', undefined);
        answer('folder', undefined);
        const results = [
          await host.openDesign(),
          await host.saveDesignAs('a', ''),
          await host.saveFile('a.svg', ''),
          await host.chooseFolder(),
        ];
        for (const result of results)
          expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      });

      on('saves what was opened, again and again', async (bench) => {
        const { file, version } = await openOne(bench);
        const first = await bench.host.saveDesign(file, 'one\n', version);
        expect(first).toMatchObject({ ok: true, value: { file: { id: file.id, name } } });
        if (!first.ok) return;
        expect(await bench.readOutside(name)).toBe('one\n');
        const second = await bench.host.saveDesign(file, 'two\n', first.value.version);
        expect(second.ok).toBe(true);
        expect(await bench.readOutside(name)).toBe('two\n');
      });

      on('gives the same version for the same content, and another for another', async (bench) => {
        const { file, version } = await openOne(bench);
        const again = await bench.host.readDesign(file);
        expect(again).toMatchObject({ ok: true, value: { version } });
        await bench.writeOutside(name, '{"a":2}\n');
        const changed = await bench.host.readDesign(file);
        expect(changed.ok && changed.value.version).not.toBe(version);
      });

      on('does not overwrite what another program wrote, unless told to', async (bench) => {
        const { file, version } = await openOne(bench);
        await bench.writeOutside(name, 'theirs\n');
        const refused = await bench.host.saveDesign(file, 'mine\n', version);
        expect(refused).toMatchObject({ ok: false, error: { code: 'changed' } });
        expect(await bench.readOutside(name)).toBe('theirs\n');
        expect((await bench.host.saveDesign(file, 'mine\n', undefined)).ok).toBe(true);
        expect(await bench.readOutside(name)).toBe('mine\n');
      });

      on('says when a file is gone, and makes it anew when told to', async (bench) => {
        const { file, version } = await openOne(bench);
        await bench.removeOutside(name);
        expect(await bench.host.readDesign(file)).toMatchObject({
          ok: false,
          error: { code: 'not-found' },
        });
        expect(await bench.host.saveDesign(file, 'mine\n', version)).toMatchObject({
          ok: false,
          error: { code: 'not-found' },
        });
        expect(await bench.readOutside(name)).toBeUndefined();
        expect((await bench.host.saveDesign(file, 'mine\n', undefined)).ok).toBe(true);
        expect(await bench.readOutside(name)).toBe('mine\n');
      });

      on('saves under another name', async (bench) => {
        bench.answer('save', 'other.isobar.json');
        const saved = await bench.host.saveDesignAs('orders', 'text\n');
        expect(saved).toMatchObject({ ok: true, value: { file: { name: 'other.isobar.json' } } });
        expect(await bench.readOutside('other.isobar.json')).toBe('text\n');
        if (!saved.ok) return;
        const { file, version } = saved.value;
        expect((await bench.host.saveDesign(file, 'more\n', version)).ok).toBe(true);
      });

      on('saves text and bytes of other kinds', async (bench) => {
        bench.answer('save', 'a.svg');
        expect(await bench.host.saveFile('a.svg', '<svg/>')).toMatchObject({ ok: true });
        expect(await bench.readOutside('a.svg')).toBe('<svg/>');
        bench.answer('save', 'a.png');
        const bytes = await bench.host.saveFile('a.png', Uint8Array.of(104, 105));
        expect(bytes).toMatchObject({ ok: true, value: { name: 'a.png' } });
      });

      on('leaves the file whole when the disk is full or writing is denied', async (bench) => {
        const { file, version } = await openOne(bench, 'before\n');
        for (const code of ['disk-full', 'denied'] as const) {
          bench.failWrites(code);
          const failed = await bench.host.saveDesign(file, 'after\n', version);
          expect(failed).toMatchObject({ ok: false, error: { code } });
          expect(failed.ok || failed.error.message).toContain(name);
          bench.failWrites(undefined);
          expect(await bench.readOutside(name)).toBe('before\n');
        }
        expect((await bench.host.saveDesign(file, 'after\n', version)).ok).toBe(true);
      });

      on('says that a file is read-only, and does not write it', async (bench) => {
        await bench.writeOutside(name, 'before\n');
        await bench.setReadOnly(name);
        bench.answer('open', name);
        const opened = await bench.host.openDesign();
        expect(opened).toMatchObject({ ok: true, value: { writable: false } });
        if (!opened.ok) return;
        const { file, version } = opened.value;
        expect(await bench.host.saveDesign(file, 'after\n', version)).toMatchObject({
          ok: false,
          error: { code: 'read-only' },
        });
        expect(await bench.readOutside(name)).toBe('before\n');
      });
    });

    describe('watching', () => {
      const until = (bench: HostBench, check: () => void): Promise<void> =>
        vi.waitFor(
          () => {
            bench.look?.();
            check();
          },
          { timeout: 20_000, interval: 20 },
        );

      on('tells when another program writes the open file, or takes it away', async (bench) => {
        const events = heard(bench.host);
        const { file } = await openOne(bench);
        await bench.host.setDocument({ title: 'Orders', dirty: false, file });
        await bench.writeOutside(name, 'theirs\n');
        await until(bench, () => expect(events).toHaveLength(1));
        const now = await bench.host.readDesign(file);
        const version = now.ok ? now.value.version : '';
        expect(events[0]).toMatchObject({ kind: 'file-changed', file: { id: file.id }, version });
        await bench.removeOutside(name);
        await until(bench, () => expect(events).toHaveLength(2));
        expect(events[1]).toMatchObject({ kind: 'file-changed', version: undefined });
      });

      on('is quiet about what the window itself saved', async (bench) => {
        const events = heard(bench.host);
        const { file, version } = await openOne(bench);
        await bench.host.setDocument({ title: 'Orders', dirty: false, file });
        expect((await bench.host.saveDesign(file, 'mine\n', version)).ok).toBe(true);
        // What comes after it is heard: so nothing was on its way before.
        await bench.writeOutside(name, 'theirs\n');
        await until(bench, () => expect(events).not.toHaveLength(0));
        expect(events).toHaveLength(1);
        expect(await bench.host.readDesign(file)).toMatchObject({
          ok: true,
          value: { version: events[0]?.kind === 'file-changed' ? events[0].version : '' },
        });
      });

      on('stops telling whoever stopped listening', async (bench) => {
        const deaf: HostEvent[] = [];
        bench.host.listen((event) => deaf.push(event))();
        const events = heard(bench.host);
        const { file } = await openOne(bench);
        await bench.host.setDocument({ title: 'Orders', dirty: false, file });
        await bench.writeOutside(name, 'theirs\n');
        await until(bench, () => expect(events).toHaveLength(1));
        expect(deaf).toEqual([]);
      });
    });

    describe('folders', () => {
      const choose = async (bench: HostBench) => {
        bench.answer('folder', 'out');
        const folder = await bench.host.chooseFolder();
        if (!folder.ok) throw new Error(folder.error.message);
        return folder.value;
      };

      on('compares, then writes, then finds all the same', async (bench) => {
        const folder = await choose(bench);
        expect(folder.name).toBe('out');
        await bench.writeOutside('out/template.yaml', 'before\n');
        expect(await bench.host.compareFiles(folder, files)).toEqual({
          ok: true,
          value: [
            { path: 'template.yaml', status: 'changed', before: 'before\n' },
            { path: 'src/orders/index.mjs', status: 'new' },
          ],
        });
        expect(await bench.readOutside('out/template.yaml')).toBe('before\n');
        expect(await bench.host.writeFiles(folder, files)).toMatchObject({ ok: true });
        for (const { path, text } of files)
          expect(await bench.readOutside(`out/${path}`)).toBe(text);
        const after = await bench.host.compareFiles(folder, files);
        expect(after.ok && after.value.map(({ status }) => status)).toEqual(['same', 'same']);
      });

      on('writes nothing at all when one path leads out of the folder', async (bench) => {
        const folder = await choose(bench);
        for (const path of [
          '../outside.txt',
          'a/../../outside.txt',
          '/etc/outside.txt',
          'C:/outside.txt',
          'c:outside.txt',
          'a\\..\\outside.txt',
          'a//b',
          './a',
          'NUL',
          'src/con.txt',
          'lpt1 .md',
          'dot.',
          'line\nbreak',
          '',
        ]) {
          const sent = [
            { path: 'good.txt', text: 'x' },
            { path, text: 'x' },
          ];
          for (const result of [
            await bench.host.compareFiles(folder, sent),
            await bench.host.writeFiles(folder, sent),
          ])
            expect(result, path).toMatchObject({ ok: false, error: { code: 'bad-path' } });
        }
        expect(await bench.readOutside('out/good.txt')).toBeUndefined();
        expect(await bench.readOutside('outside.txt')).toBeUndefined();
      });

      on('refuses two paths that are one file on some systems', async (bench) => {
        const folder = await choose(bench);
        for (const [one, two] of [
          ['README.md', 'readme.md'],
          ['src', 'src/a.mjs'],
          ['a', 'a'],
        ] as const)
          expect(
            await bench.host.writeFiles(folder, [
              { path: one, text: '1' },
              { path: two, text: '2' },
            ]),
          ).toMatchObject({ ok: false, error: { code: 'bad-path' } });
      });

      on('says when the disk is full', async (bench) => {
        const folder = await choose(bench);
        bench.failWrites('disk-full');
        expect(await bench.host.writeFiles(folder, files)).toMatchObject({
          ok: false,
          error: { code: 'disk-full' },
        });
        bench.failWrites(undefined);
        expect(await bench.readOutside('out/template.yaml')).toBeUndefined();
      });
    });

    describe('what is remembered', () => {
      on('knows the files that were open lately, newest first, each once', async (bench) => {
        const first = await openOne(bench);
        bench.answer('save', 'second.isobar.json');
        await bench.host.saveDesignAs('second', 'x\n');
        await bench.host.readDesign(first.file);
        const names = async (host: HostApi) =>
          (await host.recentFiles()).map(({ file }) => file.name);
        expect(await names(bench.host)).toEqual([name, 'second.isobar.json']);
        const after = await bench.restart();
        expect(await names(after)).toEqual([name, 'second.isobar.json']);
        const [recent] = await after.recentFiles();
        if (recent) expect(await after.readDesign(recent.file)).toMatchObject({ ok: true });
        await after.forgetRecentFile(first.file);
        expect(await names(after)).toEqual(['second.isobar.json']);
      });

      on('keeps settings', async (bench) => {
        expect(await bench.host.readSettings()).toBeNull();
        const settings = { theme: 'dark', panes: [1, 2.5], __proto: { a: null } };
        await bench.host.writeSettings(settings);
        expect(await bench.host.readSettings()).toEqual(settings);
        expect(await (await bench.restart()).readSettings()).toEqual(settings);
      });

      on('gives back unsaved work after a crash, until it is dropped', async (bench) => {
        const { file, version } = await openOne(bench);
        const work = { key: 'one', name: 'Orders', text: 'unsaved', file, version, savedAt: 5 };
        const other = { key: 'a/../b', name: 'New', text: 'x', savedAt: 9 };
        expect(
          await bench.host.writeRecovery({ ...work, text: 'older', savedAt: 1 }),
        ).toMatchObject({ ok: true });
        await bench.host.writeRecovery(work);
        await bench.host.writeRecovery(other);
        expect(await bench.host.recoveries()).toEqual([other, work]);
        const after = await bench.restart();
        expect(await after.recoveries()).toEqual([other, work]);
        // What was open before the crash may be read again.
        expect(await after.readDesign(file)).toMatchObject({ ok: true });
        await after.dropRecovery('one');
        await after.dropRecovery('never there');
        expect(await after.recoveries()).toEqual([other]);
      });

      on('does not offer what another window is still working on', async (bench) => {
        await bench.host.writeRecovery({ key: 'mine', name: 'A', text: 'x', savedAt: 1 });
        const other = await bench.secondWindow();
        expect(await other.recoveries()).toEqual([]);
        expect(await bench.host.recoveries()).toHaveLength(1);
      });
    });

    describe('the rest of the machine', () => {
      on('copies between windows', async (bench) => {
        const other = await bench.secondWindow();
        expect(await bench.host.writeClipboard('nodes 🚀')).toMatchObject({ ok: true });
        expect(await other.readClipboard()).toEqual({ ok: true, value: 'nodes 🚀' });
      });

      on('opens pages of AWS, and no other address', async ({ host }) => {
        for (const url of [
          'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html#a?b=c',
          'https://aws.amazon.com/lambda/pricing/',
          'https://repost.aws.amazon.com/',
        ])
          expect(await host.openDocumentation(url), url).toMatchObject({ ok: true });
        for (const url of [
          'http://docs.aws.amazon.com/',
          'https://docs.aws.amazon.com.example.org/',
          'https://docs.aws.amazon.com@example.org/',
          'https://docs.aws.amazon.com:8080/',
          'https://docs.aws.amazon.com\\@example.org/',
          'https://evilaws.amazon.com.example/',
          'https://notaws.amazon.com/',
          'file:///etc/passwd',
          'javascript:alert(1)',
          'https://docs.aws.amazon.com/\nx',
          '',
        ])
          expect(await host.openDocumentation(url), url).toMatchObject({ ok: false });
      });

      on('takes title, menu and the answer to closing', async ({ host }) => {
        await host.setDocument({ title: 'Orders', dirty: true });
        await host.setMenu([
          {
            label: 'File',
            entries: [
              { kind: 'command', id: 'file.save', label: 'Save', keys: 'Mod+S', enabled: true },
              { kind: 'separator' },
              { kind: 'role', role: 'quit' },
            ],
          },
        ]);
        await host.finishClose(false);
      });
    });
  });
};
