import { endpointFor, hasEgress, hasUnknownEndpoint, isLinked } from '../../graph/network.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** What a task calls to fetch an image of ECR and to write its logs. */
const endpoints = ['ecr.api', 'ecr.dkr', 's3', 'logs'] as const;

/** Whether the image lies in ECR in this account's way; undefined: nobody knows before deployment. */
const isInEcr = (graph: Graph, service: Node): boolean | undefined => {
  if (graph.incoming(service, { mechanism: 'code-source' }).length > 0) return true;
  const image = graph.text(service, 'image');
  return image === undefined ? undefined : /^\d{12}\.dkr\.ecr\./.test(image);
};

/** Whether the tasks get out to the internet; undefined: nobody knows before deployment. */
const getsOut = (graph: Graph, service: Node): boolean | undefined => {
  const types = graph.subnets(service).map((subnet) => graph.text(subnet, 'subnetType'));
  if (types.includes(undefined)) return undefined;
  if (types.includes('public')) {
    const address = graph.text(service, 'assignPublicIp');
    if (address !== 'DISABLED') return address === undefined ? undefined : true;
  }
  return hasEgress(graph, service);
};

const giveAddress = (graph: Graph, service: Node): readonly Fix[] =>
  graph.subnets(service).some((subnet) => graph.text(subnet, 'subnetType') === 'public')
    ? [
        {
          title: 'Give its tasks public addresses',
          edit: setProperty(service.id, 'assignPublicIp', 'ENABLED'),
        },
      ]
    : [];

const shop = (
  vpc: Parameters<typeof node>[2],
  subnet: Parameters<typeof node>[2],
  service: Parameters<typeof node>[2] = {},
) =>
  design(
    inside(
      node('vpc', 'net', vpc),
      inside(node('subnet', 'app', subnet), node('fargate-service', 'shop', service)),
    ),
  );

const fromRepository = (...services: readonly string[]) =>
  design(
    inside(
      node('vpc', 'net', { natGateways: 0 }),
      inside(
        node('subnet', 'app', { subnetType: 'isolated' }),
        node('fargate-service', 'shop'),
        ...services.map((service, index) => node('vpc-endpoint', `door${index + 1}`, { service })),
      ),
      node('vpc-endpoint', 'files', { service: 's3', vpcEndpointType: 'Gateway' }),
    ),
    node('ecr-repository', 'images'),
    connection('ecr-repository--fargate-service', 'images', 'shop', { tag: '1.0' }),
  );

export const fargateWayToImage = defineRule({
  meta: {
    id: 'fargate/way-to-image',
    severity: 'error',
    messages: {
      internet:
        '{service} has no way from {vpc} to its image, so its tasks cannot start; place it in private subnets with a NAT gateway, or in public ones with public addresses.',
      endpoints:
        '{service} has no way out of {vpc}, and to fetch its image from ECR and write its logs it also needs endpoints for {missing}; add them, or a NAT gateway.',
    },
    explain:
      'Fargate fetches the image and writes the logs from the subnet of the task, not from somewhere behind it. A task in a public subnet without a public address has no way to the internet, and neither has one in an isolated subnet. Then ECS tries again and again, and the deployment waits until it gives up. With endpoints for ECR, S3 (where the layers of images lie) and CloudWatch Logs, an image in ECR needs no way to the internet.',
    docs: {
      title: 'Amazon ECS task networking options for Fargate',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
    },
  },
  on: nodes('fargate-service'),
  check(service, graph, report) {
    const vpc = graph.vpc(service);
    if (!vpc || getsOut(graph, service) !== false) return;
    // Through the other network there may be a way.
    if (isLinked(graph, vpc) || hasUnknownEndpoint(graph, vpc)) return;
    const inEcr = isInEcr(graph, service);
    if (inEcr === undefined) return;
    const data = { service: named(service), vpc: named(vpc) };
    const fixes = giveAddress(graph, service);
    if (!inEcr) {
      report({ message: 'internet', data, fixes });
      return;
    }
    const missing = endpoints.filter((name) => endpointFor(graph, vpc, name) === undefined);
    if (missing.length > 0)
      report({ message: 'endpoints', data: { ...data, missing: missing.join(', ') }, fixes });
  },
  examples: {
    good: [
      {
        title: 'private subnets with a NAT gateway',
        design: shop({ natGateways: 1 }, { subnetType: 'private-with-egress' }),
      },
      {
        title: 'public addresses in a public subnet',
        design: shop({ natGateways: 0 }, { subnetType: 'public' }, { assignPublicIp: 'ENABLED' }),
      },
      {
        title: 'an image by a parameter',
        design: shop({ natGateways: 0 }, { subnetType: 'isolated' }, { image: { Ref: 'Image' } }),
      },
      {
        title: 'an image of ECR, and all endpoints',
        design: fromRepository('ecr.api', 'ecr.dkr', 'logs'),
      },
    ],
    bad: [
      {
        title: 'a public subnet without public addresses',
        design: shop({ natGateways: 0 }, { subnetType: 'public' }),
        expect: ['internet'],
      },
      {
        title: 'an isolated subnet',
        design: shop({ natGateways: 0 }, { subnetType: 'isolated' }),
        expect: ['internet'],
      },
      {
        title: 'an image of ECR, and one endpoint',
        design: fromRepository('ecr.dkr'),
        expect: ['endpoints'],
      },
    ],
  },
});
