import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const endpoints = (
  vpc: Parameters<typeof node>[2],
  ...all: readonly Parameters<typeof node>[2][]
) =>
  design(
    inside(
      node('vpc', 'net', vpc),
      inside(
        node('subnet', 'private'),
        ...all.map((properties, at) => node('vpc-endpoint', `endpoint-${at}`, properties)),
      ),
    ),
  );

export const vpcEndpointType = defineRule({
  meta: {
    id: 'vpc/endpoint-type',
    severity: 'error',
    messages: {
      gateway:
        '{node}: there is no gateway endpoint for {service}, only for S3 and DynamoDB; make it an interface endpoint.',
      dns: '{node}: private DNS works only when DNS support and DNS host names of {vpc} are on; switch them on, or private DNS off.',
      twice:
        '{node}: {vpc} has another endpoint of {service} with private DNS, and one name cannot lead to both; remove one of them, or its private DNS.',
    },
    explain:
      'Gateway endpoints are entries in route tables, are free, and exist for S3 and DynamoDB. Interface endpoints are network interfaces with a private address; with private DNS the usual name of the service leads to them.',
    docs: {
      title: 'Access an AWS service using an interface VPC endpoint',
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    },
  },
  on: nodes('vpc-endpoint'),
  check(node, graph, report) {
    const service = graph.text(node, 'service');
    const type = graph.text(node, 'vpcEndpointType');
    if (service === undefined || type === undefined) return;
    if (type === 'Gateway') {
      if (service !== 's3' && service !== 'dynamodb')
        report({
          message: 'gateway',
          property: 'vpcEndpointType',
          data: { node: named(node), service },
          fixes: [
            {
              title: 'Make it an interface endpoint',
              edit: setProperty(node.id, 'vpcEndpointType', 'Interface'),
            },
          ],
        });
      return;
    }
    const vpc = graph.vpc(node);
    if (!vpc || graph.boolean(node, 'privateDnsEnabled') !== true) return;
    const fixes = [
      { title: 'Switch private DNS off', edit: setProperty(node.id, 'privateDnsEnabled', false) },
    ];
    if (
      graph.boolean(vpc, 'enableDnsSupport') === false ||
      graph.boolean(vpc, 'enableDnsHostnames') === false
    )
      report({
        message: 'dns',
        property: 'privateDnsEnabled',
        data: { node: named(node), vpc: named(vpc) },
        fixes,
      });
    const [first] = graph
      .nodes('vpc-endpoint')
      .filter(
        (other) =>
          graph.vpc(other)?.id === vpc.id &&
          graph.text(other, 'service') === service &&
          graph.text(other, 'vpcEndpointType') === 'Interface' &&
          graph.boolean(other, 'privateDnsEnabled') === true,
      );
    if (first && first.id !== node.id)
      report({
        message: 'twice',
        property: 'privateDnsEnabled',
        data: { node: named(node), vpc: named(vpc), service },
        fixes,
      });
  },
  examples: {
    good: [
      {
        title: 'a gateway for S3',
        design: endpoints({}, { vpcEndpointType: 'Gateway', service: 's3' }),
      },
      {
        title: 'a service by a parameter',
        design: endpoints({}, { vpcEndpointType: 'Gateway', service: { Ref: 'Service' } }),
      },
    ],
    bad: [
      {
        title: 'a gateway for SQS',
        design: endpoints({}, { vpcEndpointType: 'Gateway', service: 'sqs' }),
        expect: ['gateway'],
      },
      {
        title: 'no DNS in the VPC',
        design: endpoints(
          { enableDnsSupport: false, enableDnsHostnames: false },
          { service: 'sqs' },
        ),
        expect: ['dns'],
      },
      {
        title: 'two of one service',
        design: endpoints({}, { service: 'sqs' }, { service: 'sqs' }),
        expect: ['twice'],
      },
    ],
  },
});
