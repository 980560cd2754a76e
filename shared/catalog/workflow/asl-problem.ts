import type { AslPath } from './asl-types.ts';
import type { QueryLanguage } from './dynamic.ts';

/** What a check of a definition found, in no language yet: the rules have the words. */
export interface AslProblem {
  readonly code: AslProblemCode;
  /** Where in the definition. */
  readonly path: AslPath;
  /** Which part it is, for people: `the state "Pay"`. */
  readonly place: string;
  /** The field that it is about. */
  readonly field: string;
  /** The query language that counts there, where that matters. */
  readonly language?: QueryLanguage | undefined;
  /** What else the sentence needs: what is wanted, what to take instead. */
  readonly detail: string;
}

/** Wrong fields, of the state or of what is in it. */
export type FieldCode =
  | 'noType'
  | 'unknownType'
  | 'missing'
  | 'unknown'
  | 'wrong'
  | 'apart'
  | 'without';
/** One query language where the other counts. */
export type LanguageCode =
  | 'otherLanguage'
  | 'mixed'
  | 'marked'
  | 'braces'
  | 'unclosed'
  | 'noPath'
  | 'noFunction';
/** Rules of Choice states. */
export type ChoiceCode =
  | 'noNext'
  | 'innerNext'
  | 'noComparison'
  | 'manyComparisons'
  | 'noVariable'
  | 'operand'
  | 'noCondition';
/** Names of errors. */
export type ErrorCode = 'unknownError';

export type AslProblemCode = FieldCode | LanguageCode | ChoiceCode | ErrorCode;

/** Adds a problem. */
export type AddAslProblem = (problem: AslProblem) => void;
