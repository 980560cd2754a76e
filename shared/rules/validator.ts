import { createGraph, type IncrementalGraph } from '../graph/incremental-graph.ts';
import type { Design } from '../model/design.ts';
import type { CatalogFacts } from './catalog-facts.ts';
import { type FindingEntry, mergeEntries, placeOf } from './finding-list.ts';
import { type Invocation, InvocationTable } from './invocations.ts';
import { type LimitName, quotas } from './limits.ts';
import type { AnyReport, Finding, Prediction, Rule, RuleContext } from './rule.ts';
import { fillMessage } from './text.ts';
import { createVerdict } from './verdict.ts';

export interface ValidatorOptions {
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
  readonly exportTarget?: 'sam' | 'cdk';
  /**
   * Plans the export and says what would stop it (`shared/exporters/sam/predict.ts`); without it the rules that ask
   * are silent. It costs as much as an export, so an editor leaves it out while somebody types.
   */
  readonly predictExport?: (design: Design) => Prediction;
}

export interface Validator {
  /** The findings in a design: errors first, then by subject and rule. Runs only what the difference to the last design asks for. */
  validate(design: Design): readonly Finding[];
  /** The graph of the last design. */
  readonly graph: IncrementalGraph;
  /** How many checks the last call ran, of how many there are. */
  readonly statistics: { readonly ran: number; readonly invocations: number };
}

const nothingPredicted: Prediction = {
  circles: [],
  problems: [],
  clashes: [],
  sizes: [],
  handedOver: [],
};
const emptyDesign: Design = { formatVersion: 1, name: '', region: '', nodes: [], connections: [] };

/** Prepares to validate one design again and again while it is edited. */
export const createValidator = (
  rules: readonly Rule[],
  catalog: CatalogFacts,
  options: ValidatorOptions,
): Validator => {
  const graph = createGraph(catalog, emptyDesign);
  const table = new InvocationTable(rules, graph, (type, from, to) => {
    const entry = catalog.connectionType(type);
    return entry?.from === from && entry.to === to;
  });
  const verdict = createVerdict(rules);
  const examined: { design: Design; prediction: Prediction | undefined } = {
    design: emptyDesign,
    prediction: undefined,
  };
  const prediction = (): Prediction => {
    examined.prediction ??= options.predictExport?.(examined.design) ?? nothingPredicted;
    return examined.prediction;
  };
  const context: RuleContext = {
    today: options.today,
    exportTarget: options.exportTarget,
    catalog,
    predicted: () => prediction(),
    limit: (name) => entered(graph, name) ?? quotas[name],
    isEntered: (name) => entered(graph, name) !== undefined,
  };
  const statistics = { ran: 0, invocations: 0 };
  let lastDesign: Design | undefined;
  let entries: readonly FindingEntry[] = [];
  let findings: readonly Finding[] = [];

  let current: Invocation | undefined;
  let reported: Finding[] = [];
  const report = (found: AnyReport): void => {
    if (current) reported.push(findingOf(current, found));
  };
  const check = (): void => {
    if (!current) return;
    const subject = table.subjectOf(current);
    if (subject !== null) current.rule.check(subject, graph, report, context);
  };
  const run = (invocation: Invocation): void => {
    current = invocation;
    reported = [];
    try {
      graph.track(invocation.run, check);
    } catch (error) {
      reported = [failed(invocation, error)];
    }
    invocation.findings = reported;
    current = undefined;
  };

  return {
    graph,
    statistics,
    validate(design) {
      statistics.ran = 0;
      if (design === lastDesign) return findings;
      examined.design = design;
      examined.prediction = undefined;
      const changed = graph.update(design);
      const { isSmaller, due } = table.update(changed);
      for (const invocation of due) run(invocation);
      statistics.ran = due.length;
      statistics.invocations = table.size;
      const isOther = isSmaller || due.length > 0;
      if (isOther) entries = mergeEntries(entries, due);
      if (isOther || design.suppressions !== lastDesign?.suppressions)
        findings = verdict(entries, design.suppressions ?? []);
      lastDesign = design;
      return findings;
    },
  };
};

/** The findings in a design that is looked at once. */
export const validateOnce = (
  design: Design,
  rules: readonly Rule[],
  catalog: CatalogFacts,
  options: ValidatorOptions,
): readonly Finding[] => createValidator(rules, catalog, options).validate(design);

const entered = (graph: IncrementalGraph, name: LimitName): number | undefined => {
  const { limits } = graph.settings;
  return limits && Object.hasOwn(limits, name) ? limits[name] : undefined;
};

const findingOf = ({ rule, place }: Invocation, found: AnyReport): Finding => {
  const { id, severity, messages } = rule.meta;
  const template = messages[found.message];
  if (template === undefined) throw new Error(`no message ${found.message}`);
  const data = found.data ?? {};
  const text = typeof template === 'string' ? template : template.text;
  return {
    rule: id,
    severity: typeof template === 'string' ? severity : template.severity,
    messageKey: found.message,
    message: fillMessage(text, data),
    at: found.at === undefined ? place : placeOf(found.at),
    ...(found.property !== undefined && { property: found.property }),
    ...(found.path !== undefined && { path: found.path }),
    data,
    fixes: found.fixes ?? [],
  };
};

/** The id of the finding that stands for a rule that threw. */
export const ruleFailed = 'rule-failed';

const failed = ({ rule, place }: Invocation, error: unknown): Finding => {
  const problem = error instanceof Error ? error.message : String(error);
  return {
    rule: ruleFailed,
    severity: 'warning',
    messageKey: 'failed',
    message: `The rule ${rule.meta.id} could not be checked here (${problem}). This is a mistake in Isobar; all other rules were checked.`,
    at: place,
    data: { rule: rule.meta.id, problem },
    fixes: [],
  };
};
