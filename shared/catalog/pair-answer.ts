import { connections, connectionsBetween, serviceOf } from './catalog.ts';
import type { ConnectionDefinition } from './connection.ts';
import { carriesFlow } from './flow.ts';
import { shortestPath } from './paths.ts';
import type { Refusal } from './refusal.ts';
import { refusals } from './refusals/index.ts';

/*
 * What the tables answer for two kinds, whatever the nodes are. Canvas, rules, documentation and command line ask
 * here, so that they cannot disagree.
 */

/** A way over several services, in place of a connection that does not exist. */
export interface Instead {
  /** The kinds on it, from its first to its last. */
  readonly kinds: readonly string[];
  /** What leads from each to the next, the usual connection of the pair. */
  readonly hops: readonly ConnectionDefinition[];
  /** `between` has both kinds as its ends; `replaces` ends elsewhere; `apart` is another arrangement altogether. */
  readonly shape: 'between' | 'replaces' | 'apart';
  /** Somebody chose it for this pair; otherwise it is the shortest that the tables have. */
  readonly isChosen: boolean;
}

/** The answer for a pair of kinds. */
export interface PairAnswer {
  readonly from: string;
  readonly to: string;
  /** `none`: AWS has no integration, and nobody would expect one. */
  readonly verdict: 'allowed' | 'forbidden' | 'none';
  /** What connects them in this direction, the usual connection first. */
  readonly rows: readonly ConnectionDefinition[];
  /** What connects them the other way round. */
  readonly reversed: readonly ConnectionDefinition[];
  /** What always speaks against it; with `rows`, against what people often mean by it. */
  readonly refusals: readonly Refusal[];
  /** What speaks against it only while the nodes say so. */
  readonly conditional: readonly Refusal[];
  /** One is put into the other, instead of a connection or besides. */
  readonly nesting: { readonly inner: string; readonly outer: string } | undefined;
  /** What works instead; undefined of what is simply allowed, and where nothing leads from one to the other. */
  readonly instead: () => Instead | undefined;
  /** Why there is no way at all; undefined where there is one. */
  readonly deadEnd: () => 'nothing-leaves' | 'nothing-arrives' | 'no-chain' | undefined;
}

const refusalsByPair = new Map<string, Refusal[]>();
for (const refusal of refusals) {
  const pair = `${refusal.from} ${refusal.to}`;
  const present = refusalsByPair.get(pair);
  if (present) present.push(refusal);
  else refusalsByPair.set(pair, [refusal]);
}

/** What is written against connecting two kinds. */
export const refusalsBetween = (from: string, to: string): readonly Refusal[] =>
  refusalsByPair.get(`${from} ${to}`) ?? [];

/** The kinds of the path that a refusal names, from its first to its last. */
export const pathOfRefusal = ({ from, to, instead, path }: Refusal): readonly string[] => {
  switch (path) {
    case 'standalone':
      return instead;
    case 'replace-target':
      return [from, ...instead];
    default:
      return [from, ...instead, ...(instead.at(-1) === to ? [] : [to])];
  }
};

const shapes = { standalone: 'apart', 'replace-target': 'replaces' } as const;

/** The usual connections from each kind to the next; undefined when two of them have none. */
const hopsOf = (kinds: readonly string[]): readonly ConnectionDefinition[] | undefined => {
  const hops = kinds.slice(1).flatMap((kind, at) => {
    const rows = connectionsBetween(kinds[at] ?? '', kind);
    return rows.find(carriesFlow) ?? rows[0] ?? [];
  });
  return hops.length === kinds.length - 1 ? hops : undefined;
};

/** The path that a refusal names, if the tables have each of its hops. */
export const insteadOf = (refusal: Refusal): Instead | undefined => {
  if (refusal.instead.length === 0) return undefined;
  const kinds = pathOfRefusal(refusal);
  const hops = hopsOf(kinds);
  if (!hops || kinds.some((kind) => serviceOf(kind) === undefined)) return undefined;
  const shape = refusal.path === undefined ? 'between' : shapes[refusal.path];
  return { kinds, hops, shape, isChosen: true };
};

/** The shortest way over other kinds. */
export const shortestInstead = (from: string, to: string): Instead | undefined => {
  const hops = shortestPath(from, to);
  return hops && hops.length > 1
    ? { kinds: [from, ...hops.map((row) => row.to)], hops, shape: 'between', isChosen: false }
    : undefined;
};

const isNested = ({ gesture }: ConnectionDefinition): boolean => gesture !== 'edge';

const nestingOf = (
  from: string,
  to: string,
  rows: readonly ConnectionDefinition[],
): PairAnswer['nesting'] => {
  // What lines connect is no matter of placing, though one may stand in the other.
  if (rows.length > 0 && !rows.some(isNested)) return undefined;
  // A group holds whatever one likes.
  const holds = (outer: string, inner: string): boolean =>
    outer === 'group' || serviceOf(inner)?.placement.parents.includes(outer) === true;
  if (holds(to, from)) return { inner: from, outer: to };
  return holds(from, to) ? { inner: to, outer: from } : undefined;
};

const leaves = new Set(connections.filter(carriesFlow).map(({ from }) => from));
const arrives = new Set(connections.filter(carriesFlow).map(({ to }) => to));

/** Works something out when it is first asked for. */
const lazy = <T>(work: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
};

const workOut = (from: string, to: string): PairAnswer => {
  const rows = connectionsBetween(from, to);
  // Between two of one kind both directions are the same table.
  const reversed = from === to ? [] : connectionsBetween(to, from);
  const against = refusalsBetween(from, to);
  const always = against.filter(({ when }) => when === undefined);
  const nesting = nestingOf(from, to, [...rows, ...reversed]);
  const isProven = rows.some(({ preview }) => preview !== true);
  const instead = lazy((): Instead | undefined => {
    const [chosen] = against.flatMap((refusal) => insteadOf(refusal) ?? []);
    if (chosen || isProven) return chosen;
    return nesting ? undefined : shortestInstead(from, to);
  });
  return {
    from,
    to,
    verdict: rows.length > 0 ? 'allowed' : against.length > 0 ? 'forbidden' : 'none',
    rows,
    reversed,
    refusals: always,
    conditional: against.filter(({ when }) => when !== undefined),
    nesting,
    instead,
    deadEnd: () => {
      if (rows.length > 0 || nesting || instead()) return undefined;
      if (!leaves.has(from)) return 'nothing-leaves';
      return arrives.has(to) ? 'no-chain' : 'nothing-arrives';
    },
  };
};

const known = new Map<string, Map<string, PairAnswer>>();

/** The answer for two kinds, worked out once for each pair. */
export const answerFor = (from: string, to: string): PairAnswer => {
  let answers = known.get(from);
  if (!answers) {
    answers = new Map();
    known.set(from, answers);
  }
  let answer = answers.get(to);
  if (!answer) {
    answer = workOut(from, to);
    answers.set(to, answer);
  }
  return answer;
};
