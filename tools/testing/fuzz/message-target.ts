import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import fc from 'fast-check';
import {
  createHostServices,
  createWindowHost,
  type WindowPorts,
} from '../../../electron/host/electron-host.ts';
import { appOrigin, appPage } from '../../../electron/main/allowed.ts';
import { registerIpc } from '../../../electron/main/ipc.ts';
import {
  type HostMethod,
  hostChannel,
  hostMethods,
  hostSignals,
} from '../../../shared/host/host-methods.ts';
import { isJsonObject } from '../../../shared/lib/json.ts';
import { anyJson } from '../../../shared/model/testing/arbitraries.ts';
import { type FuzzTarget, fuzzTarget, hold } from './target.ts';
import { rawText } from './texts.ts';

type Listener = (event: unknown, ...args: readonly unknown[]) => unknown;

interface Message {
  readonly channel: string;
  readonly args: readonly unknown[];
  readonly url: string;
}

/* Values that would be in the way of writing inputs down stand there as a word, until they are sent. */
const deeply = 'so many levels deep';
const ringed = 'holds itself';

const asSent = (value: unknown): unknown => {
  if (!isJsonObject(value)) return value;
  if (Object.hasOwn(value, ringed)) {
    const ring: Record<string, unknown> = {};
    ring.ring = ring;
    return ring;
  }
  if (!Object.hasOwn(value, deeply)) return value;
  let deep: unknown = 1;
  for (let level = 0; level < Number(value[deeply]); level += 1)
    deep = level % 2 ? [deep] : { a: deep };
  return deep;
};

/** What a page that somebody broke into may send to the main process. */
export const messages = async (folder: string): Promise<FuzzTarget> => {
  const own = join(folder, 'own');
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  const path = join(files, 'chosen.isobar.json');
  writeFileSync(path, 'chosen');
  writeFileSync(join(files, 'secret.json'), 'secret');
  const nothing = (): undefined => undefined;
  const ports: WindowPorts = {
    openFile: () => Promise.resolve(path),
    saveFile: () => Promise.resolve(path),
    openFolder: () => Promise.resolve(undefined),
    confirmReplace: () => Promise.resolve(true),
    readClipboard: () => '',
    writeClipboard: nothing,
    newWindow: nothing,
    setDocument: nothing,
    setMenu: nothing,
    finishClose: nothing,
    openPage: () => Promise.resolve(),
    usedFile: nothing,
  };
  const services = await createHostServices({
    folder: own,
    now: () => 1,
    platform: 'linux',
    version: '1',
  });
  const host = createWindowHost(services, ports);
  const handlers = new Map<string, Listener>();
  const keep = (channel: string, listener: unknown): void => {
    handlers.set(channel, listener as Listener);
  };
  const sender = {} as WebContents;
  registerIpc(
    { handle: keep, on: keep } as unknown as Parameters<typeof registerIpc>[0],
    () => ({ host, listening: nothing, received: nothing, dropped: nothing }),
    [appOrigin],
  );
  const secret = { id: join(files, 'secret.json'), name: 'secret.json', folder: files };
  const chosen = { id: path, name: 'chosen.isobar.json', folder: files };
  const right: fc.Arbitrary<unknown> = fc.oneof(
    fc.constantFrom<unknown>(secret, chosen, 'x', '', undefined, true, 1, 'nodes', 'settings'),
    fc.constantFrom<unknown>(
      [],
      [{ path: 'a', text: 'b' }],
      [{ path: '../../x', text: 'b' }],
      [{ label: 'File', entries: [{ kind: 'separator' }] }],
      { key: 'k', name: 'n', text: 't', savedAt: 1 },
      { key: '../../k', name: '\u0000', text: '\ud800', savedAt: 0, file: secret, version: 'v' },
      { title: 'x', dirty: true, file: secret },
      { title: '\u202e', dirty: false },
      new Uint8Array(8),
      'https://docs.aws.amazon.com/',
      'file:///etc/passwd',
    ),
    rawText,
    anyJson,
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
    }),
    fc.record({ [deeply]: fc.nat(40_000) }),
    fc.constant({ [ringed]: true }),
  );
  const line = fc.oneof(rawText, fc.constantFrom('x', 'k', '../x', '/etc/passwd', 'NUL', 'a/b'));
  const ref = fc.oneof(
    fc.constantFrom(secret, chosen),
    fc.record({ id: line, name: line, folder: line }),
  );
  const outputs = fc.array(fc.record({ path: line, text: line }), { maxLength: 4 });
  const recovery = fc.record(
    {
      ...{ key: line, name: line, text: line, savedAt: fc.nat() },
      ...{ file: ref, version: line, drafts: line },
    },
    { requiredKeys: ['key', 'name', 'text', 'savedAt'] },
  );
  /** Messages of the right form, with anything in them. */
  const formed: fc.Arbitrary<Omit<Message, 'url'>> = fc.oneof(
    ...Object.entries({
      readDesign: fc.tuple(ref),
      saveDesign: fc.tuple(ref, line, fc.option(line, { nil: undefined })),
      compareFiles: fc.tuple(ref, outputs),
      writeFiles: fc.tuple(ref, outputs),
      forgetRecentFile: fc.tuple(ref),
      writeRecovery: fc.tuple(recovery),
      dropRecovery: fc.tuple(line),
      recoveries: fc.constant([]),
      writeSettings: fc.tuple(anyJson),
      readSettings: fc.constant([]),
      writeClipboard: fc.tuple(line),
      newWindow: fc.tuple(ref),
      setDocument: fc.tuple(fc.record({ title: line, dirty: fc.boolean(), file: ref })),
      openDocumentation: fc.tuple(fc.oneof(line, fc.webUrl())),
    }).map(([method, args]) =>
      fc.record({ channel: fc.constant(hostChannel(method as HostMethod)), args }),
    ),
  );
  const known = new Set([...readdirSync(files)]);
  return fuzzTarget({
    name: 'messages to the main process',
    share: 10,
    input: fc
      .tuple(
        fc.oneof(
          formed,
          fc.record({
            channel: fc.constantFrom(
              ...hostMethods.map(hostChannel),
              ...Object.values(hostSignals),
            ),
            args: fc.array(right, { maxLength: 4 }),
          }),
        ),
        fc.oneof(
          { weight: 9, arbitrary: fc.constant(appPage) },
          { weight: 1, arbitrary: fc.oneof(fc.webUrl(), rawText) },
        ),
      )
      .map(([message, url]) => ({ ...message, url })),
    show: ({ channel, args, url }: Message) =>
      `${channel} from ${url}: ${fc.stringify(args).slice(0, 200_000)}`,
    attempt: async ({ channel, args, url }) => {
      const listener = handlers.get(channel);
      if (!listener) return 'no channel';
      let answer: unknown;
      try {
        answer = listener({ sender, senderFrame: { url, parent: null } }, ...args.map(asSent));
      } catch (error) {
        const words = error instanceof Error ? error.message : '';
        hold(/was called wrongly|Not allowed/.test(words), `it threw: ${words.slice(0, 500)}`);
        hold(words.length < 20_000, 'it was refused with too many words');
        return 'refused';
      }
      const result = await answer;
      hold(readFileSync(secret.id, 'utf8') === 'secret', 'a file that nobody chose was written');
      for (const name of readdirSync(files))
        hold(known.has(name) || name.endsWith('.tmp'), `a file was written: ${name}`);
      hold(
        !JSON.stringify(result)?.includes('"text":"secret"'),
        'a file that nobody chose was read',
      );
      return isJsonObject(result) && result.ok === false ? 'answered: no' : 'answered';
    },
  });
};
