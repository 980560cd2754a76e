import { describe, expect, test } from 'vitest';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { design, node } from '../../shared/rules/examples.ts';
import { broken, sound } from '../testing/designs.ts';
import { makeMachine } from '../testing/machine.ts';

/*
 * The commands that write designs: fix, format, new; and diff, which tells what they did.
 */

describe('fix', () => {
  test('mends what it can, in place, and says what it did', () => {
    const { put, read, run } = makeMachine();
    const { code, stdout, stderr } = run(
      'fix',
      put('a.json', broken),
      '--rule',
      'sqs/visibility-timeout',
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('fixed sqs/visibility-timeout: Set the visibility timeout');
    expect(stderr).toContain('a.json: 1 fix applied; left: 0 errors');
    expect(read('a.json')).toBe(serialiseDesign(sound));
  });

  test('says what it would do, and does not do it', () => {
    const { put, read, run } = makeMachine();
    const { stdout, stderr } = run('fix', put('a.json', broken), '--dry-run');
    expect(stdout).toBe('');
    expect(stderr).toContain('would be applied');
    expect(read('a.json')).toBe(serialiseDesign(broken));
  });

  test('touches only what the rule is about, and does not touch a file it does not mend', () => {
    const { put, read, run } = makeMachine();
    const odd = `${serialiseDesign(broken)}\n`;
    expect(run('fix', put('a.json', odd), '--rule', 'lambda/memory-range').code).toBe(1);
    expect(read('a.json')).toBe(odd);
  });

  test('of all findings ends, and leaves no error that has a fix', () => {
    const { put, run } = makeMachine();
    expect(run('fix', put('a.json', broken)).code).toBe(0);
    expect(run('validate', 'a.json').code).toBe(0);
  });

  test('deletes nothing that nobody has named', () => {
    const { put, read, run } = makeMachine();
    const unknown = design(node('quantum-computer', 'q'));
    const { code, stderr } = run('fix', put('a.json', unknown));
    expect(code).toBe(1);
    expect(stderr).toContain('left out model/unknown-kind: Remove "q"');
    expect(read('a.json')).toBe(serialiseDesign(unknown));
    expect(run('fix', 'a.json', '--rule', 'model/unknown-kind').code).toBe(0);
    expect(JSON.parse(read('a.json')).nodes).toEqual([]);
  });

  test('writes to stdout what came from stdin', () => {
    const { run } = makeMachine({
      readStdin: () => ({ ok: true, value: serialiseDesign(broken) }),
    });
    const { code, stdout } = run('fix', '-', '--rule', 'sqs/visibility-timeout');
    expect(code).toBe(0);
    expect(stdout).toBe(serialiseDesign(sound));
  });

  test('does not know every rule', () => {
    const { put, run } = makeMachine();
    const { code, stderr } = run('fix', put('a.json', broken), '--rule', 'sqs/visibilty-timeout');
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean sqs/visibility-timeout?');
  });

  test('does not write back what a newer Isobar has written', () => {
    const { put, read, run } = makeMachine();
    const newer = JSON.stringify({ ...broken, formatVersion: 99 });
    const { code, stderr } = run('fix', put('a.json', newer));
    expect(code).toBe(2);
    expect(stderr).toContain('newer Isobar');
    expect(read('a.json')).toBe(newer);
    expect(run('format', 'a.json').code).toBe(2);
    expect(read('a.json')).toBe(newer);
  });
});

describe('format', () => {
  test('writes the canonical form, once', () => {
    const { put, read, run } = makeMachine();
    put('a.json', JSON.stringify({ ...sound, nodes: [...sound.nodes].reverse() }));
    expect(run('format', 'a.json')).toEqual({ code: 0, stdout: '', stderr: 'a.json: formatted\n' });
    expect(read('a.json')).toBe(serialiseDesign(sound));
    expect(run('format', 'a.json')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('--check names what is not canonical, and writes nothing', () => {
    const { put, read, run } = makeMachine();
    put('a.json', sound);
    put('b.json', JSON.stringify(sound));
    expect(run('format', '--check', 'a.json', 'b.json')).toEqual({
      code: 1,
      stdout: 'b.json\n',
      stderr: '',
    });
    expect(read('b.json')).toBe(JSON.stringify(sound));
    expect(run('format', '--check', 'a.json').code).toBe(0);
  });

  test('passes stdin on to stdout', () => {
    const { run } = makeMachine({ readStdin: () => ({ ok: true, value: JSON.stringify(sound) }) });
    expect(run('format', '-').stdout).toBe(serialiseDesign(sound));
  });
});

describe('new', () => {
  test('writes a template that is canonical and has no error', () => {
    const { put, run } = makeMachine();
    const names = run('templates', '--format', 'json');
    for (const { template } of JSON.parse(names.stdout)) {
      const made = run('new', template);
      expect([made.code, made.stderr]).toEqual([0, '']);
      put('a.json', made.stdout);
      expect(run('format', '--check', 'a.json').code).toBe(0);
      expect(run('validate', 'a.json').code).toBe(0);
    }
  });

  test('takes a name', () => {
    const { run } = makeMachine();
    const { stdout } = run('new', 'cron-job', '--name', 'A "name"');
    expect(JSON.parse(stdout).name).toBe('A "name"');
  });

  test('does not know every template, whatever it is called', () => {
    const { run } = makeMachine();
    expect(run('new', 'cron').stderr).toContain('Did you mean cron-job?');
    expect(run('new', 'constructor').code).toBe(2);
  });
});

describe('diff', () => {
  test('speaks of nodes, connections and settings', () => {
    const { put, run } = makeMachine();
    put('a.json', broken);
    put('b.json', {
      ...sound,
      name: 'Shop',
      connections: [],
      nodes: sound.nodes.map((item) => ({ ...item, position: { x: 40, y: 40 } })),
    });
    const { code, stdout } = run('diff', 'a.json', 'b.json');
    expect(code).toBe(0);
    expect(stdout).toBe(`~ the design
    name: "Orders" → "Shop"
~ SQS queue "orders" (orders)
    visibilityTimeout: 30 → 360
- "orders" triggers "worker" (feed)
1 moved or resized only
`);
    expect(run('diff', 'a.json', 'b.json', '--exit-code').code).toBe(1);
    const data = JSON.parse(run('diff', 'a.json', 'b.json', '--format', 'json').stdout);
    expect(data.connections.removed).toHaveLength(1);
  });

  test('of two that are the same is silent on stdout', () => {
    const { put, run } = makeMachine();
    put('a.json', sound);
    put('b.json', JSON.stringify(sound));
    expect(run('diff', 'a.json', 'b.json', '--exit-code')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'The designs do not differ.\n',
    });
  });

  test('needs both', () => {
    const { put, run } = makeMachine();
    expect(run('diff', put('a.json', sound), 'nothing.json').code).toBe(2);
  });
});
