import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { makeMachine, root } from './testing/machine.ts';

test('every file in commands/ is a command that is listed', () => {
  const files = readdirSync(join(root, 'cli/commands')).filter(
    (name) => name !== 'index.ts' && !name.endsWith('.test.ts'),
  );
  expect(commands.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

describe('isobar', () => {
  test('alone is wrong use, and says what there is', () => {
    const { code, stdout, stderr } = makeMachine().run();
    expect(code).toBe(2);
    expect(stdout).toBe('');
    for (const { name } of commands) expect(stderr).toContain(`  ${name} `);
  });

  test.each(['--help', '-h', 'help'])('%s goes to stdout', (word) => {
    const { code, stdout, stderr } = makeMachine().run(word);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('validate');
  });

  test('--version tells the version alone', () => {
    expect(makeMachine().run('--version')).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });

  test('guesses what a misspelt command meant', () => {
    const { code, stderr } = makeMachine().run('vaildate');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'isobar: error: There is no command "vaildate".\n  hint: Did you mean validate?\n',
    );
  });

  test('a mistake of its own is a message, not a crash', () => {
    const { code, stderr } = makeMachine({
      readFile: () => {
        throw new Error('unforeseen');
      },
    }).run('validate', 'x.json');
    expect(code).toBe(2);
    expect(stderr).toContain('Isobar itself failed: unforeseen');
  });
});

describe.each(commands)('$name', (command) => {
  test('has help with examples that it understands', () => {
    const { run } = makeMachine();
    const { code, stdout, stderr } = run(command.name, '--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(run('help', command.name).stdout);
    for (const part of ['Usage', 'Options', 'Exit codes', 'Examples'])
      expect(stdout).toContain(`\n${part}\n  `);
    // What its help says of the exit codes is what its code can end with.
    const source = readFileSync(join(root, 'cli/commands', `${command.name}.ts`), 'utf8');
    expect(stdout.includes('\n  1  ')).toBe(source.includes('exitCodes.findings'));
    for (const option of Object.keys(command.options)) expect(stdout).toContain(`--${option}`);
    const names = commands.map(({ name }) => name);
    for (const example of command.examples)
      expect(names).toContain(/\bisobar ([a-z]+)/.exec(example)?.[1]);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('says so when it is used wrongly', () => {
    const { run } = makeMachine();
    const wrong = run(command.name, '--no-such-option');
    expect(wrong.code).toBe(2);
    expect(wrong.stdout).toBe('');
    expect(wrong.stderr).toContain('has no option "--no-such-option"');
    if (command.words.min > 0) expect(run(command.name).code).toBe(2);
    if (command.words.max < 5)
      expect(run(command.name, '1', '2', '3', '4', '5', '6').stderr).toContain('isobar: error:');
  });
});

test.each([
  [['validate', 'x', '--format'], '--format needs one of text, json, sarif.'],
  [['validate', 'x', '--format', 'yaml'], '--format is one of text, json, sarif, not "yaml".'],
  [['validate', 'x', '--format=jsn'], 'Did you mean json?'],
  [['validate', 'x', '--format', 'json', '--format', 'text'], '--format is given twice.'],
  [['export', 'x'], '--to needs one of sam, cdk, mermaid, svg, markdown.'],
  [['export', 'x', '--to', 'svg', '--force=yes'], '--force takes no value.'],
  [
    ['export', 'x', '--to', 'sam', '--theme', 'dark', '--out', 'a'],
    '--theme and --transparent are for',
  ],
  [['export', 'x', '--to', 'sam'], 'name their folder with --out'],
  [['export', 'x', '--to', 'svg', '--despite-errors'], '--despite-errors is for'],
  [['export', '--to', 'svg', '--out', '--force', 'x'], '--out needs a value.'],
  [['new'], 'isobar new needs <template>.'],
  [['kinds', 'lambda'], 'takes options only, not "lambda"'],
  [['diff', 'a'], 'isobar diff needs <before> <after>.'],
  [['validate', '--', '--format'], '--format: error: There is no such file.'],
] as const)('%j: %s', (typed, message) => {
  const { code, stdout, stderr } = makeMachine().run(...typed);
  expect(stderr).toContain(message);
  expect([code, stdout]).toEqual([2, '']);
});
