import ELK from 'elkjs';
import { describe, expect, test } from 'vitest';
import { boxesOf } from '../../../shared/exporters/picture/boxes.ts';
import type { Design } from '../../../shared/model/design.ts';
import { applyLayout } from '../../../shared/model/edits/index.ts';
import {
  exampleConnection,
  exampleDesign,
  exampleNode,
  nodeId,
} from '../../../shared/model/testing/example-design.ts';
import { absolutePosition, findNode } from '../../../shared/model/tree.ts';
import { layoutTasks } from './elk-graph.ts';
import { addPlacements, nothingFound } from './placements.ts';

const vpc = nodeId('vpc');
const subnet = nodeId('subnet');
const design = exampleDesign(
  [
    exampleNode('api', { kind: 'rest-api', position: { x: 500, y: 900 } }),
    exampleNode('vpc', {
      kind: 'vpc',
      position: { x: 100, y: 300 },
      size: { width: 900, height: 900 },
    }),
    exampleNode('subnet', {
      kind: 'subnet',
      parent: vpc,
      position: { x: 40, y: 60 },
      size: { width: 300, height: 300 },
    }),
    exampleNode('fn', { kind: 'lambda', parent: subnet, position: { x: 30, y: 50 } }),
    exampleNode('db', { kind: 'rds-instance', parent: vpc, position: { x: 40, y: 500 } }),
    exampleNode('table', { kind: 'dynamodb-table', position: { x: 100, y: 100 } }),
  ],
  [
    exampleConnection('api', 'fn', { type: 'rest-api--lambda' }),
    exampleConnection('fn', 'db', { type: 'lambda--rds-instance' }),
    exampleConnection('fn', 'table', { type: 'lambda--dynamodb-table' }),
    exampleConnection('fn', 'subnet', { type: 'lambda--subnet' }),
    exampleConnection('fn', 'fn', { type: 'lambda--lambda' }),
  ],
);

const arranged = async (
  from: Design,
  ids?: readonly string[],
  locked?: ReadonlySet<string>,
): Promise<Design> => {
  const elk = new ELK();
  const found = nothingFound();
  for (const task of layoutTasks(from, ids, locked))
    addPlacements(found, task, await Promise.all(task.graphs.map((graph) => elk.layout(graph))));
  return applyLayout(found.placements)(from);
};

const overlaps = (of: Design): boolean => {
  const boxes = boxesOf(of);
  return boxes.some((a) =>
    boxes.some(
      (b) =>
        a !== b &&
        a.parent === b.parent &&
        a.x < b.x + b.width &&
        b.x < a.x + a.width &&
        a.y < b.y + b.height &&
        b.y < a.y + a.height,
    ),
  );
};

test('the graph holds what containers hold, and only lines that tell where things stand', () => {
  const [task] = layoutTasks(design, undefined);
  expect(task?.origin).toEqual({ x: 100, y: 100 });
  const [graph, ...others] = task?.graphs ?? [];
  expect(others).toEqual([]);
  expect(graph?.children?.map(({ id }) => id)).toEqual(['table', 'vpc', 'api']);
  const inner = graph?.children?.find(({ id }) => id === 'vpc')?.children;
  expect(inner?.map(({ id }) => id)).toEqual(['subnet', 'db']);
  expect(graph?.edges?.map(({ id }) => id)).toEqual(['api--fn', 'fn--db', 'fn--table']);
});

