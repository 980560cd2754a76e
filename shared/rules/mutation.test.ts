import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planDesign } from '../exporters/plan/plan.ts';
import { templateFiles } from '../exporters/testing/templates.ts';
import type { Json } from '../lib/json.ts';
import { parseDesign } from '../model/parse.ts';
import { mutate, mutation } from '../model/testing/mutations.ts';
import { catalogFacts } from './catalog.ts';
import { rules } from './index.ts';
import { ruleFailed, validateOnce } from './validator.ts';

test('no rule and no exporter crashes on a design that was tampered with', () => {
  let checked = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...templateFiles),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      ({ text }, mutations) => {
        const file: Json = JSON.parse(text);
        for (const one of mutations) mutate(file, one);
        const parsed = parseDesign(JSON.stringify(file));
        if (!parsed.ok) return;
        checked += 1;
        const findings = validateOnce(parsed.value.design, rules, catalogFacts, {
          today: '2026-11-21',
        });
        expect(
          findings.filter(({ rule }) => rule === ruleFailed).map(({ message }) => message),
        ).toEqual([]);
        for (const { message, data } of findings) {
          // What the design itself says may have braces: a path such as /orders/{id}.
          const own = Object.values(data).reduce<string>(
            (text, value) => text.replaceAll(String(value), ''),
            message,
          );
          expect(own).not.toMatch(/\{\w+\}/);
          expect(own).not.toMatch(/undefined|\[object/);
        }
        if (findings.every(({ severity }) => severity !== 'error')) planDesign(parsed.value.design);
      },
    ),
    { numRuns: 700 },
  );
  expect(checked).toBeGreaterThan(100);
}, 60_000);
