import { describe, expect, test } from 'vitest';
import {
  connection,
  design,
  inside,
  node,
  settings,
  suppress,
} from '../../shared/rules/examples.ts';
import { broken, sound } from '../testing/designs.ts';
import { makeMachine } from '../testing/machine.ts';

describe('text', () => {
  test('a sound design is fine', () => {
    const { put, run } = makeMachine();
    const { code, stdout, stderr } = run('validate', put('a.json', sound));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^a\.json:\d+:\d+: warning\[|^a\.json: no findings\n$/);
  });

  test('an error has its place, its message, its fix and where to read more', () => {
    const { put, read, run } = makeMachine();
    const { code, stdout } = run('validate', put('a.json', broken));
    expect(code).toBe(1);
    const [, line] = /^a\.json:(\d+):\d+: error\[sqs\/visibility-timeout\]: /m.exec(stdout) ?? [];
    expect(read('a.json').split('\n')[Number(line) - 1]?.trim()).toBe('{');
    expect(read('a.json').split('\n')[Number(line)]).toContain('"id": "feed"');
    expect(stdout).toContain('fix: Set the visibility timeout');
    expect(stdout).toContain('why: isobar explain sqs/visibility-timeout');
    expect(stdout).toMatch(/a\.json: 1 error/);
  });

  test('the place of a property is the line that sets it', () => {
    const { put, read, run } = makeMachine();
    const bad = design(node('lambda', 'worker', { memorySize: 1 }));
    const { stdout } = run('validate', put('a.json', bad));
    const [, line] = /^a\.json:(\d+):\d+: \w+\[lambda\/memory-range\]/m.exec(stdout) ?? [];
    expect(read('a.json').split('\n')[Number(line) - 1]).toContain('"memorySize": 1');
  });

  test('hostile names do not move the cursor', () => {
    const { put, run } = makeMachine();
    const evil = design(
      node('sqs-queue', 'a\u001b[2Jb\nc', { visibilityTimeout: 30 }, 'q'),
      node('lambda', 'worker', { timeout: 60 }),
      connection('sqs-queue--lambda', 'q', 'worker'),
    );
    const { stdout } = run('validate', put('a.json', evil));
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('a\ufffd[2Jb c');
  });

  test('colours are for terminals', () => {
    const { put, run } = makeMachine({ colors: { stdout: true, stderr: false } });
    expect(run('validate', put('a.json', broken)).stdout).toContain('\u001b[31merror[');
  });
});

test('--to says what holds for one export alone', () => {
  const { put, run } = makeMachine();
  const site = design(
    node('s3-bucket', 'pages'),
    node('cloudfront', 'site', { aliases: ['www.example.com'] }),
    inside(
      node('region', 'virginia', { code: 'us-east-1' }),
      node('certificate', 'tls', { domainName: 'www.example.com' }),
    ),
    connection('cloudfront--s3-bucket', 'site', 'pages'),
    connection('certificate--cloudfront', 'tls', 'site'),
  );
  const file = put('a.json', site);
  const handedOver = 'info[export/not-supported-by-target]';
  expect(run('validate', file, '--to', 'sam').stdout).toContain(handedOver);
  expect(run('validate', file, '--to', 'cdk').stdout).not.toContain(handedOver);
  expect(run('validate', file).stdout).not.toContain(handedOver);
});

describe('the exit code', () => {
  const info = design(
    settings({ name: 'Info' }),
    node('lambda', 'worker'),
    node('lambda', 'other'),
  );

  test('follows --fail-on', () => {
    const { put, run } = makeMachine();
    put('a.json', info);
    const counts = JSON.parse(run('validate', 'a.json', '--format', 'json').stdout).designs[0]
      .counts;
    expect(counts.error).toBe(0);
    expect(run('validate', 'a.json').code).toBe(0);
    const any = counts.warning + counts.info > 0;
    expect(run('validate', 'a.json', '--fail-on', 'info').code).toBe(any ? 1 : 0);
    expect(run('validate', 'a.json', '--fail-on', 'warning').code).toBe(counts.warning > 0 ? 1 : 0);
  });

  test('of what was set aside is 0, and the report says so', () => {
    const { put, run } = makeMachine();
    const aside = {
      ...broken,
      suppressions: [suppress('sqs/visibility-timeout', 'a test', 'feed')],
    };
    const { code, stdout } = run('validate', put('a.json', aside));
    expect(code).toBe(0);
    expect(stdout).toContain('1 set aside');
  });

  test('is 2 when one of several cannot be read, and the others are checked', () => {
    const { put, run } = makeMachine();
    const { code, stdout, stderr } = run(
      'validate',
      put('a.json', broken),
      'nothing.json',
      put('c.json', '{ "formatVersion": 1,\n  "nodes": 3 }'),
    );
    expect(code).toBe(2);
    expect(stdout).toContain('a.json: 1 error');
    expect(stderr).toContain('nothing.json: error: There is no such file.');
    expect(stderr).toMatch(/^c\.json:2:\d+: error: .*nodes/m);
  });

  test('is 2 for a template of CloudFormation, with a hint', () => {
    const { put, run } = makeMachine();
    const { code, stderr } = run('validate', put('t.json', '{ "Resources": {} }'));
    expect(code).toBe(2);
    expect(stderr).toContain('not an Isobar design');
    expect(stderr).toContain('hint:');
  });
});

