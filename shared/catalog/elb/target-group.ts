import { type Code, name } from '../../lib/typescript/syntax.ts';
import type { LinkScope } from '../service.ts';

/** What a load balancer hands requests to. */
export interface TargetGroup {
  readonly balancer: 'application' | 'network';
  readonly of: 'function' | 'addresses' | 'service' | 'instance' | 'load-balancer';
}

export const targetGroupOptions = (link: LinkScope): TargetGroup => link.options as TargetGroup;

/** The target group of a connection. */
export const targetGroupId = (link: LinkScope): string => link.resourceId('TargetGroup');

/** What both constructs of target groups call their attributes. */
export const targetGroupAttributes = {
  '': 'targetGroupArn',
  TargetGroupFullName: 'targetGroupFullName',
};

/** TLS ends at the load balancer; behind it is plain TCP. */
export const networkProtocol = ({
  source,
}: LinkScope): { readonly cfn: string; readonly code: Code } => {
  const protocol = String(source.read('listenerProtocol'));
  const behind = protocol === 'UDP' || protocol === 'TCP_UDP' ? protocol : 'TCP';
  return { cfn: behind, code: name(`elbv2.Protocol.${behind}`) };
};
