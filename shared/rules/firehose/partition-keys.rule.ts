import { isJsonObject } from '../../lib/json.ts';
import { setProperty } from '../../model/edits/index.ts';
import { isIntrinsic } from '../../model/value.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const firehosePartitionKeys = defineRule({
  meta: {
    id: 'firehose/partition-keys',
    severity: 'error',
    messages: {
      prefix:
        '{node} gets its partition keys from a function, but its prefix uses none of them; write !{example} or the like into the prefix.',
      none: '{node} partitions by content, but nothing says by what; set its partition keys, or connect a function that gives them.',
    },
    explain:
      'Dynamic partitioning puts records into folders by what is in them, such as the customer. Firehose has to be told which part of a record that is: by an expression, or by a function that looks at each record.',
    docs: {
      title: 'Dynamic partitioning in Amazon Data Firehose',
      url: 'https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html',
    },
  },
  on: nodes('firehose'),
  check(node, graph, report) {
    if (graph.boolean(node, 'dynamicPartitioning') !== true) return;
    const keys = graph.value(node, 'partitionKeys');
    if (isIntrinsic(keys) || (isJsonObject(keys) && Object.keys(keys).length > 0)) return;
    if (graph.outgoing(node, { mechanism: 'transform' }).length > 0) {
      const prefix = graph.text(node, 'prefix');
      if (prefix !== undefined && !prefix.includes('!{partitionKeyFromLambda:'))
        report({
          message: 'prefix',
          property: 'prefix',
          data: { node: named(node), example: '{partitionKeyFromLambda:customer}' },
          fixes: [
            {
              title: 'Switch dynamic partitioning off',
              edit: setProperty(node.id, 'dynamicPartitioning', false),
            },
          ],
        });
      return;
    }
    report({
      message: 'none',
      property: 'partitionKeys',
      data: { node: named(node) },
      fixes: [
        {
          title: 'Switch dynamic partitioning off',
          edit: setProperty(node.id, 'dynamicPartitioning', false),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a key',
        design: design(
          node('firehose', 'delivery', {
            dynamicPartitioning: true,
            partitionKeys: { customer: '.customer.id' },
            bufferingSize: 64,
          }),
        ),
      },
      {
        title: 'keys by a parameter',
        design: design(
          node('firehose', 'delivery', {
            dynamicPartitioning: true,
            partitionKeys: { Ref: 'Keys' },
            bufferingSize: 64,
          }),
        ),
      },
      {
        title: 'a function that gives them',
        design: design(
          node('firehose', 'delivery', {
            dynamicPartitioning: true,
            bufferingSize: 64,
            prefix: 'data/!{partitionKeyFromLambda:customer}/',
          }),
          node('lambda', 'look'),
          connection('firehose--lambda', 'delivery', 'look'),
        ),
      },
    ],
    bad: [
      {
        title: 'a function, and a prefix without its keys',
        design: design(
          node('firehose', 'delivery', { dynamicPartitioning: true, bufferingSize: 64 }),
          node('lambda', 'look', { timeout: 60 }),
          connection('firehose--lambda', 'delivery', 'look'),
        ),
        expect: ['prefix'],
      },
      {
        title: 'no key',
        design: design(
          node('firehose', 'delivery', { dynamicPartitioning: true, bufferingSize: 64 }),
        ),
        expect: ['none'],
      },
    ],
  },
});
