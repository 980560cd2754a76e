import type { Suppression } from '../design.ts';
import type { ConnectionId, NodeId } from '../ids.ts';
import { type Edit, without } from './edit.ts';

type Place = NodeId | ConnectionId | undefined;

const matches = (rule: string, at: Place) => (suppression: Suppression) =>
  suppression.rule === rule && suppression.at === at;

/** Accepts the findings of a rule at a node or connection, or in the whole design, for a written reason. */
export const suppress =
  (rule: string, at: Place, reason: string): Edit =>
  (design) => {
    const words = reason.trim();
    const old = design.suppressions ?? [];
    const known = old.find(matches(rule, at));
    if (words === '' || known?.reason === words) return design;
    const added: Suppression = {
      ...known,
      rule,
      ...(at === undefined ? {} : { at }),
      reason: words,
    };
    return { ...design, suppressions: [...old.filter((item) => item !== known), added] };
  };

/** Shows the findings again. */
export const unsuppress =
  (rule: string, at: Place): Edit =>
  (design) => {
    const old = design.suppressions ?? [];
    const suppressions = old.filter((item) => !matches(rule, at)(item));
    if (suppressions.length === old.length) return design;
    return suppressions.length === 0
      ? without(design, 'suppressions')
      : { ...design, suppressions };
  };
