import { sameJson } from '../../lib/json-value.ts';
import type { Design } from '../design.ts';
import { type Edit, without } from './edit.ts';

/** Settings of the design itself; undefined removes one that may be absent. */
export type DesignSettings = {
  readonly name?: string;
  readonly description?: string | undefined;
  readonly region?: string;
  readonly stage?: Design['stage'] | undefined;
  readonly limits?: Design['limits'] | undefined;
};

const optional = ['description', 'stage', 'limits'] as const;

/** Changes the settings that are given; the others stay. */
export const setDesign =
  ({ name, region, ...rest }: DesignSettings): Edit =>
  (design) => {
    let next = design;
    if (name !== undefined && name !== next.name) next = { ...next, name };
    if (region !== undefined && region !== next.region) next = { ...next, region };
    for (const key of optional) {
      if (!Object.hasOwn(rest, key)) continue;
      const value = rest[key];
      if (value === undefined) next = without(next, key);
      else if (!sameJson(value, next[key])) next = { ...next, [key]: value };
    }
    return next;
  };
