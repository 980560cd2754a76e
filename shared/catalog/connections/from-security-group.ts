import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { securityAttachment } from '../mechanisms/security-attachment.mechanism.ts';
import { choice, integer } from '../property.ts';
import type { Kind } from '../services/index.ts';

/** The group stands in front of the node. */
const attached = () =>
  securityAttachment({
    label: 'protects',
    delivery: 'config',
    reversible: true,
    docs: 'Control traffic to your AWS resources using security groups',
    options: { as: 'attach' },
  });

const hasPorts = (read: (property: string) => unknown): boolean =>
  read('protocol') === 'tcp' || read('protocol') === 'udp';

export const fromSecurityGroup = connectionsFrom<Kind>('security-group', {
  vpc: networkPlacement({
    label: 'belongs to',
    delivery: 'config',
    gesture: 'nesting',
    reversible: true,
    explain: 'A security group works inside its VPC only.',
    docs: 'Control traffic to your AWS resources using security groups',
  }),
  lambda: attached(),
  'fargate-service': attached(),
  'ec2-instance': attached(),
  'efs-file-system': attached(),
  'dax-cluster': attached(),
  'rds-instance': attached(),
  'aurora-cluster': attached(),
  'rds-proxy': attached(),
  elasticache: attached(),
  'vpc-endpoint': attached(),
  opensearch: attached(),
  redshift: attached(),
  alb: attached(),
  nlb: attached(),
  'vpc-link': attached(),
  'security-group': securityAttachment({
    label: 'may connect to',
    delivery: 'config',
    properties: {
      protocol: choice(['tcp', 'udp', 'icmp', '-1'], {
        default: 'tcp',
        help: '-1 stands for all protocols and ports.',
      }),
      fromPort: integer({
        default: 443,
        min: 0,
        max: 65_535,
        when: hasPorts,
        help: 'The first port of the range.',
      }),
      toPort: integer({
        default: 443,
        min: 0,
        max: 65_535,
        when: hasPorts,
        help: 'The last port of the range.',
      }),
    },
    docs: 'Security group rules',
    options: { as: 'rule' },
  }),
});
