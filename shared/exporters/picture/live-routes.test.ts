import { expect, test } from 'vitest';
import { madeDesign } from '../../../bench/made-design.ts';
import { deleteItems, moveNodes } from '../../model/edits/index.ts';
import { boxesOf } from './boxes.ts';
import { createLiveLabels } from './live-labels.ts';
import { createLiveRoutes } from './live-routes.ts';
import { routesOf } from './routes.ts';

const design = madeDesign(60);

test('lines run as in a picture', () => {
  const boxes = boxesOf(design);
  const live = createLiveRoutes().update(boxes, design.connections, []);
  expect([...live.values()].map(({ id, curve }) => [id, curve])).toEqual(
    routesOf(boxes, design.connections).map(({ connection, curve }) => [connection.id, curve]),
  );
});

test('an edit that moves nothing keeps the map, one that moves a card its other lines', () => {
  const routes = createLiveRoutes();
  const first = routes.update(boxesOf(design), design.connections, []);
  expect(routes.update(boxesOf(design), [...design.connections], [])).toBe(first);
  const node = design.nodes.find(({ id }) => id === 'shop0-rule');
  if (!node) throw new Error('The made design has changed.');
  const { x, y } = node.position;
  const moved = moveNodes([[node.id, { x: x + 40, y: y - 500 }]])(design);
  const second = routes.update(boxesOf(moved), moved.connections, []);
  for (const [id, route] of second)
    if (route.from === node.id || route.to === node.id) expect(route).not.toEqual(first.get(id));
  const kept = [...second].filter(([id, route]) => route === first.get(id));
  expect(kept.length).toBeGreaterThan(design.connections.length * 0.8);
});

test('what is deleted has no line any more', () => {
  const routes = createLiveRoutes();
  routes.update(boxesOf(design), design.connections, []);
  const [gone] = design.connections;
  if (!gone) throw new Error('The made design has no connections.');
  const less = deleteItems([gone.id])(design);
  expect(routes.update(boxesOf(less), less.connections, []).has(gone.id)).toBe(false);
});

test('lines follow a box that is moved; their other ends stay', () => {
  const routes = createLiveRoutes();
  const boxes = boxesOf(design);
  const first = routes.update(boxes, design.connections, []);
  const box = boxes.find(({ node }) => node.id === 'shop0-orders');
  if (!box) throw new Error('The made design has changed.');
  const move = routes.startMove(new Set([box.node.id]));
  const by = 3;
  for (const route of move(new Map([[box.node.id, { ...box, x: box.x + by }]]))) {
    const before = first.get(route.id);
    const [own, other] = route.from === box.node.id ? [0, 3] : [3, 0];
    expect(route.curve[own]?.x).toBeCloseTo((before?.curve[own]?.x ?? 0) + by);
    expect(route.curve[other]).toEqual(before?.curve[other]);
  }
});

test('a label stays until something is put upon it', () => {
  const labels = createLiveLabels();
  const boxes = boxesOf(design);
  const curves = createLiveRoutes().update(boxes, design.connections, []);
  const curveOf = (id: string) => curves.get(id)?.curve;
  labels.update(boxes, [], curveOf);
  const [route] = curves.values();
  if (!route) throw new Error('There is no line.');
  const label = { text: 'calls', short: 'calls' };
  const placed = labels.place(route.id, route.curve, label);
  labels.update(boxes, [], curveOf);
  expect(labels.place(route.id, route.curve, label)).toBe(placed);
  if (!placed) throw new Error('There is room for the label.');
  labels.update(boxes, [placed.rect], curveOf);
  expect(labels.place(route.id, route.curve, label)?.rect).not.toEqual(placed.rect);
});
