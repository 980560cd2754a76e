import { deleteItems, setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';

/** Regions that can be consistent with one another. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/multi-region-strong-consistency-gt.html */
const regionSets: readonly (readonly string[])[] = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];

const copied = (table: Parameters<typeof node>[2], ...regions: readonly string[]) =>
  design(
    node('dynamodb-table', 'orders', table),
    ...regions.map((code, index) =>
      inside(
        node('region', `region-${index}`, { code }),
        node('dynamodb-replica', `copy-${index}`),
      ),
    ),
    ...regions.map((_, index) =>
      connection('dynamodb-table--dynamodb-replica', 'orders', `copy-${index}`),
    ),
  );

export const dynamodbGlobalReplicas = defineRule({
  meta: {
    id: 'dynamodb/global-replicas',
    severity: 'error',
    messages: {
      sameRegion:
        '{table} has two replicas in {region}, {first} and {second}; a Region holds one copy. Remove one.',
      homeRegion: '{replica} is in {region}, as its table {table} is; put it into another Region.',
      provisioned:
        '{table} has replicas and a fixed capacity; writes arrive in every copy, so its capacity must scale. Pay by request.',
      regions:
        '{table} is to be consistent at once over {regions}; that takes exactly three Regions of one part of the world, one of which may be a witness.',
      limited: {
        text: '{table} is to be consistent at once over Regions, which AWS does not offer together with {feature}; check the documentation, or choose EVENTUAL.',
        severity: 'warning',
      },
    },
    explain:
      'Each Region holds one full copy. Writes arrive in every copy, so write capacity must scale everywhere. Strong consistency over Regions needs exactly three places for a majority, and is limited to certain sets of Regions.',
    docs: {
      title: 'Global tables: multi-active, multi-Region replication',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
    },
  },
  on: nodes('dynamodb-table'),
  check(table, graph, report) {
    const replicas = graph.targets(table, { type: 'dynamodb-table--dynamodb-replica' });
    if (replicas.length === 0) return;
    const home = graph.region(table);
    const seen = new Map<string, (typeof replicas)[number]>();
    for (const replica of replicas) {
      const region = graph.region(replica);
      const first = seen.get(region);
      if (region === home)
        report({
          message: 'homeRegion',
          at: replica,
          data: { replica: named(replica), region, table: named(table) },
        });
      else if (first && first.id !== replica.id)
        report({
          message: 'sameRegion',
          data: { table: named(table), region, first: named(first), second: named(replica) },
          fixes: [{ title: `Remove ${named(replica)}`, edit: deleteItems([replica.id]) }],
        });
      else seen.set(region, replica);
    }
    if (graph.text(table, 'billingMode') === 'PROVISIONED')
      report({
        message: 'provisioned',
        property: 'billingMode',
        data: { table: named(table) },
        fixes: [
          {
            title: 'Pay by request',
            edit: setProperty(table.id, 'billingMode', 'PAY_PER_REQUEST'),
          },
        ],
      });
    if (graph.text(table, 'multiRegionConsistency') !== 'STRONG') return;
    const fixes = [
      {
        title: 'Let other Regions follow a moment later',
        edit: unsetProperty(table.id, 'multiRegionConsistency'),
      },
    ];
    const witness = graph.text(table, 'witnessRegion');
    const hasUnknownWitness = witness === undefined && graph.isSet(table, 'witnessRegion');
    const regions = [home, ...seen.keys(), ...(witness ? [witness] : [])];
    const isSet = regionSets.some((set) => regions.every((region) => set.includes(region)));
    if (!hasUnknownWitness && (new Set(regions).size !== 3 || regions.length !== 3 || !isSet))
      report({
        message: 'regions',
        property: 'multiRegionConsistency',
        data: { table: named(table), regions: listOf(regions) },
        fixes,
      });
    const local = graph.list(table, 'localSecondaryIndexes') ?? [];
    const features = [
      ...(graph.text(table, 'timeToLiveAttribute') ? ['a time to live'] : []),
      ...(local.length > 0 ? ['local secondary indexes'] : []),
    ];
    if (features.length > 0)
      report({
        message: 'limited',
        property: 'multiRegionConsistency',
        data: { table: named(table), feature: listOf(features) },
        fixes,
      });
  },
  examples: {
    good: [
      { title: 'a replica far away', design: copied({}, 'ap-southeast-2') },
      {
        title: 'three Regions of Europe that agree at once',
        design: copied({ multiRegionConsistency: 'STRONG' }, 'eu-west-2', 'eu-central-1'),
      },
      {
        title: 'two and a witness',
        design: copied(
          { multiRegionConsistency: 'STRONG', witnessRegion: 'eu-west-3' },
          'eu-central-1',
        ),
      },
      {
        title: 'a billing mode by a parameter',
        design: copied({ billingMode: { Ref: 'Mode' } }, 'us-east-1'),
      },
    ],
    bad: [
      {
        title: 'two replicas in one Region',
        design: copied({}, 'us-east-1', 'us-east-1'),
        expect: ['sameRegion'],
      },
      { title: 'a replica at home', design: copied({}, 'eu-west-1'), expect: ['homeRegion'] },
      {
        title: 'a fixed capacity',
        design: copied({ billingMode: 'PROVISIONED' }, 'us-east-1'),
        expect: ['provisioned'],
      },
      {
        title: 'two parts of the world',
        design: copied({ multiRegionConsistency: 'STRONG' }, 'us-east-1', 'eu-west-2'),
        expect: ['regions'],
      },
      {
        title: 'a time to live',
        design: copied(
          { multiRegionConsistency: 'STRONG', timeToLiveAttribute: 'expires' },
          'eu-west-2',
          'eu-central-1',
        ),
        expect: ['limited'],
      },
    ],
  },
});
