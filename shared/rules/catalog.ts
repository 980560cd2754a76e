import {
  connectionOf,
  connectionsBetween,
  kindFacts,
  propertiesOf,
  propertyOf,
  serviceOf,
  services,
} from '../catalog/catalog.ts';
import type { Refusal } from '../catalog/refusal.ts';
import { refusals } from '../catalog/refusals/index.ts';
import type { CatalogFacts } from './catalog-facts.ts';

const refusalsByPair = new Map<string, Refusal[]>();
for (const refusal of refusals) {
  const pair = `${refusal.from} ${refusal.to}`;
  const known = refusalsByPair.get(pair);
  if (known) known.push(refusal);
  else refusalsByPair.set(pair, [refusal]);
}

/** Isobar's own catalog, as rules ask it. */
export const catalogFacts: CatalogFacts = {
  ...kindFacts,
  conditionOf: (kindOrType, property) => propertyOf(kindOrType, property)?.when,
  kinds: services,
  kind: serviceOf,
  connectionType: connectionOf,
  between: connectionsBetween,
  refusals: (from, to) => refusalsByPair.get(`${from} ${to}`) ?? [],
  properties: propertiesOf,
};
