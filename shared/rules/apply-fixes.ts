import type { Design } from '../model/design.ts';
import type { Finding, Fix } from './rule.ts';
import type { Validator } from './validator.ts';

/** A fix that was applied, or left out. */
export interface Applied {
  readonly rule: string;
  readonly title: string;
}

export interface AppliedFixes {
  readonly design: Design;
  readonly applied: readonly Applied[];
  /** Fixes that would delete something, where that was not allowed. */
  readonly deleting: readonly Applied[];
  /** What is found afterwards. */
  readonly left: readonly Finding[];
}

/** No design has so many findings; fixes that undo each other would go on for ever. */
const mostFixes = 10_000;

/**
 * Applies fix after fix, each on the design that the one before has left: of each finding the first. A fix counts
 * when its finding is gone and no error is new; one that does not is not tried again. `only` is the rule to keep
 * to; then fixes that have nothing to do with one another are applied together, since a large design may have
 * hundreds. A fix that deletes something is left out unless `mayDelete`.
 */
export const applyFixes = (
  validator: Pick<Validator, 'validate'>,
  start: Design,
  { only, mayDelete }: { readonly only?: string | undefined; readonly mayDelete: boolean },
): AppliedFixes => {
  const applied: Applied[] = [];
  const deleting: Applied[] = [];
  const tried = new Set<string>();
  let design = start;
  let findings = validator.validate(design);
  const nextOf = (): { finding: Finding; fix: Fix } | undefined => {
    for (const finding of findings) {
      const [fix] = finding.fixes;
      if (!fix || finding.suppressed || (only !== undefined && finding.rule !== only)) continue;
      const key = keyOf(finding);
      if (tried.has(key)) continue;
      tried.add(key);
      return { finding, fix };
    }
    return undefined;
  };
  if (only !== undefined && mayDelete) {
    const batch = apartFixes(start, findings, only);
    const changed = batch.reduce((before, { fix }) => fix.edit(before), start);
    const after = changed === start ? findings : validator.validate(changed);
    // When one of them does not help, each has to show for itself.
    if (
      after !== findings &&
      isBetter(
        findings,
        after,
        batch.map(({ finding }) => finding),
      )
    ) {
      design = changed;
      findings = after;
      applied.push(...batch.map(({ fix }) => ({ rule: only, title: fix.title })));
    }
  }
  while (applied.length < mostFixes) {
    const next = nextOf();
    if (!next) break;
    const { finding, fix } = next;
    const changed = fix.edit(design);
    if (changed === design) continue;
    if (!mayDelete && loses(design, changed)) {
      deleting.push({ rule: finding.rule, title: fix.title });
      continue;
    }
    const after = validator.validate(changed);
    if (!isBetter(findings, after, [finding])) continue;
    design = changed;
    findings = after;
    applied.push({ rule: finding.rule, title: fix.title });
  }
  return { design, applied, deleting, left: findings };
};

/** True when there are fewer nodes or connections afterwards; one that was replaced is no loss. */
const loses = (before: Design, after: Design): boolean =>
  after.nodes.length < before.nodes.length || after.connections.length < before.connections.length;

const isBetter = (
  before: readonly Finding[],
  after: readonly Finding[],
  mended: readonly Finding[],
): boolean => {
  // What was not checked again is the same object; only the others are worth comparing by their content.
  const kept = new Set(before);
  const fresh = after.filter((finding) => !kept.has(finding));
  const still = new Set(after);
  const gone = before.filter((finding) => !still.has(finding));
  const old = new Set(gone.map(keyOf));
  const mendedKeys = new Set(mended.map(keyOf));
  return (
    !mended.some((finding) => still.has(finding)) &&
    !fresh.some((finding) => {
      const key = keyOf(finding);
      return mendedKeys.has(key) || (finding.severity === 'error' && !old.has(key));
    })
  );
};

interface Wanted {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The first fixes of a rule's findings, without those that touch what one before them touches. */
const apartFixes = (
  design: Design,
  findings: readonly Finding[],
  rule: string,
): readonly Wanted[] => {
  const touched = new Set<string>();
  const apart: Wanted[] = [];
  for (const finding of findings) {
    const [fix] = finding.fixes;
    if (!fix || finding.rule !== rule || finding.suppressed || apart.length >= mostFixes) continue;
    const own = touchedBy(design, fix.edit(design));
    if (own.length === 0 || own.some((id) => touched.has(id))) continue;
    for (const id of own) touched.add(id);
    apart.push({ finding, fix });
  }
  return apart;
};

/** What stands for the canvas and for the settings of the design. */
const everywhere = '';

/**
 * The ids of what an edit changes. A new node counts by what it is connected with, since its own id is made up
 * when the edit is applied; one that stands alone counts by its container.
 */
const touchedBy = (before: Design, after: Design): readonly string[] => {
  const nodes = changedItems(before.nodes, after.nodes);
  const connections = changedItems(before.connections, after.connections);
  const added = new Set<string>(nodes.added.map(({ id }) => id));
  const connected = new Set<string>(connections.added.flatMap(({ from, to }) => [from, to]));
  const ids: string[] = [
    ...nodes.gone.map(({ id }) => id),
    ...nodes.added.flatMap(({ id, parent }) => (connected.has(id) ? [] : [parent ?? everywhere])),
    ...connections.gone.map(({ id }) => id),
    ...[...connected].filter((id) => !added.has(id)),
  ];
  return ids.length === 0 && before !== after ? [everywhere] : ids;
};

/** The items that only one of two lists has. A changed item is another object: it is gone, and not added. */
const changedItems = <T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): { readonly gone: readonly T[]; readonly added: readonly T[] } => {
  if (before === after) return { gone: [], added: [] };
  // Most edits change items where they are.
  if (before.length === after.length)
    return { gone: before.filter((item, at) => item !== after[at]), added: [] };
  const now = new Set(after);
  const old = new Set(before.map(({ id }) => id));
  return {
    gone: before.filter((item) => !now.has(item)),
    added: after.filter(({ id }) => !old.has(id)),
  };
};

/** The same finding before and after an edit. */
const keyOf = ({ rule, messageKey, at, property, data }: Finding): string =>
  JSON.stringify([rule, messageKey, at, property, data]);
