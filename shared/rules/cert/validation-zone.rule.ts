import { isWithin } from '../../catalog/edge/zone.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';
import { certificateNames } from './certificate.ts';

export const certValidationZone = defineRule({
  meta: {
    id: 'cert/validation-zone',
    severity: 'warning',
    messages: {
      noZone:
        '{certificate}: no public hosted zone here can hold the validation record for {names}; add the zone, or say that the DNS is elsewhere.',
    },
    explain:
      'ACM issues a public certificate only after it finds a special CNAME record for each of its names, which proves that the domain is yours. In a Route 53 zone the deployment can write that record by itself; otherwise somebody has to add it by hand while the stack waits. The record has to stay, because ACM looks for it at each renewal.',
    docs: {
      title: 'AWS Certificate Manager DNS validation',
      url: 'https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html',
    },
    overlaps: ['E3503'],
  },
  on: nodes('certificate'),
  check(certificate, graph, report) {
    if (graph.text(certificate, 'validationMethod') !== 'DNS') return;
    if (graph.boolean(certificate, 'externalDns') !== false) return;
    const names = certificateNames(graph, certificate);
    if (!names) return;
    const zones: string[] = [];
    for (const zone of graph.nodes('hosted-zone')) {
      if (graph.text(zone, 'zoneType') === 'private') continue;
      const name = graph.text(zone, 'name');
      if (name === undefined) return;
      zones.push(name);
    }
    const lacking = names.filter((name) => !zones.some((zone) => isWithin(name, zone)));
    if (lacking.length === 0) return;
    report({
      message: 'noZone',
      data: { certificate: named(certificate), names: listOf(lacking.slice(0, 5)) },
      fixes: [
        {
          title: 'The DNS is elsewhere: the records are added by hand',
          edit: setProperty(certificate.id, 'externalDns', true),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a name below the zone',
        design: design(
          node('certificate', 'tls', { domainName: 'api.example.com' }),
          node('hosted-zone', 'zone', { name: 'example.com' }),
          connection('hosted-zone--certificate', 'zone', 'tls'),
        ),
      },
      {
        title: 'a zone whose name is set by a parameter',
        design: design(
          node('certificate', 'tls', { domainName: 'api.example.com' }),
          node('hosted-zone', 'zone', { name: { Ref: 'Domain' } }),
        ),
      },
      {
        title: 'DNS elsewhere',
        design: design(
          node('certificate', 'tls', { domainName: 'api.example.com', externalDns: true }),
        ),
      },
    ],
    bad: [
      {
        title: 'another zone only',
        design: design(
          node('certificate', 'tls', { domainName: 'api.example.com' }),
          node('hosted-zone', 'zone', { name: 'other.org' }),
        ),
        expect: ['noZone'],
      },
      {
        title: 'a private zone',
        design: design(
          node('certificate', 'tls', { domainName: 'api.example.com' }),
          node('hosted-zone', 'zone', { name: 'example.com', zoneType: 'private' }),
        ),
        expect: ['noZone'],
      },
    ],
  },
});
