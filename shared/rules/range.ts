import type { Graph, Subject } from '../graph/graph.ts';
import { setProperty } from '../model/edits/index.ts';
import type { Fix } from './rule.ts';
import { formatNumber } from './text.ts';

/** The numbers that AWS takes for a property. */
export interface Range {
  readonly property: string;
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
  /** Fractions are fine. */
  readonly isFractional?: true;
}

/** A value that is out of its range, in the words of a message. */
export interface OutOfRange {
  readonly property: string;
  readonly value: string;
  /** `128 to 10,240 MB` */
  readonly range: string;
  readonly fixes: readonly Fix[];
}

const withUnit = (text: string, unit: string | undefined): string =>
  unit === undefined ? text : `${text} ${unit}`;

/** What is wrong with the known value of a property; the fix sets the nearest value that AWS takes. */
export const outOfRange = (
  graph: Graph,
  subject: Subject,
  { property, min, max, unit, isFractional }: Range,
): OutOfRange | undefined => {
  const value = graph.number(subject, property);
  if (value === undefined) return undefined;
  if (value >= min && value <= max && (isFractional || Number.isInteger(value))) return undefined;
  const nearest = Math.min(Math.max(isFractional ? value : Math.round(value), min), max);
  return {
    property,
    value: withUnit(formatNumber(value), unit),
    range: withUnit(
      max === Number.POSITIVE_INFINITY
        ? `${formatNumber(min)} or more`
        : `${formatNumber(min)} to ${formatNumber(max)}`,
      unit,
    ),
    fixes: [
      {
        title: `Set ${property} to ${withUnit(formatNumber(nearest), unit)}`,
        edit: setProperty(subject.id, property, nearest),
      },
    ],
  };
};
