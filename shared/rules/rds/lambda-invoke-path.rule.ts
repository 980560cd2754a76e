import {
  endpointFor,
  hasEgress,
  hasUnknownEndpoint,
  isLinked,
  subnetType,
} from '../../graph/network.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addBeside } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { named } from '../text.ts';
import { letsOut } from '../vpc/group-traffic.ts';

const calling = (
  subnet: Parameters<typeof node>[2],
  database: Parameters<typeof node>[2] = {},
  vpc: Parameters<typeof node>[2] = {},
) =>
  design(
    inside(
      node('vpc', 'net', { natGateways: 0, ...vpc }),
      inside(node('subnet', 'data', subnet), node('rds-instance', 'db', database)),
    ),
    node('lambda', 'audit'),
    connection('rds-instance--lambda', 'db', 'audit'),
  );

export const rdsLambdaInvokePath = defineRule({
  meta: {
    id: 'rds/lambda-invoke-path',
    severity: 'error',
    messages: {
      isolated:
        '{database} is in isolated subnets and cannot reach the Lambda API to call {function}; add an endpoint for lambda to {vpc}.',
      noGateway: {
        severity: 'warning',
        text: '{database} has no way out of {vpc} to the Lambda API, so it cannot call {function}; add a NAT gateway, or an endpoint for lambda.',
      },
      noAddress: {
        severity: 'warning',
        text: '{database} is in a public subnet without a public address, so it does not reach the Lambda API to call {function}; add an endpoint for lambda to {vpc}.',
      },
      group:
        'The security groups of {database} let nothing out on port 443, where the Lambda API listens; allow it, so that {function} can be called.',
    },
    explain:
      'The call leaves from the network of the database to the public address of the Lambda API, over HTTPS. A private database needs a NAT gateway for that, or an interface endpoint for Lambda in its VPC. The role that lets it invoke the function comes with the connection.',
    docs: {
      title: 'Invoking an AWS Lambda function from an RDS for PostgreSQL DB instance',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL-Lambda.html',
    },
    yieldsTo: ['rds/lambda-invoke-engine'],
  },
  on: connections({ type: ['rds-instance--lambda', 'aurora-cluster--lambda'] }),
  check({ source: database, target: fn }, graph, report) {
    const vpc = graph.vpc(database);
    if (!vpc) return;
    const data = { database: named(database), function: named(fn), vpc: named(vpc) };
    if (letsOut(graph, graph.securityGroups(database), 443) === false)
      report({ message: 'group', data });
    if (endpointFor(graph, vpc, 'lambda') || hasUnknownEndpoint(graph, vpc)) return;
    if (hasEgress(graph, database) !== false || isLinked(graph, vpc)) return;
    const subnets = graph.subnets(database);
    const types = new Set(subnets.map((subnet) => subnetType(graph, subnet)));
    const [subnet] = subnets;
    const fixes: readonly Fix[] = subnet
      ? [
          {
            title: 'Add an interface endpoint for lambda',
            edit: addBeside(
              database.id,
              {
                kind: 'vpc-endpoint',
                name: 'lambda endpoint',
                parent: subnet.id,
                properties: { service: 'lambda', vpcEndpointType: 'Interface' },
              },
              () => [],
            ),
          },
        ]
      : [];
    if (types.has('public')) {
      if (
        database.kind === 'aurora-cluster' ||
        graph.boolean(database, 'publiclyAccessible') === false
      )
        report({ message: 'noAddress', data, fixes });
    } else if (types.has('private-with-egress') || types.size === 0)
      report({ message: 'noGateway', data, fixes });
    else report({ message: 'isolated', data, fixes });
  },
  examples: {
    good: [
      {
        title: 'a NAT gateway',
        design: calling({ subnetType: 'private-with-egress' }, {}, { natGateways: 1 }),
      },
      { title: 'a type of subnet by a parameter', design: calling({ subnetType: { Ref: 'T' } }) },
      {
        title: 'an endpoint',
        design: design(
          inside(
            node('vpc', 'net', { natGateways: 0 }),
            inside(
              node('subnet', 'data', { subnetType: 'isolated' }),
              node('rds-instance', 'db'),
              node('vpc-endpoint', 'door', { service: 'lambda', vpcEndpointType: 'Interface' }),
            ),
          ),
          node('lambda', 'audit'),
          connection('rds-instance--lambda', 'db', 'audit'),
        ),
      },
    ],
    bad: [
      {
        title: 'an isolated subnet',
        design: calling({ subnetType: 'isolated' }),
        expect: ['isolated'],
      },
      {
        title: 'no NAT gateway',
        design: calling({ subnetType: 'private-with-egress' }),
        expect: ['noGateway'],
      },
      {
        title: 'a public subnet',
        design: calling({ subnetType: 'public' }),
        expect: ['noAddress'],
      },
      {
        title: 'a group that lets nothing out but PostgreSQL',
        design: design(
          inside(
            node('vpc', 'net', { natGateways: 1 }),
            node('security-group', 'group', {
              egressRules: [{ protocol: 'tcp', fromPort: 5432, source: '10.0.0.0/16' }],
            }),
            inside(node('subnet', 'data'), node('rds-instance', 'db')),
          ),
          node('lambda', 'audit'),
          connection('rds-instance--lambda', 'db', 'audit'),
          connection('security-group--rds-instance', 'group', 'db'),
        ),
        expect: ['group'],
      },
    ],
  },
});
