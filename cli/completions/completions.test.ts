import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { makeMachine } from '../testing/machine.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'];
const scriptFor = (shell: string): string => {
  const { code, stdout, stderr } = makeMachine().run('completions', shell);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
};

test.each(shells)('%s gets every command, every option and every choice', (shell) => {
  const script = scriptFor(shell);
  const optionText = (name: string): string => (shell === 'fish' ? `-l ${name}` : `--${name}`);
  for (const { name, options } of commands) {
    expect(script).toContain(name);
    for (const [option, definition] of Object.entries(options)) {
      expect(script).toContain(optionText(option));
      for (const value of definition.type === 'choice' ? definition.values : [])
        expect(script).toMatch(new RegExp(`\\b${value}\\b`));
    }
  }
  expect(script).toContain('serverless-rest-api');
  expect(script).toContain('sqs/visibility-timeout');
  expect(script.endsWith('\n')).toBe(true);
});

test('a shell that nobody knows is wrong use, with a guess', () => {
  const { code, stdout, stderr } = makeMachine().run('completions', 'bsh');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Did you mean bash?');
});

const bash = spawnSync('bash', ['-c', 'exit 0']).status === 0;

// Windows has no bash of its own; everywhere else it is a failure when there is none.
describe.skipIf(!bash && process.platform === 'win32')('in bash, which takes the script', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'isobar-bash-'));
    mkdirSync(join(folder, 'designs'));
    for (const name of ['shop.isobar.json', 'a b.isobar.json', 'notes.txt'])
      writeFileSync(join(folder, name), '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const script = (): string => {
    const file = `${folder}.sh`;
    writeFileSync(file, scriptFor('bash'));
    onTestFinished(() => rmSync(file, { force: true }));
    return file;
  };

  /** What bash offers for the words; the last one is being typed. `=` and `:` are split as bash does. */
  const offered = (...words: readonly string[]): readonly string[] => {
    const split = words.flatMap((word) => word.match(/[=:]+|[^=:]+/g) ?? ['']);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        'set -u; source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _isobar; printf "%s\\n" "${COMPREPLY[@]-}"',
        script(),
        'isobar',
        ...split,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
    return stdout.split('\n').filter((line) => line !== '');
  };

  test('the script sources without a word, and is registered', () => {
    const { stdout } = spawnSync(
      'bash',
      ['--norc', '-c', 'source "$0"; complete -p isobar', script()],
      {
        encoding: 'utf8',
      },
    );
    expect(stdout).toBe('complete -F _isobar isobar\n');
  });

  test('commands come first', () => {
    expect(offered('')).toEqual([
      ...commands.map(({ name }) => name),
      'help',
      '--help',
      '--version',
    ]);
    expect(offered('ex')).toEqual(['export', 'explain']);
    expect(offered('help', 'va')).toEqual(['validate']);
  });

  test('then options of the command, and their values', () => {
    expect(offered('validate', '--')).toEqual(['--format', '--fail-on', '--to', '--help']);
    expect(offered('validate', '--format', '')).toEqual(['text', 'json', 'sarif']);
    expect(offered('validate', '--format', 's')).toEqual(['sarif']);
    expect(offered('validate', '--fail-on=w')).toEqual(['warning']);
    expect(offered('validate', '--fail-on=')).toEqual(['error', 'warning', 'info']);
    expect(offered('export', 'a.isobar.json', '--to', 'm')).toEqual(['mermaid', 'markdown']);
    expect(offered('connections', '--from', 'sqs')).toEqual(['sqs-queue']);
    expect(offered('fix', '--rule', 'sqs/visibility-t')).toEqual(['sqs/visibility-timeout']);
  });

  test('and words: templates, subjects, shells, designs', () => {
    expect(offered('new', 'fan')).toEqual(['fan-out-with-dlq']);
    expect(offered('explain', 'sqs-queue--lambda')).toContain('sqs-queue--lambda');
    expect(offered('completions', 'z')).toEqual(['zsh']);
    expect(offered('validate', '')).toEqual(['designs', 'a b.isobar.json', 'shop.isobar.json']);
    expect(offered('export', '--out', 'n')).toEqual(['notes.txt']);
    expect(offered('kinds', '')).toEqual([]);
    expect(offered('no-such-command', '')).toEqual([]);
  });
});
