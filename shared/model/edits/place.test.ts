import { describe, expect, test } from 'vitest';
import {
  api,
  orderDesign as design,
  fn,
  nobody,
  queue,
  subnet,
  vpc,
  worker,
} from '../testing/order-design.ts';
import { absolutePosition } from '../tree.ts';
import * as edits from './index.ts';

const nodeOf = (edit: edits.Edit, id: string) => edit(design).nodes.find((node) => node.id === id);

describe('places', () => {
  test('move, in whole pixels', () => {
    const edit = edits.moveNodes([
      [fn, { x: 5.5, y: 1e300 }],
      [nobody, { x: 1, y: 1 }],
    ]);
    expect(nodeOf(edit, 'fn')?.position).toEqual({ x: 6, y: 1_000_000_000 });
    expect(edit(design).nodes[0]).toBe(design.nodes[0]);
  });

  test('a container resizes at its corner, and what it holds stays where it is', () => {
    const after = edits.resizeNode(vpc, { width: 600, height: 0 }, { x: 500, y: -100 })(design);
    expect(after.nodes[3]).toMatchObject({
      position: { x: 500, y: -100 },
      size: { width: 600, height: 1 },
    });
    expect(absolutePosition(after, worker)).toEqual(absolutePosition(design, worker));
    expect(edits.resizeNode(vpc, { width: 500, height: 400 })(design)).toBe(design);
  });

  test('a node goes into a container and out of it, and stays where it is to the eye', () => {
    const inside = edits.reparent([fn], subnet)(design);
    expect(inside.nodes[1]).toMatchObject({ parent: 'subnet', position: { x: -420, y: -30 } });
    const outside = edits.reparent([fn], undefined)(inside);
    expect(outside).toEqual(design);
    expect(Object.hasOwn(outside.nodes[1]!, 'parent')).toBe(false);
  });

  test('what stands in a moved container moves along with it', () => {
    const after = edits.reparent([subnet, worker], undefined)(design);
    expect(after.nodes.map(({ parent }) => parent)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'subnet',
    ]);
    expect(after.nodes[5]).toBe(design.nodes[5]);
  });

  test.each([
    ['into itself', edits.reparent([vpc], vpc)],
    ['into what it holds', edits.reparent([vpc], subnet)],
    ['into nothing', edits.reparent([fn], nobody)],
    ['where it is', edits.reparent([worker], subnet)],
  ])('a node does not go %s', (_title, edit) => {
    expect(edit(design)).toBe(design);
  });

  test('a layout sets places and sizes', () => {
    const after = edits.applyLayout([
      [vpc, { x: 1, y: 2, width: 3, height: 4 }],
      [fn, { x: 0, y: 0 }],
    ])(design);
    expect(after.nodes[3]).toMatchObject({
      position: { x: 1, y: 2 },
      size: { width: 3, height: 4 },
    });
    expect(after.nodes[1]).not.toHaveProperty('size');
  });

  test('nodes align, whatever holds them', () => {
    const ids = [api, fn, worker];
    const sizeOf = () => ({ width: 100, height: 40 });
    const absolute = (alignment: edits.Alignment) => {
      const after = edits.alignNodes(ids, alignment, sizeOf)(design);
      return ids.map((id) => absolutePosition(after, id));
    };
    expect(absolute('left').map(({ x }) => x)).toEqual([0, 0, 0]);
    expect(absolute('right').map(({ x }) => x)).toEqual([650, 650, 650]);
    expect(absolute('center').map(({ x }) => x)).toEqual([325, 325, 325]);
    expect(absolute('top').map(({ y }) => y)).toEqual([0, 0, 0]);
    expect(absolute('middle').map(({ y }) => y)).toEqual([45, 45, 45]);
    expect(absolute('bottom').map(({ y }) => y)).toEqual([90, 90, 90]);
    expect(edits.alignNodes([fn, nobody], 'left')(design)).toBe(design);
  });

  test('nodes spread out evenly between the outer two', () => {
    const ids = [api, fn, queue, vpc];
    const after = edits.distributeNodes(
      ids,
      'horizontal',
    )(edits.moveNodes([[fn, { x: 20, y: 0 }]])(design));
    expect(ids.map((id) => absolutePosition(after, id).x)).toEqual([0, 200, 400, 600]);
    expect(edits.distributeNodes([api, fn], 'vertical')(design)).toBe(design);
  });
});
