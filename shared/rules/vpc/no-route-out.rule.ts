import { endpointFor, hasEgress, hasUnknownEndpoint, isLinked } from '../../graph/network.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addBeside } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { endpointServices } from './endpoint-services.ts';

const calling = (vpc: Parameters<typeof node>[2], subnet: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net', vpc),
      inside(node('subnet', 'private', subnet), node('lambda', 'worker')),
    ),
    node('sqs-queue', 'orders'),
    connection('lambda--sqs-queue', 'worker', 'orders'),
  );

/** True for a server with an address in a public subnet; undefined when nobody knows before deployment. */
const hasPublicAddress = (graph: Graph, source: Node): boolean | undefined =>
  source.kind === 'ec2-instance' ? graph.boolean(source, 'associatePublicIp') : false;

export const vpcNoRouteOut = defineRule({
  meta: {
    id: 'vpc/no-route-out',
    severity: 'error',
    messages: {
      endpoint:
        '{function} has no way from {vpc} to {target}; add an endpoint for {service} to {vpc}, or let its subnets out through a NAT gateway.',
      internet:
        '{function} has no way from {vpc} to {target} on the internet; place it in private subnets with a NAT gateway.',
      perhaps: {
        severity: 'warning',
        text: '{function} has no way of its own from {vpc} to {target}; make sure that the joined network has one.',
      },
    },
    explain:
      'Inside a VPC the public addresses of AWS services are on the internet like any other. Without a NAT gateway or an endpoint the call hangs until the function is stopped. Gateway endpoints for S3 and DynamoDB cost nothing; interface endpoints and NAT gateways are billed by the hour and the gigabyte.',
    docs: {
      title: 'Enable internet access for VPC-connected Lambda functions',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
    },
  },
  // Tasks that cannot even fetch their image are the business of fargate/way-to-image.
  on: connections({
    from: ['lambda', 'ec2-instance'],
    mechanism: ['iam-data-access', 'http-call', 'direct-invoke'],
  }),
  check({ source, target }, graph, report) {
    const vpc = graph.vpc(source);
    if (!vpc) return;
    const egress = hasPublicAddress(graph, source) === false ? hasEgress(graph, source) : undefined;
    if (egress !== false || hasUnknownEndpoint(graph, vpc)) return;
    const service = endpointServices[target.kind];
    if (service !== undefined && endpointFor(graph, vpc, service)) return;
    if (service === undefined && target.kind !== 'external-endpoint') return;
    const data = { function: named(source), vpc: named(vpc), target: named(target) };
    if (isLinked(graph, vpc)) {
      report({ message: 'perhaps', data });
      return;
    }
    if (service === undefined) {
      report({ message: 'internet', data });
      return;
    }
    const [subnet] = graph.subnets(source);
    const gateway = service === 's3' || service === 'dynamodb';
    report({
      message: 'endpoint',
      data: { ...data, service },
      fixes:
        subnet || gateway
          ? [
              {
                title: `Add ${gateway ? 'a gateway' : 'an interface'} endpoint for ${service}`,
                edit: addBeside(
                  source.id,
                  {
                    kind: 'vpc-endpoint',
                    name: `${service} endpoint`,
                    parent: gateway ? vpc.id : subnet?.id,
                    properties: { service, vpcEndpointType: gateway ? 'Gateway' : 'Interface' },
                  },
                  () => [],
                ),
              },
            ]
          : [],
    });
  },
  examples: {
    good: [
      {
        title: 'a NAT gateway',
        design: calling({ natGateways: 1 }, { subnetType: 'private-with-egress' }),
      },
      {
        title: 'a kind of subnet by a parameter',
        design: calling({}, { subnetType: { Ref: 'Type' } }),
      },
    ],
    bad: [
      {
        title: 'an isolated subnet',
        design: calling({ natGateways: 0 }, { subnetType: 'isolated' }),
        expect: ['endpoint'],
      },
      {
        title: 'a server in an isolated subnet',
        design: design(
          inside(
            node('vpc', 'net', { natGateways: 0 }),
            inside(
              node('subnet', 'private', { subnetType: 'isolated' }),
              node('ec2-instance', 'server'),
            ),
          ),
          node('sqs-queue', 'orders'),
          connection('ec2-instance--sqs-queue', 'server', 'orders'),
        ),
        expect: ['endpoint'],
      },
      {
        title: 'an isolated subnet and the internet',
        design: design(
          inside(
            node('vpc', 'net', { natGateways: 0 }),
            inside(node('subnet', 'private', { subnetType: 'isolated' }), node('lambda', 'worker')),
          ),
          node('external-endpoint', 'mail', { url: 'https://mail.example.com' }),
          connection('lambda--external-endpoint', 'worker', 'mail'),
        ),
        expect: ['internet'],
      },
      {
        title: 'an isolated subnet in a joined VPC',
        design: design(
          inside(
            node('vpc', 'net', { natGateways: 0, cidrBlock: '10.1.0.0/16' }),
            inside(node('subnet', 'private', { subnetType: 'isolated' }), node('lambda', 'worker')),
          ),
          inside(node('vpc', 'hub', { cidrBlock: '10.2.0.0/16' }), node('subnet', 'shared')),
          node('sqs-queue', 'orders'),
          connection('vpc--vpc', 'net', 'hub'),
          connection('lambda--sqs-queue', 'worker', 'orders'),
        ),
        expect: ['perhaps'],
      },
    ],
  },
});
