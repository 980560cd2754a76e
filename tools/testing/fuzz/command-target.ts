import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { commands } from '../../../cli/commands/index.ts';
import type { Io } from '../../../cli/io.ts';
import { runCli } from '../../../cli/run.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import { designTexts, tampered, tamperedSettings } from './bases.ts';
import { type FuzzTarget, fuzzTarget, hold } from './target.ts';
import { oddTexts, rawText, smeared } from './texts.ts';

interface CommandLine {
  readonly words: readonly string[];
  readonly text: string;
  readonly input: string;
}

/** What the command line takes: words, files and standard input. */
export const commandLine = (folder: string, root: string): FuzzTarget => {
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
  /** Lines that people type, on a design that may be anything. */
  const usual = fc
    .tuple(
      fc.constantFrom(
        ...[
          'validate @',
          'validate @ --format json',
          'validate @ --format sarif --fail-on info',
          'fix @ --dry-run',
          'fix @',
          'fix -',
          'format @',
          'format @ --check',
          'permissions @',
          'diff @ -',
          'explain lambda',
          'explain lambda to sqs-queue',
          'connections --from lambda',
          'new fan-out-with-dlq --name %',
          'export @ --to svg',
          'export @ --to svg --out=x.svg --force --theme dark',
          'export @ --to mermaid',
          'export @ --to markdown',
          'export @ --to sam --out=out --force --despite-errors',
          'export @ --to cdk --out=out --force --despite-errors',
        ],
      ),
      rawText,
    )
    .map(([line, text]) =>
      line.split(' ').map((one) => (one === '@' ? 'design.isobar.json' : one === '%' ? text : one)),
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
          { weight: 3, arbitrary: usual },
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