describe('a layout', () => {
  test('runs from left to right, without overlaps, on the grid, from the same corner', async () => {
    const after = await arranged(design);
    const x = (id: string): number => absolutePosition(after, id).x;
    expect(x('api')).toBeLessThan(x('fn'));
    expect(x('fn')).toBeLessThan(x('db'));
    expect(x('fn')).toBeLessThan(x('table'));
    expect(overlaps(after)).toBe(false);
    for (const { position } of after.nodes) {
      expect(position.x % 8).toBeCloseTo(0);
      expect(position.y % 8).toBeCloseTo(0);
    }
    expect(after.nodes.map(({ id, parent }) => [id, parent])).toEqual(
      design.nodes.map(({ id, parent }) => [id, parent]),
    );
    const tops = boxesOf(after).filter(({ parent }) => !parent);
    expect(Math.abs(Math.min(...tops.map((box) => box.x)) - 100)).toBeLessThanOrEqual(8);
    expect(Math.abs(Math.min(...tops.map((box) => box.y)) - 100)).toBeLessThanOrEqual(8);
  });
  test('a container is as large as what it holds needs, title included', async () => {
    const after = await arranged(design);
    const boxes = boxesOf(after);
    for (const box of boxes) {
      const node = findNode(after, box.node.id)!;
      if (box.isContainer && node.size) {
        // It does not have to grow when it is drawn.
        expect(box.width).toBe(node.size.width);
        expect(box.height).toBe(node.size.height);
      }
    }
  });
  test('of a selection leaves the rest alone', async () => {
    const after = await arranged(design, ['subnet', 'db']);
    for (const id of ['api', 'vpc', 'table'])
      expect(findNode(after, id)).toBe(findNode(design, id));
    expect(findNode(after, 'db')?.position).not.toEqual(findNode(design, 'db')?.position);
  });
  test('leaves what is locked where it is', async () => {
    const after = await arranged(design, undefined, new Set(['table']));
    expect(findNode(after, 'table')).toBe(findNode(design, 'table'));
    expect(overlaps(after)).toBe(false);
  });
  test('puts nothing on what is locked, wherever that is', async () => {
    const free = await arranged(design);
    // On each place that the layout would take.
    for (const { x, y, node } of boxesOf(free).filter((box) => !box.parent)) {
      const blocked: Design = {
        ...design,
        nodes: [
          ...design.nodes,
          exampleNode('pin', { kind: 'sns-topic', position: { x: x + 16, y: y + 16 } }),
        ],
      };
      const after = await arranged(blocked, undefined, new Set(['pin']));
      expect(findNode(after, 'pin')).toBe(findNode(blocked, 'pin'));
      expect(overlaps(after), node.id).toBe(false);
    }
  });
  test('does not move a container with something locked in it, and arranges the rest of it', async () => {
    const after = await arranged(design, undefined, new Set(['fn']));
    for (const id of ['fn', 'subnet', 'vpc'])
      expect(absolutePosition(after, id), id).toEqual(absolutePosition(design, id));
    expect(findNode(after, 'api')?.position).not.toEqual(findNode(design, 'api')?.position);
    expect(overlaps(after)).toBe(false);
    // A second card beside the locked one finds room, and the containers around it grow.
    const crowd: Design = {
      ...design,
      nodes: [
        ...design.nodes,
        ...[0, 1, 2, 3].map((at) =>
          exampleNode(`more-${at}`, { kind: 'lambda', parent: subnet, position: { x: 30, y: 50 } }),
        ),
      ],
    };
    const grown = await arranged(crowd, undefined, new Set(['fn']));
    expect(absolutePosition(grown, 'fn')).toEqual(absolutePosition(crowd, 'fn'));
    expect(overlaps(grown)).toBe(false);
  });
  test('leaves the inside of a locked container as it is', async () => {
    const after = await arranged(design, undefined, new Set(['vpc']));
    for (const id of ['vpc', 'subnet', 'fn', 'db'])
      expect(findNode(after, id)).toBe(findNode(design, id));
    expect(overlaps(after)).toBe(false);
  });
  test('of a selection keeps off what is locked as well', async () => {
    const after = await arranged(design, ['api', 'vpc'], new Set(['table']));
    expect(findNode(after, 'table')).toBe(findNode(design, 'table'));
    expect(overlaps(after)).toBe(false);
  });
  test('of much that nothing connects has about the shape of a window', async () => {
    const many = exampleDesign(
      Array.from({ length: 60 }, (_, at) =>
        exampleNode(`n${at}`, { kind: 'lambda', position: { x: 0, y: at * 100 } }),
      ),
      Array.from({ length: 20 }, (_, at) =>
        exampleConnection(`n${at * 3}`, `n${at * 3 + 1}`, { type: 'lambda--lambda' }),
      ),
    );
    const after = await arranged(many);
    expect(overlaps(after)).toBe(false);
    const right = Math.max(...after.nodes.map(({ position }) => position.x));
    const bottom = Math.max(...after.nodes.map(({ position }) => position.y));
    expect(right / bottom).toBeGreaterThan(0.7);
    expect(right / bottom).toBeLessThan(3);
  });
  test('of nothing is nothing', () => {
    expect(layoutTasks(exampleDesign([]), undefined)).toEqual([]);
    expect(layoutTasks(design, ['nobody'])).toEqual([]);
  });
});
