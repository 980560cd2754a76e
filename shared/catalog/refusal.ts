import type { PropertyReader } from './property.ts';

/** What a conditional refusal may look at. */
export interface RefusalReader {
  readonly source: PropertyReader;
  readonly target: PropertyReader;
  readonly sourceInVpc: boolean;
}

/** Something people draw between two kinds that AWS does not do, and what works instead. Data, like a connection. */
export interface Refusal<Kind extends string = string> {
  readonly from: string;
  readonly to: Kind;
  readonly level:
    | 'impossible'
    /** Only while `when` holds. */
    | 'conditional'
    /** Possible, but should not be drawn. */
    | 'discouraged'
    /** The connection exists in the other direction. */
    | 'wrong-direction'
    /** Something has to stand in between. */
    | 'missing-node'
    /** The pair exists for another purpose only: see `allowedVariants`. */
    | 'wrong-purpose';
  /** One or two sentences for a student. */
  readonly why: string;
  /** The kinds of the path that works; how it is read, `path` says. */
  readonly instead: readonly string[];
  /**
   * Absent: from → instead[0] → … → to. `standalone`: instead[0] → instead[1] → … in place of what was drawn.
   * `replace-target`: from → instead[0] → …, ending at another node than `to`.
   */
  readonly path?: 'standalone' | 'replace-target';
  /** Another way, in words. */
  readonly alternative?: string;
  /** Isobar may insert the missing nodes by itself (only where `path` is absent). */
  readonly autofix?: 'insert-nodes';
  /** Connection types that are legal for this pair in spite of the refusal. */
  readonly allowedVariants?: readonly string[];
  /** The pair is refused only while this holds. */
  readonly when?: (read: RefusalReader) => boolean;
}

/** The refusals of one source kind. One file each in `refusals/`. */
export const refusalsFrom = <Kind extends string>(
  from: Kind,
  rows: readonly Omit<Refusal<Kind>, 'from'>[],
): readonly Refusal[] => rows.map((row) => ({ from, ...row }));
