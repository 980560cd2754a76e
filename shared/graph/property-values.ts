import type { Json } from '../lib/json.ts';
import { isIntrinsic, type Value } from '../model/value.ts';
import type { KindFacts, Subject } from './graph.ts';

interface PropertyFacts {
  readonly default: Json | undefined;
  readonly condition: ((read: (property: string) => Json | undefined) => boolean) | undefined;
}

/** Conditions may depend on properties with conditions; the catalog's chains are two long. */
const deepestCondition = 8;

/** Reads properties with their defaults; remembers what the catalog said of them. */
export class PropertyValues {
  private readonly tables = new Map<string, Map<string, PropertyFacts>>();
  private readonly facts: KindFacts;

  constructor(facts: KindFacts) {
    this.facts = facts;
  }

  /** The set value, else the default; undefined also while the property's condition does not hold. */
  of(subject: Subject, property: string, depth = 0): Value<Json> | undefined {
    const known = this.factsOf(kindOrType(subject), property);
    const { condition } = known;
    if (
      condition &&
      depth < deepestCondition &&
      !condition((other) => {
        const value = this.of(subject, other, depth + 1);
        return isIntrinsic(value) ? undefined : value;
      })
    )
      return undefined;
    return own(subject, property) ?? known.default;
  }

  /** The catalog's default, whatever the design holds. */
  defaultOf(subject: Subject, property: string): Json | undefined {
    return this.factsOf(kindOrType(subject), property).default;
  }

  private factsOf(of: string, property: string): PropertyFacts {
    let table = this.tables.get(of);
    if (!table) {
      table = new Map();
      this.tables.set(of, table);
    }
    let known = table.get(property);
    if (!known) {
      known = {
        default: this.facts.defaultOf(of, property) ?? undefined,
        condition: this.facts.conditionOf?.(of, property),
      };
      table.set(property, known);
    }
    return known;
  }
}

/** What the design itself holds; null counts as nothing. */
export const own = ({ properties }: Subject, property: string): Json | undefined =>
  Object.hasOwn(properties, property) ? (properties[property] ?? undefined) : undefined;

/** True for a node; a connection has ends. */
export const isNode = (subject: Subject): subject is Extract<Subject, { kind: string }> =>
  typeof subject.kind === 'string' && typeof subject.from !== 'string';

const kindOrType = (subject: Subject): string =>
  isNode(subject) ? subject.kind : (subject as Exclude<Subject, { kind: string }>).type;
