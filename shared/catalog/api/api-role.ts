import { create, text } from '../../lib/typescript/syntax.ts';
import type { ExportOnly, PolicyStatement } from '../blueprint.ts';
import { constructRef } from '../code.ts';
import type { NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';

const service = 'apigateway.amazonaws.com';

/** The role with which an API calls AWS services. */
export const apiRoleId = (api: NodeScope): string => `${api.id}Role`;

/**
 * Lets the API's role do something; the first call adds the role. With `only` the CDK has roles of its own for
 * these calls.
 */
export const addToApiRole = (
  api: NodeScope,
  statements: readonly PolicyStatement[],
  only?: ExportOnly,
): void => {
  const { out, node } = api;
  const id = apiRoleId(api);
  if (!out.has(id)) {
    serviceRole(out, id, { service, cdk: 'none' });
    out.identity(node.id, { resource: id, cdk: constructRef(id), method: 'addToPolicy' });
  }
  if (only !== 'sam' && !out.hasConstruct(id))
    out.construct(id, {
      class: 'iam.Role',
      props: { assumedBy: create('iam.ServicePrincipal', text(service)) },
    });
  for (const statement of statements) {
    // The role's policy names no principal: who assumes it stands in its trust.
    const { principal: _principal, ...rest } = statement;
    out.allow(node.id, rest, only);
  }
};
