import { connectionOf, connections, mechanisms, services } from '../catalog/catalog.ts';
import { firstSentence, titleOf } from '../connecting/words.ts';
import { rules } from '../rules/index.ts';
import { connectionBlocks, connectionFacts } from './connection-facts.ts';
import { categoryTitle, kindFacts, kindPage } from './kind-facts.ts';
import { type Address, markdownPage } from './markdown.ts';
import { kindGroups, matrixPage } from './matrix.ts';
import { mechanismFacts } from './mechanism-facts.ts';
import type { Block, Page, Target } from './page.ts';
import { kindSpan, part } from './page.ts';
import { ruleFacts, rulePage } from './rule-facts.ts';

/*
 * All pages that are made from the tables, as texts by their path below `docs/`.
 */

const mechanismIds = new Set<string>(mechanisms.map(({ id }) => id));
const kinds = new Set<string>(services.map(({ kind }) => kind));
const ruleIds = new Set(rules.map(({ meta }) => meta.id));

/** Where a target lies below `docs/`; undefined for what has no page. */
const placeOf = (target: Target): string | undefined => {
  if ('kind' in target) return kinds.has(target.kind) ? `kinds/${target.kind}.md` : undefined;
  if ('mechanism' in target)
    return mechanismIds.has(target.mechanism) ? `mechanisms.md#${target.mechanism}` : undefined;
  if ('rule' in target) return ruleIds.has(target.rule) ? `rules/${target.rule}.md` : undefined;
  if ('connection' in target) {
    const row = connectionOf(target.connection);
    return row && `kinds/${row.from}.md#${row.id}`;
  }
  return undefined;
};

/** Addresses as a page at this path writes them. */
const addressFrom =
  (path: string): Address =>
  (target) => {
    const up = '../'.repeat(path.split('/').length - 1);
    if ('url' in target) {
      if (target.url.startsWith('docs/')) return `${up}${target.url.slice('docs/'.length)}`;
      return target.url.startsWith('https://') ? target.url : undefined;
    }
    const place = placeOf(target);
    if (place === undefined) return undefined;
    const [file = '', anchor] = place.split('#');
    if (file === path) return anchor === undefined ? undefined : `#${anchor}`;
    const folder = path.includes('/') ? `${path.split('/')[0] ?? ''}/` : '';
    return path.split('/').length === 2 && place.startsWith(folder)
      ? place.slice(folder.length)
      : `${up}${place}`;
  };

/** The page of a kind with every connection that starts at it. */
const wholeKindPage = (kind: (typeof services)[number]): Page => {
  const page = kindPage(kindFacts(kind), true);
  const own = connections.filter(({ from }) => from === kind.kind);
  return {
    ...page,
    title: kind.title,
    blocks: [
      {
        text: [{ code: kind.kind }, ` · ${categoryTitle(kind.category)}`],
      },
      ...page.blocks,
      ...(own.length === 0
        ? []
        : [
            { heading: 'Its connections', level: 2 as const },
            ...own.flatMap((row): readonly Block[] => [
              { heading: row.id, level: 3 },
              {
                text: [
                  { strong: `${titleOf(row.from)} ${row.label}` },
                  ' ',
                  kindSpan(row.to, titleOf(row.to)),
                ],
              },
              ...connectionBlocks(connectionFacts(row), 3),
            ]),
          ]),
    ],
  };
};

const kindIndex = (): Page => ({
  title: 'Kinds',
  id: 'kinds',
  blocks: [
    {
      text: `${services.length} kinds of nodes. Which connect to which is in docs/connections.md.`,
    },
    ...kindGroups().flatMap(({ title, held }) =>
      part(title, [
        {
          list: held.map((service) => [
            kindSpan(service.kind, service.title),
            `: ${firstSentence(service.explain)}`,
          ]),
        },
      ]),
    ),
  ],
});

const mechanismIndex = (): Page => ({
  title: 'Mechanisms',
  id: 'mechanisms',
  blocks: [
    {
      text: `A connection is a row of a table; the mechanism is how AWS does it. ${mechanisms.length} mechanisms are behind ${connections.length} connections.`,
    },
    ...mechanisms.flatMap((mechanism): readonly Block[] => {
      const facts = mechanismFacts(mechanism);
      const used = facts.connections.slice(0, 6);
      const more = facts.connections.length - used.length;
      return [
        { heading: mechanism.id, level: 3 },
        { text: [{ strong: `${facts.title}.` }, ' ', facts.explain] },
        ...(used.length === 0
          ? []
          : [
              {
                text: [
                  `${facts.connections.length === 1 ? '1 connection' : `${facts.connections.length} connections`}: `,
                  ...used.flatMap(({ id }, at) => [
                    ...(at === 0 ? [] : [', ']),
                    { text: id, to: { connection: id } },
                  ]),
                  more > 0 ? `, and ${more} more.` : '.',
                ],
              },
            ]),
      ];
    }),
  ],
});

const ruleIndex = (): Page => {
  const families = new Map<string, string[]>();
  for (const { meta } of rules) {
    const family = meta.id.split('/')[0] ?? '';
    families.set(family, [...(families.get(family) ?? []), meta.id]);
  }
  return {
    title: 'Rules',
    id: 'rules',
    blocks: [
      {
        text: [
          `${rules.length} rules check a design. `,
          { code: 'isobar explain <rule>' },
          ' prints the page of one of them; ',
          { code: 'isobar validate' },
          ' runs them all.',
        ],
      },
      ...[...families].flatMap(([family, ids]): readonly Block[] => [
        { heading: family, level: 2 },
        {
          table: {
            head: ['Rule', 'Level', 'Why'],
            rows: rules
              .filter(({ meta }) => ids.includes(meta.id))
              .map(({ meta }) => [
                [{ text: meta.id, to: { rule: meta.id } }],
                meta.severity,
                firstSentence(meta.explain),
              ]),
          },
        },
      ]),
    ],
  };
};

/** What stands at the top of each page, for whoever opens it in an editor. */
const note = '<!-- Made from the tables by `npm run docs`; changes by hand are lost. -->\n\n';

/** The pages by their path below `docs/`. */
export const allPages = (): ReadonlyMap<string, string> => {
  const pages: readonly (readonly [string, Page])[] = [
    ['connections.md', matrixPage()],
    ['kinds/README.md', kindIndex()],
    ['mechanisms.md', mechanismIndex()],
    ['rules.md', ruleIndex()],
    ...services.map((service) => [`kinds/${service.kind}.md`, wholeKindPage(service)] as const),
    ...rules.map((rule) => [`rules/${rule.meta.id}.md`, rulePage(ruleFacts(rule))] as const),
  ];
  return new Map(pages.map(([path, page]) => [path, note + markdownPage(page, addressFrom(path))]));
};
