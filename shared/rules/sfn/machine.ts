import { type AslMachine, type AslState, readAsl, withFields } from '../../catalog/workflow/asl.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import type { JsonObject } from '../../lib/json.ts';
import { setProperty } from '../../model/edits/index.ts';
import { isIntrinsic } from '../../model/value.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { design, node } from '../examples.ts';
import type { Connection, Fix, Json } from '../rule.ts';

/** All rules of workflows read the same definition, so it is taken apart once; nothing but its own text decides. */
const known = new WeakMap<object, { readonly machine: AslMachine | undefined }>();

/** The user's own definition; undefined when there is none or when it cannot be read here. */
export const machineOf = (graph: Graph, node: Node): AslMachine | undefined => {
  const definition = graph.value(node, 'definition');
  if (!definition || isIntrinsic(definition)) return undefined;
  const key = node.properties;
  const before = known.get(key);
  if (before) return before.machine;
  const machine = readAsl(definition);
  known.set(key, { machine });
  return machine;
};

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
