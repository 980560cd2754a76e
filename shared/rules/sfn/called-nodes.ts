import { serviceOf } from '../../catalog/catalog.ts';
import { placeholderNames } from '../../catalog/workflow/task-call.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import { pascalCase } from '../../lib/words.ts';
import { logicalIds, plainLogicalId } from '../../model/logical-id.ts';

const suffixes = new Map<string, ReadonlySet<string>>();

/** What a placeholder adds to the logical id of a node of the kind, such as `Arn`. */
const suffixesOf = (kind: string): ReadonlySet<string> => {
  const present = suffixes.get(kind);
  if (present) return present;
  const made = new Set(Object.keys(serviceOf(kind)?.attributes ?? {}).map(pascalCase));
  suffixes.set(kind, made);
  return made;
};

const plainIds = new WeakMap<Node, string>();

/** Reading an id again and again costs more than all else here. */
const plainIdOf = (node: Node): string => {
  const present = plainIds.get(node);
  if (present !== undefined) return present;
  const made = plainLogicalId(node.id);
  plainIds.set(node, made);
  return made;
};

const isNamed = (node: Node, logicalId: string, name: string): boolean =>
  name.startsWith(logicalId) &&
  (name.charAt(logicalId.length) === '.' ||
    suffixesOf(node.kind).has(name.slice(logicalId.length)));

const byLogicalId = new WeakMap<readonly Node[], ReadonlyMap<string, Node>>();

const allByLogicalId = (nodes: readonly Node[]): ReadonlyMap<string, Node> => {
  const present = byLogicalId.get(nodes);
  if (present) return present;
  const ids = logicalIds({ nodes });
  const made = new Map(nodes.map((node): [string, Node] => [ids.get(node.id) ?? '', node]));
  byLogicalId.set(nodes, made);
  return made;
};

/**
 * The drawn nodes that texts of a definition name, such as the queue of `${InboxUrl}`. The likely ones are tried
 * before the whole design is looked through.
 */
export const namedNodes = (
  graph: Graph,
  texts: readonly string[],
  likely: readonly Node[],
): readonly Node[] =>
  placeholderNames(texts).flatMap((name) => {
    const near = likely.find((node) => isNamed(node, plainIdOf(node), name));
    if (near) return [near];
    if (name.includes(':')) return [];
    const all = allByLogicalId(graph.nodes());
    for (let length = name.length; length > 0; length -= 1) {
      const logicalId = name.slice(0, length);
      const node = all.get(logicalId);
      if (node && isNamed(node, logicalId, name)) return [node];
    }
    return [];
  });
