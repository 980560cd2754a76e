import { bareDomain } from '../../catalog/edge/zone.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isAlias, recordNameOf, recordsOf } from './records.ts';

const zoneWith = (recordName: string | { Ref: string }) =>
  design(
    node('hosted-zone', 'zone', { name: 'example.com' }),
    node('external-endpoint', 'shop', { url: 'https://shop.example.net' }),
    connection('hosted-zone--external-endpoint', 'zone', 'shop', { recordName }),
  );

export const dnsApexCname = defineRule({
  meta: {
    id: 'dns/apex-cname',
    severity: 'error',
    messages: {
      apex: '{name} is the domain of the zone {zone} itself, where a CNAME record is not allowed; use a name below it, or an alias record to an AWS target.',
      beside:
        '{name} has a CNAME record and another record in the zone {zone}; a CNAME must be the only record of its name.',
    },
    explain:
      'In DNS a CNAME says: everything about this name stands under another one. So nothing else may stand beside it. The name of a zone itself (the apex) always has NS and SOA records and can never be a CNAME. Alias records of Route 53 look like A records to the outside and solve this for targets in AWS.',
    docs: {
      title: 'Choosing between alias and non-alias records',
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
    },
    overlaps: ['E3023'],
  },
  on: nodes('hosted-zone'),
  check(zone, graph, report) {
    const records = recordsOf(graph, zone);
    if (records.every((record) => isAlias(graph, record))) return;
    const text = graph.text(zone, 'name');
    const apex = text === undefined ? undefined : bareDomain(text);
    const aliases = new Set<string | undefined>();
    for (const record of records)
      if (isAlias(graph, record)) aliases.add(recordNameOf(graph, record));
    for (const record of records) {
      const name = recordNameOf(graph, record);
      if (name === undefined || isAlias(graph, record)) continue;
      const data = { name, zone: named(zone) };
      const property = 'recordName';
      if (name === apex) report({ message: 'apex', at: record, property, data });
      else if (aliases.has(name)) report({ message: 'beside', at: record, property, data });
    }
  },
  examples: {
    good: [
      { title: 'a name below the zone', design: zoneWith('shop.example.com') },
      { title: 'a name set by a parameter', design: zoneWith({ Ref: 'Name' }) },
      {
        title: 'an alias at the apex',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('cloudfront', 'site'),
          connection('hosted-zone--cloudfront', 'zone', 'site', { recordName: 'example.com' }),
        ),
      },
    ],
    bad: [
      { title: 'a CNAME at the apex', design: zoneWith('example.com'), expect: ['apex'] },
      {
        title: 'a CNAME beside an alias',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('external-endpoint', 'shop', { url: 'https://shop.example.net' }),
          node('api-custom-domain', 'domain', { domainName: 'www.example.com' }),
          connection('hosted-zone--external-endpoint', 'zone', 'shop', {
            recordName: 'www.example.com',
          }),
          connection('hosted-zone--api-custom-domain', 'zone', 'domain', {
            recordName: 'www.example.com',
          }),
        ),
        expect: ['beside'],
      },
    ],
  },
});
