import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** True for `eu-west-1a`, and for a local zone such as `us-west-2-lax-1a`. */
const belongsTo = (zone: string, region: string): boolean =>
  zone.startsWith(region) && /^([a-z]|-[a-z0-9-]+)$/.test(zone.slice(region.length));

const subnet = (availabilityZone: string | { Ref: string }) =>
  design(
    inside(
      node('vpc', 'net'),
      node('subnet', 'private', { replicatePerAz: false, availabilityZone }),
    ),
  );

export const regionZoneMismatch = defineRule({
  meta: {
    id: 'region/zone-mismatch',
    severity: 'error',
    messages: {
      mismatch:
        '{node}: the zone {zone} does not belong to {region}; choose a zone of that region.',
    },
    explain:
      'An Availability Zone is called after its region, with a letter behind it: eu-west-1a. A subnet lies in exactly one zone, and everything inside is in that zone too. When you leave the zone out, the template takes one by its number, and the design fits any account.',
    docs: {
      title: 'AWS Availability Zones',
      url: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html',
    },
    overlaps: ['W3010'],
  },
  on: nodes('subnet'),
  check(node, graph, report) {
    const zone = graph.text(node, 'availabilityZone');
    if (zone === undefined) return;
    const region = graph.region(node);
    if (belongsTo(zone, region)) return;
    report({
      message: 'mismatch',
      property: 'availabilityZone',
      data: { node: named(node), zone, region },
      fixes: [
        {
          title: `Choose ${region}a`,
          edit: setProperty(node.id, 'availabilityZone', `${region}a`),
        },
        {
          title: 'Let the template choose a zone',
          edit: unsetProperty(node.id, 'availabilityZone'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'a zone of the region', design: subnet('eu-west-1a') },
      { title: 'a zone set by a parameter', design: subnet({ Ref: 'Zone' }) },
    ],
    bad: [
      { title: 'a zone elsewhere', design: subnet('us-east-1a'), expect: ['mismatch'] },
      { title: 'a region', design: subnet('eu-west-1'), expect: ['mismatch'] },
    ],
  },
});
