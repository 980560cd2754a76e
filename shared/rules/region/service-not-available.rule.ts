import { setDesign, setProperty } from '../../model/edits/index.ts';
import { design, inside, node, settings } from '../examples.ts';
import { closest } from '../model/closest.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** What the code of a region looks like, also of one that opened after this version: `eu-west-1`. */
const shape = /^[a-z]{2}(-[a-z]+){1,2}-\d$/;

export const regionServiceNotAvailable = defineRule({
  meta: {
    id: 'region/service-not-available',
    severity: 'error',
    messages: {
      noRegion: '{where}: "{region}" is no region of AWS; choose {nearest}.',
      unknown: {
        text: '{where}: the region {region} is not in the list that came with this version; check that AWS offers your services there.',
        severity: 'warning',
      },
    },
    explain:
      'Everything with a region is created in exactly one of the regions of AWS, which have codes such as eu-west-1. New regions open from time to time, with a part of the services at first. The list of this app works offline and can be older than AWS.',
    docs: {
      title: 'AWS Regions',
      url: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    },
    overlaps: ['E3006'],
  },
  on: wholeDesign(),
  check(_, graph, report, { catalog }) {
    const known = (catalog.properties('region')?.code?.values ?? []).map(String);
    if (known.length === 0) return;
    const regions = [
      { at: 'design', where: 'The design', region: graph.settings.region } as const,
      ...graph.nodes('region').map((at) => ({
        at,
        where: named(at),
        region: graph.text(at, 'code'),
      })),
    ];
    for (const { at, where, region } of regions) {
      if (region === undefined || known.includes(region)) continue;
      if (shape.test(region)) {
        report({ message: 'unknown', at, data: { where, region } });
        continue;
      }
      const nearest = closest(region, known, 8) ?? 'us-east-1';
      report({
        message: 'noRegion',
        at,
        ...(at !== 'design' && { property: 'code' }),
        data: { where, region, nearest },
        fixes: [
          {
            title: `Choose ${nearest}`,
            edit:
              at === 'design'
                ? setDesign({ region: nearest })
                : setProperty(at.id, 'code', nearest),
          },
        ],
      });
    }
  },
  examples: {
    good: [
      { title: 'Ireland', design: design(node('lambda', 'worker')) },
      {
        title: 'a region set by a parameter',
        design: design(
          inside(node('region', 'home', { code: { Ref: 'Region' } }), node('lambda', 'worker')),
        ),
      },
    ],
    bad: [
      {
        title: 'no code at all',
        design: design(settings({ region: 'eu-west-north' }), node('lambda', 'worker')),
        expect: ['noRegion'],
      },
      {
        title: 'a region that may be new',
        design: design(settings({ region: 'eu-west-9' }), node('lambda', 'worker')),
        expect: ['unknown'],
      },
      {
        title: 'a drawn region',
        design: design(
          inside(node('region', 'home', { code: 'us-eest-1' }), node('lambda', 'worker')),
        ),
        expect: ['unknown'],
      },
    ],
  },
});
