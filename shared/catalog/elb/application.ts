import { array, type Code, call, flag, name, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import type { Expression, ExpressionObject } from '../expression.ts';
import { tcp } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { emitBalancer, listenerId } from './balancer.ts';
import { listenerCertificates } from './certificates.ts';
import { everything, type Forward, forwardsOf } from './forwards.ts';
import type { Guard } from './guard.ts';
import {
  addressOf,
  forwardAction,
  forwardCode,
  listenerPort,
  plainHttp,
  speaksTls,
  tlsPolicyCode,
} from './listener.ts';
import { guardOf } from './sign-in.ts';

/** Port 80 only tells browsers to come back with https. */
const redirects = (scope: NodeScope): boolean =>
  speaksTls(scope) && scope.read('redirectHttp') !== false && listenerPort(scope) !== plainHttp;

/** The load balancer with its listeners and rules. */
export const emitApplicationBalancer = (scope: NodeScope): void => {
  const { out, id } = scope;
  const attribute = (key: string, property: string, prop: string) => ({
    key,
    value: scope.value(property),
    prop,
    code: scope.code(property),
  });
  const network = emitBalancer(scope, {
    class: 'elbv2.ApplicationLoadBalancer',
    type: 'application',
    attributes: [
      attribute('deletion_protection.enabled', 'deletionProtection', 'deletionProtection'),
      attribute('idle_timeout.timeout_seconds', 'idleTimeout', 'idleTimeout'),
      attribute(
        'routing.http.drop_invalid_header_fields.enabled',
        'dropInvalidHeaders',
        'dropInvalidHeaderFields',
      ),
    ],
    traffic: [tcp(listenerPort(scope)), ...(redirects(scope) ? [tcp(plainHttp)] : [])],
  });
  if (!network) return;
  writeListener(scope);
  if (redirects(scope)) writeRedirect(scope);
  out.output(`${id}Url`, addressOf(scope), `Address of ${scope.node.name}.`);
};

/** The guard of a path; some paths are for everybody. */
const guardFor = (guard: Guard | undefined, { links }: Forward): Guard | undefined =>
  links.some((link) => link.read('signIn') === false) ? undefined : guard;

const actions = (
  guard: Guard | undefined,
  forward: Forward,
  place: 'listener' | 'rule',
): { readonly cfn: readonly ExpressionObject[]; readonly code: Code } => {
  const mine = guardFor(guard, forward);
  return mine === undefined
    ? {
        cfn: [forwardAction(forward.links)],
        code: forwardCode('elbv2.ListenerAction', forward.links),
      }
    : {
        cfn: [mine.cfn(place), { ...forwardAction(forward.links), Order: 2 }],
        code: mine.code(forwardCode('elbv2.ListenerAction', forward.links)),
      };
};

const notFound = {
  cfn: [
    {
      Type: 'fixed-response',
      FixedResponseConfig: {
        StatusCode: '404',
        ContentType: 'text/plain',
        MessageBody: 'Not found',
      },
    },
  ],
  code: call(
    'elbv2.ListenerAction.fixedResponse',
    codeOf(404),
    object({ contentType: text('text/plain'), messageBody: text('Not found') }),
  ),
};

const writeListener = (scope: NodeScope): void => {
  const { out } = scope;
  const id = listenerId(scope);
  const guard = guardOf(scope);
  const forwards = forwardsOf(scope);
  const standard = forwards.find(({ pattern }) => pattern === everything);
  const action = standard ? actions(guard, standard, 'listener') : notFound;
  const isHttps = speaksTls(scope);
  const certificates = isHttps ? listenerCertificates(scope) : undefined;
  const policy = scope.value('sslPolicy');
  out.resource(id, {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    properties: {
      LoadBalancerArn: scope.attribute('arn'),
      Port: listenerPort(scope),
      Protocol: isHttps ? 'HTTPS' : 'HTTP',
      Certificates: certificates?.first,
      SslPolicy: isHttps ? policy : undefined,
      DefaultActions: [...action.cfn],
    },
    cdk: {
      class: 'elbv2.ApplicationListener',
      props: {
        loadBalancer: scope.construct,
        port: scope.code('listenerPort') ?? codeOf(listenerPort(scope)),
        protocol: name(`elbv2.ApplicationProtocol.${isHttps ? 'HTTPS' : 'HTTP'}`),
        certificates: certificates?.code,
        sslPolicy: isHttps ? tlsPolicyCode(policy) : undefined,
        // The security group of the load balancer says who may come.
        open: flag(false),
        defaultAction: action.code,
      },
      attributes: { '': 'listenerArn' },
    },
  });
  certificates?.writeOthers();
  writeRules(
    scope,
    guard,
    forwards.filter((forward) => forward !== standard),
  );
};

/** The longer a pattern, the more exact it is. */
const exactness = ({ pattern }: Forward): number =>
  typeof pattern === 'string' ? pattern.replaceAll('*', '').length : 0;

/** The first rule that fits a request counts: rules without a number of their own come in the order of exactness. */
const prioritiesOf = (forwards: readonly Forward[]): ReadonlyMap<Forward, Expression> => {
  const chosen = new Map<Forward, Expression>();
  const taken = new Set<Expression>();
  const free = (wish: number, step: number): number => {
    let next = wish;
    while (taken.has(next)) next += step;
    return next;
  };
  const take = (forward: Forward, priority: Expression): void => {
    chosen.set(forward, priority);
    taken.add(priority);
  };
  const open: Forward[] = [];
  for (const forward of forwards) {
    const wish = forward.links
      .map((link) => link.value('priority'))
      .find((own) => own !== undefined);
    if (wish === undefined) open.push(forward);
    else take(forward, typeof wish === 'number' ? free(wish, 1) : wish);
  }
  for (const forward of open.toSorted((a, b) => exactness(b) - exactness(a)))
    take(forward, free(10, 10));
  return chosen;
};

const writeRules = (
  scope: NodeScope,
  guard: Guard | undefined,
  forwards: readonly Forward[],
): void => {
  for (const [forward, priority] of prioritiesOf(forwards)) {
    const [first] = forward.links;
    if (first === undefined) continue;
    const action = actions(guard, forward, 'rule');
    const { pattern } = forward;
    scope.out.resource(first.resourceId('Rule'), {
      type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      properties: {
        ListenerArn: scope.attribute('listenerArn'),
        Priority: priority,
        Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [pattern] } }],
        Actions: [...action.cfn],
      },
      cdk: {
        class: 'elbv2.ApplicationListenerRule',
        props: {
          listener: constructRef(listenerId(scope)),
          priority:
            typeof priority === 'number' ? codeOf(priority) : (first.code('priority') ?? codeOf(1)),
          conditions: array([
            call('elbv2.ListenerCondition.pathPatterns', array([codeOf(pattern)])),
          ]),
          action: action.code,
        },
      },
    });
  }
};

const writeRedirect = (scope: NodeScope): void => {
  const port = listenerPort(scope);
  const portText = typeof port === 'number' ? String(port) : port;
  scope.out.resource(`${scope.id}RedirectListener`, {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    properties: {
      LoadBalancerArn: scope.attribute('arn'),
      Port: plainHttp,
      Protocol: 'HTTP',
      DefaultActions: [
        {
          Type: 'redirect',
          RedirectConfig: { Protocol: 'HTTPS', Port: portText, StatusCode: 'HTTP_301' },
        },
      ],
    },
    cdk: {
      class: 'elbv2.ApplicationListener',
      props: {
        loadBalancer: scope.construct,
        port: codeOf(plainHttp),
        protocol: name('elbv2.ApplicationProtocol.HTTP'),
        open: flag(false),
        defaultAction: call(
          'elbv2.ListenerAction.redirect',
          object({ protocol: text('HTTPS'), port: codeOf(portText), permanent: flag(true) }),
        ),
      },
    },
  });
};
