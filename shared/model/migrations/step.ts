import type { JsonObject } from '../../lib/json.ts';

/** One change of the file format; never edited once released. */
export type Step = {
  /** The format version that `up` leads to; it takes the version before it. */
  readonly to: number;
  /** What the change is for, in a few words. */
  readonly why: string;
  /**
   * Changes a file of the version before. Must take any JSON: what it does not recognise stays as it is,
   * and the schema tells the user. `formatVersion` and `$schema` are set by `migrate`.
   */
  readonly up: (file: JsonObject) => JsonObject;
  /** A file beside the step in the old format and the same design in the new one; the test runs them. */
  readonly before: `./${string}.json`;
  readonly after: `./${string}.json`;
};

/** Declares a step of the file format. */
export const step = (definition: Step): Step => definition;
