import { categories } from '../catalog/appearance.ts';
import { connections, services } from '../catalog/catalog.ts';
import { answerFor } from '../catalog/pair-answer.ts';
import type { Placement, ServiceDefinition } from '../catalog/service.ts';
import { titleOf } from '../connecting/words.ts';
import { listOf } from '../rules/text.ts';
import { connectionRow } from './connection-facts.ts';
import type { Block, Page, Text } from './page.ts';
import { kindSpan, part } from './page.ts';
import { type PairFacts, pairFacts, type RefusalFacts, wayText } from './pair-facts.ts';
import { type PropertyFacts, propertyFacts, propertyTable } from './property-facts.ts';
import { type RuleMention, ruleList, rulesOnKind } from './rule-subjects.ts';

/** A connection as the page of one of its ends mentions it. */
interface ConnectionMention {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

interface RefusalMention extends RefusalFacts {
  readonly from: string;
  readonly to: string;
}

/** All that is known of one kind. */
export interface KindFacts {
  readonly kind: string;
  readonly title: string;
  readonly category: string;
  readonly preview: boolean;
  readonly explain: string;
  readonly cost?: string;
  readonly limits: readonly string[];
  readonly docs: string;
  /** CloudFormation types, the primary one first; what follows comes with it when it is needed. */
  readonly cloudFormation: readonly string[];
  readonly placement: Placement;
  readonly placementText: readonly string[];
  readonly properties: readonly PropertyFacts[];
  readonly outgoing: readonly ConnectionMention[];
  readonly incoming: readonly ConnectionMention[];
  readonly refusals: readonly RefusalMention[];
  readonly rules: readonly RuleMention[];
}

const mention = ({ id, from, to, label }: ConnectionMention): ConnectionMention => ({
  id,
  from,
  to,
  label,
});

const scopes: Readonly<Record<Placement['scope'], string>> = {
  global: 'It belongs to no region.',
  regional: 'It belongs to one region.',
  zonal: 'It lies in one Availability Zone.',
  external: 'It is outside of AWS.',
};

/** Where a kind may stand, in sentences. */
const placementText = (kind: string, placement: Placement): readonly string[] => {
  const { parents, scope, vpc, subnet, minAzs, pinnedRegion, isContainer } = placement;
  const holders = parents.filter((parent) => parent !== 'canvas');
  const held = services.filter((other) => other.placement.parents.includes(kind));
  const canvas = parents.includes('canvas') ? ['the canvas itself'] : [];
  return [
    ...(kind === 'group' ? ['It holds whatever you like, and means nothing to AWS.'] : []),
    ...(isContainer && held.length > 0
      ? [`It holds: ${held.map(({ title }) => title).join(', ')}.`]
      : []),
    ...(holders.length + canvas.length > 0
      ? [`It stands in: ${listOf([...canvas, ...holders.map(titleOf)], 'or')}.`]
      : []),
    scopes[scope],
    ...(vpc === 'required' ? ['It needs a VPC.'] : []),
    ...(vpc === 'optional' ? ['It may be in a VPC.'] : []),
    ...(subnet === 'required' ? ['It needs a subnet.'] : []),
    ...(subnet === 'optional' ? ['It may be in a subnet.'] : []),
    ...(minAzs === undefined ? [] : [`AWS asks for ${minAzs} Availability Zones.`]),
    ...(pinnedRegion === undefined ? [] : [`AWS takes it in ${pinnedRegion} only.`]),
  ];
};

const pairsWith = (kind: string): readonly PairFacts[] => [
  ...services.map((other) => pairFacts(kind, other.kind)),
  ...services.flatMap((other) => (other.kind === kind ? [] : [pairFacts(other.kind, kind)])),
];

/** What the tables say of a kind. */
export const kindFacts = (service: ServiceDefinition): KindFacts => {
  const { kind, title, category, cloudFormation, placement, explain, cost, docs } = service;
  return {
    kind,
    title,
    category,
    preview: service.preview ?? false,
    explain,
    ...(cost !== undefined && { cost }),
    limits: service.limits ?? [],
    docs,
    cloudFormation,
    placement,
    placementText: placementText(kind, placement),
    properties: propertyFacts(service.properties),
    outgoing: connections.filter(({ from }) => from === kind).map(mention),
    incoming: connections.filter(({ to }) => to === kind).map(mention),
    refusals: pairsWith(kind).flatMap(({ from, to, refusals, verdict, instead }) =>
      refusals.map((refusal) => ({
        from,
        to,
        ...refusal,
        instead: refusal.instead ?? (verdict === 'allowed' ? null : instead),
      })),
    ),
    rules: rulesOnKind(kind),
  };
};

const refusalRow = (refusal: RefusalMention): Text[] => [
  [
    kindSpan(refusal.from, titleOf(refusal.from)),
    ' to ',
    kindSpan(refusal.to, titleOf(refusal.to)),
  ],
  `${refusal.kindOfNo} ${refusal.why}`,
  refusal.instead ? wayText(refusal.instead) : (refusal.alternative ?? ''),
];

/** Where no integration is and nobody wrote of one, with the shortest way. */
const detourRows = (kind: string): readonly Text[][] =>
  services.flatMap(({ kind: to }): Text[][] => {
    const answer = answerFor(kind, to);
    const instead = answer.instead();
    if (answer.verdict !== 'none' || !instead) return [];
    return [[[kindSpan(to, titleOf(to))], wayText(instead)]];
  });

const resourceText = ([first, ...others]: readonly string[]): Text =>
  first === undefined
    ? 'It is drawn only: it adds no resource of its own.'
    : [
        { code: first },
        ...(others.length === 0
          ? []
          : [
              '. With it, where they are needed: ',
              ...others.flatMap((type, at) =>
                at === 0 ? [{ code: type }] : [', ', { code: type }],
              ),
            ]),
        '.',
      ];

/** The page of a kind. `isWhole` also tells the ways round to all other kinds. */
export const kindPage = (facts: KindFacts, isWhole = false): Page => {
  const { kind, properties, outgoing, incoming } = facts;
  const rowsOf = (mentions: readonly ConnectionMention[], other: 'from' | 'to'): Block => ({
    table: {
      head: [other === 'to' ? 'It …' : 'Who, and how', 'Type', 'Delivery', 'Grants'],
      rows: connections
        .filter(({ id }) => mentions.some((item) => item.id === id))
        .map((row) => [...connectionRow(row, other)]),
    },
  });
  return {
    title: facts.title,
    id: kind,
    blocks: [
      { text: facts.explain },
      ...(facts.preview
        ? [{ text: 'In preview: shown only where previews are switched on.' }]
        : []),
      ...part('You pay for', [{ text: facts.cost ?? '' }]),
      ...part('Limits', [{ list: facts.limits }]),
      ...part('Resources', [{ text: resourceText(facts.cloudFormation) }]),
      ...part('Placement', [{ text: facts.placementText.join(' ') }]),
      ...part('Settings', [propertyTable(properties.filter(({ advanced }) => !advanced))]),
      ...part('Settings that are rarely needed', [
        propertyTable(properties.filter(({ advanced }) => advanced)),
      ]),
      ...part('It leads to', [rowsOf(outgoing, 'to')]),
      ...part('It is reached from', [rowsOf(incoming, 'from')]),
      ...part('What does not connect', [
        {
          table: {
            head: ['Pair', 'Why not', 'What works'],
            rows: facts.refusals.map(refusalRow),
          },
        },
      ]),
      ...(isWhole
        ? part('No integration, but a way round', [
            { table: { head: ['To', 'The shortest way'], rows: [...detourRows(kind)] } },
          ])
        : []),
      ...ruleList('Rules', facts.rules),
      ...part('Read on', [{ text: [{ text: `${facts.title} at AWS`, to: { url: facts.docs } }] }]),
    ],
  };
};

/** What people call a category. */
export const categoryTitle = (category: string): string =>
  Object.entries(categories).find(([name]) => name === category)?.[1].title ?? category;
