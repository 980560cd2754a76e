import type { Json } from '../../lib/json.ts';
import { compareText } from '../../lib/order.ts';
import type { LinkScope, NodeScope } from '../service.ts';

/** What a distribution does with the requests for some paths. */
export interface Behavior {
  /** Undefined for the default behaviour, which takes what no other pattern matches. */
  readonly pattern: string | undefined;
  readonly origin: LinkScope;
  /** The origin that is asked when the first one fails. */
  readonly fallback: LinkScope | undefined;
  /** Edge functions that run for these requests. */
  readonly functions: readonly LinkScope[];
}

const defaults: ReadonlySet<string> = new Set(['', 'default (*)', 'default', '*', '/*']);

/** The pattern as CloudFront takes it; undefined for the default behaviour. */
export const patternOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && !defaults.has(value.trim()) ? value.trim() : undefined;

/** `images/*` and `/images/*` are the same. */
const keyOf = (pattern: string | undefined): string => pattern?.replace(/^\//, '') ?? '';

/**
 * CloudFront takes the first pattern that matches, so the narrow ones come first: those with more text before
 * their first wildcard, then the longer ones.
 */
const byNarrowness = (a: string, b: string): number => {
  const fixed = (pattern: string): number => /^[^*?]*/.exec(keyOf(pattern))?.[0].length ?? 0;
  return fixed(b) - fixed(a) || b.length - a.length || compareText(a, b);
};

/**
 * The behaviours of a distribution: the default one first, then the others in the order in which CloudFront tries
 * them. A pattern that only an edge function names gets the origin of the default behaviour.
 */
export const behaviorsOf = (scope: NodeScope): readonly Behavior[] => {
  const groups = new Map<
    string,
    {
      pattern: string | undefined;
      origins: LinkScope[];
      fallbacks: LinkScope[];
      functions: LinkScope[];
    }
  >();
  const groupOf = (link: LinkScope) => {
    const pattern = patternOf(link.read('pathPattern'));
    const key = keyOf(pattern);
    const present = groups.get(key);
    if (present) return present;
    const group = { pattern, origins: [], fallbacks: [], functions: [] };
    groups.set(key, group);
    return group;
  };
  for (const link of scope.links('out', { mechanism: 'origin' })) {
    const { origins, fallbacks } = groupOf(link);
    (link.read('originRole') === 'fallback' ? fallbacks : origins).push(link);
  }
  for (const link of scope.links('in', { mechanism: 'edge-association' }))
    groupOf(link).functions.push(link);

  const first = groups.get('');
  const main = first?.origins[0] ?? first?.fallbacks[0];
  if (main === undefined) {
    scope.out.problem(
      `The distribution "${scope.node.name}" has no origin for the paths that no pattern names; connect one with the pattern "default (*)".`,
    );
    return [];
  }
  return [...groups.values()]
    .sort((a, b) =>
      a.pattern === undefined
        ? -1
        : b.pattern === undefined
          ? 1
          : byNarrowness(a.pattern, b.pattern),
    )
    .map(({ pattern, origins, fallbacks, functions }) => {
      if (origins.length > 1 || fallbacks.length > 1)
        scope.out.problem(
          `The distribution "${scope.node.name}" has several origins for the paths "${pattern ?? 'default (*)'}"; one and a fallback are possible.`,
        );
      const own = origins[0] ?? fallbacks[0];
      const fallback = own === undefined ? first?.fallbacks[0] : fallbacks[0];
      const origin = own ?? main;
      return { pattern, origin, fallback: fallback === origin ? undefined : fallback, functions };
    });
};
