import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const zone = (zoneType: string | { Ref: string }, importExisting: boolean, isConnected: boolean) =>
  design(
    node('hosted-zone', 'zone', { name: 'corp.example.com', zoneType, importExisting }),
    ...(isConnected
      ? [node('vpc', 'network'), connection('hosted-zone--vpc', 'zone', 'network')]
      : []),
  );

export const dnsPrivateZoneWithoutVpc = defineRule({
  meta: {
    id: 'dns/private-zone-without-vpc',
    severity: 'error',
    messages: {
      nobodyAsks: 'The private hosted zone {zone} is connected to no VPC; connect it to one.',
    },
    explain:
      'A private hosted zone answers only inside the VPCs that it belongs to. Route 53 makes one together with its first VPC: without a VPC the zone would be a public one.',
    docs: {
      title: 'Creating a private hosted zone',
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-creating.html',
    },
  },
  on: nodes('hosted-zone'),
  check(zone, graph, report) {
    if (graph.text(zone, 'zoneType') !== 'private') return;
    if (graph.boolean(zone, 'importExisting') !== false) return;
    if (graph.outgoing(zone, { type: 'hosted-zone--vpc' }).length > 0) return;
    report({
      message: 'nobodyAsks',
      property: 'zoneType',
      data: { zone: named(zone) },
      fixes: [
        {
          title: `Make ${named(zone)} public`,
          edit: setProperty(zone.id, 'zoneType', 'public'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'a private zone for a VPC', design: zone('private', false, true) },
      { title: 'a private zone that is there already', design: zone('private', true, false) },
      { title: 'a type set by a parameter', design: zone({ Ref: 'Type' }, false, false) },
    ],
    bad: [
      {
        title: 'a new private zone without a VPC',
        design: zone('private', false, false),
        expect: ['nobodyAsks'],
      },
    ],
  },
});
