import {
  connectionOf,
  connectionsBetween,
  kindFacts,
  propertiesOf,
  propertyOf,
  serviceOf,
  services,
} from '../catalog/catalog.ts';
import { answerFor, refusalsBetween } from '../catalog/pair-answer.ts';
import type { CatalogFacts } from './catalog-facts.ts';

/** Isobar's own catalog, as rules ask it. */
export const catalogFacts: CatalogFacts = {
  ...kindFacts,
  conditionOf: (kindOrType, property) => propertyOf(kindOrType, property)?.when,
  kinds: services,
  kind: serviceOf,
  connectionType: connectionOf,
  between: connectionsBetween,
  refusals: refusalsBetween,
  instead: (from, to) => answerFor(from, to).instead(),
  properties: propertiesOf,
};
