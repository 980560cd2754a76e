import { type Code, member } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { listenerId } from '../elb/balancer.ts';
import { balancerHost, listenerPort, plainHttp, speaksTls } from '../elb/listener.ts';
import { type Expression, join } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { linkedTarget, routedTo } from './vpc-link.ts';

/** A call through a VPC link, for the kinds of APIs. */
export interface PrivateCall {
  readonly link: NodeScope;
  /** What an HTTP API calls: the ARN of a listener, or of a service in Cloud Map. */
  readonly uri: Expression;
  /** The construct that the L2 integration of an HTTP API takes, and its class. */
  readonly integration: { readonly class: string; readonly target: Code };
  /** The name in the certificate, where the target speaks TLS. */
  readonly serverName: Expression | undefined;
  /** The load balancer that a REST API calls. */
  readonly balancer: NodeScope | undefined;
  /** Scheme, host and port of the load balancer. */
  readonly url: Expression;
}

/** What a route through a VPC link calls; undefined where that cannot be told. */
export const privateCall = (route: LinkScope): PrivateCall | undefined => {
  const found = routedTo(route);
  if (found === undefined) return undefined;
  const { source: link, target } = found;
  if (linkedTarget(found).to === 'container')
    return {
      link,
      uri: target.attribute('registryArn'),
      integration: {
        class: 'integrations.HttpServiceDiscoveryIntegration',
        target: { kind: 'nonNull', value: member(target.construct, 'cloudMapService') },
      },
      serverName: undefined,
      balancer: undefined,
      url: '',
    };
  const isTls = speaksTls(target);
  const host = isTls ? balancerHost(target) : undefined;
  const port = listenerPort(target);
  return {
    link,
    uri: target.attribute('listenerArn'),
    integration: {
      class: `integrations.Http${linkedTarget(found).byFirstVersion ? 'Nlb' : 'Alb'}Integration`,
      target: constructRef(listenerId(target)),
    },
    serverName: host,
    balancer: target,
    url: join(
      isTls ? 'https://' : 'http://',
      host ?? target.attribute('dnsName'),
      ...(port === (isTls ? 443 : plainHttp)
        ? []
        : [':', typeof port === 'number' ? String(port) : port]),
    ),
  };
};

/** The name of the certificate as CDK code. */
export const serverNameCode = ({ serverName }: PrivateCall): Code | undefined =>
  serverName === undefined ? undefined : codeOf(serverName);
