import { type Expression, join } from '../expression.ts';
import type { NodeScope } from '../service.ts';

type Identity = Pick<NodeScope, 'read' | 'value'>;

/** True for an identity that is one address, and no domain. */
export const isAddress = (scope: Identity): boolean => scope.read('identityType') === 'email';

/** The address that mails come from. */
export const senderOf = (scope: Identity): Expression => {
  const own = scope.value('fromAddress');
  const identity = scope.value('emailIdentity') ?? '';
  return own ?? (isAddress(scope) ? identity : join('no-reply@', identity));
};
