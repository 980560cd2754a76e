import type { ConnectionScope } from '../connection.ts';
import type { Expression } from '../expression.ts';
import type { LinkScope } from '../service.ts';
import { letRangeIn } from './let-range-in.ts';
import { securityGroupsOf, tcp } from './security-groups.ts';

/** Where the program on a server listens. */
export const serverPort = ({ target }: Pick<LinkScope, 'target'>): Expression =>
  target.value('appPort') ?? 80;

/** Lets the internet, or the VPC alone, connect to a server, unless the user writes that rule. */
export const openServer = (
  { target, read }: Pick<ConnectionScope, 'target' | 'read'>,
  port: Expression,
  to: 'internet' | 'vpc',
): void => {
  if (read('securityRule') === 'manual') return;
  const vpc = target.graph.vpc(target.node);
  if (!vpc) return;
  const range = to === 'internet' ? '0.0.0.0/0' : target.scopeOf(vpc).attribute('cidrBlock');
  for (const group of securityGroupsOf(target))
    letRangeIn(
      target,
      group,
      range,
      tcp(port),
      to === 'internet' ? 'Clients on the internet' : 'Clients in the VPC',
    );
};
