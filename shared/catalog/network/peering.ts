import { cidrsOverlap, parseCidr } from '../../lib/cidr.ts';
import { refOf } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { nameTag, routeTableOf } from './emit-subnets.ts';
import { networkPlan } from './network-plan.ts';

/** A peering connection, and the routes to the other VPC in all route tables of both. */
export const emitPeering = (link: LinkScope): void => {
  const { source, target } = link;
  const { out } = source;
  const problem = whyNot(source, target);
  if (problem !== undefined) {
    out.problem(problem);
    return;
  }
  if (!isFirst(link)) return;
  const id = link.resourceId('Peering');
  // In one account AWS accepts the request by itself.
  out.resource(id, {
    type: 'AWS::EC2::VPCPeeringConnection',
    properties: {
      VpcId: source.attribute('id'),
      PeerVpcId: target.attribute('id'),
      Tags: nameTag(id),
    },
  });
  for (const [near, far] of [
    [source, target],
    [target, source],
  ] as const)
    for (const subnet of networkPlan(near).groups.flatMap(({ subnets }) => subnets))
      out.resource(`${subnet.id}RouteTo${far.id}`, {
        type: 'AWS::EC2::Route',
        properties: {
          RouteTableId: routeTableOf(subnet),
          DestinationCidrBlock: far.attribute('cidrBlock'),
          VpcPeeringConnectionId: refOf(id),
        },
      });
};

/** AWS peers two VPCs once, whichever of them asks: a second line between them adds nothing. */
const isFirst = ({ connection, source, target }: LinkScope): boolean =>
  [
    ...source
      .links('out', { type: connection.type })
      .filter((link) => link.target.id === target.id),
    ...source.links('in', { type: connection.type }).filter((link) => link.source.id === target.id),
  ].every(({ connection: { id } }) => id >= connection.id);

const whyNot = (source: NodeScope, target: NodeScope): string | undefined => {
  if (source.region !== target.region)
    return `"${source.node.name}" is in ${source.region} and "${target.node.name}" in ${target.region}. A peering between Regions needs a value of each stack in the other, so it cannot be made by one deployment; put both VPCs into one Region, or use a transit gateway.`;
  if (source.id === target.id)
    return `"${source.node.name}" cannot be peered with itself. Remove the connection.`;
  const [near, far] = [source, target].map((vpc) => parseCidr(String(vpc.read('cidrBlock') ?? '')));
  return near && far && cidrsOverlap(near, far)
    ? `"${source.node.name}" and "${target.node.name}" have overlapping ranges (${String(source.read('cidrBlock'))}, ${String(target.read('cidrBlock'))}), and AWS peers no such VPCs. Give one of them another range.`
    : undefined;
};
