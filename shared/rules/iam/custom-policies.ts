import type { Graph, Node } from '../../graph/graph.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';

/** Properties in which users write policies of their own. */
const properties: Readonly<Record<string, string>> = {
  'rest-api': 'resourcePolicy',
  'vpc-endpoint': 'policyDocument',
};

/** Kinds of which users may write policies. */
export const kindsWithPolicies = Object.keys(properties);

/** A policy that the user wrote for a node. */
export interface CustomPolicy {
  readonly property: string;
  readonly policy: JsonObject;
  /** Its statements that allow something, and where they stand. */
  readonly allows: readonly { readonly statement: JsonObject; readonly place: number }[];
}

/** One item or a list of them, as in most fields of a policy. */
export const itemsOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The policy that the user wrote for the node; undefined without one that can be read. */
export const customPolicy = (graph: Graph, node: Node): CustomPolicy | undefined => {
  const property = properties[node.kind];
  const policy = property === undefined ? undefined : graph.object(node, property);
  if (property === undefined || policy === undefined) return undefined;
  const allows = itemsOf(policy.Statement).flatMap((statement, place) =>
    isJsonObject(statement) && statement.Effect === 'Allow' ? [{ statement, place }] : [],
  );
  return { property, policy, allows };
};

/** The policy with one of its statements changed. */
export const withStatement = (
  { policy }: CustomPolicy,
  place: number,
  change: JsonObject,
): JsonObject => ({
  ...policy,
  Statement: itemsOf(policy.Statement).map((statement, at) =>
    at === place && isJsonObject(statement) ? { ...statement, ...change } : statement,
  ),
});

/** True when the statement has conditions, whatever they are. */
export const hasCondition = ({ Condition }: JsonObject): boolean =>
  Condition !== undefined &&
  Condition !== null &&
  !(isJsonObject(Condition) && Object.keys(Condition).length === 0);
