import { type Code, call, name } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, refOf } from '../expression.ts';
import { memberOf } from '../members.ts';
import type { NodeScope } from '../service.ts';
import { physicalName } from './physical-name.ts';

/** Managed cache policies. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export const managedCachePolicies = {
  CACHING_OPTIMIZED: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  CACHING_DISABLED: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  CACHING_OPTIMIZED_FOR_UNCOMPRESSED_OBJECTS: 'b2884449-e4de-46a7-ac36-70bc7f1ddd6d',
  USE_ORIGIN_CACHE_CONTROL_HEADERS: '83da9c7e-98b4-4e11-a168-04f0df8e2c65',
} as const;

/** Managed origin request policies. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
export const managedOriginRequestPolicies = {
  ALL_VIEWER: '216adef6-5c7f-47e4-b989-5492eafa07d3',
  ALL_VIEWER_EXCEPT_HOST_HEADER: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
  CORS_S3_ORIGIN: '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf',
} as const;

/** A policy as a behaviour refers to it. */
export interface PolicyReference {
  readonly id: Expression;
  readonly code: Code;
}

/** A policy name has at most 128 characters. */
const maxNameLength = 128;

const managed = (
  type: string,
  ids: Readonly<Record<string, string>>,
  choice: string,
): PolicyReference | undefined =>
  Object.hasOwn(ids, choice)
    ? {
        id: ids[choice] ?? '',
        code: memberOf(
          type,
          Object.fromEntries(Object.keys(ids).map((key) => [key, key])),
          choice,
          '',
        ),
      }
    : undefined;

/** The names in a list property; `*` among them means all. */
const selection = (
  scope: NodeScope,
  property: string,
): { readonly all: boolean; readonly names: readonly string[] } => {
  const value = scope.read(property);
  const names = Array.isArray(value) ? value.map(String) : [];
  return { all: names.includes('*'), names };
};

interface Part {
  readonly cfn: (behavior: string, list: string) => ExpressionObject;
  readonly code: (type: string) => Code;
}

/** Which cookies, headers or query strings count, in both exports. `everything` is CloudFormation's word for all. */
const part = (scope: NodeScope, property: string, everything = 'all'): Part => {
  const { all, names } = selection(scope, property);
  const word = all ? everything : names.length > 0 ? 'whitelist' : 'none';
  return {
    cfn: (behavior, list) => ({
      [behavior]: word,
      [list]: word === 'whitelist' ? names : undefined,
    }),
    code: (type) =>
      all
        ? call(`${type}.all`)
        : names.length > 0
          ? call(`${type}.allowList`, ...names.map((item) => codeOf(item)))
          : call(`${type}.none`),
  };
};

/** CloudFront wants them in order, from the least to the most; the CDK raises the later ones in the same way. */
const lifetimes = (scope: NodeScope) => {
  const least = scope.value('cacheMinTtl');
  const usual = notBelow(scope.value('cacheDefaultTtl'), least);
  return { least, usual, most: notBelow(scope.value('cacheMaxTtl'), usual) };
};

const notBelow = (
  time: Expression | undefined,
  floor: Expression | undefined,
): Expression | undefined =>
  typeof time === 'number' && typeof floor === 'number' ? Math.max(time, floor) : time;

