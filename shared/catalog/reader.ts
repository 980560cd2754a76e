import type { Graph, Subject } from '../graph/graph.ts';
import { isNode } from '../graph/property-values.ts';
import type { Json } from '../lib/json.ts';
import { hasIntrinsic } from '../model/value.ts';
import { propertyOf } from './catalog.ts';
import type { PropertyReader } from './property.ts';

/**
 * Reads the properties of a node or connection for people: the set value, else the default; undefined when it is
 * unset, unknown (an intrinsic), ruled out by its condition, or no property of the kind or type at all.
 */
export const readerOf = (graph: Graph, subject: Subject): PropertyReader => {
  const kindOrType = isNode(subject) ? subject.kind : subject.type;
  const raw: PropertyReader = (property): Json | undefined => {
    if (propertyOf(kindOrType, property) === undefined) return undefined;
    const value = graph.value(subject, property);
    return value === null || value === '' || hasIntrinsic(value) ? undefined : value;
  };
  return (property) =>
    (propertyOf(kindOrType, property)?.when?.(raw) ?? true) ? raw(property) : undefined;
};
