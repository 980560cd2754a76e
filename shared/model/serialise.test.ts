import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameJson } from '../lib/json-value.ts';
import { compareText, sortedBy } from '../lib/order.ts';
import type { Design } from './design.ts';
import { parseDesign } from './parse.ts';
import { serialiseDesign } from './serialise.ts';
import { anyDesign, oddKeys } from './testing/arbitraries.ts';
import {
  exampleConnection,
  exampleDesign,
  exampleNode,
  largeDesign,
  nodeId,
} from './testing/example-design.ts';

const reread = (design: Design): Design => {
  const parsed = parseDesign(serialiseDesign(design));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.design;
};

/** Lists whose order has no meaning, in one order. */
const inOrder = (design: Design): Design => ({
  ...design,
  nodes: sortedBy(design.nodes, ({ id }) => id),
  connections: sortedBy(design.connections, ({ id }) => id),
  ...(design.suppressions === undefined
    ? {}
    : {
        suppressions: [...design.suppressions].sort(
          (a, b) => compareText(a.rule, b.rule) || compareText(a.at ?? '', b.at ?? ''),
        ),
      }),
});

describe('the text of a design', () => {
  test('is laid out for small diffs', () => {
    const design = exampleDesign(
      [
        exampleNode('worker', {
          position: { x: 240, y: -8 },
          properties: {
            timeout: { Ref: 'Seconds' },
            layers: ['a', 'b'],
            environment: { TABLE: { 'Fn::GetAtt': ['Orders', 'Arn'] }, EMPTY: {} },
          },
          parent: nodeId('box'),
        }),
        exampleNode('box', { kind: 'group', size: { width: 400, height: 300 }, colour: 'blue' }),
      ],
      [exampleConnection('box', 'worker')],
      {
        team: ['core'],
        description: 'Two nodes',
        $schema: 'https://isobar.dev/schema/design-1.json',
      },
    );
    expect(serialiseDesign(design)).toMatchInlineSnapshot(`
      "{
        "$schema": "https://isobar.dev/schema/design-1.json",
        "formatVersion": 1,
        "name": "Example",
        "description": "Two nodes",
        "region": "eu-west-1",
        "nodes": [
          {
            "id": "box",
            "kind": "group",
            "name": "box",
            "position": { "x": 0, "y": 0 },
            "size": { "width": 400, "height": 300 },
            "properties": {},
            "colour": "blue"
          },
          {
            "id": "worker",
            "kind": "lambda",
            "name": "worker",
            "parent": "box",
            "position": { "x": 240, "y": -8 },
            "properties": {
              "environment": {
                "TABLE": { "Fn::GetAtt": ["Orders", "Arn"] },
                "EMPTY": {}
              },
              "layers": ["a", "b"],
              "timeout": { "Ref": "Seconds" }
            }
          }
        ],
        "connections": [
          {
            "id": "box--worker",
            "type": "lambda--lambda",
            "from": "box",
            "to": "worker",
            "properties": {}
          }
        ],
        "team": ["core"]
      }
      "
    `);
  });

  test('gives every design back, whatever it holds', () => {
    fc.assert(
      fc.property(anyDesign, (design) => sameJson(reread(design), inOrder(design))),
      { numRuns: 1000 },
    );
  });

  test('is the same after reading and writing again, and whatever the order in memory', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = serialiseDesign(design);
        expect(serialiseDesign(reread(design))).toBe(text);
        const ids = design.nodes.map(({ id }) => id);
        if (new Set(ids).size === ids.length) {
          expect(serialiseDesign({ ...design, nodes: [...design.nodes].reverse() })).toBe(text);
        }
        expect(text.endsWith('}\n')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps keys that are names of the language, and leaves the language alone', () => {
    const odd = Object.fromEntries(oddKeys.map((key) => [key, { polluted: true }]));
    const design = exampleDesign([exampleNode('a', { ...odd, properties: odd })], [], odd);
    const again = reread(design);
    expect(sameJson(again, design)).toBe(true);
    for (const owner of [again, again.nodes[0]!, again.nodes[0]!.properties]) {
      expect(Object.getPrototypeOf(owner)).toBe(Object.prototype);
      expect(Object.hasOwn(owner, '__proto__')).toBe(true);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('keeps nodes of one id in their order', () => {
    const design = exampleDesign([
      exampleNode('b', { name: 'first' }),
      exampleNode('a'),
      exampleNode('b', { name: 'second' }),
    ]);
    expect(reread(design).nodes.map(({ name }) => name)).toEqual(['a', 'first', 'second']);
  });

  test('is ready in no time', () => {
    const design = largeDesign(1000);
    serialiseDesign(design);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      serialiseDesign(design);
      return performance.now() - start;
    });
    // 5 ms on the slowest machine measured; the bound is for a loaded one.
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
