import { type AslMachine, type AslState, readAsl, withFields } from '../../catalog/workflow/asl.ts';
import { checkAsl } from '../../catalog/workflow/asl-check.ts';
import type { AslProblem } from '../../catalog/workflow/asl-problem.ts';
import { readAslText } from '../../catalog/workflow/asl-text.ts';
import type { AslText } from '../../catalog/workflow/asl-types.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import type { JsonObject } from '../../lib/json.ts';
import { setProperty } from '../../model/edits/index.ts';
import { isIntrinsic } from '../../model/value.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { design, node } from '../examples.ts';
import type { AnyReport, Connection, Fix, Json, Messages, Report } from '../rule.ts';
import { named } from '../text.ts';

/** A problem and, in a text of the user, its line. */
export type PlacedProblem = AslProblem & { readonly line?: number | undefined };

/** What all rules of workflows want to know of a definition. */
interface Known {
  readonly machine: AslMachine | undefined;
  /** Undefined for a definition that is no text. */
  readonly text: AslText | undefined;
  problems?: readonly PlacedProblem[];
}

/** All rules of workflows read the same definition, so it is taken apart once; nothing but its own text decides. */
const known = new WeakMap<object, Known>();

const knownOf = (graph: Graph, node: Node): Known | undefined => {
  const definition = graph.value(node, 'definition');
  if (!definition || isIntrinsic(definition)) return undefined;
  const key = node.properties;
  const before = known.get(key);
  if (before) return before;
  const text = typeof definition === 'string' ? readAslText(definition) : undefined;
  const made: Known = { machine: readAsl(text ? text.value : definition), text };
  known.set(key, made);
  return made;
};

/** The user's own definition; undefined when there is none or when it cannot be read here. */
export const machineOf = (graph: Graph, node: Node): AslMachine | undefined =>
  knownOf(graph, node)?.machine;

/** How the text of the user's own definition reads; undefined when it is no text. */
export const textOf = (graph: Graph, node: Node): AslText | undefined => knownOf(graph, node)?.text;

/** What the fields of the user's own definition are wrong in. */
const problemsOf = (graph: Graph, node: Node): readonly PlacedProblem[] => {
  const found = knownOf(graph, node);
  if (!found?.machine) return [];
  if (!found.problems) {
    const problems = checkAsl(found.machine);
    const lines = found.text?.linesOf(problems.map(({ path }) => path)) ?? [];
    found.problems = problems.map((problem, index) => ({ ...problem, line: lines[index] }));
  }
  return found.problems;
};

/**
 * Reports those problems for which there is a message. All such messages take their slots from the same data, which
 * their examples prove.
 */
export const reportProblems = <M extends Messages>(
  graph: Graph,
  node: Node,
  report: Report<M>,
  messageOf: (problem: AslProblem) => (keyof M & string) | undefined,
): void => {
  const add = report as (finding: AnyReport) => void;
  for (const problem of problemsOf(graph, node)) {
    const message = messageOf(problem);
    if (message === undefined) continue;
    const { path } = problem;
    add({ message, property: 'definition', path, data: problemData(node, problem) });
  }
};

/** What the sentence about a problem needs. In a text of the user it says the line, too. */
const problemData = (node: Node, { line, place, field, detail }: PlacedProblem) => ({
  node: named(node),
  place: line === undefined ? place : `${place} (line ${line})`,
  field,
  detail,
});

/** The tasks of the definition that the export makes of the arrows; none when the user wrote a definition. */
export const generatedTasks = (graph: Graph, node: Node): readonly Connection[] =>
  graph.value(node, 'definition') ? [] : graph.outgoing(node, { mechanism: 'workflow-task' });

/** What the task of an arrow waits for besides the answer to its call. */
export const patternOf = (
  graph: Graph,
  catalog: CatalogFacts,
  task: Connection,
): 'sync' | 'wait-for-task-token' | undefined => {
  // Only the arrows to some kinds have a pattern.
  if (!Object.hasOwn(catalog.properties(task.type) ?? {}, 'pattern')) return undefined;
  const pattern = graph.text(task, 'pattern');
  return pattern === 'sync' || pattern === 'wait-for-task-token' ? pattern : undefined;
};

/** Sets fields of a state in the user's own definition. */
export const editState = (
  graph: Graph,
  node: Node,
  state: AslState,
  title: string,
  fields: JsonObject | undefined,
): readonly Fix[] => {
  const definition = graph.value(node, 'definition');
  const changed =
    definition === undefined || fields === undefined
      ? undefined
      : withFields(definition, state, fields);
  return changed === undefined
    ? []
    : [{ title, edit: setProperty(node.id, 'definition', changed) }];
};

/** A design of one workflow, for examples. */
export const workflow = (definition: Json, properties: Readonly<Record<string, Json>> = {}) =>
  design(node('state-machine', 'flow', { definition, ...properties }));

/** A definition of states, for examples. */
export const steps = (startAt: string, states: Readonly<Record<string, Json>>): Json => ({
  StartAt: startAt,
  States: states,
});
