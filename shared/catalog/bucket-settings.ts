import { array, type Code, object } from '../lib/typescript/syntax.ts';
import { codeOf } from './code.ts';
import type { Expression, ExpressionObject } from './expression.ts';
import { memberOf } from './members.ts';
import type { NodeScope } from './service.ts';

/** The members of `s3.StorageClass`. */
export const storageClasses = {
  STANDARD_IA: 'INFREQUENT_ACCESS',
  ONEZONE_IA: 'ONE_ZONE_INFREQUENT_ACCESS',
  INTELLIGENT_TIERING: 'INTELLIGENT_TIERING',
  GLACIER_IR: 'GLACIER_INSTANT_RETRIEVAL',
  GLACIER: 'GLACIER',
  DEEP_ARCHIVE: 'DEEP_ARCHIVE',
} as const;

const storageClassOf = (scope: NodeScope): string | undefined => {
  const wanted = scope.read('lifecycleTransitionClass');
  return typeof wanted === 'string' && Object.hasOwn(storageClasses, wanted) ? wanted : undefined;
};

/** When objects move to a cheaper storage class and when they are deleted. */
export const lifecycleProperties = (scope: NodeScope): ExpressionObject => {
  const expiration = scope.value('lifecycleExpirationDays');
  const storageClass = storageClassOf(scope);
  if (expiration === undefined && storageClass === undefined) return {};
  return {
    LifecycleConfiguration: {
      Rules: [
        {
          Status: 'Enabled',
          ExpirationInDays: expiration,
          Transitions:
            storageClass === undefined
              ? undefined
              : [
                  {
                    StorageClass: storageClass,
                    TransitionInDays: scope.value('lifecycleTransitionDays'),
                  },
                ],
        },
      ],
    },
  };
};

/** The same for `s3.Bucket`. */
export const lifecycleCode = (scope: NodeScope): Code | undefined => {
  const expiration = scope.code('lifecycleExpirationDays');
  const storageClass = storageClassOf(scope);
  if (expiration === undefined && storageClass === undefined) return undefined;
  const transition = object({
    storageClass: memberOf('s3.StorageClass', storageClasses, storageClass, 'INFREQUENT_ACCESS'),
    transitionAfter: scope.code('lifecycleTransitionDays'),
  });
  return array([
    object({
      expiration,
      transitions: storageClass === undefined ? undefined : array([transition]),
    }),
  ]);
};

/** How long a browser may remember the answer to a preflight request, in seconds. */
const corsMaxAge = 3600;

const methods = { GET: 'GET', HEAD: 'HEAD', PUT: 'PUT', POST: 'POST', DELETE: 'DELETE' } as const;

const corsMethods = (scope: NodeScope): string[] => {
  const wanted = scope.read('corsAllowedMethods');
  return (Array.isArray(wanted) ? wanted : [])
    .map((method) => String(method).toUpperCase())
    .filter((method) => Object.hasOwn(methods, method));
};

/** The origins whose pages may use the bucket; undefined when none is named. */
const corsOrigins = (scope: NodeScope): Expression | undefined => {
  const origins = scope.value('corsAllowedOrigins');
  return Array.isArray(origins) && origins.length === 0 ? undefined : origins;
};

/** Which web pages may use the bucket from a browser. */
export const corsProperties = (scope: NodeScope): ExpressionObject => {
  const origins = corsOrigins(scope);
  if (origins === undefined) return {};
  return {
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedOrigins: origins,
          AllowedMethods: corsMethods(scope),
          AllowedHeaders: ['*'],
          ExposedHeaders: ['ETag'],
          MaxAge: corsMaxAge,
        },
      ],
    },
  };
};

/** The same for `s3.Bucket`. */
export const corsCode = (scope: NodeScope): Code | undefined => {
  if (corsOrigins(scope) === undefined) return undefined;
  return array([
    object({
      allowedOrigins: scope.code('corsAllowedOrigins'),
      allowedMethods: array(
        corsMethods(scope).map((method) => memberOf('s3.HttpMethods', methods, method, 'GET')),
      ),
      allowedHeaders: codeOf(['*']),
      exposedHeaders: codeOf(['ETag']),
      maxAge: codeOf(corsMaxAge),
    }),
  ]);
};
