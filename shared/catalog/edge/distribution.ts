import { compareText } from '../../lib/order.ts';
import { array, type Code, create, flag, member, object } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, refOf } from '../expression.ts';
import { memberOf } from '../members.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { type Behavior, behaviorsOf } from './behaviors.ts';
import { buildOrigin } from './origins.ts';
import {
  allowedMethods,
  cachePolicy,
  originRequestPolicy,
  viewerProtocolCode,
} from './policies.ts';

/** What a row says of an edge function. */
export interface EdgeAssociation {
  /** A CloudFront Function, or a version of a Lambda@Edge function. */
  readonly runs: 'function' | 'lambda';
}

/** Rows of the mechanism `edge-association` have these options. */
const associationOf = (link: LinkScope): EdgeAssociation => link.options as EdgeAssociation;

/** The real-time log configuration that a connection to a stream adds. */
export const realtimeLogConfigId = (link: LinkScope): string => link.resourceId('LogConfig');

/** Answers that make CloudFront ask the fallback origin. */
const failoverStatusCodes = [500, 502, 503, 504];

/** Where a behaviour's requests go: an origin, or a group of two. */
interface Destination {
  readonly id: string;
  readonly code: Code;
}

/** The parts of a distribution that its connections make. */
export interface DistributionParts {
  readonly cfn: ExpressionObject;
  readonly cdk: Readonly<Record<string, Code | undefined>>;
  /** The origin of the default behaviour. */
  readonly main: LinkScope;
}

/** Properties that make origins differ though they lead to one target. */
const settingsKey = ({ target, connection }: LinkScope): string => {
  const { pathPattern, cachePolicy, allowedMethods, originRequestPolicy, originRole, ...rest } =
    connection.properties;
  const sorted = Object.entries(rest).sort((a, b) => compareText(a[0], b[0]));
  return JSON.stringify([target.id, connection.type, sorted]);
};

/** Collects origins and groups; behaviours with the same origin share it. */
class Origins {
  readonly items: ExpressionObject[] = [];
  readonly groups: ExpressionObject[] = [];
  private readonly byKey = new Map<string, Destination>();
  private readonly counts = new Map<string, number>();
  private readonly uses: ReadonlyMap<string, number>;
  private readonly scope: NodeScope;

  constructor(scope: NodeScope, behaviors: readonly Behavior[]) {
    this.scope = scope;
    const uses = new Map<string, number>();
    const count = (key: string): void => void uses.set(key, (uses.get(key) ?? 0) + 1);
    const seen = new Set<string>();
    for (const behavior of behaviors) {
      const key = destinationKey(behavior);
      count(key);
      // A group names its members once, however often it is used itself.
      if (behavior.fallback === undefined || seen.has(key)) continue;
      seen.add(key);
      count(settingsKey(behavior.origin));
      count(settingsKey(behavior.fallback));
    }
    this.uses = uses;
  }

  destination(behavior: Behavior): Destination | undefined {
    const key = destinationKey(behavior);
    const present = this.byKey.get(key);
    if (present) return present;
    const primary = this.origin(behavior.origin);
    if (primary === undefined || behavior.fallback === undefined) return primary;
    const second = this.origin(behavior.fallback);
    if (second === undefined) return primary;
    const id = `${primary.id}-or-${second.id}`;
    this.groups.push({
      Id: id,
      FailoverCriteria: {
        StatusCodes: { Quantity: failoverStatusCodes.length, Items: failoverStatusCodes },
      },
      Members: { Quantity: 2, Items: [{ OriginId: primary.id }, { OriginId: second.id }] },
    });
    return this.keep(key, `${behavior.origin.target.id}Or${behavior.fallback.target.id}Origin`, {
      id,
      code: create(
        'origins.OriginGroup',
        object({ primaryOrigin: primary.code, fallbackOrigin: second.code }),
      ),
    });
  }

  private origin(link: LinkScope): Destination | undefined {
    const key = settingsKey(link);
    const present = this.byKey.get(key);
    if (present) return present;
    const number = (this.counts.get(link.target.id) ?? 0) + 1;
    this.counts.set(link.target.id, number);
    const built = buildOrigin(link);
    if (built === undefined) return undefined;
    const id = `${link.target.id}${number === 1 ? '' : number}`;
    this.items.push({ Id: id, ...built.cfn });
    return this.keep(key, `${id}Origin`, { id, code: built.code });
  }

  /** What several behaviours use becomes a variable of its own in the CDK, so that it stays one origin. */
  private keep(key: string, name: string, destination: Destination): Destination {
    const shared = (this.uses.get(key) ?? 0) > 1;
    const id = `${this.scope.id}${name}`;
    if (shared)
      this.scope.out.construct(id, { create: destination.code, type: 'cloudfront.IOrigin' });
    const kept = shared ? { id: destination.id, code: constructRef(id) } : destination;
    this.byKey.set(key, kept);
    return kept;
  }
}

const destinationKey = ({ origin, fallback }: Behavior): string =>
  fallback === undefined
    ? settingsKey(origin)
    : `${settingsKey(origin)} or ${settingsKey(fallback)}`;

/** A choice that decides what is written, so that an intrinsic function will not do. */
export const knownChoice = (
  scope: NodeScope,
  property: string,
  value = scope.read(property),
): string => {
  if (value === undefined)
    scope.out.problem(
      `"${property}" of the distribution "${scope.node.name}" must be written out; the export has to know it.`,
    );
  return String(value ?? '');
};

