import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const alone = (properties: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(
        node('subnet', 'data'),
        node('rds-proxy', 'proxy', { dbProxyName: 'p', ...properties }),
        node('rds-instance', 'db'),
      ),
    ),
    connection('rds-proxy--rds-instance', 'proxy', 'db'),
  );
const withSecret = (properties: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(
        node('subnet', 'data'),
        node('rds-proxy', 'proxy', { dbProxyName: 'p', ...properties }),
        node('rds-instance', 'db'),
      ),
    ),
    node('secret', 'login'),
    connection('rds-proxy--rds-instance', 'proxy', 'db'),
    connection('rds-proxy--secret', 'proxy', 'login'),
  );

export const rdsProxyCredentials = defineRule({
  meta: {
    id: 'rds/proxy-credentials',
    severity: 'error',
    messages: {
      none: '{node} has no credentials for its database; connect a secret, or use IAM authentication end to end.',
      tls: {
        severity: 'warning',
        text: '{node} asks its clients for IAM logins but not for TLS, and IAM logins need TLS; require it.',
      },
    },
    explain:
      'The proxy logs in to the database for its clients. It takes user and password from Secrets Manager, or uses IAM authentication without secrets. Clients can be forced to use IAM, so that no function holds a password.',
    docs: {
      title: 'Setting up database credentials for RDS Proxy',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-secrets-arns.html',
    },
  },
  on: nodes('rds-proxy'),
  check(node, graph, report, { catalog }) {
    if (
      graph.text(node, 'defaultAuthScheme') === 'NONE' &&
      graph.outgoing(node, { mechanism: 'credential' }).length === 0
    )
      report({
        message: 'none',
        data: { node: named(node) },
        fixes: addNear(
          graph,
          catalog,
          'Add a secret and connect it',
          node,
          { kind: 'secret', name: `${node.name} credentials` },
          (id) => [{ type: 'rds-proxy--secret', from: node.id, to: id }],
        ),
      });
    if (graph.boolean(node, 'requireTls') === false && graph.text(node, 'iamAuth') === 'REQUIRED')
      report({
        message: 'tls',
        property: 'requireTls',
        data: { node: named(node) },
        fixes: [{ title: 'Require TLS', edit: setProperty(node.id, 'requireTls', true) }],
      });
  },
  examples: {
    good: [
      { title: 'a secret', design: withSecret({}) },
      { title: 'IAM end to end', design: alone({ defaultAuthScheme: 'IAM_AUTH' }) },
      { title: 'a scheme by a parameter', design: alone({ defaultAuthScheme: { Ref: 'Scheme' } }) },
    ],
    bad: [
      { title: 'neither secret nor IAM', design: alone({}), expect: ['none'] },
      {
        title: 'IAM logins without TLS',
        design: withSecret({ requireTls: false }),
        expect: ['tls'],
      },
    ],
  },
});
