import { expect, test } from 'vitest';
import { madeDesign } from './made-design.ts';
import { pictureOf } from './picture.ts';

test('the picture for others has every node, named and placed, and every arrow between two of them', () => {
  const design = madeDesign(100);
  const { nodes, arrows } = pictureOf(design);
  expect(nodes.map(({ id }) => id).sort()).toEqual(design.nodes.map(({ id }) => id).sort());
  expect(arrows).toHaveLength(design.connections.length);
  const places = new Map(nodes.map((node, at) => [node.id, { ...node, at }]));
  for (const { from, to } of arrows) {
    expect(places.has(from)).toBe(true);
    expect(places.has(to)).toBe(true);
  }
  for (const { id, parent, name } of design.nodes) {
    const own = places.get(id)!;
    expect(own.name).toBe(name);
    if (parent === undefined) continue;
    const around = places.get(parent)!;
    expect(around.isContainer && around.at < own.at).toBe(true);
    // Seen from the corner of the drawing, whatever it stands in.
    expect(own.x).toBeGreaterThanOrEqual(around.x);
    expect(own.x + own.width).toBeLessThanOrEqual(around.x + around.width);
  }
});
