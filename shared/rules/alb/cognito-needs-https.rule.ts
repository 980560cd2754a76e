import { setProperty } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const signingIn = (
  balancer: Parameters<typeof node>[2],
  pool: Parameters<typeof node>[2],
  ...more: readonly ExampleItem[]
) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'public', { subnetType: 'public' }), node('alb', 'web', balancer)),
    ),
    node('certificate', 'tls', { domainName: 'app.example.com' }),
    connection('certificate--alb', 'tls', 'web'),
    node('cognito-user-pool', 'people', pool),
    connection('alb--cognito-user-pool', 'web', 'people'),
    ...more,
  );

const domain = { domainPrefix: 'shop-people' };

export const albCognitoNeedsHttps = defineRule({
  meta: {
    id: 'alb/cognito-needs-https',
    severity: 'error',
    messages: {
      noHttps:
        '{balancer} can sign people in with {pool} only on an HTTPS listener; set its protocol to HTTPS.',
      noDomain:
        '{balancer} sends people to the login pages of {pool}, which has none; give the pool a domain prefix.',
      otherRegion:
        '{balancer} and the user pool {pool} are in different Regions; put both into one.',
      secondPool:
        '{balancer} signs people in with {other} already, and a request is checked by one user pool; remove the arrow to {pool}.',
    },
    explain:
      'The load balancer sends the browser to the login pages of the pool and gets a code back, then it sets a cookie. That takes HTTPS on the listener and a domain of the pool. Afterwards it hands requests on with signed headers that say who the person is.',
    docs: {
      title: 'Authenticate users using an Application Load Balancer',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html',
    },
  },
  on: connections({ type: 'alb--cognito-user-pool' }),
  check({ connection: line, source, target }, graph, report) {
    const data = { balancer: named(source), pool: named(target) };
    const [first] = graph.outgoing(source, { type: line.type });
    const other = first && first.to !== target.id ? graph.node(first.to) : undefined;
    if (other) report({ message: 'secondPool', data: { ...data, other: named(other) } });
    if (graph.text(source, 'listenerProtocol') === 'HTTP')
      report({
        message: 'noHttps',
        data,
        fixes: [
          { title: 'Listen for HTTPS', edit: setProperty(source.id, 'listenerProtocol', 'HTTPS') },
        ],
      });
    const [near, far] = [graph.region(source), graph.region(target)];
    if (near !== undefined && far !== undefined && near !== far)
      report({ message: 'otherRegion', data });
    if (
      !graph.isSet(target, 'domainPrefix') &&
      graph.incoming(target, { mechanism: 'certificate' }).length === 0
    )
      report({ message: 'noDomain', data });
  },
  examples: {
    good: [
      { title: 'HTTPS, and a pool with a domain', design: signingIn({}, domain) },
      {
        title: 'a domain by a parameter',
        design: signingIn({}, { domainPrefix: { Ref: 'Prefix' } }),
      },
    ],
    bad: [
      {
        title: 'HTTP',
        design: signingIn({ listenerProtocol: 'HTTP', listenerPort: 80 }, domain),
        expect: ['noHttps'],
      },
      { title: 'a pool without a domain', design: signingIn({}, {}), expect: ['noDomain'] },
      {
        title: 'two pools',
        design: signingIn(
          {},
          domain,
          node('cognito-user-pool', 'staff', { domainPrefix: 'shop-staff' }),
          connection('alb--cognito-user-pool', 'web', 'staff'),
        ),
        expect: ['secondPool'],
      },
      {
        title: 'a pool elsewhere',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'public', { subnetType: 'public' }), node('alb', 'web')),
          ),
          node('certificate', 'tls', { domainName: 'app.example.com' }),
          connection('certificate--alb', 'tls', 'web'),
          inside(
            node('region', 'far', { code: 'us-east-1' }),
            node('cognito-user-pool', 'people', domain),
          ),
          connection('alb--cognito-user-pool', 'web', 'people'),
        ),
        expect: ['otherRegion'],
      },
    ],
  },
});
