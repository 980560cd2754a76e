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
