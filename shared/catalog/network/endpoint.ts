import { isJsonObject, type Json } from '../../lib/json.ts';
import {
  array,
  type Code,
  call,
  create,
  flag,
  invoke,
  name,
  number,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { document, type Expression, expressionOf, join, pseudo, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import type { NetworkPlan, SubnetGroup, ZonedSubnet } from './network-plan.ts';
import { type NodeNetwork, networkOf, selectionOf } from './placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupCodes,
  securityGroupIds,
  securityGroupsOf,
} from './security-groups.ts';

/** The endpoint with its security group and its policy. */
export const emitEndpoint = (scope: NodeScope): void => {
  const network = networkOf(scope, { onePerZone: true });
  if (!network) {
    if (!scope.graph.vpc(scope.node))
      scope.out.problem(`"${scope.node.name}" is in no VPC. Put it into one.`);
    return;
  }
  const type = scope.read('vpcEndpointType');
  if (type === undefined) {
    scope.out.problem(
      `"${scope.node.name}": whether it is an interface or a gateway must be known when the export is made. Set vpcEndpointType to a plain value.`,
    );
    return;
  }
  if (type === 'Gateway') emitGateway(scope, network);
  else emitInterface(scope, network);
  emitPolicy(scope);
};

const serviceName = (scope: NodeScope): Expression =>
  join('com.amazonaws.', pseudo('Region'), '.', scope.value('service') ?? '');

const emitInterface = (scope: NodeScope, network: NodeNetwork): void => {
  const { out, id } = scope;
  const { vpc } = network;
  const description = 'HTTPS from the VPC';
  emitOwnSecurityGroup(scope, vpc, [
    {
      CidrIp: vpc.attribute('cidrBlock'),
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      Description: description,
    },
  ]);
  const [group] = securityGroupsOf(scope);
  if (group !== undefined && group.drawn === undefined)
    out.statement(
      invoke(
        codeOfGroup(scope),
        'addIngressRule',
        call('ec2.Peer.ipv4', codeOf(vpc.attribute('cidrBlock'))),
        call('ec2.Port.tcp', number(443)),
        text(description),
      ),
    );
  out.resource(id, {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      ...scope.cfnProperties(),
      ServiceName: serviceName(scope),
      VpcId: vpc.attribute('id'),
      SubnetIds: network.subnetIds,
      SecurityGroupIds: securityGroupIds(scope),
    },
    cdk: scope.l2('ec2.InterfaceVpcEndpoint', {
      vpc: vpc.construct,
      service: create('ec2.InterfaceVpcEndpointAwsService', codeOf(scope.value('service') ?? '')),
      subnets: network.selection,
      securityGroups: array(securityGroupCodes(scope)),
      open: flag(false),
    }),
  });
};

const codeOfGroup = (scope: NodeScope) => securityGroupCodes(scope)[0] ?? scope.construct;

/** A gateway endpoint is in the route tables of the subnets that arrows come from; without arrows, of all. */
const emitGateway = (scope: NodeScope, network: NodeNetwork): void => {
  const { out, id, node, graph } = scope;
  const { plan, vpc } = network;
  const routed = new Set([
    ...graph.sources(node, { mechanism: 'route', kind: 'subnet' }).map((subnet) => subnet.id),
    ...graph.subnets(node).map((subnet) => subnet.id),
  ]);
  const groups =
    routed.size === 0
      ? plan.groups
      : plan.groups.filter(({ drawn }) => drawn !== undefined && routed.has(drawn.node.id));
  const subnets = groups.flatMap((group) => group.subnets);
  out.resource(id, {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      ...scope.cfnProperties(),
      ServiceName: serviceName(scope),
      VpcId: vpc.attribute('id'),
      RouteTableIds:
        subnets.length > 0 ? subnets.map((subnet) => refOf(`${subnet.id}RouteTable`)) : undefined,
    },
    // The L2 construct takes no VPC without subnets.
    ...(subnets.length === 0
      ? {}
      : {
          cdk: scope.l2('ec2.GatewayVpcEndpoint', {
            vpc: vpc.construct,
            service: gatewayService(scope),
            subnets: selectionsOf(plan, groups, subnets),
          }),
        }),
  });
};

/** The subnets in whose route tables a gateway endpoint is; undefined for all. */
const selectionsOf = (
  plan: NetworkPlan,
  groups: readonly SubnetGroup[],
  subnets: readonly ZonedSubnet[],
): Code | undefined => {
  if (!plan.isRegular) return array([selectionOf(plan, groups, subnets)]);
  return groups.length === plan.groups.length
    ? undefined
    : array(groups.map((group) => selectionOf(plan, [group], group.subnets)));
};

const gatewayService = (scope: NodeScope): Code => {
  const known = gatewayServices[String(scope.read('service'))];
  return known === undefined
    ? create('ec2.GatewayVpcEndpointAwsService', codeOf(scope.value('service') ?? ''))
    : name(known);
};

const gatewayServices: Readonly<Record<string, string>> = {
  s3: 'ec2.GatewayVpcEndpointAwsService.S3',
  dynamodb: 'ec2.GatewayVpcEndpointAwsService.DYNAMODB',
};

/** The statements of a policy, or the one statement that it is. */
const statementsOf = (policy: Json | undefined): readonly Json[] => {
  if (!isJsonObject(policy)) return [];
  if (policy.Statement === undefined) return policy.Effect === undefined ? [] : [shortened(policy)];
  return ([policy.Statement].flat() as readonly Json[]).map(shortened);
};

/** A list of one in a statement says the same as the one; the CDK writes it so. */
const shortened = (statement: Json): Json =>
  isJsonObject(statement)
    ? Object.fromEntries(
        Object.entries(statement).map(([key, value]) => [
          key,
          Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value,
        ]),
      )
    : statement;

/** The endpoint's own policy, and what connections add to it. */
const emitPolicy = (scope: NodeScope): void => {
  const { out, id, construct, graph, node } = scope;
  const statements = [
    ...statementsOf(graph.value(node, 'policyDocument')),
    ...scope
      .links('out', { mechanism: 'private-access' })
      // Not every row of the mechanism has the property.
      .flatMap(({ connection }) => statementsOf(connection.properties.policy)),
  ];
  if (statements.length === 0 || !out.has(id)) return;
  out.set(
    id,
    'PolicyDocument',
    document({ Version: '2012-10-17', Statement: statements.map(expressionOf) }),
  );
  if (!out.hasConstruct(id)) return;
  for (const statement of statements)
    out.statement(
      invoke(
        construct,
        'addToPolicy',
        call('iam.PolicyStatement.fromJson', codeOf(expressionOf(statement))),
      ),
    );
};
