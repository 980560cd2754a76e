import { type Expression, refOf } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { nameTag, routeTableOf } from './emit-subnets.ts';
import { networkPlan } from './network-plan.ts';

/** The one virtual private gateway of a VPC. */
const gatewayId = (vpc: NodeScope): string => `${vpc.id}VpnGateway`;

/** A network outside AWS and a VPC reach each other: over a VPN, or over a line that is ordered from AWS. */
export const emitVpn = (link: LinkScope): void => {
  const { source: site, target: vpc } = link;
  const connectivity = site.read('connectivity');
  if (connectivity === undefined) {
    vpc.out.problem(
      `"${site.node.name}": how it is connected must be known when the export is made. Set connectivity to a plain value.`,
    );
    return;
  }
  // Over the internet nothing joins the two networks.
  if (connectivity === 'internet') return;
  emitGateway(vpc);
  if (connectivity === 'site-to-site-vpn') emitTunnels(link);
};

/** The VPC's end, and the routes that it learns, in all route tables. */
const emitGateway = (vpc: NodeScope): void => {
  const { out } = vpc;
  const id = gatewayId(vpc);
  if (out.has(id)) return;
  const attachment = `${id}Attachment`;
  out.resource(id, {
    type: 'AWS::EC2::VPNGateway',
    properties: { Type: 'ipsec.1', Tags: nameTag(id) },
  });
  out.resource(attachment, {
    type: 'AWS::EC2::VPCGatewayAttachment',
    properties: { VpcId: vpc.attribute('id'), VpnGatewayId: refOf(id) },
  });
  const tables = networkPlan(vpc)
    .groups.flatMap(({ subnets }) => subnets)
    .map(routeTableOf);
  if (tables.length > 0)
    out.resource(`${id}Routes`, {
      type: 'AWS::EC2::VPNGatewayRoutePropagation',
      properties: { RouteTableIds: tables, VpnGatewayId: refOf(id) },
      dependsOn: [attachment],
    });
};

/** The device of the site, and the two tunnels to it. */
const emitTunnels = ({ source: site, target: vpc, resourceId }: LinkScope): void => {
  const { out } = vpc;
  const device = `${site.id}CustomerGateway`;
  if (!out.has(device))
    out.resource(device, {
      type: 'AWS::EC2::CustomerGateway',
      properties: {
        Type: 'ipsec.1',
        IpAddress:
          site.value('customerGatewayIp') ??
          out.parameter(`${site.id}PublicIp`, {
            description: `Public IP address of the VPN device of ${site.node.name}.`,
            example: '198.51.100.10',
          }),
        BgpAsn: site.value('bgpAsn') ?? 65_000,
        Tags: nameTag(device),
      },
    });
  const id = resourceId('Vpn');
  if (out.has(id)) return;
  const range = site.value('cidr');
  out.resource(id, {
    type: 'AWS::EC2::VPNConnection',
    properties: {
      Type: 'ipsec.1',
      CustomerGatewayId: refOf(device),
      VpnGatewayId: refOf(gatewayId(vpc)),
      StaticRoutesOnly: range !== undefined,
      Tags: nameTag(id),
    },
  });
  if (range !== undefined)
    out.resource(`${id}Route`, {
      type: 'AWS::EC2::VPNConnectionRoute',
      properties: { VpnConnectionId: refOf(id), DestinationCidrBlock: range },
    });
};

/** Networks outside AWS from which arrows come, each with the range of addresses that a security group can let in. */
export const rangesOf = (
  links: readonly LinkScope[],
): readonly { readonly range: Expression; readonly site: NodeScope }[] =>
  links.flatMap(({ source }) => {
    const range = rangeOf(source);
    return range === undefined ? [] : [{ range, site: source }];
  });

/** The addresses of a network outside AWS; undefined where it says none, or is no network. */
export const rangeOf = (site: NodeScope): Expression | undefined =>
  site.service !== undefined && 'cidr' in site.service.properties ? site.value('cidr') : undefined;
