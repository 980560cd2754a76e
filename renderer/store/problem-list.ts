import type { Connection, Design } from '../../shared/model/design.ts';
import { descendantsOf, findNode } from '../../shared/model/tree.ts';
import type { Finding, Place, Severity } from '../../shared/rules/rule.ts';
import { idleSuppressions, isIdle } from './idle-suppressions.ts';

/*
 * What the Problems panel lists, and what the commands for the next and the previous problem walk through: the
 * findings in groups, filtered. Pure; the panel and the commands ask the same question and get the same answer.
 */

/** A finding as it is listed. */
export interface ProblemEntry {
  /** The same before and after an edit, although its numbers may change: an open entry stays open. */
  readonly key: string;
  readonly finding: Finding;
  /** Names of what it is about: `Orders queue`, `Orders queue → Worker`. */
  readonly place: string;
}

export interface ProblemFilter {
  readonly text: string;
  /** None stands for all. */
  readonly severities: ReadonlySet<Severity>;
  /** What stands before the `/` of the rule; undefined for all. */
  readonly family: string | undefined;
  /** Only what belongs to the chosen nodes and connections. */
  readonly onlySelection: boolean;
}

export const noFilter: ProblemFilter = {
  text: '',
  severities: new Set(),
  family: undefined,
  onlySelection: false,
};

/** A heading of the list. */
export type ProblemGroup = Severity | 'suppressed';

/** What the panel shows besides the findings themselves. */
export interface ProblemsView {
  readonly filter: ProblemFilter;
  /** The row that the person is at: the key of an entry, or of a heading. */
  readonly current: string | undefined;
  /** The entry whose explanation and fixes are shown. */
  readonly open: string | undefined;
  readonly folded: ReadonlySet<ProblemGroup>;
}

export const firstProblemsView: ProblemsView = {
  filter: noFilter,
  current: undefined,
  open: undefined,
  folded: new Set(['suppressed']),
};

export interface ProblemList {
  /** Those that are not empty, in the order of the list. */
  readonly groups: readonly {
    readonly group: ProblemGroup;
    readonly entries: readonly ProblemEntry[];
  }[];
  /** How many there would be of each group if only that group were shown. */
  readonly counts: Readonly<Record<ProblemGroup, number>>;
  /** Families of all findings and how many each has, by name. */
  readonly families: ReadonlyMap<string, number>;
  /** How many pass the filter, and how many there are; without those set aside. */
  readonly shown: number;
  readonly total: number;
}

const groups: readonly ProblemGroup[] = ['error', 'warning', 'info', 'suppressed'];

/** What a rule is about: the part of its id before the `/`. */
const familyOf = (rule: string): string => rule.split('/')[0] ?? rule;

/** Sorts the findings into groups and leaves out what the filter hides. They keep their order, which is by place. */
export const listProblems = (
  findings: readonly Finding[],
  design: Design,
  filter: ProblemFilter,
  selection: ReadonlySet<string>,
): ProblemList => {
  const lists: Record<ProblemGroup, ProblemEntry[]> = {
    error: [],
    warning: [],
    info: [],
    suppressed: [],
  };
  const families = new Map<string, number>();
  const scope = filter.onlySelection ? scopeOf(design, selection) : undefined;
  const words = filter.text.trim().toLowerCase();
  let total = 0;
  const idle = idleSuppressions(findings, design);
  for (const entry of entriesOf(idle.length === 0 ? findings : [...findings, ...idle], design)) {
    const { finding, place } = entry;
    const family = familyOf(finding.rule);
    if (!finding.suppressed) total += 1;
    if (!isIdle(finding)) families.set(family, (families.get(family) ?? 0) + 1);
    if (filter.family !== undefined && family !== filter.family) continue;
    if (scope && (finding.at.kind === 'design' || !scope.has(finding.at.id))) continue;
    if (words !== '' && !textOf(finding, place).includes(words)) continue;
    lists[finding.suppressed ? 'suppressed' : finding.severity].push(entry);
  }
  const isShown = (group: ProblemGroup): boolean =>
    filter.severities.size === 0 || group === 'suppressed' || filter.severities.has(group);
  const shownGroups = groups.flatMap((group) => {
    // Severities choose among those set aside as well.
    const entries =
      group === 'suppressed' && filter.severities.size > 0
        ? lists[group].filter(({ finding }) => filter.severities.has(finding.severity))
        : lists[group];
    return entries.length > 0 && isShown(group) ? [{ group, entries }] : [];
  });
  return {
    groups: shownGroups,
    counts: {
      error: lists.error.length,
      warning: lists.warning.length,
      info: lists.info.length,
      suppressed: lists.suppressed.length,
    },
    families: new Map([...families].sort(([a], [b]) => (a < b ? -1 : 1))),
    shown: shownGroups.reduce(
      (sum, { group, entries }) => (group === 'suppressed' ? sum : sum + entries.length),
      0,
    ),
    total,
  };
};

/** True when the filter may hide something. */
export const isFiltering = ({ text, severities, family, onlySelection }: ProblemFilter): boolean =>
  text.trim() !== '' || severities.size > 0 || family !== undefined || onlySelection;

/** The entry after or before the current one, around the end; without those set aside. */
export const neighbourOf = (
  { groups: shown }: ProblemList,
  current: string | undefined,
  step: 1 | -1,
): ProblemEntry | undefined => {
  const entries = shown.flatMap(({ group, entries: own }) => (group === 'suppressed' ? [] : own));
  const at = entries.findIndex(({ key }) => key === current);
  if (at < 0) return step > 0 ? entries[0] : entries.at(-1);
  return entries[(at + step + entries.length) % entries.length];
};

const entriesOf = (findings: readonly Finding[], design: Design): readonly ProblemEntry[] => {
  const connections = new Map<string, Connection>(design.connections.map((it) => [it.id, it]));
  const places = new Map<string, string>();
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, messageKey, at, property } = finding;
    const id = at.kind === 'design' ? '' : at.id;
    const same = `${at.kind} ${id} ${rule} ${messageKey} ${property ?? ''}`;
    const before = counts.get(same) ?? 0;
    counts.set(same, before + 1);
    let place = places.get(id);
    if (place === undefined) {
      place = placeName(at, design, connections);
      places.set(id, place);
    }
    return { key: before === 0 ? same : `${same} ${before}`, finding, place };
  });
};

const placeName = (
  at: Place,
  design: Design,
  connections: ReadonlyMap<string, Connection>,
): string => {
  const nameOf = (id: string): string => findNode(design, id)?.name ?? id;
  switch (at.kind) {
    case 'design':
      return 'The design';
    case 'node':
      return nameOf(at.id);
    case 'connection': {
      const connection = connections.get(at.id);
      return connection ? `${nameOf(connection.from)} → ${nameOf(connection.to)}` : at.id;
    }
  }
};

const textOf = ({ message, rule }: Finding, place: string): string =>
  `${message} ${rule} ${place}`.toLowerCase();

/** The chosen nodes, what they hold, their connections, and the chosen connections. */
const scopeOf = (design: Design, selection: ReadonlySet<string>): ReadonlySet<string> => {
  const nodes = new Set<string>([...selection, ...descendantsOf(design, selection)]);
  const scope = new Set<string>(nodes);
  for (const { id, from, to } of design.connections)
    if (nodes.has(from) || nodes.has(to)) scope.add(id);
  return scope;
};
