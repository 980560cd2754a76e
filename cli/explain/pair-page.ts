import { connectionsBetween } from '../../shared/catalog/catalog.ts';
import { pathOfRefusal } from '../../shared/catalog/pair-answer.ts';
import { shortestPath } from '../../shared/catalog/paths.ts';
import type { Refusal } from '../../shared/catalog/refusal.ts';
import { refusals } from '../../shared/catalog/refusals/index.ts';
import type { Style } from '../style.ts';
import { connectionParts } from './connection-text.ts';
import { page, paragraph, titleOf } from './page.ts';

/** How two kinds are connected; or why not, and what works instead. */
export const pairPage = (from: string, to: string, style: Style): string => {
  const rows = connectionsBetween(from, to);
  const against = refusals.filter((refusal) => refusal.from === from && refusal.to === to);
  const reversed = connectionsBetween(to, from);
  if (rows.length > 0)
    return page(
      ...(rows.length === 1
        ? []
        : [
            `${titleOf(from)} and ${titleOf(to)} connect in ${rows.length} ways, the usual one first.`,
          ]),
      ...rows.flatMap((row) => connectionParts(row, style)),
      ...against.map((refusal) => refusalText(refusal, style)),
    );
  const path = against.length === 0 && from !== to ? shortestPath(from, to) : undefined;
  return page(
    style.bold(`${titleOf(from)} cannot be connected to ${titleOf(to)} directly.`),
    ...against.map((refusal) => refusalText(refusal, style)),
    reversed.length === 0
      ? ''
      : `In the other direction: ${reversed.map(({ id, label }) => `${titleOf(to)} ${label} ${titleOf(from)} (${id})`).join('; ')}.`,
    path === undefined
      ? against.length === 0 && reversed.length === 0
        ? 'No way leads from one to the other.'
        : ''
      : [
          'What works:',
          ...path.map(
            (row) => `  ${titleOf(row.from)} ${row.label} ${titleOf(row.to)}  ${style.dim(row.id)}`,
          ),
        ].join('\n'),
  );
};

const levels: Readonly<Record<Refusal['level'], string>> = {
  impossible: 'AWS does not do it.',
  conditional: 'Not always:',
  discouraged: 'Possible, but not a good idea:',
  'wrong-direction': 'It is the other way round:',
  'missing-node': 'Something has to stand in between:',
  'wrong-purpose': 'Not for this purpose:',
};

const refusalText = (refusal: Refusal, style: Style): string =>
  [
    paragraph(`${levels[refusal.level]} ${refusal.why}`),
    ...(refusal.instead.length === 0
      ? []
      : [`${style.green('What works:')} ${pathOfRefusal(refusal).map(titleOf).join(' → ')}`]),
    ...(refusal.alternative === undefined ? [] : [paragraph(`Or: ${refusal.alternative}`)]),
  ].join('\n');