/** The choice of the connection, else of the distribution. */
const chosen = (scope: NodeScope, link: LinkScope, property: string): string =>
  knownChoice(
    scope,
    property,
    link.read(property) ?? (link.value(property) === undefined ? scope.read(property) : undefined),
  );

const eventMembers = {
  'viewer-request': 'VIEWER_REQUEST',
  'viewer-response': 'VIEWER_RESPONSE',
  'origin-request': 'ORIGIN_REQUEST',
  'origin-response': 'ORIGIN_RESPONSE',
} as const;

/** The edge functions of a behaviour, in both exports. */
const associations = (links: readonly LinkScope[], runs: EdgeAssociation['runs']) => {
  const wanted = links
    .filter((link) => associationOf(link).runs === runs)
    .map((link) => ({ link, event: String(link.read('eventType')) }))
    .sort((a, b) => compareText(a.event, b.event));
  if (wanted.length === 0) return { cfn: undefined, code: undefined };
  const isFunction = runs === 'function';
  const type = isFunction ? 'cloudfront.FunctionEventType' : 'cloudfront.LambdaEdgeEventType';
  const includesBody = ({ link, event }: (typeof wanted)[number]): boolean =>
    !isFunction && event.endsWith('-request') && link.read('includeBody') === true;
  return {
    cfn: wanted.map(
      (item): Expression => ({
        EventType: item.event,
        ...(isFunction
          ? { FunctionARN: item.link.source.attribute('arn') }
          : { LambdaFunctionARN: item.link.source.attribute('versionArn') }),
        IncludeBody: includesBody(item) ? true : undefined,
      }),
    ),
    code: array(
      wanted.map((item) =>
        object({
          ...(isFunction
            ? { function: item.link.source.construct }
            : { functionVersion: member(item.link.source.construct, 'currentVersion') }),
          eventType: memberOf(type, eventMembers, item.event, 'VIEWER_REQUEST'),
          includeBody: includesBody(item) ? flag(true) : undefined,
        }),
      ),
    ),
  };
};

const behaviorParts = (scope: NodeScope, behavior: Behavior, destination: Destination) => {
  const { origin, functions } = behavior;
  const wished = chosen(scope, origin, 'allowedMethods');
  // A group of origins takes methods that only read. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
  const methods = allowedMethods(
    behavior.fallback !== undefined && wished === 'ALL' ? 'GET_HEAD_OPTIONS' : wished,
  );
  const cache = cachePolicy(scope, chosen(scope, origin, 'cachePolicy'));
  const request = originRequestPolicy(scope, chosen(scope, origin, 'originRequestPolicy'));
  const protocol = knownChoice(scope, 'viewerProtocolPolicy');
  const compress = scope.read('compress') !== false;
  const atEdge = associations(functions, 'function');
  const lambdas = associations(functions, 'lambda');
  const [logs] = scope
    .links('out', { mechanism: 'logging', kind: 'kinesis-stream' })
    .map(realtimeLogConfigId);
  return {
    cfn: {
      PathPattern: behavior.pattern,
      TargetOriginId: destination.id,
      ViewerProtocolPolicy: protocol,
      AllowedMethods: methods.list,
      CachePolicyId: cache.id,
      OriginRequestPolicyId: request?.id,
      Compress: compress,
      FunctionAssociations: atEdge.cfn,
      LambdaFunctionAssociations: lambdas.cfn,
      RealtimeLogConfigArn: logs === undefined ? undefined : refOf(logs),
    } satisfies ExpressionObject,
    code: object({
      origin: destination.code,
      viewerProtocolPolicy: viewerProtocolCode(protocol),
      allowedMethods: methods.code,
      cachePolicy: cache.code,
      originRequestPolicy: request?.code,
      compress: compress ? undefined : flag(false),
      functionAssociations: atEdge.code,
      edgeLambdas: lambdas.code,
      realtimeLogConfig: logs === undefined ? undefined : constructRef(logs),
    }),
  };
};

/** Origins and behaviours of a distribution; undefined (and a problem) without an origin for the default behaviour. */
export const distributionParts = (scope: NodeScope): DistributionParts | undefined => {
  const behaviors = behaviorsOf(scope);
  const [first] = behaviors;
  if (first === undefined) return undefined;
  const origins = new Origins(scope, behaviors);
  const written = behaviors.flatMap((behavior) => {
    const destination = origins.destination(behavior);
    return destination === undefined
      ? []
      : [{ pattern: behavior.pattern, ...behaviorParts(scope, behavior, destination) }];
  });
  const others = written.filter(({ pattern }) => pattern !== undefined);
  const main = written.find(({ pattern }) => pattern === undefined);
  return {
    main: first.origin,
    cfn: {
      Origins: origins.items,
      OriginGroups:
        origins.groups.length === 0
          ? undefined
          : { Quantity: origins.groups.length, Items: origins.groups },
      DefaultCacheBehavior: main?.cfn,
      CacheBehaviors: others.length === 0 ? undefined : others.map(({ cfn }) => cfn),
    },
    cdk: {
      defaultBehavior: main?.code,
      additionalBehaviors:
        others.length === 0
          ? undefined
          : object(Object.fromEntries(others.map(({ pattern, code }) => [pattern ?? '', code]))),
    },
  };
};
