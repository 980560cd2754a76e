import type { Design, Node, Position } from './design.ts';
import type { NodeId } from './ids.ts';

type Tree = {
  readonly byId: ReadonlyMap<string, Node>;
  readonly children: ReadonlyMap<string, readonly Node[]>;
};
type Nodes = Pick<Design, 'nodes'>;

const remembered = new WeakMap<readonly Node[], Tree>();

const treeOf = ({ nodes }: Nodes): Tree => {
  const known = remembered.get(nodes);
  if (known !== undefined) return known;
  const byId = new Map<string, Node>();
  const children = new Map<string, Node[]>();
  for (const node of nodes) {
    if (!byId.has(node.id)) byId.set(node.id, node);
    if (node.parent === undefined) continue;
    const siblings = children.get(node.parent);
    if (siblings === undefined) children.set(node.parent, [node]);
    else siblings.push(node);
  }
  const tree = { byId, children };
  remembered.set(nodes, tree);
  return tree;
};

/** The node with the id. */
export const findNode = (design: Nodes, id: string): Node | undefined =>
  treeOf(design).byId.get(id);

/** The nodes that a container holds itself. */
export const childrenOf = (design: Nodes, id: string): readonly Node[] =>
  treeOf(design).children.get(id) ?? [];

/** The parent, its parent, and so on; ends at a parent that is missing and at a cycle. */
export const ancestorsOf = (design: Nodes, id: string): readonly Node[] => {
  const found: Node[] = [];
  const seen = new Set<string>([id]);
  let parent = findNode(design, id)?.parent;
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent);
    const node = findNode(design, parent);
    if (node === undefined) break;
    found.push(node);
    parent = node.parent;
  }
  return found;
};

/** The ids of all nodes inside the given ones, without these; ends at a cycle. */
export const descendantsOf = (design: Nodes, ids: Iterable<string>): ReadonlySet<NodeId> => {
  const start = new Set<string>(ids);
  const found = new Set<NodeId>();
  const open = [...start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const child of childrenOf(design, id)) {
      if (start.has(child.id) || found.has(child.id)) continue;
      found.add(child.id);
      open.push(child.id);
    }
  }
  return found;
};

/** Those of the ids that are nodes and stand in no other of them: what a gesture on all of them moves. */
export const outermost = (design: Nodes, ids: Iterable<string>): readonly Node[] => {
  const chosen = new Set<string>(ids);
  return [...chosen].flatMap((id) => {
    const node = findNode(design, id);
    const inside = ancestorsOf(design, id).some((ancestor) => chosen.has(ancestor.id));
    return node === undefined || inside ? [] : [node];
  });
};

/** Where a node is on the canvas, whatever holds it; undefined stands for the canvas itself. */
export const absolutePosition = (design: Nodes, id: string | undefined): Position => {
  const node = id === undefined ? undefined : findNode(design, id);
  if (node === undefined) return { x: 0, y: 0 };
  let { x, y } = node.position;
  for (const { position } of ancestorsOf(design, node.id)) {
    x += position.x;
    y += position.y;
  }
  return { x, y };
};
