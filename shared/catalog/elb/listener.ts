import { array, type Code, call, object } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, isToken, join, refOf } from '../expression.ts';
import { memberOf } from '../members.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { hostName } from './sign-in.ts';
import { targetGroupId } from './target-group.ts';

/** What clients may speak, and its name in the CDK; the older ones would take TLS 1.0 and 1.1. */
export const tlsPolicies = {
  'ELBSecurityPolicy-TLS13-1-2-2021-06': 'RECOMMENDED_TLS',
  'ELBSecurityPolicy-TLS13-1-2-PQ-2025-09': 'TLS13_12_PQ',
  'ELBSecurityPolicy-TLS13-1-2-Res-2021-06': 'TLS13_RES',
  'ELBSecurityPolicy-TLS13-1-3-2021-06': 'TLS13_13',
  'ELBSecurityPolicy-TLS13-1-0-2021-06': 'TLS13_10',
} as const;

export const tlsPolicyCode = (policy: Expression | undefined): Code | undefined => {
  if (policy === undefined) return undefined;
  return isToken(policy)
    ? { kind: 'as', value: codeOf(policy), type: 'elbv2.SslPolicy' }
    : memberOf('elbv2.SslPolicy', tlsPolicies, policy, 'RECOMMENDED_TLS');
};

/** The port of clients without TLS. */
export const plainHttp = 80;

/** True when TLS ends at the load balancer. */
export const speaksTls = (scope: NodeScope): boolean => {
  const protocol = scope.read('listenerProtocol');
  return protocol === 'HTTPS' || protocol === 'TLS';
};

/** Where clients connect. */
export const listenerPort = (scope: NodeScope): Expression =>
  scope.value('listenerPort') ?? (speaksTls(scope) ? 443 : plainHttp);

/** The name that a load balancer with TLS shows a certificate for; asked for where nothing says it. */
export const balancerHost = (scope: NodeScope): Expression =>
  hostName(scope) ??
  scope.out.parameter(`${scope.id}HostName`, {
    description: `Name in the certificate of ${scope.node.name}, such as app.example.com.`,
    example: 'app.example.com',
  });

/** The URL; with TLS the name that the certificate is for, where that is known. */
export const addressOf = (scope: NodeScope): Expression => {
  const isHttps = speaksTls(scope);
  const port = listenerPort(scope);
  const usual = isHttps ? 443 : plainHttp;
  return join(
    isHttps ? 'https://' : 'http://',
    (isHttps ? hostName(scope) : undefined) ?? scope.attribute('dnsName'),
    ...(port === usual ? [] : [':', typeof port === 'number' ? String(port) : port]),
  );
};

const weightOf = (link: LinkScope): Expression => link.value('weight') ?? 1;

/** Hands requests to the target groups of these connections; several share them by weight. */
export const forwardAction = (links: readonly LinkScope[]): ExpressionObject => {
  const [only, ...others] = links;
  return {
    Type: 'forward',
    ...(only !== undefined && others.length === 0
      ? { TargetGroupArn: refOf(targetGroupId(only)) }
      : {
          ForwardConfig: {
            TargetGroups: links.map((link) => ({
              TargetGroupArn: refOf(targetGroupId(link)),
              Weight: weightOf(link),
            })),
          },
        }),
  };
};

/** The same with a class of actions of the CDK. */
export const forwardCode = (
  actions: 'elbv2.ListenerAction' | 'elbv2.NetworkListenerAction',
  links: readonly LinkScope[],
): Code =>
  links.length === 1
    ? call(`${actions}.forward`, array(links.map((link) => constructRef(targetGroupId(link)))))
    : call(
        `${actions}.weightedForward`,
        array(
          links.map((link) =>
            object({
              targetGroup: constructRef(targetGroupId(link)),
              weight: link.code('weight') ?? codeOf(1),
            }),
          ),
        ),
      );
