import type { NodeId } from '../ids.ts';
import { findNode } from '../tree.ts';
import { changeConnections, changeNodes, type Edit, type IsReference, isFree } from './edit.ts';
import { replaceReferences } from './references.ts';

/**
 * Gives a node another id, everywhere in the design. With it the logical id changes, so what is deployed is
 * replaced: only for a node whose id cannot stay. Does nothing when the new id is taken.
 */
export const changeNodeId =
  (id: NodeId, next: NodeId, isReference: IsReference): Edit =>
  (design) => {
    if (findNode(design, id) === undefined || !isFree(design, next)) return design;
    const changed = (text: string): string => (text === id ? next : text);
    const nodes = changeNodes(design, (node) => {
      const own = node.id === id ? { ...node, id: next } : node;
      return replaceReferences(
        own.parent === id ? { ...own, parent: next } : own,
        isReference,
        changed,
      );
    });
    const both = changeConnections(nodes, (connection) => {
      const { from, to } = connection;
      const moved =
        from === id || to === id
          ? { ...connection, from: from === id ? next : from, to: to === id ? next : to }
          : connection;
      return replaceReferences(moved, isReference, changed);
    });
    return both.suppressions?.some(({ at }) => at === id)
      ? {
          ...both,
          suppressions: both.suppressions.map((item) =>
            item.at === id ? { ...item, at: next } : item,
          ),
        }
      : both;
  };
