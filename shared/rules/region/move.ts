import type { Graph, Node } from '../../graph/graph.ts';
import { addNode, type Edit, reparent } from '../../model/edits/index.ts';
import type { NodeId } from '../../model/ids.ts';
import { freshNodeId } from '../../model/new-design.ts';
import { absolutePosition, findNode } from '../../model/tree.ts';
import type { Fix } from '../rule.ts';
import { named } from '../text.ts';

/** Puts a node into a region: onto the canvas, into the region that is drawn, or into a new one. */
const moveTo =
  (id: NodeId, region: string): Edit =>
  (design) => {
    const node = findNode(design, id);
    if (!node) return design;
    if (design.region === region) return reparent([id], undefined)(design);
    const drawn = design.nodes.find(
      ({ kind, properties }) => kind === 'region' && properties.code === region,
    );
    if (drawn) return reparent([id], drawn.id)(design);
    const { x, y } = absolutePosition(design, id);
    const container = freshNodeId(design, region);
    const added = addNode({
      id: container,
      kind: 'region',
      name: region,
      properties: { code: region },
      position: { x: x - 60, y: y - 60 },
    })(design);
    return reparent([id], container)(added);
  };

/** Moves a node that hangs on nothing but what the finding is about to another region. */
export const moveToRegion = (graph: Graph, node: Node, region: string): readonly Fix[] => {
  const users = graph.outgoing(node).length;
  return users > 1
    ? []
    : [{ title: `Move ${named(node)} to ${region}`, edit: moveTo(node.id, region) }];
};
