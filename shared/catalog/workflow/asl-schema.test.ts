import { expect, test } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { machineFields, stateFields } from './asl-fields.ts';
import { aslSchema } from './asl-schema.ts';

const object = (value: Json | undefined): JsonObject => {
  if (!isJsonObject(value)) throw new Error(`No object: ${JSON.stringify(value)}`);
  return value;
};

test('every field that the checks know is offered, with its help', () => {
  expect(Object.keys(object(aslSchema.properties))).toEqual(Object.keys(machineFields));
  const { allOf } = object(object(aslSchema.definitions).state);
  const byType = new Map(
    (allOf as readonly JsonObject[]).map((part) => [
      object(object(object(part.if).properties).Type).const,
      object(object(part.then).properties),
    ]),
  );
  for (const [type, fields] of Object.entries(stateFields))
    for (const [name, { help }] of Object.entries(fields))
      expect(object(byType.get(type)?.[name]).description).toContain(help);
});

test('everything that it refers to is there, and nothing is elsewhere', () => {
  const text = JSON.stringify(aslSchema);
  const names = new Set([...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, name]) => name));
  expect([...names].sort()).toEqual([
    '#/definitions/branch',
    '#/definitions/processor',
    '#/definitions/rule',
    '#/definitions/state',
  ]);
  for (const name of names)
    expect(object(aslSchema.definitions)).toHaveProperty(
      String(name).replace('#/definitions/', ''),
    );
});
