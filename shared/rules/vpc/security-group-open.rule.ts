import { isJsonObject, type Json } from '../../lib/json.ts';
import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const withRules = (rule: { readonly [key: string]: Json }) =>
  design(inside(node('vpc', 'net'), node('security-group', 'group', { ingressRules: [rule] })));

export const vpcSecurityGroupOpen = defineRule({
  meta: {
    id: 'vpc/security-group-open',
    severity: 'warning',
    messages: {
      open: '{node} opens {ports} to the whole internet ({source}); limit the source to the callers, by their security group or their range of addresses.',
    },
    explain:
      'Only load balancers need to be reached by everybody. Open database and administration ports are scanned all day. Lambda functions take no incoming connections, so their groups need no ingress rule at all.',
    docs: {
      title: 'Security group rules',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    },
    overlaps: ['AwsSolutions-EC23', 'CKV_AWS_260'],
  },
  on: nodes('security-group'),
  check(node, graph, report) {
    const rules = graph.list(node, 'ingressRules') ?? [];
    for (const rule of rules) {
      if (!isJsonObject(rule)) continue;
      const { source, fromPort, toPort } = rule;
      if (source !== '0.0.0.0/0' && source !== '::/0') continue;
      if (typeof fromPort === 'object' || typeof toPort === 'object') continue;
      const single = fromPort === toPort || toPort === undefined;
      if (single && (fromPort === 80 || fromPort === 443)) continue;
      report({
        message: 'open',
        property: 'ingressRules',
        data: {
          node: named(node),
          ports:
            fromPort === undefined
              ? 'every port'
              : single
                ? `port ${String(fromPort)}`
                : `the ports ${String(fromPort)} to ${String(toPort)}`,
          source,
        },
        fixes: [
          {
            title: 'Remove the rule',
            edit: setProperty(
              node.id,
              'ingressRules',
              rules.filter((other) => other !== rule),
            ),
          },
        ],
      });
    }
  },
  examples: {
    good: [
      {
        title: 'HTTPS for everybody',
        design: withRules({ protocol: 'tcp', fromPort: 443, toPort: 443, source: '0.0.0.0/0' }),
      },
      {
        title: 'a source by a parameter',
        design: withRules({
          protocol: 'tcp',
          fromPort: 5432,
          toPort: 5432,
          source: { Ref: 'Office' },
        }),
      },
    ],
    bad: [
      {
        title: 'a database port for everybody',
        design: withRules({ protocol: 'tcp', fromPort: 5432, toPort: 5432, source: '0.0.0.0/0' }),
        expect: ['open'],
      },
      {
        title: 'all ports',
        design: withRules({ protocol: 'tcp', fromPort: 0, toPort: 65535, source: '::/0' }),
        expect: ['open'],
      },
    ],
  },
});
