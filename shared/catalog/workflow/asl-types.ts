import type { Json } from '../../lib/json.ts';

/** Keys and indexes that lead from the definition to a part of it. */
export type AslPath = readonly (string | number)[];

/** What is wrong with a text that no definition can be read from. */
export interface AslTextProblem {
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong, as the end of a sentence about the text. */
  readonly problem: string;
}

/** The text of a definition, read. */
export interface AslText {
  readonly format: 'json' | 'yaml';
  /** What it holds; undefined when it cannot be read. */
  readonly value: Json | undefined;
  readonly problems: readonly AslTextProblem[];
  /** It is so long that nobody reads it here. */
  readonly isTooLong?: true;
  /** The lines, counted from 1, in which parts of the definition begin; for one that is missing, what is around it. */
  linesOf(paths: readonly AslPath[]): readonly number[];
}
