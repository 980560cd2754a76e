import { type AslMachine, readAsl } from '../../catalog/workflow/asl.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import { isIntrinsic } from '../../model/value.ts';
import { design, node } from '../examples.ts';
import type { Json } from '../rule.ts';

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

/** A design of one workflow, for examples. */
export const workflow = (definition: Json, properties: Readonly<Record<string, Json>> = {}) =>
  design(node('state-machine', 'flow', { definition, ...properties }));

/** A definition of states, for examples. */
export const steps = (startAt: string, states: Readonly<Record<string, Json>>): Json => ({
  StartAt: startAt,
  States: states,
});
