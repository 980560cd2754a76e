import type { Graph } from '../../graph/graph.ts';
import type { Design } from '../../model/design.ts';
import type { LogicalId, NodeId } from '../../model/ids.ts';

/*
 * Logical ids come from the ids of nodes, and so from the user's file: what comes along with one node may be
 * called like another node. No plan with such a clash is written.
 */

/** Something of the design that an export cannot say. */
export interface PlanProblem {
  readonly message: string;
  /** The id of the node or connection. */
  readonly owner: string;
  /** It is a second claim to the id of a resource: the id, and who has it already. */
  readonly clash?: { readonly id: string; readonly other: string };
}

/** The problem of two resources (or a resource and a parameter) that would have one logical id. */
export const clashProblem = (id: string, owner: string, other: string): PlanProblem => ({
  message:
    owner === other
      ? `"${owner}" would give two things in the template the name ${id}; give it, or what it is connected to, another id.`
      : `"${other}" and "${owner}" would each give something in the template the name ${id}; give one of them another id.`,
  owner,
  clash: { id, other },
});

/** True when a resource of this id is that of a node to which the owner has no connection. */
export type IsStranger = (id: string, owner: string) => boolean;

/** Who may ask for the resource of a node: itself, its connections, what it is connected to, and what is around or in it. */
export const strangersIn = (
  design: Design,
  graph: Graph,
  ids: ReadonlyMap<NodeId, LogicalId>,
): IsStranger => {
  let nodes: ReadonlyMap<string, NodeId> | undefined;
  return (id, owner) => {
    nodes ??= new Map(design.nodes.map((node) => [ids.get(node.id) ?? '', node.id]));
    const node = nodes.get(id);
    if (node === undefined || node === owner) return false;
    const connection = graph.connection(owner);
    if (connection) return connection.from !== node && connection.to !== node;
    const asking = graph.node(owner);
    return (
      asking !== undefined &&
      !graph.targets(asking).some((other) => other.id === node) &&
      !graph.sources(asking).some((other) => other.id === node) &&
      !graph.ancestors(asking).some((other) => other.id === node) &&
      !graph.ancestors(node).some((other) => other.id === asking.id)
    );
  };
};
