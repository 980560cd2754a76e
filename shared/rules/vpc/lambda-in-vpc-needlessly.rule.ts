import { reparent } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const vpcLambdaInVpcNeedlessly = defineRule({
  meta: {
    id: 'vpc/lambda-in-vpc-needlessly',
    severity: 'info',
    messages: {
      needless:
        '{node} uses nothing inside {vpc}; take it out, which saves addresses, endpoints and NAT costs.',
    },
    explain:
      'Lambda, DynamoDB, S3, SQS and the like are protected by IAM, not by their place in a network. A function belongs in a VPC only when it must reach something private there.',
    docs: {
      title: 'Giving Lambda functions access to resources in an Amazon VPC',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    },
  },
  on: nodes('lambda'),
  check(node, graph, report) {
    const vpc = graph.container(node, 'vpc');
    if (!vpc) return;
    const links = [...graph.outgoing(node), ...graph.incoming(node)];
    if (links.length === 0) return;
    const isPrivate = (id: string): boolean => {
      const other = graph.node(id);
      return (
        other === undefined ||
        other.kind === 'external-endpoint' ||
        other.kind === 'vpc-endpoint' ||
        other.kind === 'secret' ||
        (other.kind === 'rest-api' && graph.text(other, 'endpointType') !== 'REGIONAL') ||
        (other.id !== node.id && other.kind !== 'lambda' && graph.vpc(other) !== undefined)
      );
    };
    if (links.some(({ from, to }) => isPrivate(from) || isPrivate(to))) return;
    const region = graph.container(node, 'region');
    report({
      message: 'needless',
      data: { node: named(node), vpc: named(vpc) },
      fixes: [
        {
          title: `Take ${named(node)} out of ${named(vpc)}`,
          edit: reparent([node.id], region?.id),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a database in the VPC',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'private', { cidrBlock: { Ref: 'Range' } }),
              node('lambda', 'worker'),
              node('rds-instance', 'db'),
            ),
          ),
          connection('lambda--rds-instance--network', 'worker', 'db'),
        ),
      },
    ],
    bad: [
      {
        title: 'only a table',
        design: design(
          inside(node('vpc', 'net'), inside(node('subnet', 'private'), node('lambda', 'worker'))),
          node('dynamodb-table', 'orders'),
          connection('lambda--dynamodb-table', 'worker', 'orders'),
        ),
        expect: ['needless'],
      },
    ],
  },
});
