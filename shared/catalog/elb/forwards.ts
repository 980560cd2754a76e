import type { Expression } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { listenerId } from './balancer.ts';
import { targetGroupOptions } from './target-group.ts';

/** Where requests go that no path of their own leads elsewhere. */
export const everything = '/*';

/** A pattern of paths, and the connections that share its requests. */
export interface Forward {
  readonly pattern: Expression;
  readonly links: readonly LinkScope[];
}

/** The paths of the listener: connections with the same pattern share its requests. */
export const forwardsOf = (scope: NodeScope): readonly Forward[] => {
  const byPattern = new Map<string, { pattern: Expression; links: LinkScope[] }>();
  for (const link of scope.links('out', { mechanism: 'target-group' })) {
    const pattern = link.value('pathPattern') ?? everything;
    const key = typeof pattern === 'string' ? pattern : link.connection.id;
    const present = byPattern.get(key);
    if (present) present.links.push(link);
    else byPattern.set(key, { pattern, links: [link] });
  }
  return [...byPattern.values()];
};

/** The listener or the rule that sends requests to the target group of a connection. */
export const attachedBy = (link: LinkScope): string => {
  const { source } = link;
  if (targetGroupOptions(link).balancer === 'network') return listenerId(source);
  const forward = forwardsOf(source).find(({ links }) =>
    links.some(({ connection }) => connection.id === link.connection.id),
  );
  const [first] = forward?.links ?? [];
  return first === undefined || forward?.pattern === everything
    ? listenerId(source)
    : first.resourceId('Rule');
};
