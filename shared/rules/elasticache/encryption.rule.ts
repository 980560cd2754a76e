import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const cache = (
  properties: Parameters<typeof node>[2],
  access: Parameters<typeof node>[2] = { authMode: 'iam' },
) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(
        node('subnet', 'data'),
        node('elasticache', 'cache', properties),
        node('lambda', 'reader', { timeout: 15 }),
      ),
    ),
    connection('lambda--elasticache', 'reader', 'cache', access),
  );

export const elasticacheEncryption = defineRule({
  meta: {
    id: 'elasticache/encryption',
    severity: 'warning',
    messages: {
      plain: '{node} takes connections that are not encrypted; switch transit encryption on.',
      disk: '{node} writes backups and files unencrypted; switch encryption at rest on.',
      open: '{client} connects to {node} without logging in, as whoever the security group lets in could; set authMode to iam.',
    },
    explain:
      'A cache often holds sessions and personal data. Without a login, everything that reaches its port can read and delete all of it. Serverless caches accept only TLS connections, and clients must be set up for it; nodes do what you say.',
    docs: {
      title: 'Data security in Amazon ElastiCache',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/encryption.html',
    },
    overlaps: [
      'AwsSolutions-AEC3',
      'AwsSolutions-AEC6',
      'CKV_AWS_29',
      'CKV_AWS_30',
      'CKV_AWS_31',
      'E3704',
    ],
  },
  on: nodes('elasticache'),
  check(node, graph, report) {
    const data = { node: named(node) };
    const isPlain = graph.boolean(node, 'transitEncryption') === false;
    if (isPlain)
      report({
        message: 'plain',
        property: 'transitEncryption',
        data,
        fixes: [{ title: 'Ask for TLS', edit: setProperty(node.id, 'transitEncryption', true) }],
      });
    if (graph.boolean(node, 'atRestEncryption') === false)
      report({
        message: 'disk',
        property: 'atRestEncryption',
        data,
        fixes: [{ title: 'Encrypt at rest', edit: setProperty(node.id, 'atRestEncryption', true) }],
      });
    const engine = graph.text(node, 'engine');
    // Memcached knows no users, and users need TLS.
    if (isPlain || engine === undefined || engine === 'memcached') return;
    for (const access of graph.incoming(node, { mechanism: 'cache' })) {
      if (graph.text(access, 'authMode') !== 'none') continue;
      report({
        message: 'open',
        at: access,
        property: 'authMode',
        data: { ...data, client: named(graph.source(access)) },
        fixes: [{ title: 'Log in with IAM', edit: setProperty(access.id, 'authMode', 'iam') }],
      });
    }
  },
  examples: {
    good: [
      { title: 'a serverless cache with a login', design: cache({}) },
      { title: 'Memcached, which knows none', design: cache({ engine: 'memcached' }, {}) },
      {
        title: 'settings by parameters',
        design: cache(
          { deployment: 'node-based', transitEncryption: { Ref: 'Tls' } },
          { authMode: { Ref: 'Mode' } },
        ),
      },
    ],
    bad: [
      {
        title: 'nodes without TLS',
        design: cache({ deployment: 'node-based', transitEncryption: false }),
        expect: ['plain'],
      },
      {
        title: 'nodes that write in plain',
        design: cache({ deployment: 'node-based', atRestEncryption: false }),
        expect: ['disk'],
      },
      { title: 'nobody logs in', design: cache({}, {}), expect: ['open'] },
    ],
  },
});
