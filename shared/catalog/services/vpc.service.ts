import type { Json } from '../../lib/json.ts';
import { type Code, call, flag, number, text as string } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { arn, join, refOf } from '../expression.ts';
import {
  emitEgress,
  emitGroup,
  emitInternetGateway,
  nameTag,
  subnetConfiguration,
} from '../network/emit-subnets.ts';
import { emitFlowLogs } from '../network/flow-logs.ts';
import { type NetworkPlan, networkPlan, zonesGetter } from '../network/network-plan.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

/** The L2 construct says yes by itself; and it takes a yes to one only together with a yes to the other. */
const onlyFalse = (value: Json): Code | undefined => (value === false ? flag(false) : undefined);

export const vpc = defineService({
  kind: 'vpc',
  title: 'VPC',
  words: 'network vpc cidr private network',
  category: 'container',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::VPC'],
  placement: {
    isContainer: true,
    parents: ['region'],
    scope: 'regional',
    vpc: 'none',
    subnet: 'none',
  },
  properties: {
    cidrBlock: text({
      default: '10.0.0.0/16',
      required: true,
      help: 'The IPv4 addresses of the VPC, from /16 (65,536) to /28 (16). VPCs that are to be peered must not overlap.',
      cfn: 'CidrBlock',
      cdk: (value) => ({ ipAddresses: call('ec2.IpAddresses.cidr', string(String(value))) }),
    }),
    maxAzs: integer({
      default: 2,
      min: 1,
      max: 6,
      help: 'How many Availability Zones the subnets are spread over. Databases and load balancers need two.',
    }),
    natGateways: integer({
      default: 1,
      min: 0,
      help: 'Ways out for private subnets, one in each of the first zones. Each costs money by the hour. Without meaning when NAT gateways are drawn.',
    }),
    enableDnsSupport: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      help: 'Amazon answers DNS questions inside the VPC.',
      cfn: 'EnableDnsSupport',
      cdk: (value) => ({ enableDnsSupport: onlyFalse(value) }),
    }),
    enableDnsHostnames: yesNo({
      default: true,
      emitDefault: true,
      when: (read) => read('enableDnsSupport') !== false,
      advanced: true,
      help: "Gives DNS names to public addresses; interface endpoints with private DNS need it. CloudFormation's own default is no.",
      cfn: 'EnableDnsHostnames',
      cdk: (value) => ({ enableDnsHostnames: onlyFalse(value) }),
    }),
    instanceTenancy: choice(['default', 'dedicated'], {
      default: 'default',
      advanced: true,
      help: 'Dedicated hardware costs more, and functions do not run on it.',
      cfn: 'InstanceTenancy',
      cdk: {
        name: 'defaultInstanceTenancy',
        enum: 'ec2.DefaultInstanceTenancy',
        members: { default: 'DEFAULT', dedicated: 'DEDICATED' },
      },
    }),
    flowLogs: yesNo({
      default: false,
      help: 'Writes who talked to whom, and what was refused, to a log group of its own.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'vpcId' },
    arn: { cfn: ({ id }) => arn('ec2', join('vpc/', refOf(id))), cdk: 'vpcArn' },
    cidrBlock: { cfn: 'CidrBlock', cdk: 'vpcCidrBlock' },
  },
  summary: (read) => `${String(read('cidrBlock'))} · ${String(read('maxAzs'))} zones`,
  explain:
    'A VPC is a private network of your own in one Region, with addresses that you choose. Databases and caches live in one, so that nobody reaches them from outside; functions join it only when they need something inside. Nothing goes in or out but through gateways and endpoints, and security groups say who may talk to whom.',
  cost: 'The VPC and its subnets are free. NAT gateways and interface endpoints cost by the hour and by the traffic.',
  limits: [
    'Five VPCs in a Region by default (adjustable).',
    '200 subnets in a VPC by default (adjustable).',
    'Five IPv4 ranges in a VPC by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
  emit(scope) {
    const { out, id, node } = scope;
    const plan = networkPlan(scope);
    for (const { at, message } of plan.problems) if (at === node.id) out.problem(message);
    out.resource(id, {
      type: 'AWS::EC2::VPC',
      properties: {
        ...scope.cfnProperties(),
        ...(scope.read('enableDnsSupport') === false ? { EnableDnsHostnames: false } : {}),
        Tags: nameTag(id),
      },
      cdk: vpcConstruct(scope, plan),
    });
    out.getter('availabilityZones', zonesGetter(zonesOfStack(scope)));
    emitInternetGateway(plan);
    for (const group of plan.groups) if (group.drawn === undefined) emitGroup(plan, group);
    emitEgress(plan);
    if (scope.read('flowLogs') === true) emitFlowLogs(scope);
  },
});

const vpcConstruct = (scope: NodeScope, plan: NetworkPlan) => {
  const zones = Number(scope.read('maxAzs') ?? plan.zones);
  const { groups, isRegular, hasInternetGateway } = plan;
  const isPlain = groups.every(({ type }) => type === 'isolated');
  return scope.l2('ec2.Vpc', {
    maxAzs: isRegular && groups.length > 0 ? number(zones) : undefined,
    ...(scope.read('enableDnsSupport') === false ? { enableDnsHostnames: flag(false) } : {}),
    natGateways: isRegular && groups.length > 0 ? codeOf(plan.natCount) : undefined,
    createInternetGateway: isPlain || hasInternetGateway || !isRegular ? undefined : flag(false),
    subnetConfiguration: subnetConfiguration(plan),
  });
};

/** How many zones the VPCs of the stack use together. */
const zonesOfStack = (scope: NodeScope): number =>
  Math.max(
    ...scope.graph
      .nodes('vpc')
      .map(scope.scopeOf)
      .filter(({ region }) => region === scope.region)
      .map((other) => networkPlan(other).zones),
  );
