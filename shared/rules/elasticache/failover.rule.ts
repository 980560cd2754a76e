import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const cache = (properties: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(
        node('subnet', 'data'),
        node('elasticache', 'cache', { deployment: 'node-based', ...properties }),
      ),
    ),
  );

export const elasticacheFailover = defineRule({
  meta: {
    id: 'elasticache/failover',
    severity: 'warning',
    messages: {
      noReplica:
        '{node} has no replica, so its data is gone when the node fails; add a replica in another zone.',
      refused: {
        text: '{node} asks for automatic failover and has no replica to fail over to, which AWS refuses; add a replica, or switch failover and Multi-AZ off.',
        severity: 'error',
      },
      sharded: {
        text: '{node} has more than one shard, and AWS then asks for automatic failover; switch it on.',
        severity: 'error',
      },
      off: '{node} does not fail over by itself; switch automatic failover on.',
      multiAzWithout: {
        text: '{node} asks for Multi-AZ, which AWS takes only together with automatic failover; switch that on.',
        severity: 'error',
      },
      oneZone: '{node} may have its replicas in the zone of the primary node; switch Multi-AZ on.',
    },
    explain:
      'Without a replica the cache is empty after a failure, and the database gets the full load at the worst moment. With one, and automatic failover, it goes on within a minute. Several shards ask for automatic failover. Serverless caches are spread over zones by AWS.',
    docs: {
      title: 'Minimizing downtime in ElastiCache by using Multi-AZ',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
    },
    overlaps: ['E3026', 'AwsSolutions-AEC4'],
  },
  on: nodes('elasticache'),
  check(node, graph, report) {
    const replicas = graph.number(node, 'replicasPerNodeGroup');
    const failover = graph.boolean(node, 'automaticFailover');
    const multiAz = graph.boolean(node, 'multiAz');
    const shards = graph.number(node, 'numNodeGroups');
    const data = { node: named(node) };
    const addReplica = {
      title: 'Add a replica',
      edit: setProperty(node.id, 'replicasPerNodeGroup', 1),
    };
    const switchOn = {
      title: 'Switch automatic failover on',
      edit: setProperty(node.id, 'automaticFailover', true),
    };
    if (replicas === 0 && failover === true && shards === 1)
      report({ message: 'refused', property: 'replicasPerNodeGroup', data, fixes: [addReplica] });
    else if (replicas === 0)
      report({ message: 'noReplica', property: 'replicasPerNodeGroup', data, fixes: [addReplica] });
    if (failover === false && shards !== undefined && shards > 1)
      report({ message: 'sharded', property: 'automaticFailover', data, fixes: [switchOn] });
    else if (failover === false && multiAz === true)
      report({ message: 'multiAzWithout', property: 'automaticFailover', data, fixes: [switchOn] });
    else if (failover === false && replicas !== 0)
      report({ message: 'off', property: 'automaticFailover', data, fixes: [switchOn] });
    else if (failover === true && multiAz === false && replicas !== 0)
      report({
        message: 'oneZone',
        property: 'multiAz',
        data,
        fixes: [{ title: 'Switch Multi-AZ on', edit: setProperty(node.id, 'multiAz', true) }],
      });
  },
  examples: {
    good: [
      { title: 'a replica and failover', design: cache({}) },
      { title: 'a serverless cache', design: cache({ deployment: 'serverless' }) },
      {
        title: 'settings by parameters',
        design: cache({ replicasPerNodeGroup: { Ref: 'Copies' } }),
      },
    ],
    bad: [
      {
        title: 'no replica in two shards',
        design: cache({ replicasPerNodeGroup: 0, numNodeGroups: 2 }),
        expect: ['noReplica'],
      },
      {
        title: 'failover without a replica',
        design: cache({ replicasPerNodeGroup: 0 }),
        expect: ['refused'],
      },
      {
        title: 'shards without failover',
        design: cache({ numNodeGroups: 2, automaticFailover: false, multiAz: false }),
        expect: ['sharded'],
      },
      {
        title: 'no failover',
        design: cache({ automaticFailover: false, multiAz: false }),
        expect: ['off'],
      },
      {
        title: 'Multi-AZ without failover',
        design: cache({ automaticFailover: false }),
        expect: ['multiAzWithout'],
      },
      { title: 'one zone', design: cache({ multiAz: false }), expect: ['oneZone'] },
    ],
  },
});
