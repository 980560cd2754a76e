import { isLinked } from '../../graph/network.ts';
import { reparent } from '../../model/edits/index.ts';
import type { Fix, Graph, Node } from '../rule.ts';
import { named } from '../text.ts';

/** Why code does not reach what stands in a VPC; undefined when it does, or nobody knows. */
export const whyUnreachable = (
  graph: Graph,
  client: Node,
  target: Node,
): 'outside' | 'otherVpc' | undefined => {
  const vpc = graph.vpc(target);
  if (!vpc) return undefined;
  const own = graph.vpc(client);
  if (!own) return 'outside';
  return own.id === vpc.id || (isLinked(graph, own) && isLinked(graph, vpc))
    ? undefined
    : 'otherVpc';
};

/** Puts the client beside the target; not when other things around it would be lost. */
export const placeBeside = (graph: Graph, client: Node, target: Node): readonly Fix[] => {
  const [subnet] = graph.subnets(target);
  return subnet && !graph.vpc(client)
    ? [
        {
          title: `Place ${named(client)} in ${named(subnet)}`,
          edit: reparent([client.id], subnet.id),
        },
      ]
    : [];
};
