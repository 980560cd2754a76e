import { reparent } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const fromOutside = (properties: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'data'), node('rds-instance', 'db', properties)),
    ),
    node('lambda', 'query'),
    connection('lambda--rds-instance--network', 'query', 'db'),
  );

export const vpcPrivateTargetUnreachable = defineRule({
  meta: {
    id: 'vpc/private-target-unreachable',
    severity: 'error',
    messages: {
      outside:
        '{function} runs outside your VPC and cannot reach {target}, which has only private addresses; place it in private subnets of {vpc}.',
    },
    explain:
      'By default a function runs in a network that AWS owns. From there it reaches the public internet and AWS APIs, but no private address of yours. Placed in your subnets it gets network interfaces there and can talk to what is inside.',
    docs: {
      title: 'Giving Lambda functions access to resources in an Amazon VPC',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    },
  },
  on: connections({
    from: 'lambda',
    to: ['rds-instance', 'aurora-cluster', 'opensearch', 'efs-file-system'],
    mechanism: ['network-access', 'iam-data-access', 'file-system-mount'],
  }),
  check({ connection: way, source, target }, graph, report) {
    const vpc = graph.vpc(target);
    if (!vpc || graph.vpc(source)) return;
    // The Data API is reached from anywhere.
    if (way.type === 'lambda--aurora-cluster--data-api') return;
    // What is not an instance of RDS has no public address at all.
    if (target.kind === 'rds-instance' && graph.boolean(target, 'publiclyAccessible') !== false)
      return;
    const [subnet] = graph.subnets(target);
    report({
      message: 'outside',
      data: { function: named(source), target: named(target), vpc: named(vpc) },
      fixes: subnet
        ? [
            {
              title: `Place ${named(source)} in ${named(subnet)}`,
              edit: reparent([source.id], subnet.id),
            },
          ]
        : [],
    });
  },
  examples: {
    good: [
      {
        title: 'both in one VPC',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'data'), node('rds-instance', 'db'), node('lambda', 'query')),
          ),
          connection('lambda--rds-instance--network', 'query', 'db'),
        ),
      },
      {
        title: 'a cluster that is queried over HTTPS',
        design: design(
          inside(node('vpc', 'net'), inside(node('subnet', 'data'), node('aurora-cluster', 'db'))),
          node('lambda', 'query'),
          connection('lambda--aurora-cluster--data-api', 'query', 'db'),
        ),
      },
      {
        title: 'an access that a parameter decides',
        design: fromOutside({ publiclyAccessible: { Ref: 'Public' } }),
      },
    ],
    bad: [
      { title: 'a function without a VPC', design: fromOutside({}), expect: ['outside'] },
      {
        title: 'a search domain inside, its reader outside',
        design: design(
          inside(node('vpc', 'net'), inside(node('subnet', 'data'), node('opensearch', 'search'))),
          node('lambda', 'finder'),
          connection('lambda--opensearch', 'finder', 'search'),
        ),
        expect: ['outside'],
      },
    ],
  },
});
