import type { PropertyDefinition, PropertyTable } from '../../../../shared/catalog/property.ts';
import { matchDistance } from '../../../../shared/lib/match.ts';
import { wordsOf } from '../../../../shared/lib/words.ts';
import { labelOf } from './label.ts';

/** A property of a kind or of a connection type. */
export interface NamedProperty {
  readonly name: string;
  readonly label: string;
  readonly definition: PropertyDefinition;
}

/** What the form shows, in its order. */
export interface Sections {
  readonly main: readonly NamedProperty[];
  /** Folded away; nothing when all are. */
  readonly advanced: readonly NamedProperty[];
  /** Set in the file although they do not count now: kept, and said so. */
  readonly waiting: readonly NamedProperty[];
  /** Set in the file, and no property of this kind. */
  readonly unknown: readonly string[];
}

/** What is asked of the nodes or connections whose form it is. */
export interface FormFacts {
  /** Names of what the file sets. */
  readonly set: ReadonlySet<string>;
  /** Whether the condition of a property holds. */
  readonly counts: (definition: PropertyDefinition) => boolean;
}

/** Sorts the properties of a table into the parts of a form. */
export const sectionsOf = (table: PropertyTable, { set, counts }: FormFacts): Sections => {
  const all = Object.entries(table).map(([name, definition]) => ({
    name,
    label: labelOf(name, definition.unit),
    definition,
  }));
  const shown = all.filter(({ definition }) => counts(definition));
  const folded = shown.filter(({ definition }) => definition.advanced === true);
  const isFolded = folded.length > 0 && folded.length < shown.length;
  return {
    main: isFolded ? shown.filter(({ definition }) => definition.advanced !== true) : shown,
    advanced: isFolded ? folded : [],
    waiting: all.filter(({ name, definition }) => !counts(definition) && set.has(name)),
    unknown: [...set].filter((name) => !Object.hasOwn(table, name)),
  };
};

/** The property that a place is in: that of `globalSecondaryIndexes[0].name` is `globalSecondaryIndexes`. */
export const baseOf = (place: string): string => place.split(/[.[]/, 1)[0] ?? place;

/** The properties that a search finds, the closest first: by label, name, AWS's name and help. */
export const findProperties = (
  { main, advanced }: Sections,
  typed: string,
): readonly NamedProperty[] =>
  [...main, ...advanced]
    .map((property) => {
      const { name, label, definition } = property;
      // In single words, so that `x-ray` is found whichever way it is written.
      const words = wordsOf(`${name} ${definition.cfn ?? ''} ${definition.help ?? ''}`).join(' ');
      return { property, distance: matchDistance(typed, { title: label, words }) };
    })
    .filter((found): found is { property: NamedProperty; distance: number } =>
      Number.isFinite(found.distance),
    )
    .sort((a, b) => a.distance - b.distance)
    .map(({ property }) => property);
