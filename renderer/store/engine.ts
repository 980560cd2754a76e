import type { IncrementalGraph } from '../../shared/graph/incremental-graph.ts';
import type { Design } from '../../shared/model/design.ts';
import type { AppliedFixes } from '../../shared/rules/apply-fixes.ts';
import type { Finding, Rule } from '../../shared/rules/rule.ts';
import type { Validator } from '../../shared/rules/validator.ts';

/*
 * What follows from the design: the graph and the findings. The rules are large and not needed to draw, so they
 * are loaded after the first picture; until then there are no findings, and `ready` says so.
 */

/** What the checks found in the design that is open. */
export interface Findings {
  readonly ready: boolean;
  /** Errors first; those set aside are among them and say so. */
  readonly all: readonly Finding[];
  /** Those of a node or connection that are not set aside; the design's own under ''. */
  readonly at: ReadonlyMap<string, readonly Finding[]>;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  /** How long the last validation took. */
  readonly milliseconds: number;
  /** How many checks it ran. */
  readonly ran: number;
}

export const noFindings: Findings = {
  ready: false,
  all: [],
  at: new Map(),
  counts: { error: 0, warning: 0, info: 0 },
  milliseconds: 0,
  ran: 0,
};

/** Sorts findings by where they belong. */
const placeFindings = (all: readonly Finding[], milliseconds: number, ran: number): Findings => {
  const at = new Map<string, Finding[]>();
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of all) {
    if (finding.suppressed) continue;
    counts[finding.severity] += 1;
    const id = finding.at.kind === 'design' ? '' : finding.at.id;
    const present = at.get(id);
    if (present) present.push(finding);
    else at.set(id, [finding]);
  }
  return { ready: true, all, at, counts, milliseconds, ran };
};

/** Validates one design after another. */
export interface Engine {
  /** The graph of the design that was validated last. */
  readonly graph: IncrementalGraph;
  validate(design: Design): Findings;
  /** A rule by its id: why it is one, examples, AWS's page. Undefined for `rule-failed`. */
  ruleOf(id: string): Rule | undefined;
  /** Every fix of a rule that brings no new error, one upon the other. */
  fixAll(design: Design, rule: string): AppliedFixes;
}

/** Loads the rules and makes an engine. `now` is a clock in milliseconds. */
export const loadEngine = async (today: string, now: () => number): Promise<Engine> => {
  const [{ rules }, { createValidator }, { applyFixes }, { catalogFacts }] = await Promise.all([
    import('../../shared/rules/index.ts'),
    import('../../shared/rules/validator.ts'),
    import('../../shared/rules/apply-fixes.ts'),
    import('../../shared/rules/catalog.ts'),
  ]);
  const byId = new Map(rules.map((rule) => [rule.meta.id, rule]));
  const validator: Validator = createValidator(rules, catalogFacts, { today });
  return {
    graph: validator.graph,
    validate: (design) => {
      const start = now();
      const all = validator.validate(design);
      return placeFindings(all, now() - start, validator.statistics.ran);
    },
    ruleOf: (id) => byId.get(id),
    fixAll: (design, only) => applyFixes(validator, design, { only, mayDelete: true }),
  };
};