test('- reads standard input', () => {
  const { run } = makeMachine({
    readStdin: () => ({ ok: true, value: JSON.stringify(broken) }),
  });
  const { code, stdout } = run('validate', '-');
  expect(code).toBe(1);
  expect(stdout).toContain('<stdin>:1:');
});

test('json holds everything that a program needs', () => {
  const { put, run } = makeMachine();
  const aside = { ...broken, suppressions: [suppress('sqs/visibility-timeout', 'a test')] };
  const report = JSON.parse(
    run('validate', put('a.json', broken), put('b.json', aside), '--format', 'json').stdout,
  );
  expect(report.designs[0]).toMatchObject({
    file: 'a.json',
    name: 'Orders',
    counts: { error: 1, suppressed: 0 },
  });
  expect(report.designs[0].findings[0]).toMatchObject({
    rule: 'sqs/visibility-timeout',
    severity: 'error',
    at: { kind: 'connection', id: 'feed' },
    subject: '"orders" → "worker" (triggers)',
  });
  expect(report.designs[0].findings[0].fixes.length).toBeGreaterThan(0);
  expect(report.designs[1].counts).toMatchObject({ error: 0, suppressed: 1 });
  expect(report.designs[1].findings[0].suppressed).toEqual({ reason: 'a test' });
});

describe('sarif', () => {
  const { put, run } = (() => {
    const files = new Map([
      ['a b.json', JSON.stringify(broken)],
      [
        'sub/ü.json',
        JSON.stringify({ ...broken, suppressions: [suppress('sqs/visibility-timeout', 'a test')] }),
      ],
    ]);
    return {
      put: [...files.keys()],
      run: (...typed: readonly string[]) =>
        makeMachine({ readFile: (name) => ({ ok: true, value: files.get(name) ?? '' }) }).run(
          ...typed,
        ),
    };
  })();

  test('is a run with rules, results, places, fingerprints and suppressions', () => {
    const log = JSON.parse(run('validate', ...put, '--format', 'sarif').stdout);
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    const [{ tool, results, artifacts }] = log.runs;
    expect(tool.driver).toMatchObject({ name: 'Isobar', semanticVersion: '1.2.3' });
    expect(artifacts.map(({ location }: { location: { uri: string } }) => location.uri)).toEqual([
      'a%20b.json',
      'sub/%C3%BC.json',
    ]);
    const prints = new Set<string>();
    for (const result of results) {
      const rule = tool.driver.rules[result.ruleIndex];
      expect(rule.id).toBe(result.ruleId);
      for (const key of ['shortDescription', 'fullDescription', 'help'])
        expect(rule[key].text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(physicalLocation.region.startColumn).toBeGreaterThan(0);
      expect(artifacts[physicalLocation.artifactLocation.index].location.uri).toBe(
        physicalLocation.artifactLocation.uri,
      );
      prints.add(
        `${physicalLocation.artifactLocation.uri} ${result.partialFingerprints['isobarFinding/v1']}`,
      );
    }
    expect(prints.size).toBe(results.length);
    const last = results.find(
      ({ ruleId, suppressions }: { ruleId: string; suppressions?: object }) =>
        ruleId === 'sqs/visibility-timeout' && suppressions,
    );
    expect(last.suppressions).toEqual([{ kind: 'inSource', justification: 'a test' }]);
  });

  test('has no link that a name in a design makes', () => {
    const machine = makeMachine();
    const named = {
      ...broken,
      nodes: broken.nodes.map((node) => ({ ...node, name: '[click](https://example.com)' })),
    };
    const { stdout } = machine.run(
      'validate',
      machine.put('a.json', JSON.stringify(named)),
      '--format',
      'sarif',
    );
    const texts = JSON.parse(stdout).runs[0].results.map(
      ({ message }: { message: { text: string } }) => message.text,
    );
    expect(texts.join()).toContain('[click] (https://example.com)');
    expect(texts.join()).not.toContain('](');
  });

  test('of nothing is an empty run', () => {
    const machine = makeMachine();
    const log = JSON.parse(
      machine.run('validate', machine.put('a.json', design()), '--format', 'sarif').stdout,
    );
    expect(log.runs[0].results).toEqual([]);
  });
});
