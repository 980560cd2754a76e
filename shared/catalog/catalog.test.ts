import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  connections,
  connectionsBetween,
  mechanisms,
  propertiesOf,
  serviceOf,
  services,
} from './catalog.ts';
import { refusals } from './refusals/index.ts';

const files = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

const duplicates = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index);

describe('the lists', () => {
  test('hold every service file, every mechanism file and every table', () => {
    expect(services.map(({ kind }) => kind as string).sort()).toEqual(
      files('services', '.service.ts'),
    );
    expect(mechanisms.map(({ id }) => id as string).sort()).toEqual(
      files('mechanisms', '.mechanism.ts'),
    );
    expect([...new Set(connections.map(({ from }) => `from-${from}`))].sort()).toEqual(
      files('connections', '.ts').filter((name) => name !== 'index'),
    );
    expect([...new Set(refusals.map(({ from }) => `from-${from}`))].sort()).toEqual(
      files('refusals', '.ts').filter((name) => name !== 'index'),
    );
  });

  test('have no two equal ids', () => {
    expect(duplicates(services.map(({ kind }) => kind))).toEqual([]);
    expect(duplicates(connections.map(({ id }) => id))).toEqual([]);
    expect(duplicates(mechanisms.map(({ id }) => id))).toEqual([]);
    expect(duplicates(refusals.map(({ from, to, level }) => `${from} ${to} ${level}`))).toEqual([]);
  });
});

describe.each(services)('$kind', (service) => {
  test('is explained, with a page to read', () => {
    expect(service.explain.length).toBeGreaterThan(80);
    expect(service.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.{5,}/);
    expect(service.title).not.toBe('');
  });

  test('has a summary line from its defaults', () => {
    const read = (property: string) => propertiesOf(service.kind)?.[property]?.default;
    const summary = service.summary?.(read) ?? '';
    expect(summary).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('may stand in kinds that are containers', () => {
    for (const parent of service.placement.parents)
      if (parent !== 'canvas') expect(serviceOf(parent)?.placement.isContainer, parent).toBe(true);
  });

  test('has properties whose defaults and limits agree', () => {
    for (const [name, property] of Object.entries(service.properties)) {
      const { default: value, min, max, values } = property;
      if (values !== undefined && value !== undefined) expect(values, name).toContain(value);
      if (typeof value === 'number' && min !== undefined)
        expect(value, name).toBeGreaterThanOrEqual(min);
      if (typeof value === 'number' && max !== undefined)
        expect(value, name).toBeLessThanOrEqual(max);
      if (property.pattern !== undefined)
        expect(() => new RegExp(property.pattern ?? '', 'u'), name).not.toThrow();
    }
  });
});

describe('connections', () => {
  test('join kinds of the catalog, and one of several ways is the usual one', () => {
    for (const { id, from, to } of connections) {
      expect(serviceOf(from), id).toBeDefined();
      expect(serviceOf(to), id).toBeDefined();
      const ways = connectionsBetween(from, to);
      expect(ways.filter(({ preferred }) => preferred).length, id).toBeLessThanOrEqual(1);
    }
  });

  test('name attributes that their ends have', () => {
    const wrong = connections.flatMap((row) =>
      [
        ...row.statements.flatMap(({ resources, conditions, byMechanism }) =>
          byMechanism ? [] : [...resources, JSON.stringify(conditions ?? '')],
        ),
        ...row.environment.map(({ value }) => value),
      ].flatMap((text) =>
        [...text.matchAll(/\{(source|target|connection)\.(\w+)\}/g)].flatMap(
          ([whole, head, field = '']) => {
            const known =
              head === 'connection'
                ? propertiesOf(row.id)?.[field]
                : serviceOf(head === 'source' ? row.from : row.to)?.attributes?.[field];
            return known === undefined ? [`${row.id}: ${whole}`] : [];
          },
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('refusals', () => {
  test('give a reason, and a path of which every step can be drawn', () => {
    const wrong: string[] = [];
    for (const { from, to, why, instead, path } of refusals) {
      expect(why.length).toBeGreaterThan(20);
      const steps = path === 'standalone' ? instead : [from, ...instead];
      // A path over kinds that are not in the catalog yet is words only.
      if (steps.some((kind) => serviceOf(kind) === undefined)) continue;
      for (const [index, kind] of steps.entries()) {
        const next = steps[index + 1];
        if (next === undefined) continue;
        if (
          connectionsBetween(kind, next).length === 0 &&
          connectionsBetween(next, kind).length === 0
        )
          wrong.push(`${from} -> ${to}: ${kind} -> ${next}`);
      }
      expect(serviceOf(to), to).toBeDefined();
    }
    expect(wrong).toEqual([]);
  });
});
