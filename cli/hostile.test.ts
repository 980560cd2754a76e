import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText, sorts, token } from '../shared/exporters/testing/hostile.ts';
import type { Json } from '../shared/lib/json.ts';
import type { Design } from '../shared/model/design.ts';
import { connection, design, node } from '../shared/rules/examples.ts';
import { makeMachine } from './testing/machine.ts';

/*
 * What the command line says of a design comes from whoever wrote the design. On a terminal, in the log of a build and
 * in what other programs read it is text and no more.
 */

const many = Number(process.env.ISOBAR_FUZZ_RUNS ?? 0);
const options = many > 0 ? { numRuns: many } : { numRuns: 60, seed: 20_261_121 };

const logOrders = [
  '::error::x',
  '::stop-commands::x',
  '##vso[task.setvariable]x',
  '##[error]x',
  '##teamcity[x]',
];
const text = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...logOrders, 'word', '\n', 'x'.repeat(60)), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => parts.join(' ')),
  },
);

/** A design with something to say about each of its parts. */
const telling = (of: string): Design => ({
  ...design(
    node('sqs-queue', of, { visibilityTimeout: 30, queueName: of }, 'queue'),
    node('lambda', of, { timeout: 60, runtime: of, environment: { [of]: of } }, 'worker'),
    node('no-such-kind', of, {}, 'odd'),
    connection('sqs-queue--lambda', 'queue', 'worker', { batchSize: of }, 'feed'),
    connection('lambda--sqs-queue', 'worker', 'queue', {}, 'back'),
  ),
  name: of,
  description: of,
  suppressions: [{ rule: 'sqs/no-dlq', reason: of === '' ? 'x' : of }],
});

/** What a terminal or a log would take for an order. */
const orders =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|^\s*::|##\w*\[/m;

describe('text for people', () => {
  test('holds no order to a terminal or to whoever reads the log', () => {
    const machine = makeMachine();
    fc.assert(
      fc.property(text, (of) => {
        machine.put('a.isobar.json', telling(of));
        machine.put('b.isobar.json', telling(token));
        for (const typed of [
          ['validate', 'a.isobar.json', '--fail-on', 'info'],
          ['permissions', 'a.isobar.json'],
          ['diff', 'a.isobar.json', 'b.isobar.json'],
          ['diff', 'b.isobar.json', 'a.isobar.json'],
          ['fix', 'a.isobar.json', '--dry-run'],
          ['export', 'a.isobar.json', '--to', 'sam', '--out', 'out'],
          ['export', 'a.isobar.json', '--to', 'cdk', '--out', 'out', '--despite-errors'],
        ]) {
          const { stdout, stderr } = machine.run(...typed);
          expect(stdout + stderr, typed.join(' ')).not.toMatch(orders);
          expect(stderr).not.toContain('Isobar itself failed');
        }
      }),
      options,
    );
  });

  test('nor do words that somebody types', () => {
    const machine = makeMachine();
    fc.assert(
      fc.property(text, (of) => {
        for (const typed of [
          [of],
          ['explain', of],
          ['explain', 'lambda', of],
          ['new', of],
          ['validate', of],
          ['kinds', of],
          ['fix', '--rule', of, 'x'],
          ['export', 'x', `--${of}`],
        ]) {
          const { stdout, stderr } = machine.run(...typed);
          expect(stdout + stderr, typed.join(' ')).not.toMatch(orders);
          expect(stderr).not.toContain('Isobar itself failed');
        }
      }),
      options,
    );
  });
});

describe('text for programs', () => {
  const report = (format: string, of: string): Json => {
    const machine = makeMachine();
    machine.put('a.isobar.json', telling(of));
    return JSON.parse(machine.run('validate', 'a.isobar.json', '--format', format).stdout) as Json;
  };

  test.each(['json', 'sarif'])(
    '%s has the same keys and lists whatever the texts are',
    (format) => {
      fc.assert(
        fc.property(text, (of) => {
          const [wanted, got] = [report(format, token), report(format, of)];
          const { keys, texts } = sorts(wanted);
          // A name may be too long or hold what AWS does not take: that is one more finding, with keys of its own.
          const found = (tree: Json): number =>
            (JSON.stringify(tree).match(/"(?:ruleId|rule)":/g) ?? []).length;
          if (found(wanted) === found(got)) expect(sorts(got)).toMatchObject({ keys, texts });
        }),
        { ...options, numRuns: Math.ceil(options.numRuns / 2) },
      );
    },
  );

  test('a message of SARIF holds no link', () => {
    fc.assert(
      fc.property(text, (of) => {
        const { runs } = report('sarif', of) as unknown as {
          readonly runs: readonly {
            readonly results: readonly { readonly message: { readonly text: string } }[];
          }[];
        };
        for (const { message } of runs[0]?.results ?? [])
          expect(message.text).not.toMatch(/\[[^\]]*\]\(/);
      }),
      { ...options, numRuns: Math.ceil(options.numRuns / 2) },
    );
  });
});
