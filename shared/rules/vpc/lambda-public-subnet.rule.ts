import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const vpcLambdaPublicSubnet = defineRule({
  meta: {
    id: 'vpc/lambda-public-subnet',
    severity: 'warning',
    messages: {
      noInternet:
        '{node} is in the public subnet {subnet} but gets no public address, so it reaches nothing on the internet; place it in a private subnet with a NAT gateway.',
      idle: {
        severity: 'info',
        text: '{node} is in the public subnet {subnet}, where functions get no public address; a private subnet says better what it is.',
      },
    },
    explain:
      'Network interfaces of Lambda never get public IPv4 addresses, so the internet gateway drops what they send. Access to the internet needs a private subnet whose route leads to a NAT gateway in a public subnet.',
    docs: {
      title: 'Enable internet access for VPC-connected Lambda functions',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
    },
  },
  on: nodes('lambda'),
  check(node, graph, report) {
    const open = graph
      .subnets(node)
      .find((subnet) => graph.text(subnet, 'subnetType') === 'public');
    if (!open) return;
    const calls = graph.outgoing(node, { kind: 'external-endpoint' }).length > 0;
    report({
      message: calls ? 'noInternet' : 'idle',
      data: { node: named(node), subnet: named(open) },
    });
  },
  examples: {
    good: [
      {
        title: 'a private subnet',
        design: design(
          inside(node('vpc', 'net'), inside(node('subnet', 'private'), node('lambda', 'worker'))),
        ),
      },
      {
        title: 'a kind of subnet by a parameter',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'private', { subnetType: { Ref: 'Type' } }),
              node('lambda', 'worker'),
            ),
          ),
        ),
      },
    ],
    bad: [
      {
        title: 'a call to the internet',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'open', { subnetType: 'public' }), node('lambda', 'worker')),
          ),
          node('external-endpoint', 'mail', { url: 'https://mail.example.com' }),
          connection('lambda--external-endpoint', 'worker', 'mail'),
        ),
        expect: ['noInternet'],
      },
      {
        title: 'no call',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'open', { subnetType: 'public' }), node('lambda', 'worker')),
          ),
        ),
        expect: ['idle'],
      },
    ],
  },
});