/** The cache policy that a behaviour asks for; `custom` is one of the distribution's own. */
export const cachePolicy = (scope: NodeScope, choice: string): PolicyReference => {
  const found = managed('cloudfront.CachePolicy', managedCachePolicies, choice);
  if (found) return found;
  const { out } = scope;
  const id = `${scope.id}CachePolicy`;
  if (!out.has(id)) {
    const cookies = part(scope, 'cacheKeyCookies');
    const headers = part(scope, 'cacheKeyHeaders');
    const queryStrings = part(scope, 'cacheKeyQueryStrings');
    const times = lifetimes(scope);
    out.resource(id, {
      type: 'AWS::CloudFront::CachePolicy',
      properties: {
        CachePolicyConfig: {
          Name: physicalName(id, maxNameLength),
          MinTTL: times.least,
          DefaultTTL: times.usual,
          MaxTTL: times.most,
          ParametersInCacheKeyAndForwardedToOrigin: {
            CookiesConfig: cookies.cfn('CookieBehavior', 'Cookies'),
            HeadersConfig: headers.cfn('HeaderBehavior', 'Headers'),
            QueryStringsConfig: queryStrings.cfn('QueryStringBehavior', 'QueryStrings'),
            EnableAcceptEncodingGzip: true,
            EnableAcceptEncodingBrotli: true,
          },
        },
      },
      cdk: {
        class: 'cloudfront.CachePolicy',
        props: {
          minTtl: scope.code('cacheMinTtl'),
          defaultTtl: scope.code('cacheDefaultTtl'),
          maxTtl: scope.code('cacheMaxTtl'),
          cookieBehavior: cookies.code('cloudfront.CacheCookieBehavior'),
          headerBehavior: headers.code('cloudfront.CacheHeaderBehavior'),
          queryStringBehavior: queryStrings.code('cloudfront.CacheQueryStringBehavior'),
          enableAcceptEncodingGzip: codeOf(true),
          enableAcceptEncodingBrotli: codeOf(true),
        },
      },
    });
  }
  return { id: refOf(id), code: constructRef(id) };
};

/** The origin request policy that a behaviour asks for; undefined for none. */
export const originRequestPolicy = (
  scope: NodeScope,
  choice: string,
): PolicyReference | undefined => {
  if (choice === 'none') return undefined;
  const found = managed('cloudfront.OriginRequestPolicy', managedOriginRequestPolicies, choice);
  if (found) return found;
  const { out } = scope;
  const id = `${scope.id}OriginRequestPolicy`;
  if (!out.has(id)) {
    const cookies = part(scope, 'forwardedCookies');
    const headers = part(scope, 'forwardedHeaders', 'allViewer');
    const queryStrings = part(scope, 'forwardedQueryStrings');
    out.resource(id, {
      type: 'AWS::CloudFront::OriginRequestPolicy',
      properties: {
        OriginRequestPolicyConfig: {
          Name: physicalName(id, maxNameLength),
          CookiesConfig: cookies.cfn('CookieBehavior', 'Cookies'),
          HeadersConfig: headers.cfn('HeaderBehavior', 'Headers'),
          QueryStringsConfig: queryStrings.cfn('QueryStringBehavior', 'QueryStrings'),
        },
      },
      cdk: {
        class: 'cloudfront.OriginRequestPolicy',
        props: {
          cookieBehavior: cookies.code('cloudfront.OriginRequestCookieBehavior'),
          headerBehavior: headers.code('cloudfront.OriginRequestHeaderBehavior'),
          queryStringBehavior: queryStrings.code('cloudfront.OriginRequestQueryStringBehavior'),
        },
      },
    });
  }
  return { id: refOf(id), code: constructRef(id) };
};

/** `cloudfront.ViewerProtocolPolicy` for a known value. */
export const viewerProtocolCode = (choice: unknown): Code =>
  memberOf(
    'cloudfront.ViewerProtocolPolicy',
    {
      'allow-all': 'ALLOW_ALL',
      'https-only': 'HTTPS_ONLY',
      'redirect-to-https': 'REDIRECT_TO_HTTPS',
    },
    choice,
    'REDIRECT_TO_HTTPS',
  );

const methods: Readonly<Record<string, readonly string[]>> = {
  GET_HEAD: ['GET', 'HEAD'],
  GET_HEAD_OPTIONS: ['GET', 'HEAD', 'OPTIONS'],
  ALL: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
};

/** The methods that a behaviour lets through. */
export const allowedMethods = (
  choice: string,
): { readonly list: Expression; readonly code: Code } => {
  const known = Object.hasOwn(methods, choice) ? choice : 'GET_HEAD_OPTIONS';
  return {
    list: methods[known] ?? [],
    code: name(`cloudfront.AllowedMethods.ALLOW_${known}`),
  };
};
