import { isPlainObject, parsedJson } from '../../catalog/json-text.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Graph, Node } from '../rule.ts';

/** The pattern that a rule has of its own, when it is a JSON object; the proposed one does not count. */
export const ownPattern = (graph: Graph, rule: Node): JsonObject | undefined => {
  if (!graph.isSet(rule, 'eventPattern')) return undefined;
  const pattern = parsedJson(graph.value(rule, 'eventPattern'));
  return isPlainObject(pattern) ? pattern : undefined;
};

/** True when the rule runs by the clock. */
export const isScheduled = (graph: Graph, rule: Node): boolean => {
  const expression = graph.value(rule, 'scheduleExpression');
  return expression !== undefined && expression !== '';
};
