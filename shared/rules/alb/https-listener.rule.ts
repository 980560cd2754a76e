import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Policies that let clients speak TLS 1.0 or 1.1. */
const oldPolicies: ReadonlySet<string> = new Set(['ELBSecurityPolicy-TLS13-1-0-2021-06']);
const safePolicy = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

const balanced = (properties: Parameters<typeof node>[2], certified = true) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'public', { subnetType: 'public' }), node('alb', 'web', properties)),
    ),
    node('certificate', 'tls', { domainName: 'app.example.com' }),
    ...(certified ? [connection('certificate--alb', 'tls', 'web')] : []),
  );

export const albHttpsListener = defineRule({
  meta: {
    id: 'alb/https-listener',
    severity: 'error',
    messages: {
      noCertificate: '{node} listens for HTTPS and has no certificate; connect one of its Region.',
      onlyHttp: {
        text: '{node} is open to the internet over HTTP only, so everybody on the way can read along; listen for HTTPS with a certificate.',
        severity: 'warning',
      },
      noRedirect: {
        text: '{node} does not answer on port 80, so people who type its name without https find nothing; redirect HTTP to HTTPS.',
        severity: 'info',
      },
      oldTls: {
        text: '{node} lets clients speak versions of TLS before 1.2, which are broken; choose a newer policy.',
        severity: 'warning',
      },
    },
    explain:
      'TLS ends at the load balancer, so it needs a certificate of its own Region that covers the name people type. A second listener on port 80 that only sends people on to https is good practice.',
    docs: {
      title: 'HTTPS listeners for your Application Load Balancer',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
    },
    overlaps: ['E3676', 'CKV_AWS_2', 'CKV_AWS_103', 'AwsSolutions-ELB5'],
  },
  on: nodes('alb'),
  check(balancer, graph, report) {
    const protocol = graph.text(balancer, 'listenerProtocol');
    const data = { node: named(balancer) };
    const isOpen = graph.text(balancer, 'scheme') === 'internet-facing';
    if (protocol === 'HTTP' && isOpen)
      report({ message: 'onlyHttp', property: 'listenerProtocol', data });
    if (protocol !== 'HTTPS') return;
    if (graph.incoming(balancer, { mechanism: 'certificate' }).length === 0)
      report({
        message: 'noCertificate',
        data,
        fixes: [
          {
            title: 'Listen for HTTP on port 80',
            edit: sequence(
              setProperty(balancer.id, 'listenerProtocol', 'HTTP'),
              setProperty(balancer.id, 'listenerPort', 80),
            ),
          },
        ],
      });
    if (isOpen && graph.boolean(balancer, 'redirectHttp') === false)
      report({
        message: 'noRedirect',
        property: 'redirectHttp',
        data,
        fixes: [
          {
            title: 'Redirect HTTP to HTTPS',
            edit: setProperty(balancer.id, 'redirectHttp', true),
          },
        ],
      });
    if (oldPolicies.has(graph.text(balancer, 'sslPolicy') ?? ''))
      report({
        message: 'oldTls',
        property: 'sslPolicy',
        data,
        fixes: [
          {
            title: 'Take TLS 1.2 and 1.3 only',
            edit: setProperty(balancer.id, 'sslPolicy', safePolicy),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'HTTPS with a certificate', design: balanced({}) },
      {
        title: 'a protocol by a parameter',
        design: balanced({ listenerProtocol: { Ref: 'Protocol' } }, false),
      },
    ],
    bad: [
      { title: 'no certificate', design: balanced({}, false), expect: ['noCertificate'] },
      {
        title: 'HTTP only',
        design: balanced({ listenerProtocol: 'HTTP', listenerPort: 80 }, false),
        expect: ['onlyHttp'],
      },
      {
        title: 'nothing on port 80',
        design: balanced({ redirectHttp: false }),
        expect: ['noRedirect'],
      },
      {
        title: 'old versions of TLS',
        design: balanced({ sslPolicy: 'ELBSecurityPolicy-TLS13-1-0-2021-06' }),
        expect: ['oldTls'],
      },
    ],
  },
});
