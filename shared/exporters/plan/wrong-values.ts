import { propertyOf } from '../../catalog/catalog.ts';
import { fitsProperty, wantedBy } from '../../catalog/property-value.ts';
import type { Subject } from '../../graph/graph.ts';
import { describeValue } from '../../lib/problem.ts';
import { hasIntrinsic, isIntrinsic } from '../../model/value.ts';

/*
 * A design comes from a file, so its properties may hold anything. What the tables say of values is checked before
 * a kind or a mechanism reads them; what only those know (the inside of a list or of an object) shows when they
 * trip over it. Either way the export fails with a problem that names the place, and never throws.
 */

/** What is wrong with the values of a node or connection; undefined when nothing is. */
export const wrongValues = (subject: Subject, kindOrType: string): string | undefined => {
  const wrong = Object.entries(subject.properties).flatMap(([property, value]) => {
    if (value === null || isIntrinsic(value)) return [];
    const definition = propertyOf(kindOrType, property);
    if (definition === undefined || fitsProperty(definition, value)) return [];
    if (definition.open && typeof value === 'string') return [];
    return [`${property} is ${describeValue(value)}, expected ${wantedBy(definition)}`];
  });
  return wrong.length === 0 ? undefined : wrong.join('; ');
};

/** Says that the export has tripped over the values of a node or connection, and where to look. */
export const unwritable = (subject: Subject, title: string, error: unknown): string =>
  `${title} cannot be exported. Look for what is missing or has the wrong form in ${suspects(subject)} (${error instanceof Error ? error.message : String(error)}).`;

/** The properties whose inside no table describes; all that are set, if there is none. */
const suspects = ({ properties }: Subject): string => {
  const set = Object.entries(properties);
  const nested = set.filter(
    ([, value]) => typeof value === 'object' && value !== null && !isIntrinsic(value),
  );
  const open = set.filter(([, value]) => hasIntrinsic(value));
  const names = (nested.length > 0 ? nested : open.length > 0 ? open : set).map(([name]) => name);
  return names.length === 0 ? 'its properties' : names.join(', ');
};
