import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '../../lib/json.ts';
import { sameJson } from '../../lib/json-value.ts';
import { currentFormatVersion } from '../design.ts';
import { parseDesign } from '../parse.ts';
import { migrate, migrations } from './index.ts';

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const fileOf = (path: string): JsonObject => {
  const file: unknown = JSON.parse(textOf(path));
  if (!isJsonObject(file)) throw new Error(`${path} holds no object`);
  return file;
};

test('the steps lead from 0 to the current format, one at a time, and none is left out', () => {
  expect(migrations.map((step) => step.to)).toEqual(
    Array.from({ length: currentFormatVersion }, (_, index) => index + 1),
  );
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) =>
    name.endsWith('.migration.ts'),
  );
  expect(files.sort()).toEqual(migrations.map((step) => `v${step.to}.migration.ts`).sort());
});

describe.each(migrations)('to format $to: $why', (step) => {
  test('its pair is of the two formats, and it leads from one to the other', () => {
    const before = fileOf(step.before);
    const after = fileOf(step.after);
    expect([before.formatVersion, after.formatVersion]).toEqual([step.to - 1, step.to]);
    expect(sameJson(after, before)).toBe(false);
    expect({ ...step.up(before), formatVersion: step.to, $schema: after.$schema ?? null }).toEqual(
      after,
    );
  });

  test('the old file opens as a design', () => {
    const parsed = parseDesign(textOf(step.before));
    expect(parsed).toMatchObject({
      ok: true,
      value: { readOnly: false, notes: [{ code: 'older-format' }] },
    });
    expect(parsed.ok && parsed.value.design).toEqual(migrate(fileOf(step.before), step.to - 1));
  });

  test('it leaves what it does not recognise to the schema', () => {
    const odd: JsonObject[] = [
      {},
      { edges: null },
      { edges: 5 },
      { edges: [null, 1, []] },
      { edges: [], connections: [] },
    ];
    for (const file of odd) {
      expect(() => step.up(file)).not.toThrow();
      const text = JSON.stringify({ ...file, formatVersion: step.to - 1, name: 'n', region: 'r' });
      expect(parseDesign(text).ok).toBe(false);
    }
  });
});

test('a $schema of the user stays', () => {
  const { $schema } = migrate({ $schema: './my-schema.json', formatVersion: 0, edges: [] }, 0);
  expect($schema).toBe('./my-schema.json');
});

test('odd keys survive a step', () => {
  const file =
    '{"formatVersion":0,"name":"n","region":"r","nodes":[],"edges":[{"id":"e","kind":"k","source":"a","target":"b","properties":{},"__proto__":{"polluted":1}}]}';
  const parsed = parseDesign(file);
  const edge = parsed.ok ? parsed.value.design.connections[0] : undefined;
  expect(edge !== undefined && Object.keys(edge)).toContain('__proto__');
  expect(edge?.polluted).toBeUndefined();
});
