import type { PathStep } from './problem.ts';

/** What is wrong at one place of a JSON text. */
export type JsonTextProblem = {
  readonly code:
    | 'json-syntax'
    | 'json-too-deep'
    | 'json-too-large'
    | 'number-too-large'
    | 'number-imprecise'
    | 'duplicate-key';
  readonly message: string;
  readonly offset: number;
  readonly path: readonly PathStep[];
  readonly got?: string;
  readonly hint?: string;
};

/** Ends a scan; never leaves json-text.ts. */
export class JsonTextError extends Error {
  readonly problem: JsonTextProblem;
  constructor(problem: JsonTextProblem) {
    super(problem.message);
    this.problem = problem;
  }
}
