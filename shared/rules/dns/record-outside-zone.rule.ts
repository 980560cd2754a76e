import { bareDomain, isWithin } from '../../catalog/edge/zone.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isAlias, recordNameOf, recordsOf, typesOf } from './records.ts';

const zoneWith = (...recordNames: readonly (string | { Ref: string })[]) =>
  design(
    node('hosted-zone', 'zone', { name: 'example.com' }),
    node('external-endpoint', 'shop', { url: 'https://shop.example.net' }),
    ...recordNames.map((recordName) =>
      connection('hosted-zone--external-endpoint', 'zone', 'shop', { recordName }),
    ),
  );

export const dnsRecordOutsideZone = defineRule({
  meta: {
    id: 'dns/record-outside-zone',
    severity: 'error',
    messages: {
      outside: '{name} does not belong to the zone {zone}; its records end with {domain}.',
      twice:
        '{name} has two {type} records in the zone {zone}; delete one, or give all of them a routing policy such as weighted.',
    },
    explain:
      'A hosted zone answers only for its own domain and the names below it. For one name and type Route 53 keeps one simple record. Several are possible when each has a routing policy (weighted, latency, failover, geolocation), by which Route 53 chooses one for each question.',
    docs: {
      title: 'Working with records',
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/rrsets-working-with.html',
    },
    overlaps: ['E3041', 'E3023'],
  },
  on: nodes('hosted-zone'),
  check(zone, graph, report) {
    const records = recordsOf(graph, zone);
    if (records.length === 0) return;
    const text = graph.text(zone, 'name');
    const domain = text === undefined ? undefined : bareDomain(text);
    const names = new Set(records.map((record) => recordNameOf(graph, record)));
    /** Whether the first record of this name and type is a simple one. */
    const first = new Map<string, boolean>();
    for (const record of records) {
      const name = recordNameOf(graph, record);
      if (name === undefined) continue;
      if (domain !== undefined && !isWithin(name, domain)) {
        const wanted = `${name.split('.')[0] ?? ''}.${domain}`;
        report({
          message: 'outside',
          at: record,
          property: 'recordName',
          data: { name, zone: named(zone), domain },
          fixes: names.has(wanted)
            ? []
            : [
                {
                  title: `Name the record ${wanted}`,
                  edit: setProperty(record.id, 'recordName', wanted),
                },
              ],
        });
      }
      const policy = isAlias(graph, record) ? graph.text(record, 'routingPolicy') : 'simple';
      if (policy === undefined) continue;
      for (const type of typesOf(graph, record)) {
        const key = `${name} ${type}`;
        const isSimple = policy === 'simple';
        const isFirstSimple = first.get(key);
        if (isFirstSimple === undefined) first.set(key, isSimple);
        else if (isSimple || isFirstSimple) {
          report({
            message: 'twice',
            at: record,
            property: 'recordName',
            data: { name, type, zone: named(zone) },
          });
          break;
        }
      }
    }
  },
  examples: {
    good: [
      { title: 'a name below the zone', design: zoneWith('shop.example.com', 'example.com') },
      { title: 'a name set by a parameter', design: zoneWith({ Ref: 'Name' }) },
      {
        title: 'two records with weights',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('api-custom-domain', 'blue', { domainName: 'api.example.com' }),
          node('api-custom-domain', 'green', { domainName: 'api.example.com' }),
          ...['blue', 'green'].map((id) =>
            connection('hosted-zone--api-custom-domain', 'zone', id, {
              recordName: 'api.example.com',
              routingPolicy: 'weighted',
            }),
          ),
        ),
      },
    ],
    bad: [
      { title: 'another domain', design: zoneWith('shop.example.org'), expect: ['outside'] },
      {
        title: 'the same name twice',
        design: zoneWith('shop.example.com', 'Shop.example.com.'),
        expect: ['twice'],
      },
    ],
  },
});
