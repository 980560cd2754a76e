import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const rdsPublicAccess = defineRule({
  meta: {
    id: 'rds/public-access',
    severity: 'warning',
    messages: {
      public:
        '{node} can be reached from the internet, because it is publicly accessible; make it private, and let functions in its VPC or an RDS Proxy use it.',
      publicSubnet:
        '{node} stands in the public subnet {subnet}; place it in private subnets, where nobody outside finds it.',
    },
    explain:
      'A database port on the internet is found by scanners within minutes. Functions in the VPC do not need it to be public, and administrators connect through Session Manager or a VPN.',
    docs: {
      title: 'Hiding a DB instance in a VPC from the internet',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    },
    overlaps: ['AwsSolutions-RDS2', 'CKV_AWS_17'],
  },
  on: nodes('rds-instance'),
  check(node, graph, report) {
    if (graph.boolean(node, 'publiclyAccessible') === true)
      report({
        message: 'public',
        property: 'publiclyAccessible',
        data: { node: named(node) },
        fixes: [
          { title: 'Make it private', edit: setProperty(node.id, 'publiclyAccessible', false) },
        ],
      });
    const open = graph
      .subnets(node)
      .find((subnet) => graph.text(subnet, 'subnetType') === 'public');
    if (open) report({ message: 'publicSubnet', data: { node: named(node), subnet: named(open) } });
  },
  examples: {
    good: [
      {
        title: 'a private database',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'data', { subnetType: 'isolated' }), node('rds-instance', 'db')),
          ),
        ),
      },
      {
        title: 'an access that a parameter decides',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'data', { subnetType: { Ref: 'Type' } }),
              node('rds-instance', 'db', { publiclyAccessible: { Ref: 'Public' } }),
            ),
          ),
        ),
      },
    ],
    bad: [
      {
        title: 'publicly accessible',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'data', { subnetType: 'isolated' }),
              node('rds-instance', 'db', { publiclyAccessible: true }),
            ),
          ),
        ),
        expect: ['public'],
      },
      {
        title: 'in a public subnet',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'open', { subnetType: 'public' }), node('rds-instance', 'db')),
          ),
        ),
        expect: ['publicSubnet'],
      },
    ],
  },
});
