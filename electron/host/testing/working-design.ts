import type { Design } from '../../../shared/model/design.ts';
import { largeDesign } from '../../../shared/model/testing/example-design.ts';

const bases = new Map<number, Design>();
const baseOf = (nodes: number): Design => {
  const base = bases.get(nodes) ?? largeDesign(nodes);
  bases.set(nodes, base);
  return base;
};

/** The design after so many edits. Every node says so: a file that is put together from two states is seen. */
export const designAfter = (edits: number, nodes: number): Design => {
  const design = baseOf(nodes);
  return {
    ...design,
    name: `Edit ${edits}`,
    nodes: design.nodes.map((node) => ({ ...node, name: `Edit ${edits}` })),
  };
};

/** How many edits a design has seen; undefined when that is not one of these designs. */
export const editsOf = ({ name }: Design): number | undefined => {
  const found = /^Edit (\d+)$/.exec(name);
  return found ? Number(found[1]) : undefined;
};
