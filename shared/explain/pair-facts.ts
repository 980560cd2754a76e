import type { ConnectionDefinition, Delivery } from '../catalog/connection.ts';
import type { Instead, PairAnswer } from '../catalog/pair-answer.ts';
import { answerFor, insteadOf } from '../catalog/pair-answer.ts';
import type { Refusal } from '../catalog/refusal.ts';
import { alternativeOf, explainWay, titleOf } from '../connecting/words.ts';
import { counted, withArticle } from '../rules/text.ts';
import { connectionBlocks, connectionFacts } from './connection-facts.ts';
import type { Block, Page, Span, Text } from './page.ts';
import { joined, kindSpan, part } from './page.ts';

/** One step of a way. */
export interface HopFacts {
  readonly connection: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly delivery: Delivery;
  readonly explain: string;
}

/** A way over several kinds. */
export interface WayFacts {
  readonly kinds: readonly string[];
  readonly hops: readonly HopFacts[];
  readonly shape: Instead['shape'];
  /** Chosen for this pair, or the shortest that the tables have. */
  readonly by: 'choice' | 'tables';
}

export interface RefusalFacts {
  readonly level: Refusal['level'];
  /** What the level means. */
  readonly kindOfNo: string;
  readonly why: string;
  readonly conditional: boolean;
  readonly instead: WayFacts | null;
  readonly alternative?: string;
}

/** The answer for two kinds, as plain data. */
export interface PairFacts {
  readonly from: string;
  readonly to: string;
  readonly verdict: PairAnswer['verdict'];
  /** The same in one sentence. */
  readonly says: string;
  readonly connections: readonly {
    readonly id: string;
    readonly label: string;
    readonly preview: boolean;
  }[];
  readonly reversed: readonly { readonly id: string; readonly label: string }[];
  readonly nesting: PairAnswer['nesting'] | null;
  readonly refusals: readonly RefusalFacts[];
  readonly instead: WayFacts | null;
}

const levels: Readonly<Record<Refusal['level'], string>> = {
  impossible: 'AWS does not do it.',
  conditional: 'Not always:',
  discouraged: 'Possible, but not a good idea:',
  'wrong-direction': 'It is the other way round:',
  'missing-node': 'Something has to stand in between:',
  'wrong-purpose': 'Not for this purpose:',
};

const hopFacts = (row: ConnectionDefinition): HopFacts => ({
  connection: row.id,
  from: row.from,
  to: row.to,
  label: row.label,
  delivery: row.delivery,
  explain: explainWay(row),
});

const wayFacts = ({ kinds, hops, shape, isChosen }: Instead): WayFacts => ({
  kinds,
  hops: hops.map(hopFacts),
  shape,
  by: isChosen ? 'choice' : 'tables',
});

const refusalFacts = (refusal: Refusal): RefusalFacts => {
  const [instead, alternative] = [insteadOf(refusal), alternativeOf(refusal)];
  return {
    level: refusal.level,
    kindOfNo: levels[refusal.level],
    why: refusal.why,
    conditional: refusal.when !== undefined,
    instead: instead ? wayFacts(instead) : null,
    ...(alternative !== undefined && { alternative }),
  };
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The verdict in one sentence. */
const verdictText = (answer: PairAnswer): string => {
  const [from, to] = [titleOf(answer.from), titleOf(answer.to)];
  const { rows, nesting } = answer;
  if (rows.length > 1)
    return `${from} and ${to} connect in ${counted(rows.length, 'way')}, the usual one first.`;
  const [row] = rows;
  if (row) return `${from} ${row.label} ${to}.`;
  if (nesting && answer.verdict === 'none')
    return `${capital(withArticle(titleOf(nesting.inner)))} is put into ${withArticle(titleOf(nesting.outer))}; no line is drawn.`;
  const no = `${from} cannot be connected to ${to} directly.`;
  switch (answer.deadEnd()) {
    case 'nothing-leaves':
      return `${no} No way leads from one to the other: nothing flows out of ${withArticle(from)}.`;
    case 'nothing-arrives':
      return `${no} No way leads from one to the other: nothing flows into ${withArticle(to)} at run time.`;
    case 'no-chain':
      return `${no} No way leads from one to the other.`;
    default:
      return no;
  }
};

/** The answer for two kinds. */
export const pairFacts = (from: string, to: string): PairFacts => {
  const answer = answerFor(from, to);
  const instead = answer.instead();
  return {
    from,
    to,
    verdict: answer.verdict,
    says: verdictText(answer),
    connections: answer.rows.map(({ id, label, preview }) => ({
      id,
      label,
      preview: preview ?? false,
    })),
    reversed: answer.reversed.map(({ id, label }) => ({ id, label })),
    nesting: answer.nesting ?? null,
    refusals: [...answer.refusals, ...answer.conditional].map(refusalFacts),
    instead: instead ? wayFacts(instead) : null,
  };
};

/** `SQS queue → Lambda function → DynamoDB table`. */
export const wayText = ({ kinds }: Pick<WayFacts, 'kinds'>): Text =>
  joined(
    kinds.map((kind) => kindSpan(kind, titleOf(kind))),
    ' → ',
  );

const hopText = ({ connection, from, to, label, explain }: HopFacts): Text => [
  `${titleOf(from)} ${label} ${titleOf(to)} (`,
  { text: connection, to: { connection } },
  `): ${explain}`,
];

const leads: Readonly<Record<WayFacts['shape'], string>> = {
  between: 'What works',
  replaces: 'What works, ending elsewhere',
  apart: 'What works in its place',
};

const wayBlocks = (way: WayFacts): readonly Block[] => [
  { text: [{ strong: `${leads[way.shape]}: ` }, ...[wayText(way)].flat()] },
  { list: way.hops.map(hopText) },
];

const refusalBlocks = ({ kindOfNo, why, instead, alternative }: RefusalFacts): readonly Block[] => [
  { text: `${kindOfNo} ${why}` },
  ...(instead ? wayBlocks(instead) : []),
  ...(alternative === undefined ? [] : [{ text: `Or: ${alternative}` }]),
];

const reversedText = ({ from, to, reversed }: PairFacts): readonly Block[] =>
  reversed.length === 0
    ? []
    : [
        {
          text: [
            'In the other direction: ',
            ...joined(
              reversed.map(
                ({ id, label }): Span => ({
                  text: `${titleOf(to)} ${label} ${titleOf(from)} (${id})`,
                  to: { connection: id },
                }),
              ),
              '; ',
            ),
            '.',
          ],
        },
      ];

/** The page of two kinds. */
export const pairPage = (facts: PairFacts): Page => {
  const { from, to, instead, refusals } = facts;
  const told = refusals.some((refusal) => refusal.instead !== null);
  return {
    title: `${titleOf(from)} to ${titleOf(to)}`,
    id: `${from} ${to}`,
    blocks: [
      { text: [{ strong: facts.says }] },
      ...refusals.flatMap(refusalBlocks),
      ...(instead && !told ? wayBlocks(instead) : []),
      ...(facts.connections.length > 0 ? [] : reversedText(facts)),
      ...answerFor(from, to).rows.flatMap((row) =>
        part(
          `${titleOf(row.from)} ${row.label} ${titleOf(row.to)} (${row.id})`,
          connectionBlocks(connectionFacts(row), 3),
        ),
      ),
      ...(facts.connections.length > 0 ? reversedText(facts) : []),
    ],
  };
};
