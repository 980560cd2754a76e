import type { Design, Node, Position, Size } from '../design.ts';
import type { NodeId } from '../ids.ts';
import { ancestorsOf, findNode, outermost } from '../tree.ts';
import { addNode } from './add.ts';
import { around, boxesOf } from './boxes.ts';
import { deleteItems } from './delete.ts';
import {
  defaultSizeOf,
  type Edit,
  type IsReference,
  noReferences,
  type SizeOf,
  sequence,
} from './edit.ts';
import { reparent } from './place.ts';

/** The group to make and the room around what it holds. */
export type NewGroup = {
  readonly id: NodeId;
  readonly name: string;
  readonly padding?: number;
  /** Room above for the name. */
  readonly header?: number;
  readonly sizeOf?: SizeOf;
};

/** The kind of a container that means nothing to AWS. */
export const groupKind = 'group';

/** Puts nodes into a new group around them; they stay where they are to the eye. */
export const group = (ids: Iterable<NodeId>, options: NewGroup): Edit => {
  const chosen = new Set(ids);
  const { id, name, padding = 24, header = 32, sizeOf = defaultSizeOf } = options;
  return (design) => {
    const members = outermost(design, chosen);
    const [first] = members;
    if (first === undefined) return design;
    const parent = commonContainer(design, members);
    const { left, top, right, bottom } = around(boxesOf(design, members, sizeOf));
    const corner: Position = { x: left - padding, y: top - padding - header };
    const size: Size = { width: right + padding - corner.x, height: bottom + padding - corner.y };
    const added = addNode({ id, kind: groupKind, name, position: corner, size })(design);
    if (added === design) return design;
    return sequence(
      reparent([id], parent),
      reparent(
        members.map((node) => node.id),
        id,
      ),
    )(added);
  };
};

/** The innermost container that holds all the nodes. */
const commonContainer = (design: Design, nodes: readonly Node[]): NodeId | undefined => {
  const lines = nodes.map((node) => ancestorsOf(design, node.id).map((ancestor) => ancestor.id));
  const [first = [], ...others] = lines;
  return first.find((id) => others.every((line) => line.includes(id)));
};

/** Dissolves a group; what it held moves up. Other containers mean something and are left alone. */
export const ungroup =
  (id: NodeId, isReference: IsReference = noReferences): Edit =>
  (design) =>
    findNode(design, id)?.kind === groupKind ? deleteItems([id], { isReference })(design) : design;
