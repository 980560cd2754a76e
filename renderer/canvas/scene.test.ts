import { expect, test } from 'vitest';
import { kindFacts } from '../../shared/catalog/catalog.ts';
import { createGraph } from '../../shared/graph/incremental-graph.ts';
import type { Design } from '../../shared/model/design.ts';
import { moveNodes } from '../../shared/model/edits/index.ts';
import { asNodeId } from '../../shared/model/ids.ts';
import { parseDesign } from '../../shared/model/parse.ts';
import { createDrag } from './drag.ts';
import { createFlowItems } from './flow-items.ts';
import { containerAround, lineAt, nodeAt, nodesWithin } from './pick.ts';
import { createSceneMaker } from './scene.ts';

const made = (): Design => {
  const node = (id: string, kind: string, x: number, y: number, more = {}) => ({
    id,
    kind,
    name: id,
    position: { x, y },
    properties: {},
    ...more,
  });
  const parsed = parseDesign(
    JSON.stringify({
      formatVersion: 1,
      name: 'Two groups',
      region: 'eu-west-1',
      nodes: [
        node('api', 'http-api', 0, 0),
        node('box', 'group', 400, 0, { size: { width: 560, height: 240 } }),
        node('fn', 'lambda', 40, 60, { parent: 'box' }),
        node('table', 'dynamodb-table', 300, 60, { parent: 'box' }),
        node('far', 'sqs-queue', 0, 2000),
      ],
      connections: [
        { id: 'a', type: 'http-api--lambda', from: 'api', to: 'fn', properties: {} },
        { id: 'b', type: 'lambda--dynamodb-table', from: 'fn', to: 'table', properties: {} },
        { id: 'c', type: 'http-api--lambda', from: 'api', to: 'fn', properties: {} },
      ],
    }),
  );
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value.design;
};

const sceneOf = (collapsed: readonly string[] = []) => {
  const design = made();
  const maker = createSceneMaker();
  const graph = createGraph(kindFacts, design);
  return { design, maker, graph, scene: maker.make(design, new Set(collapsed), graph) };
};

test('a collapsed container hides what it holds, and its lines end at it as one', () => {
  const { scene } = sceneOf(['box']);
  expect(scene.boxes.map(({ node }) => node.id).sort()).toEqual(['api', 'box', 'far']);
  expect(scene.collapsed.get('box')).toBe(2);
  expect(scene.lines).toHaveLength(1);
  expect(scene.lines[0]).toMatchObject({ from: 'api', to: 'box', ids: ['a', 'c'] });
  expect(scene.routes.get('a')?.to).toBe('box');
});

test('an edit far away leaves lines the same objects', () => {
  const { design, maker, graph, scene } = sceneOf();
  const far = asNodeId('far');
  if (far === undefined) throw new Error('no id');
  const moved = moveNodes([[far, { x: 0, y: 2400 }]])(design);
  const next = maker.make(moved, new Set(), graph);
  expect(next.routes.get('a')).toBe(scene.routes.get('a'));
  expect(next.routes.get('b')).toBe(scene.routes.get('b'));
});

test('choosing one node makes anew that one alone', () => {
  const { scene } = sceneOf();
  const items = createFlowItems();
  const shown = { locked: new Set<string>(), isReadOnly: false, live: undefined };
  const before = items.nodes(scene, { ...shown, selection: new Set() });
  const after = items.nodes(scene, { ...shown, selection: new Set(['fn']) });
  const changed = after.filter((node, at) => node !== before[at]);
  expect(changed.map(({ id, selected }) => [id, selected])).toEqual([['fn', true]]);
});

test('while all is painted, only what is live is an element', () => {
  const { scene } = sceneOf();
  const nodes = createFlowItems().nodes(scene, {
    selection: new Set(),
    locked: new Set(),
    isReadOnly: false,
    live: new Set(['api']),
  });
  expect(nodes.filter(({ hidden }) => !hidden).map(({ id }) => id)).toEqual(['api']);
});

test('a point is asked for its card, its line, and the container around it', () => {
  const { scene } = sceneOf();
  expect(nodeAt(scene, { x: 460, y: 90 }, 0.2)).toBe('fn');
  expect(nodeAt(scene, { x: 940, y: 200 }, 1)).toBeUndefined();
  expect(nodeAt(scene, { x: 960, y: 200 }, 1)).toBe('box');
  expect(containerAround(scene, { x: 940, y: 200 })).toBe('box');
  const middle = scene.routes.get('b')?.curve[0] ?? { x: 0, y: 0 };
  expect(lineAt(scene, { x: middle.x + 4, y: middle.y + 2 }, 8)).toBe('b');
  expect(lineAt(scene, { x: 5000, y: 5000 }, 8)).toBeUndefined();
});

test('a marquee takes cards that it touches, and containers only whole', () => {
  const { scene } = sceneOf();
  expect(nodesWithin(scene, { x: 420, y: 40, width: 100, height: 100 })).toEqual(['fn']);
  expect(nodesWithin(scene, { x: 390, y: -10, width: 600, height: 300 })).toEqual([
    'box',
    'fn',
    'table',
  ]);
});

test('a drag moves what is held along, aligns, and knows where it would go', () => {
  const { scene, maker } = sceneOf();
  const drag = createDrag(scene, maker, { ids: ['api'], within: new Set(), snap: () => true });
  // Four pixels from the row of the cards in the container: it joins them.
  const { positions, move } = drag.step(new Map([['api', { x: 500, y: 64 }]]), 6);
  expect(positions.get('api')?.y).toBe(60);
  expect(move.into).toBe('box');
  expect(move.routes.get('a')?.curve).not.toEqual(scene.routes.get('a')?.curve);
  expect(move.routes.has('b')).toBe(false);
  expect(drag.drop()).toMatchObject({ ids: ['api'], into: 'box' });
});

test('a container that is dragged takes its lines and all that it holds', () => {
  const { scene, maker } = sceneOf();
  const drag = createDrag(scene, maker, {
    ids: ['box'],
    within: new Set(['fn', 'table']),
    snap: () => false,
  });
  const { move } = drag.step(new Map([['box', { x: 413, y: 777 }]]), 0);
  const [was, now] = [scene.byId.get('table'), move.rects.get('table')];
  expect([(now?.x ?? 0) - (was?.x ?? 0), (now?.y ?? 0) - (was?.y ?? 0)]).toEqual([13, 777]);
  expect([...move.routes.keys()].sort()).toEqual(['a', 'b', 'c']);
  expect(move.into).toBeUndefined();
});

test('a drag that ends where it began is none', () => {
  const { scene, maker } = sceneOf();
  const drag = createDrag(scene, maker, { ids: ['far'], within: new Set(), snap: () => true });
  drag.step(new Map([['far', { x: 0, y: 2000 }]]), 6);
  expect(drag.drop()).toBeUndefined();
});
