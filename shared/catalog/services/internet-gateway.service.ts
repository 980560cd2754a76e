import { internetGateways } from '../../graph/network.ts';
import { codeOf } from '../code.ts';
import { refOf } from '../expression.ts';
import { internetGatewayId } from '../network/emit-subnets.ts';
import { networkPlan } from '../network/network-plan.ts';
import { text } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

/** The gateway's resource, which the VPC writes. */
const gatewayRef = (scope: NodeScope) => {
  const vpc = scope.graph.vpc(scope.node);
  return vpc === undefined ? '' : refOf(internetGatewayId(networkPlan(scope.scopeOf(vpc))));
};

export const internetGateway = defineService({
  kind: 'internet-gateway',
  title: 'Internet gateway',
  words: 'igw internet gateway public',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::InternetGateway', 'AWS::EC2::VPCGatewayAttachment'],
  placement: { parents: ['vpc'], scope: 'regional', vpc: 'required', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 256,
      advanced: true,
      help: 'The name that the console shows. Empty: that of the VPC.',
    }),
  },
  attributes: {
    id: { cfn: gatewayRef, cdk: (_construct, scope) => codeOf(gatewayRef(scope)) },
  },
  explain:
    'The door of a VPC to the internet. Public subnets have a route to it, and what has a public address there is reached from outside and answers through it. It need not be drawn: a VPC with public subnets gets one by itself. A drawn one takes the place of that, and stands for what passes through it.',
  cost: 'Free; the traffic to the internet is not, and neither are public addresses.',
  limits: ['One internet gateway for a VPC.', 'Five in a Region by default (adjustable).'],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  // The VPC writes its gateway, drawn or not; here is only said what cannot be.
  emit(scope) {
    const { out, graph, node } = scope;
    const vpc = graph.vpc(node);
    if (!vpc) {
      out.problem(`"${node.name}" is in no VPC. Put it into one.`);
      return;
    }
    const [first] = internetGateways(graph, vpc);
    if (first?.id !== node.id)
      out.problem(
        `"${vpc.name}" has two internet gateways, and AWS takes one: remove "${node.name}" or "${first?.name ?? ''}".`,
      );
    for (const { source } of scope.links('in', { mechanism: 'route', kind: 'subnet' })) {
      if (graph.vpc(source.node)?.id !== vpc.id)
        out.problem(
          `"${source.node.name}" routes to "${node.name}", which belongs to another VPC. Draw the arrow to the gateway of its own VPC.`,
        );
      else if (source.read('subnetType') !== 'public')
        out.problem(
          `"${source.node.name}" routes to the internet gateway "${node.name}", which only public subnets do. Set subnetType to public, or draw the arrow to a NAT gateway.`,
        );
    }
  },
});
