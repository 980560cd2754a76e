import { defineMechanism } from '../connection.ts';
import type { TargetGroup } from '../elb/target-group.ts';
import { writeTargetGroup } from '../elb/targets.ts';

/** What a load balancer hands requests to. */
export const targetGroup = defineMechanism<TargetGroup>({
  id: 'target-group',
  family: 'api',
  title: 'Load balancer target',
  explain:
    'The load balancer keeps a list of targets for each place that it sends to, the target group, and asks each target now and then whether it is well. A rule of the listener chooses the group by the path of the request; within the group the targets take turns, and those that are not well are left out. A function is a target too: the load balancer calls it with the request as an event.',
  emit: writeTargetGroup,
});
