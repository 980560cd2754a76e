import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import fc from 'fast-check';
import { commands } from '../../../cli/commands/index.ts';
import type { Io } from '../../../cli/io.ts';
import { runCli } from '../../../cli/run.ts';
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
import { fail, ok } from '../../../shared/lib/result.ts';
import { anyJson } from '../../../shared/model/testing/arbitraries.ts';
import { designTexts, tampered, tamperedSettings } from './bases.ts';
import { type FuzzTarget, fuzzTarget, hold } from './target.ts';
import { oddTexts, rawText, smeared } from './texts.ts';

interface CommandLine {
  readonly words: readonly string[];
  readonly text: string;
  readonly input: string;
}

/** What the command line takes: words, files and standard input. */
const commandLine = (folder: string, root: string): FuzzTarget => {
  const texts = designTexts(root).filter(({ length }) => length < 6000);
  const template = readFileSync(
    join(root, 'templates', 'fan-out-with-dlq', 'design.isobar.json'),
    'utf8',
  );
  // Far enough down that no path of the list below leads out of the folder that is cleared away.
  const cwd = join(folder, 'a', 'b', 'c');
  mkdirSync(cwd, { recursive: true });
  const names = commands.map(({ name }) => name);
  const optionNames = [...new Set(commands.flatMap(({ options }) => Object.keys(options)))].filter(
    (name) => name !== 'out',
  );
  const values = [
    ...new Set(
      commands.flatMap(({ options }) =>
        Object.values(options).flatMap((option) => ('values' in option ? option.values : [])),
      ),
    ),
  ];
  const out = fc
    .constantFrom(
      'out',
      'out/deep',
      'x.svg',
      '../up',
      'design.isobar.json',
      '.',
      '',
      'o\u202eut',
      'n'.repeat(300),
    )
    .map((where) => `--out=${where}`);
  const word = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('design.isobar.json', '-', 'nothing.json', 'bad.json'),
    },
    { weight: 4, arbitrary: fc.constantFrom(...optionNames).map((name) => `--${name}`) },
    { weight: 3, arbitrary: fc.constantFrom(...values) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...optionNames), fc.oneof(fc.constantFrom(...values), rawText))
        .map(([name, value]) => `--${name}=${value}`),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'lambda',
        'sqs-queue',
        'to',
        'fan-out-with-dlq',
        'sqs/no-dlq',
        ...oddTexts,
      ),
    },
    { weight: 1, arbitrary: out },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '--',
        '---',
        '--=',
        '--__proto__',
        '--constructor=1',
        '-h',
        '--help',
        '--help=1',
        '-x',
      ),
    },
    { weight: 1, arbitrary: rawText },
  );
  /** Words that a command knows, in an order it may take. */
  const formed = fc
    .constantFrom(...commands)
    .chain(({ name, options, words: { min } }) =>
      fc
        .tuple(
          fc.array(
            fc.oneof(
              { weight: 5, arbitrary: fc.constantFrom('design.isobar.json', '-') },
              { weight: 1, arbitrary: fc.constantFrom('lambda', 'sqs/no-dlq', 'fan-out-with-dlq') },
              { weight: 1, arbitrary: rawText },
            ),
            { minLength: min, maxLength: Math.max(min, 2) },
          ),
          fc.subarray(Object.entries(options)),
          fc.nat(),
          rawText,
          out,
        )
        .map(([given, chosen, which, text, where]) => [
          name,
          ...given,
          ...chosen.map(([option, of]) =>
            option === 'out'
              ? where
              : 'values' in of
                ? `--${option}=${of.values[which % of.values.length]}`
                : of.type === 'flag'
                  ? `--${option}`
                  : `--${option}=${text}`,
          ),
        ]),
    );
  const assets = {
    version: '1.2.3',
    templates: { 'fan-out-with-dlq': template },
    icons: {},
  };
  return fuzzTarget({
    name: 'command line',
    share: 5,
    input: fc.record({
      words: fc
        .oneof(
          { weight: 2, arbitrary: formed },
          {
            weight: 1,
            arbitrary: fc
              .tuple(
                fc.oneof(fc.constantFrom(...names, 'help'), word),
                fc.array(word, { maxLength: 5 }),
              )
              .map(([first, rest]) => [first, ...rest]),
          },
        )
        // Never out of the folder: what is named here is really written.
        .map((all) =>
          all.filter((one) => one !== '--out' && !/^--out=(?:\/|.*\.\.\/\.\.)/.test(one)),
        ),
      text: fc.oneof(
        { weight: 5, arbitrary: tamperedSettings(texts) },
        { weight: 1, arbitrary: tampered(texts).map(({ file }) => JSON.stringify(file)) },
        { weight: 1, arbitrary: smeared(fc.constantFrom(...texts)) },
      ),
      input: fc.oneof(fc.constantFrom(...texts), rawText),
    }),
    show: (line: CommandLine) => JSON.stringify(line),
    attempt: ({ words, text, input }) => {
      writeFileSync(join(cwd, 'design.isobar.json'), text);
      const files: Record<string, string> = { 'design.isobar.json': text, 'bad.json': input };
      let [said, printed] = ['', 0];
      const io: Io = {
        stdout: (more) => {
          printed += more.length;
        },
        stderr: (more) => {
          said += more;
        },
        colors: { stdout: false, stderr: false },
        cwd,
        today: '2026-11-21',
        assets,
        readFile: (path) =>
          Object.hasOwn(files, path) ? ok(files[path] ?? '') : fail('There is no such file.'),
        readStdin: () => ok(input),
      };
      const code = runCli(words, io);
      hold([0, 1, 2].includes(code), `it ended with ${code}`);
      hold(!said.includes('Isobar itself failed'), said.slice(0, 2000));
      hold(code === 0 || said !== '' || printed > 0, 'it failed without a word');
      hold(!said.includes('\u001b') && !said.includes('\u0000'), 'it speaks to the terminal');
      return `ended with ${code}`;
    },
  });
};

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
const messages = async (folder: string): Promise<FuzzTarget> => {
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

/** What comes from outside the core: words on a command line, messages of a page. */
export const machineTargets = async (
  folder: string,
  root: string,
): Promise<readonly FuzzTarget[]> => [commandLine(folder, root), await messages(folder)];
