import type { Connection, Node } from '../graph/graph.ts';

/** A connection with both its ends. */
export interface Link {
  readonly connection: Connection;
  readonly source: Node;
  readonly target: Node;
}

type OneOrMore = string | readonly string[];

/** Which connections: all conditions that are given must hold. */
export interface LinkFilter {
  /** The kind at the start. */
  readonly from?: OneOrMore;
  /** The kind at the end. */
  readonly to?: OneOrMore;
  readonly mechanism?: OneOrMore;
  /** The connection's type, such as `sqs-queue--lambda`. */
  readonly type?: OneOrMore;
}

export type Target =
  | { readonly what: 'nodes'; readonly kinds: readonly string[] }
  | { readonly what: 'links'; readonly filter: LinkFilter }
  | { readonly what: 'connections' }
  | { readonly what: 'design' };

/** What a rule is called for; `S` is the subject that its check gets. */
export interface On<S> {
  readonly target: Target;
  /** Only carries the type. */
  readonly subject?: S;
}

/** Every node, or every node of these kinds. */
export const nodes = (...kinds: readonly string[]): On<Node> => ({
  target: { what: 'nodes', kinds },
});

/** Every connection with both ends present that passes the filter. */
export const connections = (filter: LinkFilter = {}): On<Link> => ({
  target: { what: 'links', filter },
});

/** Every connection, also one with a missing end. */
export const everyConnection = (): On<Connection> => ({ target: { what: 'connections' } });

/** Once, for the whole design. */
export const design = (): On<undefined> => ({ target: { what: 'design' } });

/** True when a connection of this type between these kinds passes the filter. */
export const linkMatches = (
  filter: LinkFilter,
  type: string,
  mechanism: string | undefined,
  from: string,
  to: string,
): boolean =>
  isOneOf(from, filter.from) &&
  isOneOf(to, filter.to) &&
  isOneOf(mechanism, filter.mechanism) &&
  isOneOf(type, filter.type);

const isOneOf = (text: string | undefined, wanted: OneOrMore | undefined): boolean =>
  wanted === undefined ||
  (typeof wanted === 'string' ? wanted === text : text !== undefined && wanted.includes(text));
