import { isJsonObject, type Json } from '../../lib/json.ts';
import {
  array,
  type Code,
  call,
  create,
  flag,
  invoke,
  member,
  name,
  number,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { document, expressionOf, intrinsic, join, pseudo, refOf } from '../expression.ts';
import type { NetworkPlan, SubnetGroup, ZonedSubnet } from '../network/network-plan.ts';
import { type NodeNetwork, networkOf, selectionOf } from '../network/placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupCodes,
  securityGroupIds,
  securityGroupsOf,
} from '../network/security-groups.ts';
import { choice, json, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

const isInterface = (read: (property: string) => unknown): boolean =>
  read('vpcEndpointType') === 'Interface';

export const vpcEndpoint = defineService({
  kind: 'vpc-endpoint',
  title: 'VPC endpoint',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::VPCEndpoint'],
  placement: { parents: ['vpc', 'subnet'], scope: 'regional', vpc: 'required', subnet: 'optional' },
  properties: {
    vpcEndpointType: choice(['Interface', 'Gateway'], {
      default: 'Interface',
      required: true,
      help: 'Interface: an address in your subnets, for nearly every service. Gateway: an entry in route tables, for S3 and DynamoDB only, and free.',
      cfn: 'VpcEndpointType',
    }),
    service: choice(
      [
        's3',
        'dynamodb',
        'execute-api',
        'lambda',
        'sqs',
        'sns',
        'kinesis-streams',
        'kinesis-firehose',
        'events',
        'scheduler',
        'states',
        'secretsmanager',
        'ssm',
        'kms',
        'logs',
        'monitoring',
        'xray',
        'sts',
        'ecr.api',
        'ecr.dkr',
        'ecs',
        'rds-data',
        'athena',
        'glue',
        'redshift-data',
        'appsync-api',
        'email-smtp',
        'cognito-idp',
        'elasticfilesystem',
      ],
      {
        required: true,
        help: 'The AWS service that is reached through it. execute-api is what private REST APIs need.',
      },
    ),
    privateDnsEnabled: yesNo({
      default: true,
      emitDefault: true,
      when: isInterface,
      help: "The service's usual name then leads to the endpoint, so that no code has to change. The VPC must have DNS support and DNS hostnames.",
      cfn: 'PrivateDnsEnabled',
      cdk: 'privateDnsEnabled',
    }),
    policyDocument: json({
      advanced: true,
      help: 'What may be done through the endpoint, as an IAM policy with principals. Empty: everything that the caller may do anyway.',
    }),
  },
  attributes: {
    id: {
      cfn: 'Ref',
      cdk: (construct, { out, id }) =>
        member(construct, out.hasConstruct(id) ? 'vpcEndpointId' : 'ref'),
    },
    /** The Regional DNS name of an interface endpoint. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
    dnsName: {
      cfn: ({ id }) => dnsEntryPart(id, 1),
      cdk: (construct) => dnsEntryCode(construct, 1),
    },
    hostedZoneId: {
      cfn: ({ id }) => dnsEntryPart(id, 0),
      cdk: (construct) => dnsEntryCode(construct, 0),
    },
  },
  summary: (read) => `${String(read('service'))} · ${String(read('vpcEndpointType'))}`,
  explain:
    'AWS services answer on public addresses. An endpoint gives the VPC a private way to one of them, so that subnets without internet can use it and the traffic stays inside AWS. An interface endpoint is a network interface with a security group in each zone; a gateway endpoint is a line in the route tables. Its policy can limit what is done through it.',
  cost: 'Interface: by the hour in each zone, and by the gigabyte. Gateway: free.',
  limits: [
    '50 interface endpoints in a VPC by default (adjustable).',
    '20 gateway endpoints in a Region by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html',
  emit(scope) {
    const network = networkOf(scope, { onePerZone: true });
    if (!network) {
      if (!scope.graph.vpc(scope.node))
        scope.out.problem(`"${scope.node.name}" is in no VPC. Put it into one.`);
      return;
    }
    if (isInterface(scope.read)) emitInterface(scope, network);
    else emitGateway(scope, network);
    emitPolicy(scope);
  },
});

const dnsEntryPart = (id: string, part: 0 | 1) =>
  intrinsic({
    'Fn::Select': [
      part,
      { 'Fn::Split': [':', { 'Fn::Select': [0, { 'Fn::GetAtt': [id, 'DnsEntries'] }] }] },
    ],
  });

const dnsEntryCode = (construct: ReturnType<typeof member>, part: 0 | 1) =>
  call(
    'cdk.Fn.select',
    number(part),
    call(
      'cdk.Fn.split',
      text(':'),
      call('cdk.Fn.select', number(0), member(construct, 'vpcEndpointDnsEntries')),
    ),
  );

const serviceName = (scope: NodeScope) =>
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
