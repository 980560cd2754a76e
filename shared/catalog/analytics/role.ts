import { member } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { getAtt } from '../expression.ts';
import type { AttributeDefinition, NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';

/** The role that a job, an application or a warehouse works under; connections add what it may do. */
export const emitJobRole = ({ out, id, node }: NodeScope, service: string): void => {
  const role = jobRoleId({ id });
  serviceRole(out, role, { service });
  out.identity(node.id, { resource: role, cdk: constructRef(role), method: 'addToPolicy' });
};

/** The id of that role. */
export const jobRoleId = ({ id }: Pick<NodeScope, 'id'> | { readonly id: string }): string =>
  `${id}Role`;

/** The attribute of a kind that has such a role. */
export const roleArnAttribute: AttributeDefinition = {
  cfn: ({ id }) => getAtt(jobRoleId({ id }), 'Arn'),
  cdk: (_construct, { id }) => member(constructRef(jobRoleId({ id })), 'roleArn'),
};
