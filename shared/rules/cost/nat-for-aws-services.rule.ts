import { endpointFor, hasNatGateway, hasUnknownEndpoint } from '../../graph/network.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addBeside } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const services: Readonly<Record<string, { readonly id: string; readonly title: string }>> = {
  's3-bucket': { id: 's3', title: 'S3' },
  'dynamodb-table': { id: 'dynamodb', title: 'DynamoDB' },
};

const inVpc = (vpc: object) =>
  design(
    inside(
      node('vpc', 'net', { ...vpc }),
      inside(node('subnet', 'private'), node('lambda', 'worker')),
    ),
    node('s3-bucket', 'files'),
    connection('lambda--s3-bucket', 'worker', 'files', { access: 'read' }),
  );

export const costNatForAwsServices = defineRule({
  meta: {
    id: 'cost/nat-for-aws-services',
    severity: 'warning',
    messages: {
      throughNat:
        '{function} reaches {target} through the NAT gateway, which is billed by the gigabyte; add the gateway endpoint for {service} to {vpc}, which is free.',
    },
    explain:
      'From inside a VPC, S3 and DynamoDB are addresses on the internet, so the traffic takes the NAT gateway and pays for each gigabyte. A gateway endpoint is an entry in the route tables that leads to the service directly. It costs nothing.',
    docs: {
      title: 'Gateway endpoints',
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    },
  },
  on: connections({
    from: 'lambda',
    to: ['s3-bucket', 'dynamodb-table'],
    mechanism: 'iam-data-access',
  }),
  check({ source, target }, graph, report) {
    const vpc = graph.vpc(source);
    const service = services[target.kind];
    if (!vpc || !service || hasNatGateway(graph, vpc) !== true) return;
    if (endpointFor(graph, vpc, service.id) || hasUnknownEndpoint(graph, vpc)) return;
    report({
      message: 'throughNat',
      data: {
        function: named(source),
        target: named(target),
        service: service.title,
        vpc: named(vpc),
      },
      fixes: [
        {
          title: `Add a gateway endpoint for ${service.title} to ${named(vpc)}`,
          edit: addBeside(
            source.id,
            {
              kind: 'vpc-endpoint',
              name: `${service.title} endpoint`,
              parent: vpc.id,
              properties: { vpcEndpointType: 'Gateway', service: service.id },
            },
            () => [],
          ),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a gateway endpoint',
        design: design(
          inside(
            node('vpc', 'net', { natGateways: 1 }),
            inside(node('subnet', 'private'), node('lambda', 'worker')),
            node('vpc-endpoint', 'to-s3', { vpcEndpointType: 'Gateway', service: 's3' }),
          ),
          node('s3-bucket', 'files'),
          connection('lambda--s3-bucket', 'worker', 'files', { access: 'read' }),
        ),
      },
      {
        title: 'a number of NAT gateways by a parameter',
        design: inVpc({ natGateways: { Ref: 'Nats' } }),
      },
      {
        title: 'outside a VPC',
        design: design(
          node('lambda', 'worker'),
          node('s3-bucket', 'files'),
          connection('lambda--s3-bucket', 'worker', 'files'),
        ),
      },
    ],
    bad: [
      {
        title: 'a NAT gateway and no endpoint',
        design: inVpc({ natGateways: 1 }),
        expect: ['throughNat'],
      },
    ],
  },
});
