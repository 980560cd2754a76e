import { portOf } from '../../ecs/task.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { networkAccess } from '../../mechanisms/network-access.mechanism.ts';
import { integer } from '../../property.ts';

/* Programs inside a VPC that others call by name and port. */

/** To a service of containers. */
export const callsService = networkAccess({
  variant: 'network',
  label: 'calls',
  environment: [
    { name: 'SERVICE_HOST', value: '{target.host}' },
    { name: 'SERVICE_PORT', value: '{target.port}' },
  ],
  explain:
    'The caller finds the tasks by a name in a private DNS zone of the VPC, which ECS keeps up to date (service discovery), and connects to the port of the container. Behind a load balancer the requests are spread more evenly, and tasks that are unwell get none.',
  docs: 'Use service discovery to connect Amazon ECS services with DNS names',
  options: { to: 'program', port: ({ target }) => portOf(target) },
});

/** To a server. */
export const callsServer = networkAccess({
  variant: 'network',
  preferred: true,
  label: 'calls the service on',
  properties: {
    port: integer({
      min: 1,
      max: 65_535,
      help: 'The port that the program listens on; empty: that of the instance.',
    }),
  },
  environment: [{ name: 'EC2_HOST', value: '{target.host}' }],
  explain:
    'The caller connects to the private address of the instance, which stays the same as long as the instance lives.',
  docs: 'Giving Lambda functions access to resources in an Amazon VPC',
  options: {
    to: 'program',
    port: ({ value, target }) => value('port') ?? target.value('appPort') ?? 80,
  },
});

/** To servers outside AWS, over a VPN or a line of its own. */
export const callsSite = networkAccess({
  label: 'calls hosts in',
  properties: {
    port: integer({
      default: 443,
      emitDefault: true,
      min: 1,
      max: 65_535,
      help: 'The port that the servers there listen on.',
    }),
  },
  explain:
    'The caller connects to private addresses of the network outside, so it must be in a VPC that a VPN or Direct Connect joins to it; the routes appear by themselves. Where a security group of the caller does not let everything out, the export lets this out.',
  docs: 'What is AWS Site-to-Site VPN?',
  options: { to: 'program', port: ({ value }) => value('port') ?? 443 },
});

/** From servers outside AWS to an AWS service, over a VPN or a line of its own. */
export const callsThroughEndpoint = networkAccess({
  label: 'calls AWS services through',
  explain:
    'Programs outside AWS reach the addresses of the endpoint over the VPN or the line, without the internet. The security group of the endpoint lets the range of that network in. Outside the VPC the usual name of the service does not lead to the endpoint: the programs use its own names, or DNS forwards to the VPC.',
  docs: 'Access an AWS service using an interface VPC endpoint',
  options: { to: 'program', port: () => 443 },
});

/** Code that switches a server on and off. */
export const controlsServer = iamDataAccess({
  variant: 'control',
  label: 'starts and stops',
  delivery: 'async',
  statements: [
    {
      side: 'source-role',
      actions: ['ec2:StartInstances', 'ec2:StopInstances'],
      resources: ['{target.arn}'],
    },
    { side: 'source-role', actions: ['ec2:DescribeInstances'], resources: ['*'] },
  ],
  environment: [{ name: 'INSTANCE_ID', value: '{target.id}' }],
  docs: 'Actions, resources, and condition keys for Amazon EC2',
  options: {},
});
