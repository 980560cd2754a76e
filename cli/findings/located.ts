import { connectionOf, serviceOf } from '../../shared/catalog/catalog.ts';
import { predictExport } from '../../shared/exporters/sam/predict.ts';
import { locateInJson } from '../../shared/lib/json-text.ts';
import type { PathStep } from '../../shared/lib/problem.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { rules } from '../../shared/rules/index.ts';
import type { Finding, Severity } from '../../shared/rules/rule.ts';
import { validateOnce } from '../../shared/rules/validator.ts';
import type { Io } from '../io.ts';
import type { LoadedDesign } from '../load-design.ts';

/** A finding, where it is in the file, and what it is about. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly line: number;
  readonly column: number;
  /** `"Worker" (Lambda function)`, `"Orders" → "Worker" (triggers)`, `the design`. */
  readonly subject: string;
}

/** Where nodes and connections stand in the file; of several with one id the first, as in the graph. */
interface Places {
  readonly nodes: ReadonlyMap<string, number>;
  readonly connections: ReadonlyMap<string, number>;
}

/** Checks a design with all rules. */
export const findingsOf = (
  { design }: Pick<LoadedDesign, 'design'>,
  io: Io,
  exportTarget?: 'sam' | 'cdk',
): readonly Finding[] =>
  validateOnce(design, rules, catalogFacts, {
    today: io.today,
    predictExport,
    ...(exportTarget !== undefined && { exportTarget }),
  });

/** Finds the findings in the text of the design. */
export const locate = (
  loaded: LoadedDesign,
  findings: readonly Finding[],
): readonly LocatedFinding[] => {
  const { design, text } = loaded;
  const places: Places = {
    nodes: firstById(design.nodes),
    connections: firstById(design.connections),
  };
  const found = locateInJson(
    text,
    findings.map((finding) => pathOf(finding, places)),
  );
  return findings.map((finding, at) => ({
    finding,
    line: found[at]?.line ?? 1,
    column: found[at]?.column ?? 1,
    subject: subjectOf(loaded, finding),
  }));
};

const firstById = (items: readonly { readonly id: string }[]): ReadonlyMap<string, number> => {
  const map = new Map<string, number>();
  for (const [at, { id }] of items.entries()) if (!map.has(id)) map.set(id, at);
  return map;
};

const pathOf = ({ at, property }: Finding, places: Places): readonly PathStep[] => {
  if (at.kind === 'design') return property === undefined ? [] : [property];
  const list = at.kind === 'node' ? 'nodes' : 'connections';
  const index = places[list].get(at.id);
  if (index === undefined) return [];
  // A property that the design does not hold has no place of its own: its owner's is used.
  return property === undefined ? [list, index] : [list, index, 'properties', property];
};

const subjectOf = ({ design }: LoadedDesign, { at }: Finding): string => {
  const nodeText = (id: string): string => {
    const node = design.nodes.find((item) => item.id === id);
    return node === undefined ? `"${id}"` : `"${node.name}"`;
  };
  if (at.kind === 'design') return 'the design';
  if (at.kind === 'node') {
    const node = design.nodes.find((item) => item.id === at.id);
    return `${nodeText(at.id)} (${serviceOf(node?.kind ?? '')?.title ?? node?.kind ?? 'missing'})`;
  }
  const connection = design.connections.find((item) => item.id === at.id);
  if (!connection) return `"${at.id}"`;
  const label = connectionOf(connection.type)?.label ?? connection.type;
  return `${nodeText(connection.from)} → ${nodeText(connection.to)} (${label})`;
};

/** The findings that the user has not set aside, by severity. */
export const countsOf = (findings: readonly Finding[]): Readonly<Record<Severity, number>> => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, suppressed } of findings) if (!suppressed) counts[severity] += 1;
  return counts;
};

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** True when a finding that counts is at least so severe. */
export const reaches = (findings: readonly Finding[], level: Severity): boolean =>
  findings.some(({ severity, suppressed }) => !suppressed && ranks[severity] <= ranks[level]);
