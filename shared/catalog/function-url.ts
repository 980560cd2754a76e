import { type Code, flag, invoke, name, object } from '../lib/typescript/syntax.ts';
import { constructRef } from './code.ts';
import type { Expression, ExpressionObject } from './expression.ts';
import { asyncHolder } from './function-alias.ts';
import type { NodeScope } from './service.ts';

/** The construct of the function URL; SAM calls its resource the same. */
export const functionUrlId = (scope: NodeScope): string => `${scope.id}Url`;

/** How callers prove who they are. A distribution in front signs its requests, so it brings a URL with AWS_IAM along. */
export const functionUrlAuth = (scope: NodeScope): 'AWS_IAM' | 'NONE' | undefined => {
  const chosen = scope.read('functionUrlAuth');
  if (chosen === 'AWS_IAM' || chosen === 'NONE') return chosen;
  return scope.links('in', { mechanism: 'origin' }).length > 0 ? 'AWS_IAM' : undefined;
};

const corsOf = (scope: NodeScope) => {
  const origins = scope.value('functionUrlCorsAllowOrigins');
  if (origins === undefined || (Array.isArray(origins) && origins.length === 0)) return undefined;
  const credentials = scope.read('functionUrlCorsAllowCredentials') === true;
  return {
    cfn: {
      AllowOrigins: origins,
      AllowMethods: ['*'],
      AllowHeaders: ['content-type', 'authorization'],
      AllowCredentials: credentials ? true : undefined,
    } satisfies ExpressionObject,
    code: object({
      allowedOrigins: scope.code('functionUrlCorsAllowOrigins'),
      allowedMethods: { kind: 'array', items: [name('lambda.HttpMethod.ALL')] },
      allowedHeaders: {
        kind: 'array',
        items: [
          { kind: 'string', value: 'content-type' },
          { kind: 'string', value: 'authorization' },
        ],
      },
      allowCredentials: credentials ? flag(true) : undefined,
    }),
  };
};

/** The `FunctionUrlConfig` of a SAM function; undefined when it has no URL. */
export const functionUrlConfig = (scope: NodeScope): Expression | undefined => {
  const auth = functionUrlAuth(scope);
  return auth === undefined
    ? undefined
    : {
        AuthType: auth,
        InvokeMode: streams(scope) ? 'RESPONSE_STREAM' : undefined,
        Cors: corsOf(scope)?.cfn,
      };
};

const streams = (scope: NodeScope): boolean =>
  scope.read('functionUrlInvokeMode') === 'RESPONSE_STREAM';

/** Adds the function URL to the CDK export, and its address to the outputs of both. */
export const addFunctionUrl = (scope: NodeScope): void => {
  const auth = functionUrlAuth(scope);
  if (auth === undefined) return;
  const { out } = scope;
  const create: Code = invoke(
    asyncHolder(scope).construct,
    'addFunctionUrl',
    object({
      authType: name(`lambda.FunctionUrlAuthType.${auth}`),
      invokeMode: streams(scope) ? name('lambda.InvokeMode.RESPONSE_STREAM') : undefined,
      cors: corsOf(scope)?.code,
    }),
  );
  out.construct(functionUrlId(scope), { create, type: 'lambda.FunctionUrl' });
  out.output(functionUrlId(scope), scope.attribute('url'), `Address of ${scope.node.name}.`);
};

/** The member of the function URL in CDK code. */
export const functionUrlCode = (scope: NodeScope): Code => constructRef(functionUrlId(scope));
