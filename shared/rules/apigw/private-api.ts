import type { Graph, Node } from '../../graph/graph.ts';
import { isJsonObject, type Json } from '../../lib/json.ts';

/** True when an endpoint through which the API can be called is drawn, or may be one. */
export const hasEndpoint = (graph: Graph, api: Node): boolean =>
  graph
    .sources(api, { kind: 'vpc-endpoint' })
    .some(
      (endpoint) =>
        (graph.text(endpoint, 'service') ?? 'execute-api') === 'execute-api' &&
        graph.text(endpoint, 'vpcEndpointType') !== 'Gateway',
    );

const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** True when a condition of the policy names the VPC or the endpoint that callers come from. */
export const namesVpc = (policy: Json): boolean =>
  /"aws:SourceVpce?"/i.test(JSON.stringify(policy));

const mayInvoke = (action: Json): boolean =>
  typeof action !== 'string' ||
  ['*', 'execute-api:*', 'execute-api:invoke'].includes(action.toLowerCase());

/** True when the policy allows calls, or does so as far as is known. */
export const allowsCalls = (policy: Json): boolean => {
  if (!isJsonObject(policy) || !Object.hasOwn(policy, 'Statement')) return true;
  return listOf(policy.Statement).some(
    (statement) =>
      !isJsonObject(statement) ||
      ((typeof statement.Effect !== 'string' || statement.Effect === 'Allow') &&
        (statement.Action === undefined || listOf(statement.Action).some(mayInvoke))),
  );
};
