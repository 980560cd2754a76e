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
 * to; a fix that deletes something is left out unless `mayDelete`.
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
    if (!isBetter(findings, after, finding)) continue;
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
  mended: Finding,
): boolean => {
  // What was not checked again is the same object; only the others are worth comparing by their content.
  const kept = new Set(before);
  const fresh = after.filter((finding) => !kept.has(finding));
  const still = new Set(after);
  const gone = before.filter((finding) => !still.has(finding));
  const old = new Set(gone.map(keyOf));
  const mendedKey = keyOf(mended);
  return (
    !still.has(mended) &&
    !fresh.some(
      (finding) =>
        keyOf(finding) === mendedKey || (finding.severity === 'error' && !old.has(keyOf(finding))),
    )
  );
};

/** The same finding before and after an edit. */
const keyOf = ({ rule, messageKey, at, property, data }: Finding): string =>
  JSON.stringify([rule, messageKey, at, property, data]);
