import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isJsonObject } from '../lib/json.ts';
import { isJson } from '../lib/json-value.ts';
import { designSchema } from './design.ts';
import { designJsonSchema } from './json-schema.ts';
import { newDesign } from './new-design.ts';
import { anyDesign } from './testing/arbitraries.ts';

test('it is plain JSON and says what it is', () => {
  const schema = designJsonSchema();
  expect(isJson(schema)).toBe(true);
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://isobar.dev/schema/design-1.json',
    title: 'Isobar design',
    required: ['formatVersion', 'name', 'region', 'nodes', 'connections'],
    additionalProperties: {},
  });
  expect(newDesign({ name: 'a', region: 'b' }).$schema).toBe(schema.$id);
});

test('every field has a description', () => {
  const undescribed: string[] = [];
  const visit = (schema: unknown, at: string): void => {
    if (!isJsonObject(schema)) return;
    for (const [name, field] of Object.entries(
      isJsonObject(schema.properties) ? schema.properties : {},
    )) {
      const plain = ['x', 'y', 'width', 'height'].includes(name);
      if (!plain && isJsonObject(field) && field.description === undefined)
        undescribed.push(`${at}.${name}`);
      visit(field, `${at}.${name}`);
    }
    visit(schema.items, `${at}[]`);
  };
  visit(designJsonSchema(), '');
  expect(undescribed).toEqual([]);
});

test('it takes what the parser takes', () => {
  const published = z.fromJSONSchema(designJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  fc.assert(
    fc.property(anyDesign, (design) => {
      expect(designSchema.safeParse(design).success).toBe(true);
      expect(published.safeParse(design).success).toBe(true);
    }),
    { numRuns: 200 },
  );
  expect(
    published.safeParse({ formatVersion: 1, name: 'a', region: 'b', nodes: [{}], connections: [] })
      .success,
  ).toBe(false);
});
