import { expect, it } from 'vitest';
import {
  connections,
  connectionsBetween,
  propertiesOf,
} from '../../../../shared/catalog/catalog.ts';
import type { Json } from '../../../../shared/lib/json.ts';
import type { Design } from '../../../../shared/model/design.ts';
import { asConnectionId, asNodeId } from '../../../../shared/model/ids.ts';
import { retype } from './retype.ts';

const made = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing');
  return value;
};

it('keeps what the new meaning has too and what nobody knows, for all pairs with several meanings', () => {
  const pairs = connections.filter(({ from, to }) => connectionsBetween(from, to).length > 1);
  expect(pairs.length).toBeGreaterThan(5);
  for (const { id: type, from, to } of pairs)
    for (const { id: next } of connectionsBetween(from, to)) {
      if (next === type) continue;
      const [before, after] = [propertiesOf(type) ?? {}, propertiesOf(next) ?? {}];
      const properties: { [name: string]: Json } = { colour: 'blue' };
      for (const name of Object.keys(before)) properties[name] = 'x';
      const connection = {
        id: made(asConnectionId('c')),
        type,
        from: made(asNodeId('a')),
        to: made(asNodeId('b')),
        properties,
      };
      const design: Design = {
        formatVersion: 1,
        name: 'd',
        region: 'eu-west-1',
        nodes: [],
        connections: [connection],
      };
      const [changed] = retype(connection, next)(design).connections;
      expect(changed?.type).toBe(next);
      expect(Object.keys(changed?.properties ?? {}).sort()).toEqual(
        ['colour', ...Object.keys(before).filter((name) => Object.hasOwn(after, name))].sort(),
      );
    }
});
