import type { Node, Size } from '../model/design.ts';
import type { SizeOf } from '../model/edits/edit.ts';
import { cardSize } from '../model/node-size.ts';
import { serviceOf } from './catalog.ts';

/*
 * How large things are drawn, in pixels. Canvas, pictures and layout read it here, so that a picture
 * looks like the canvas it was made from.
 */

export { cardSize };

/** A container that the design gives no size, and the least that one is drawn with. */
export const containerSize: Size = { width: 280, height: 160 };

/** The strip with the title at the top of a container; what it holds starts below. */
export const containerHeader = 44;

/** The space between a container's border and what it holds. */
export const containerPadding = 24;

/** True for a node that holds others; a node of unknown kind that has a size counts as one. */
export const isContainer = ({ kind, size }: Pick<Node, 'kind' | 'size'>): boolean => {
  const service = serviceOf(kind);
  return service === undefined ? size !== undefined : service.placement.isContainer === true;
};

/** The size of a node: its own for a container, else that of every card. */
export const sizeOfNode: SizeOf = (node) =>
  isContainer(node) ? (node.size ?? containerSize) : cardSize;
