import { categories } from '../catalog/appearance.ts';
import { connections, services } from '../catalog/catalog.ts';
import { answerFor } from '../catalog/pair-answer.ts';
import type { ServiceDefinition } from '../catalog/service.ts';
import { formatNumber } from '../rules/text.ts';
import type { Block, Page, Text } from './page.ts';
import { kindSpan } from './page.ts';

interface Group {
  readonly title: string;
  readonly held: readonly ServiceDefinition[];
}

/** Kinds by category, in the order of the palette. A category that has no title of its own comes last. */
export const kindGroups = (): readonly Group[] => {
  const all: readonly ServiceDefinition[] = services;
  const titled = Object.entries(categories).map(([category, { title }]) => ({
    title,
    held: all.filter((service) => service.category === category),
  }));
  return titled.filter(({ held }) => held.length > 0);
};

/** One answer in a cell. */
const cellOf = (from: string, to: string): string => {
  const { rows, refusals, conditional, nesting, instead, verdict } = answerFor(from, to);
  if (rows.length > 0) {
    const but = refusals.length + conditional.length > 0 ? '*' : '';
    return `●${rows.length > 1 ? ` ${rows.length}` : ''}${but}`;
  }
  if (verdict === 'forbidden') return '✕';
  if (nesting) return '⊂';
  const way = instead();
  return way ? String(way.hops.length) : '';
};

const blockOf = (from: Group, to: Group): readonly Block[] => {
  const rows = from.held.map((source): Text[] => [
    [kindSpan(source.kind, source.title)],
    ...to.held.map((target) => cellOf(source.kind, target.kind)),
  ]);
  const [empty, full] = [
    rows.filter(([, ...cells]) => cells.every((cell) => cell === '')),
    rows.filter(([, ...cells]) => cells.some((cell) => cell !== '')),
  ];
  if (full.length === 0) return [];
  const silent = empty.flatMap(([name = '']) => (typeof name === 'string' ? [name] : name));
  return [
    { heading: `${from.title} to ${to.title}`, level: 3 },
    { table: { head: ['From', ...to.held.map(({ title }) => title)], rows: full } },
    ...(silent.length === 0
      ? []
      : [
          {
            text: [
              'No way leads there from: ',
              ...silent.flatMap((span, at) => (at === 0 ? [span] : [', ', span])),
              '.',
            ],
          },
        ]),
  ];
};

/** The page of all pairs, block by block. */
export const matrixPage = (): Page => {
  const groups = kindGroups();
  const total = services.length ** 2;
  return {
    title: 'Connections',
    id: 'connections',
    blocks: [
      {
        text: [
          `${services.length} kinds, ${connections.length} connections, and an answer for each of the ${formatNumber(total)} pairs. Rows are where a connection starts, columns where it ends. How a pair connects and why another does not is on the page of the kind; `,
          { code: 'isobar explain "sqs-queue to lambda"' },
          ' prints it.',
        ],
      },
      {
        list: [
          [
            { strong: '●' },
            ' connects; a number tells in how many ways, and * that it is not for every purpose',
          ],
          [
            { strong: '✕' },
            ' does not, and people try: the page of the kind says why, and what works',
          ],
          [{ strong: '⊂' }, ' no line: one is put into the other'],
          [{ strong: '2, 3, …' }, ' no integration; the shortest way has so many connections'],
          [{ strong: 'empty' }, ': nothing leads from one to the other'],
        ],
      },
      ...groups.flatMap((from): readonly Block[] => [
        { heading: `From: ${from.title}`, level: 2 },
        ...groups.flatMap((to) => blockOf(from, to)),
      ]),
    ],
  };
};
