import { availabilityZoneCount } from '../../graph/network.ts';
import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { counted, named } from '../text.ts';

const cluster = (properties: Parameters<typeof node>[2], subnet: Parameters<typeof node>[2] = {}) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'data', subnet), node('dax-cluster', 'cache', properties)),
    ),
  );

export const daxSingleNode = defineRule({
  meta: {
    id: 'dax/single-node',
    severity: 'warning',
    messages: {
      few: '{node} has {count}; use three at least, in different Availability Zones.',
      oneZone:
        '{node} has all its nodes in one Availability Zone; give it a subnet in another zone.',
      range: {
        text: '{node} has {count}, and AWS takes 1 to 11; set replicationFactor to 3.',
        severity: 'error',
      },
    },
    explain:
      'With one node the cache is gone when the node or its zone fails, and all reads hit the table at once. One node takes the writes; up to ten replicas answer reads, and one of them takes over.',
    docs: {
      title: 'DAX cluster sizing guide',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.sizing-guide.html',
    },
  },
  on: nodes('dax-cluster'),
  check(node, graph, report) {
    const nodes = graph.number(node, 'replicationFactor');
    if (nodes === undefined) return;
    const data = { node: named(node), count: counted(nodes, 'node') };
    const fixes = [
      { title: 'Use three nodes', edit: setProperty(node.id, 'replicationFactor', 3) },
    ];
    const property = 'replicationFactor';
    if (!Number.isInteger(nodes) || nodes < 1 || nodes > 11)
      report({ message: 'range', property, data, fixes });
    else if (nodes < 3) report({ message: 'few', property, data, fixes });
    else if (availabilityZoneCount(graph, node) === 1)
      report({ message: 'oneZone', data: { node: named(node) } });
  },
  examples: {
    good: [
      { title: 'three nodes', design: cluster({}) },
      {
        title: 'a number by a parameter',
        design: cluster({ replicationFactor: { Ref: 'Nodes' } }),
      },
    ],
    bad: [
      { title: 'one node', design: cluster({ replicationFactor: 1 }), expect: ['few'] },
      { title: 'one zone', design: cluster({}, { replicatePerAz: false }), expect: ['oneZone'] },
      { title: 'too many nodes', design: cluster({ replicationFactor: 12 }), expect: ['range'] },
    ],
  },
});
