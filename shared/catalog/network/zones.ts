import type { Graph, Node } from '../../graph/graph.ts';
import type { Json } from '../../lib/json.ts';
import type { NodeScope } from '../service.ts';

/** The Availability Zone of a subnet: the n-th of the region, or one that the user names. */
export type Zone =
  | { readonly index: number; readonly key: string }
  | { readonly index?: undefined; readonly named: Json; readonly key: string };

interface Zonal {
  readonly type: string;
  readonly drawn?: NodeScope;
  readonly replicated: boolean;
}

/** A region has three zones at least, but for a few: so many are tried before two subnets share one. */
const usualZones = 3;

/**
 * The zones of each group of subnets. A replicated one is in all zones; another one in the zone that it names,
 * else in the first zone in which none of its kind and none that holds the same node is.
 */
export const assignZones = (
  groups: readonly Zonal[],
  maxAzs: number,
  graph: Graph,
): readonly (readonly Zone[])[] => {
  const given: { readonly group: Zonal; readonly index: number }[] = [];
  const limit = Math.max(usualZones, maxAzs);
  return groups.map((group): readonly Zone[] => {
    if (group.replicated) return Array.from({ length: maxAzs }, (_, index) => numbered(index));
    const named = group.drawn && graph.value(group.drawn.node, 'availabilityZone');
    if (named !== undefined && named !== '') return [{ named, key: JSON.stringify(named) }];
    const avoided = new Set(
      given
        .filter(({ group: other }) => other.type === group.type || shareNode(graph, other, group))
        .map(({ index }) => index),
    );
    let index = 0;
    while (avoided.has(index)) index += 1;
    if (index >= limit) index = given.length % limit;
    given.push({ group, index });
    return [numbered(index)];
  });
};

const numbered = (index: number): Zone => ({ index, key: `zone ${index}` });

/** True when some node is placed in both subnets. */
const shareNode = (graph: Graph, a: Zonal, b: Zonal): boolean => {
  const [one, other] = [a.drawn?.node, b.drawn?.node];
  if (!one || !other) return false;
  return placedIn(graph, one).some((node) =>
    graph.subnets(node).some((subnet) => subnet.id === other.id),
  );
};

const placedIn = (graph: Graph, subnet: Node): readonly Node[] => [
  ...graph.sources(subnet, { mechanism: 'network-placement' }),
  ...graph.children(subnet),
];
