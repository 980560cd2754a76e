import { type ExpressionObject, getAtt } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { targetGroupId } from './target-group.ts';

/** Figures of one target group; the others are of the whole load balancer. */
const ofTargets: ReadonlySet<unknown> = new Set(['UnHealthyHostCount', 'HealthyHostCount']);

/** True for a figure that tells of the targets of one group. */
export const tellsOfTargets = (metricName: unknown): boolean => ofTargets.has(metricName);

/** The target group that an alarm watches: the one of the named node, else the only one. */
const watchedGroup = (balancer: NodeScope, link: LinkScope): LinkScope | undefined => {
  const groups = balancer.links('out', { mechanism: 'target-group' });
  const wanted = link.read('target');
  const [group, another] =
    wanted === undefined ? groups : groups.filter(({ target }) => target.node.id === wanted);
  if (group === undefined || another !== undefined)
    balancer.out.problem(
      `"${link.target.node.name}" watches the targets of one target group, and "${balancer.node.name}" has ${groups.length}. Say which target is meant.`,
    );
  return group;
};

/** What tells the figures of a load balancer from those of others. */
export const balancerDimensions = (balancer: NodeScope, link: LinkScope): ExpressionObject => {
  const whole = { LoadBalancer: balancer.attribute('fullName') };
  if (!tellsOfTargets(link.read('metricName'))) return whole;
  const group = watchedGroup(balancer, link);
  return group === undefined
    ? whole
    : { ...whole, TargetGroup: getAtt(targetGroupId(group), 'TargetGroupFullName') };
};
