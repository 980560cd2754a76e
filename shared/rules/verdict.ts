import type { Suppression } from '../model/design.ts';
import type { FindingEntry } from './finding-list.ts';
import type { Finding, Place, Rule } from './rule.ts';

const keyOf = (place: Place): string =>
  place.kind === 'design' ? 'design' : `${place.kind} ${place.id}`;
const isModelError = ({ rule, severity }: Finding): boolean =>
  severity === 'error' && rule.startsWith('model/');

/** The rules that speak of each subject. */
const groupRules = (findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const rulesAt = new Map<string, Set<string>>();
  for (const { rule, at } of findings) {
    const key = keyOf(at);
    const known = rulesAt.get(key);
    if (known) known.add(rule);
    else rulesAt.set(key, new Set([rule]));
  }
  return rulesAt;
};

/**
 * Decides which findings the user sees. A rule is silent where a rule it yields to speaks of the same
 * subject (some yield to errors only). An error of a `model/` rule hides everything else on its subject: what a broken item would
 * otherwise do is a guess. What the user set aside stays, marked with the reason.
 */
export const createVerdict = (rules: readonly Rule[]) => {
  const yieldsTo = new Map<string, (rule: string) => boolean>();
  const toErrors = new Set<string>();
  for (const { meta } of rules) {
    if (meta.yieldsTo?.length) yieldsTo.set(meta.id, anyOf(meta.yieldsTo));
    if (meta.yieldsToErrors) toErrors.add(meta.id);
  }
  const marked = new WeakMap<Finding, Finding>();

  const mark = (finding: Finding, reason: string): Finding => {
    const known = marked.get(finding);
    if (known?.suppressed?.reason === reason) return known;
    const result = { ...finding, suppressed: { reason } };
    marked.set(finding, result);
    return result;
  };

  return (
    entries: readonly FindingEntry[],
    suppressions: readonly Suppression[],
  ): readonly Finding[] => {
    let seen: readonly Finding[] = entries.map(({ finding }) => finding);
    if (seen.some(({ rule }) => yieldsTo.has(rule))) {
      const rulesAt = groupRules(seen);
      const errorsAt = groupRules(seen.filter(({ severity }) => severity === 'error'));
      seen = seen.filter(({ rule, at }) => {
        const isYieldedTo = yieldsTo.get(rule);
        const speaking = (toErrors.has(rule) ? errorsAt : rulesAt).get(keyOf(at));
        return !isYieldedTo || ![...(speaking ?? [])].some(isYieldedTo);
      });
    }
    const broken = new Set<string>();
    for (const finding of seen) if (isModelError(finding)) broken.add(keyOf(finding.at));
    if (broken.size > 0)
      seen = seen.filter((finding) => isModelError(finding) || !broken.has(keyOf(finding.at)));
    if (suppressions.length === 0) return seen;
    const reasons = new Map(
      suppressions.map(({ rule, at, reason }) => [`${rule} ${at ?? ''}`, reason]),
    );
    return seen.map((finding) => {
      const { rule, at } = finding;
      const reason =
        (at.kind === 'design' ? undefined : reasons.get(`${rule} ${at.id}`)) ??
        reasons.get(`${rule} `);
      return reason === undefined ? finding : mark(finding, reason);
    });
  };
};

const anyOf = (patterns: readonly string[]): ((rule: string) => boolean) => {
  const exact = new Set(patterns);
  const prefixes = patterns
    .filter((pattern) => pattern.endsWith('*'))
    .map((pattern) => pattern.slice(0, -1));
  return (rule) => exact.has(rule) || prefixes.some((prefix) => rule.startsWith(prefix));
};
