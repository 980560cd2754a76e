import type { Subject } from '../graph/graph.ts';
import { isNode } from '../graph/property-values.ts';
import { compareText } from '../lib/order.ts';
import type { Invocation } from './invocations.ts';
import type { Finding, Place, Severity } from './rule.ts';

/** A finding with what its place in the list follows from. */
export interface FindingEntry {
  readonly finding: Finding;
  readonly invocation: Invocation;
  /** Which of the invocation's findings it is. */
  readonly index: number;
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const placeRank: Readonly<Record<Place['kind'], number>> = { design: 0, node: 1, connection: 2 };

/** Where a subject is. */
export const placeOf = (subject: Subject | 'design'): Place =>
  subject === 'design'
    ? { kind: 'design' }
    : { kind: isNode(subject) ? 'node' : 'connection', id: subject.id };

const idOf = (place: Place): string => (place.kind === 'design' ? '' : place.id);

/** Errors first; then the design, nodes and connections by id; then by rule. */
const compareEntries = (one: FindingEntry, other: FindingEntry): number => {
  const a = one.finding;
  const b = other.finding;
  return (
    severityRank[a.severity] - severityRank[b.severity] ||
    placeRank[a.at.kind] - placeRank[b.at.kind] ||
    compareText(idOf(a.at), idOf(b.at)) ||
    compareText(a.rule, b.rule) ||
    compareText(idOf(one.invocation.place), idOf(other.invocation.place)) ||
    one.index - other.index
  );
};

/** The sorted entries without those of stale invocations, and with what the repeated ones found. */
export const mergeEntries = (
  entries: readonly FindingEntry[],
  repeated: readonly Invocation[],
): readonly FindingEntry[] => {
  const left = entries.filter(({ invocation }) => !invocation.isStale);
  const added: FindingEntry[] = [];
  for (const invocation of repeated) {
    invocation.isStale = false;
    for (const [index, finding] of invocation.findings.entries())
      added.push({ finding, invocation, index });
  }
  added.sort(compareEntries);
  const merged: FindingEntry[] = [];
  let next = 0;
  for (const entry of left) {
    for (let first = added[next]; first && compareEntries(first, entry) < 0; first = added[next]) {
      merged.push(first);
      next++;
    }
    merged.push(entry);
  }
  for (; next < added.length; next++) {
    const entry = added[next];
    if (entry) merged.push(entry);
  }
  return merged;
};
