import type { Json } from '../lib/json.ts';
import { sameJson } from '../lib/json-value.ts';
import { compareText } from '../lib/order.ts';
import type { Connection, Design, Node, Suppression } from './design.ts';

/** One field that differs; undefined stands for: not there. */
export interface FieldChange {
  /** Such as `name`, or `timeout` among the properties. */
  readonly field: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** An item that is in both designs and differs. */
export interface ItemChange<T> {
  readonly before: T;
  readonly after: T;
  readonly fields: readonly FieldChange[];
  readonly properties: readonly FieldChange[];
  /** True when only its place or size differs, which means nothing to AWS. */
  readonly isOnlyMoved: boolean;
}

export interface ItemDifferences<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly ItemChange<T>[];
}

/** What differs between two designs, in the words of the design. */
export interface DesignDifference {
  /** Name, description, region, stage, limits. */
  readonly settings: readonly FieldChange[];
  readonly nodes: ItemDifferences<Node>;
  readonly connections: ItemDifferences<Connection>;
  readonly suppressions: {
    readonly added: readonly Suppression[];
    readonly removed: readonly Suppression[];
  };
}

/** Compares two designs by the ids of their nodes and connections; the order in the files has no meaning. */
export const diffDesigns = (before: Design, after: Design): DesignDifference => ({
  settings: fieldChanges(before, after, [
    'nodes',
    'connections',
    'suppressions',
    '$schema',
    'formatVersion',
  ]),
  nodes: diffItems(before.nodes, after.nodes),
  connections: diffItems(before.connections, after.connections),
  suppressions: diffSuppressions(before.suppressions ?? [], after.suppressions ?? []),
});

/** True when nothing differs; what was only moved counts as a difference. */
export const isSame = ({ settings, nodes, connections, suppressions }: DesignDifference): boolean =>
  [
    settings,
    nodes.added,
    nodes.removed,
    nodes.changed,
    connections.added,
    connections.removed,
    connections.changed,
    suppressions.added,
    suppressions.removed,
  ].every((list) => list.length === 0);

const layoutFields: ReadonlySet<string> = new Set(['position', 'size']);

const diffItems = <T extends Node | Connection>(
  before: readonly T[],
  after: readonly T[],
): ItemDifferences<T> => {
  const old = byId(before);
  const now = byId(after);
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  const added: T[] = [];
  const removed: T[] = [];
  const changed: ItemChange<T>[] = [];
  for (const id of ids) {
    const was = old.get(id);
    const is = now.get(id);
    if (was && is) {
      const fields = fieldChanges(was, is, ['properties']);
      const properties = fieldChanges(was.properties, is.properties, []);
      const isOnlyMoved =
        properties.length === 0 && fields.every(({ field }) => layoutFields.has(field));
      if (fields.length + properties.length > 0)
        changed.push({ before: was, after: is, fields, properties, isOnlyMoved });
    } else if (was) removed.push(was);
    else if (is) added.push(is);
  }
  return { added, removed, changed };
};

/** The first of several with one id counts, as in the graph. */
const byId = <T extends Node | Connection>(items: readonly T[]): ReadonlyMap<string, T> => {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(item.id)) map.set(item.id, item);
  return map;
};

const fieldChanges = (
  before: object,
  after: object,
  without: readonly string[],
): readonly FieldChange[] => {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  return names
    .filter((field) => !without.includes(field) && !sameJson(old.get(field), now.get(field)))
    .map((field) => ({
      field,
      before: old.get(field) as Json | undefined,
      after: now.get(field) as Json | undefined,
    }));
};

const diffSuppressions = (before: readonly Suppression[], after: readonly Suppression[]) => {
  const without = (some: readonly Suppression[], others: readonly Suppression[]) =>
    some.filter((item) => !others.some((other) => sameJson(item, other)));
  return { added: without(after, before), removed: without(before, after) };
};
