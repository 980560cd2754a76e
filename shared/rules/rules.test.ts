import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { predictExport } from '../exporters/sam/predict.ts';
import type { Design } from '../model/design.ts';
import { hasIntrinsic } from '../model/value.ts';
import { catalogFacts } from './catalog.ts';
import { rules } from './index.ts';
import type { BadExample, Example, Finding, Rule } from './rule.ts';
import { validateOnce } from './validator.ts';

const today = '2026-11-21';

const optionsOf = (example: Example) => ({
  today: example.today ?? today,
  predictExport,
  ...(example.exportTarget && { exportTarget: example.exportTarget }),
});
/** What one rule says, alone. */
const run = (rule: Rule, example: Example): readonly Finding[] =>
  validateOnce(example.design, [rule], catalogFacts, optionsOf(example));
const runAll = (example: Example, design: Design): readonly Finding[] =>
  validateOnce(design, rules, catalogFacts, optionsOf(example));

const identity = ({ rule, messageKey, at }: Finding): string =>
  `${rule} ${messageKey} ${at.kind === 'design' ? 'design' : at.id}`;
const errorsOf = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ severity, rule }) => severity === 'error' || rule === 'rule-failed')
    .map(identity);

const rulesWithProperties = (rule: Rule): boolean => {
  const { good, bad } = rule.examples;
  return [...good, ...bad].some(({ design }) =>
    [...design.nodes, ...design.connections].some(
      ({ properties }) => Object.keys(properties).length > 0,
    ),
  );
};

describe.each(rules.map((rule) => [rule.meta.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.examples.good.map((example) => [example.title, example] as const))(
    'is quiet on: %s',
    (_title, example) => {
      expect(run(rule, example).map(({ message }) => message)).toEqual([]);
    },
  );

  test.each(rule.examples.bad.map((example) => [example.title, example] as const))(
    'finds: %s',
    (_title, example: BadExample) => {
      const found = run(rule, example);
      expect(
        found
          .map(({ rule: id, messageKey }) =>
            id === rule.meta.id ? messageKey : `${id} ${messageKey}`,
          )
          .sort(),
      ).toEqual([...example.expect].sort());
      for (const { message } of found) expect(message).not.toMatch(/\{\w+\}|undefined|NaN/);
      const before = errorsOf(runAll(example, example.design));
      for (const finding of found)
        for (const { title, edit } of finding.fixes) {
          const fixed = edit(example.design);
          const left = run(rule, { ...example, design: fixed }).map(identity);
          expect(left, `"${title}" ends the finding`).not.toContain(identity(finding));
          const added = errorsOf(runAll(example, fixed)).filter((error) => !before.includes(error));
          expect(added, `"${title}" brings no new error`).toEqual([]);
        }
    },
  );

  test('is complete', () => {
    const { meta, examples } = rule;
    expect(examples.good.length).toBeGreaterThan(0);
    expect(examples.bad.length).toBeGreaterThan(0);
    const shown = new Set(examples.bad.flatMap(({ expect: keys }) => keys));
    expect(
      Object.keys(meta.messages).filter((key) => !shown.has(key)),
      'messages without an example',
    ).toEqual([]);
    expect(meta.explain.length).toBeGreaterThan(40);
    expect(meta.docs.title).not.toBe('');
    expect(meta.docs.url).toMatch(/^(https:\/\/docs\.aws\.amazon\.com|docs)\/./);
    if (rulesWithProperties(rule))
      expect(
        examples.good.some(({ design }) =>
          [...design.nodes, ...design.connections].some((item) => hasIntrinsic(item.properties)),
        ),
        'has a good example with an intrinsic',
      ).toBe(true);
  });
});

describe('the list of rules', () => {
  test('has every rule file, and each under its own id', () => {
    const folder = new URL('.', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.rule.ts'))
      .map((file) => file.replaceAll('\\', '/').replace(/\.rule\.ts$/, ''));
    expect(rules.map(({ meta }) => meta.id).sort()).toEqual(files.sort());
  });

  test('yields only to rules of families that exist', () => {
    const folders = readdirSync(new URL('.', import.meta.url));
    const unknown = rules
      .flatMap(({ meta }) => meta.yieldsTo ?? [])
      .filter((id) => !folders.includes(id.split('/')[0] ?? ''));
    expect(unknown).toEqual([]);
  });
});
