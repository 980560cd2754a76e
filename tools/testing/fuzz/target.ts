import type fc from 'fast-check';

/** A part of the program that takes what others wrote, and what is thrown at it. */
export interface FuzzTarget<Input = unknown> {
  readonly name: string;
  /** Its part of all runs. */
  readonly share: number;
  readonly input: fc.Arbitrary<Input>;
  /** The input as text: kept when it does harm. */
  show(input: Input): string;
  /** Throws when a promise is not kept; otherwise says in a word what became of it. */
  attempt(input: Input): string | Promise<string>;
}

/** A target, for the list of all. */
export const fuzzTarget = <Input>(target: FuzzTarget<Input>): FuzzTarget =>
  target as unknown as FuzzTarget;

/** Throws with the words given unless it holds. */
export const hold: (holds: boolean, words: string) => asserts holds = (holds, words) => {
  if (!holds) throw new Error(words);
};

/** What a worker is told. */
export interface FuzzOrders {
  readonly target: string;
  readonly runs: number;
  readonly seed: number;
  /** The top folder of the project. */
  readonly root: string;
  /** A folder of its own. */
  readonly folder: string;
  /** How many runs began, and then the input of the one that runs, for whoever watches. */
  readonly watched: SharedArrayBuffer;
}

/** What a worker tells. */
export interface FuzzAnswer {
  readonly runs: number;
  /** How often what became of an input. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly longest: number;
  readonly failure?: { readonly words: string; readonly input: string; readonly path: string };
}
