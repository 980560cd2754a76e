import { describe, expect, test } from 'vitest';
import type { Design } from '../../../shared/model/design.ts';
import { outlineRows, outlineStep } from './outline-rows.ts';

const node = (id: string, name: string, parent?: string) => ({
  id,
  name,
  kind: 'lambda',
  position: { x: 0, y: 0 },
  properties: {},
  ...(parent !== undefined && { parent }),
});
const designOf = (...nodes: ReturnType<typeof node>[]): Design =>
  ({ formatVersion: 1, name: '', region: '', nodes, connections: [] }) as unknown as Design;

const design = designOf(
  node('worker', 'Worker 10', 'subnet'),
  node('worker2', 'worker 2', 'subnet'),
  node('subnet', 'Private', 'vpc'),
  node('vpc', 'Network'),
  node('api', 'Api'),
);
const none = new Set<string>();
const shown = (closed: ReadonlySet<string>, wanted?: string) =>
  outlineRows(
    design,
    closed,
    wanted === undefined ? undefined : ({ name }) => name.toLowerCase().includes(wanted),
  ).map(({ node: { id }, level }) => `${'.'.repeat(level - 1)}${id}`);

describe('the rows of the outline', () => {
  test('containers before what they hold, by name, numbers as numbers', () => {
    expect(shown(none)).toEqual(['api', 'vpc', '.subnet', '..worker2', '..worker']);
  });
  test('a closed container hides what it holds', () => {
    expect(shown(new Set(['subnet']))).toEqual(['api', 'vpc', '.subnet']);
  });
  test('a filter keeps the containers around, and opens them', () => {
    expect(shown(new Set(['vpc', 'subnet']), '10')).toEqual(['vpc', '.subnet', '..worker']);
    expect(shown(none, 'nothing')).toEqual([]);
  });
  test('each says its place', () => {
    expect(outlineRows(design, none)[4]).toMatchObject({ level: 3, place: 2, count: 2 });
  });
  test('a ring of parents and a missing parent do no harm', () => {
    const odd = designOf(node('a', 'A', 'b'), node('b', 'B', 'a'), node('c', 'C', 'gone'));
    expect(outlineRows(odd, none).map(({ node: { id } }) => id)).toEqual(['c']);
    expect(outlineRows(odd, none, () => true).map(({ node: { id } }) => id)).toEqual(['c']);
  });
});

describe('keys of the outline', () => {
  const rows = outlineRows(design, new Set(['subnet']));
  test.each([
    ['ArrowDown', 0, { kind: 'go', to: 1 }],
    ['ArrowDown', 2, { kind: 'go', to: 2 }],
    ['ArrowUp', 0, { kind: 'go', to: 0 }],
    ['ArrowDown', -1, { kind: 'go', to: 0 }],
    ['End', 0, { kind: 'go', to: 2 }],
    ['ArrowRight', 1, { kind: 'go', to: 2 }],
    ['ArrowRight', 2, { kind: 'open', id: 'subnet' }],
    ['ArrowRight', 0, undefined],
    ['ArrowLeft', 1, { kind: 'close', id: 'vpc' }],
    ['ArrowLeft', 2, { kind: 'go', to: 1 }],
    ['ArrowLeft', 0, undefined],
    ['x', 0, undefined],
  ])('%s at %i', (key, at, step) => expect(outlineStep(key, rows, at)).toEqual(step));
});
