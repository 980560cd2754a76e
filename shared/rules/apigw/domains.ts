import type { Graph, Node } from '../../graph/graph.ts';

/** True when a custom domain is one of AppSync: CloudFront answers it, whatever its type of endpoint says. */
export const leadsToGraphql = (graph: Graph, domain: Node): boolean =>
  graph.targets(domain, { mechanism: 'domain-mapping', kind: 'appsync-api' }).length > 0;
