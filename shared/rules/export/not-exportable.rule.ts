import { connection, design, inside, node } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule } from '../rule.ts';

export const exportNotExportable = defineRule({
  meta: {
    id: 'export/not-exportable',
    severity: 'error',
    messages: { problem: '{problem}' },
    explain:
      'The exporters say themselves what they cannot write, so that nothing is left out in silence. Each of these findings names the setting or the connection that stands in the way; with none of them, and no other error, both exports are complete.',
    docs: { title: 'Rules about exports', url: 'docs/rules.md#export' },
    // Families whose rules say the same in more words, with a fix.
    yieldsTo: [
      'apigw/*',
      'cert/*',
      'cloudfront/*',
      'cognito/*',
      'dns/*',
      'dynamodb/*',
      'edge/*',
      'events/*',
      'firehose/*',
      'model/*',
      'pipe/*',
      'rds/*',
      'region/*',
      's3/*',
      'schedule/*',
      'sns/*',
      'vpc/*',
    ],
    yieldsToErrors: true,
  },
  on: wholeDesign(),
  check(_subject, graph, report, context) {
    // Everything may stand in the way: the answer depends on all nodes and connections.
    graph.nodes();
    graph.connections();
    for (const { message, at } of context.predicted().problems)
      report({
        message: 'problem',
        at: graph.node(at) ?? graph.connection(at) ?? 'design',
        data: { problem: message },
      });
  },
  examples: {
    good: [
      {
        title: 'a zone in its VPC',
        design: design(
          inside(node('vpc', 'net', { cidrBlock: { Ref: 'Range' } }), node('subnet', 'private')),
          node('hosted-zone', 'zone', {
            name: 'example.internal',
            zoneType: 'private',
            importExisting: false,
          }),
          connection('hosted-zone--vpc', 'zone', 'net'),
        ),
      },
    ],
    bad: [
      {
        title: 'a partner bus without the name of its event source',
        design: design(node('event-bus', 'partner', { busType: 'partner', name: 'orders' })),
        expect: ['problem'],
      },
      {
        title: 'two regions that need values of each other',
        design: design(
          node('lambda', 'here'),
          node('sqs-queue', 'near'),
          inside(
            node('region', 'frankfurt', { code: 'eu-central-1' }),
            node('lambda', 'there'),
            node('sqs-queue', 'far'),
          ),
          connection('lambda--sqs-queue', 'here', 'far'),
          connection('lambda--sqs-queue', 'there', 'near'),
        ),
        expect: ['problem'],
      },
    ],
  },
});
