import type { Json } from '../../../shared/lib/json.ts';
import type { Connection, Design, Node } from '../../../shared/model/design.ts';

/*
 * Finding in a design: nodes by name, id, kind and property; connections by their ends, label, type and property.
 * What was typed is looked for as it is, not letter by letter: who searches for `30` wants no 300th best guess.
 */

/** One thing that was found, and why. */
export interface Found {
  readonly id: string;
  readonly kind: 'node' | 'connection';
  readonly title: string;
  /** The kind of the node, the label of the connection, or the property that holds what was typed. */
  readonly line: string;
}

/** What finding asks of the catalog. */
export interface FindWords {
  readonly titleOf: (kind: string) => string;
  readonly labelOf: (connection: Connection) => string;
}

/** A property's value in one line. */
const valueText = (value: Json): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const shortest = 120;

/** The first property whose name or value holds one of the words. */
const propertyWith = (
  properties: Readonly<Record<string, Json>> | undefined,
  words: readonly string[],
): string | undefined => {
  for (const [name, value] of Object.entries(properties ?? {})) {
    const text = `${name}: ${valueText(value)}`;
    const lower = text.toLowerCase();
    if (words.some((word) => lower.includes(word)))
      return text.length > shortest ? `${text.slice(0, shortest)}…` : text;
  }
  return undefined;
};

const answers = (words: readonly string[], texts: readonly string[]): boolean => {
  const lower = texts.join('\n').toLowerCase();
  return words.every((word) => lower.includes(word));
};

/** All that holds every typed word; nodes first, those whose name begins so before all others. */
export const findInDesign = (typed: string, design: Design, words: FindWords): readonly Found[] => {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const propertiesOf = (owner: Node | Connection): string =>
    Object.entries(owner.properties ?? {})
      .map(([name, value]) => `${name}: ${valueText(value)}`)
      .join('\n');
  const names = new Map<string, string>();
  for (const { id, name } of design.nodes) names.set(id, name);
  const nodes = design.nodes.flatMap((node): Found[] => {
    const kind = words.titleOf(node.kind);
    if (!answers(wanted, [node.name, kind, node.kind, node.id, propertiesOf(node)])) return [];
    const isNamed = answers(wanted, [node.name, kind, node.kind, node.id]);
    const line = isNamed ? kind : (propertyWith(node.properties, wanted) ?? kind);
    return [{ id: node.id, kind: 'node', title: node.name, line }];
  });
  const first = wanted[0] ?? '';
  const rank = ({ title }: Found): number => {
    const lower = title.toLowerCase();
    return lower.startsWith(first) ? 0 : lower.includes(first) ? 1 : 2;
  };
  const connections = design.connections.flatMap((connection): Found[] => {
    const label = words.labelOf(connection);
    const title = `${names.get(connection.from) ?? connection.from} → ${names.get(connection.to) ?? connection.to}`;
    if (!answers(wanted, [title, label, connection.type, propertiesOf(connection)])) return [];
    const isNamed = answers(wanted, [title, label, connection.type]);
    const line = isNamed ? label : (propertyWith(connection.properties, wanted) ?? label);
    return [{ id: connection.id, kind: 'connection', title, line }];
  });
  return [...nodes.sort((a, b) => rank(a) - rank(b)), ...connections];
};
