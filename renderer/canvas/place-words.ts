import type { Graph } from '../../shared/graph/graph.ts';
import type { NodeId } from '../../shared/model/ids.ts';

/** What a node has from where it stands. */
export interface Place {
  /** The container it stands in, for people; undefined is the canvas. */
  readonly container: string | undefined;
  readonly region: string;
  readonly vpc: string | undefined;
  readonly subnets: readonly string[];
}

/** What a node inherits where it stands now. */
export const placeOf = (graph: Graph, id: NodeId): Place => ({
  container: graph.parent(id)?.name,
  region: graph.region(id),
  vpc: graph.vpc(id)?.name,
  subnets: graph.subnets(id).map(({ name }) => name),
});

/** What it means that something was put into another container: region, VPC and subnet, as far as they changed. */
export const sayMove = (name: string, before: Place, after: Place): string => {
  const changes: string[] = [];
  if (after.region !== before.region) changes.push(`deployed to ${after.region}`);
  if (after.vpc !== before.vpc)
    changes.push(
      after.vpc === undefined ? `outside VPC "${before.vpc}"` : `inside VPC "${after.vpc}"`,
    );
  const [subnet] = after.subnets;
  if (after.subnets.join('\n') !== before.subnets.join('\n') && subnet !== undefined)
    changes.push(`in ${after.subnets.map((one) => `subnet "${one}"`).join(' and ')}`);
  const where =
    after.container === undefined ? `out of "${before.container}"` : `in "${after.container}"`;
  const is = name.endsWith(' nodes') ? 'are' : 'is';
  return changes.length === 0
    ? `${name} ${is} now ${where}. Region and network stay the same.`
    : `${name} ${is} now ${where}: ${changes.join(', ')}.`;
};
