import { loginDomainId } from '../edge/alias-target.ts';
import type { NodeScope } from '../service.ts';

/** The domain of the pool's login pages; undefined when it has none. */
export const loginDomainOf = (pool: NodeScope): string | undefined => {
  if (pool.value('domainPrefix') !== undefined) return `${pool.id}Domain`;
  return pool.links('in', { mechanism: 'certificate' }).length > 0
    ? loginDomainId(pool)
    : undefined;
};
