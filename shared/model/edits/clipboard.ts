import { isJsonObject } from '../../lib/json.ts';
import { readJson } from '../../lib/json-text.ts';
import type { Problem } from '../../lib/problem.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type Connection,
  connectionSchema,
  type Design,
  type Node,
  nodeSchema,
} from '../design.ts';
import type { ConnectionId, NodeId } from '../ids.ts';
import { atPaths, Findings } from '../parse-check.ts';
import { absolutePosition, descendantsOf } from '../tree.ts';
import { placed, without } from './edit.ts';

/** The version of the clipboard's content that this program writes and reads. */
export const clipboardVersion = 1;

/** A piece of a design as plain JSON: nodes, what they hold, and the connections between them. */
export type Clipboard = {
  readonly isobarClipboard: typeof clipboardVersion;
  /** Those without a parent among them have no parent, and their place on the canvas as position. */
  readonly nodes: readonly Node[];
  readonly connections: readonly Connection[];
};

/** Copies nodes with everything in them, and the connections whose two ends are copied. */
export const copyItems = (design: Design, ids: Iterable<NodeId | ConnectionId>): Clipboard => {
  const chosen = new Set<string>(ids);
  const copied = new Set<string>(descendantsOf(design, chosen));
  for (const node of design.nodes) if (chosen.has(node.id)) copied.add(node.id);
  return {
    isobarClipboard: clipboardVersion,
    nodes: design.nodes
      .filter((node) => copied.has(node.id))
      .map((node) =>
        node.parent !== undefined && copied.has(node.parent)
          ? node
          : without(placed(node, absolutePosition(design, node.id)), 'parent'),
      ),
    connections: design.connections.filter(
      (connection) => copied.has(connection.from) && copied.has(connection.to),
    ),
  };
};

/** Reads a clipboard's text, which may come from anywhere. Never throws. */
export const parseClipboard = (text: string): Result<Clipboard, readonly Problem[]> => {
  const read = readJson(text);
  if (!read.ok) return fail(read.error);
  const { value } = read.value;
  const version = isJsonObject(value) && Object.hasOwn(value, 'isobarClipboard');
  if (!isJsonObject(value) || !version || value.isobarClipboard !== clipboardVersion) {
    const message = 'The clipboard holds nothing that Isobar copied.';
    return fail([
      { code: 'not-a-clipboard', at: '', message, hint: 'Copy nodes in Isobar first.' },
    ]);
  }
  const found = new Findings(value);
  found.needList('nodes');
  found.needList('connections');
  if (!found.checkSize()) return fail(atPaths(text, found.problems));
  found.checkEach('nodes', nodeSchema);
  found.checkEach('connections', connectionSchema);
  if (found.problems.length > 0) return fail(atPaths(text, found.problems));
  return ok(wellFormed(value as unknown as Clipboard));
};

/**
 * A clipboard in which every id is there once, every parent and every end of a connection is there too,
 * and no node stands in itself.
 */
export const wellFormed = ({ nodes, connections }: Clipboard): Clipboard => {
  const byId = new Map<string, Node>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const cut = looseEnds(byId);
  const rooted = [...byId.values()].map((node) =>
    cut.has(node.id) ? without(node, 'parent') : node,
  );
  const links = new Map<string, Connection>();
  for (const connection of connections) {
    const { id, from, to } = connection;
    if (!links.has(id) && !byId.has(id) && byId.has(from) && byId.has(to))
      links.set(id, connection);
  }
  return { isobarClipboard: clipboardVersion, nodes: rooted, connections: [...links.values()] };
};

/** The nodes whose parent is missing, and one node of every ring of parents; in one pass. */
const looseEnds = (byId: ReadonlyMap<string, Node>): ReadonlySet<string> => {
  const cut = new Set<string>();
  const walkOf = new Map<string, number>();
  let walk = 0;
  for (const start of byId.values()) {
    walk += 1;
    let node = start;
    while (!walkOf.has(node.id)) {
      walkOf.set(node.id, walk);
      if (node.parent === undefined) break;
      const parent = byId.get(node.parent);
      if (parent === undefined || walkOf.get(parent.id) === walk) {
        cut.add(node.id);
        break;
      }
      node = parent;
    }
  }
  return cut;
};
