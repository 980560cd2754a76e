import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { xmlProblems } from '../../shared/exporters/picture/testing/well-formed.ts';
import { design, node } from '../../shared/rules/examples.ts';
import { broken, sound } from '../testing/designs.ts';
import { makeMachine } from '../testing/machine.ts';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

describe('an application', () => {
  test.each([
    ['sam', ['template.yaml', 'samconfig.toml', 'README.md']],
    ['cdk', ['package.json', 'cdk.json', 'tsconfig.json', 'README.md']],
  ] as const)('%s is written as a folder', (to, expected) => {
    const { put, path, run } = makeMachine();
    const { code, stdout, stderr } = run(
      'export',
      put('a.json', sound),
      '--to',
      to,
      '--out',
      'app',
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/app: wrote \d+ files; how to deploy: README\.md\n$/);
    expect(filesIn(path('app'))).toEqual(expect.arrayContaining([...expected]));
    expect(filesIn(path('app')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('is written again without a word about files that are the same', () => {
    const { put, run } = makeMachine();
    put('a.json', sound);
    run('export', 'a.json', '--to', 'sam', '--out', 'app');
    const { code, stderr } = run('export', 'a.json', '--to', 'sam', '--out', 'app');
    expect(code).toBe(0);
    expect(stderr).toMatch(/wrote 0 files, \d+ unchanged/);
  });

  test('does not overwrite what somebody has changed, and names it', () => {
    const { put, read, run } = makeMachine();
    put('a.json', sound);
    run('export', 'a.json', '--to', 'sam', '--out', 'app');
    const template = read('app/template.yaml');
    put('app/template.yaml', 'mine');
    const refused = run('export', 'a.json', '--to', 'sam', '--out', 'app');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('Nothing was written.');
    expect(refused.stderr).toContain('  app/template.yaml\n');
    expect(refused.stderr).toContain('--force');
    expect(read('app/template.yaml')).toBe('mine');
    expect(run('export', 'a.json', '--to', 'sam', '--out', 'app', '--force').code).toBe(0);
    expect(read('app/template.yaml')).toBe(template);
  });

  test('of a design with errors is refused, unless that is what one wants', () => {
    const { put, path, run } = makeMachine();
    put('a.json', broken);
    const refused = run('export', 'a.json', '--to', 'cdk', '--out', 'app');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('error[sqs/visibility-timeout]');
    expect(refused.stderr).toContain('--despite-errors');
    expect(existsSync(path('app'))).toBe(false);
    const forced = run('export', 'a.json', '--to', 'cdk', '--out', 'app', '--despite-errors');
    expect(forced.code).toBe(0);
    expect(forced.stderr).toContain(
      'warning: The design has 1 error; what comes out may not deploy.',
    );
  });

  test('of what cannot be exported names it', () => {
    const { put, path, run } = makeMachine();
    const unknown = design(node('quantum-computer', 'q'));
    const { code, stderr } = run(
      'export',
      put('a.json', unknown),
      '--to',
      'sam',
      '--out',
      'app',
      '--despite-errors',
    );
    expect(code).toBe(1);
    expect(stderr).toContain('quantum-computer, which this version cannot export');
    expect(existsSync(path('app'))).toBe(false);
  });
});

describe('a document', () => {
  test('goes to stdout without --out', () => {
    const { put, run } = makeMachine();
    put('a.json', sound);
    const svg = run('export', 'a.json', '--to', 'svg');
    expect([svg.code, svg.stderr]).toEqual([0, '']);
    expect(xmlProblems(svg.stdout)).toEqual([]);
    expect(svg.stdout).toContain('<symbol id="icon-AWSLambda"');
    expect(run('export', 'a.json', '--to', 'mermaid').stdout).toContain('flowchart LR');
    expect(run('export', 'a.json', '--to', 'markdown').stdout).toContain('# Orders\n');
  });

  test('has the theme and the ground one wants', () => {
    const { put, run } = makeMachine();
    put('a.json', sound);
    const dark = run('export', 'a.json', '--to', 'svg', '--theme', 'dark').stdout;
    expect(dark).toContain('#0f1623');
    const clear = run('export', 'a.json', '--to', 'svg', '--transparent').stdout;
    expect(clear).not.toContain('height="72" fill="#f8fafc"');
    expect(clear.length).toBeLessThan(dark.length);
  });

  test('is written to a file, and not over another', () => {
    const { put, read, run } = makeMachine();
    put('a.json', sound);
    expect(run('export', 'a.json', '--to', 'svg', '--out', 'a.svg').code).toBe(0);
    const picture = read('a.svg');
    put('a.svg', 'mine');
    const refused = run('export', 'a.json', '--to', 'svg', '--out', 'a.svg');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('  a.svg\n');
    expect(read('a.svg')).toBe('mine');
    expect(run('export', 'a.json', '--to', 'svg', '--out', 'a.svg', '--force').code).toBe(0);
    expect(read('a.svg')).toBe(picture);
    expect(run('export', 'a.json', '--to', 'svg', '--out', 'no/such/a.svg').code).toBe(2);
    expect(run('export', 'a.json', '--to', 'svg', '--out', '.').code).toBe(2);
  });

  test('shows designs with errors too, and the report tells of them', () => {
    const { put, run } = makeMachine();
    put('a.json', broken);
    expect(run('export', 'a.json', '--to', 'mermaid').code).toBe(0);
    const report = run('export', 'a.json', '--to', 'markdown').stdout;
    expect(report).toContain('### Errors');
    expect(report).toContain('sqs/visibility-timeout');
  });
});
