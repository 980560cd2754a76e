import { array, type Code, invoke, object, text } from '../../lib/typescript/syntax.ts';
import type { ExpressionObject } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import type { RestAnswer } from './rest-call.ts';
import type { Route } from './routes.ts';

/** What a browser may send; the headers that the CDK allows by itself. */
const allowedHeaders = [
  'Content-Type',
  'X-Amz-Date',
  'Authorization',
  'X-Api-Key',
  'X-Amz-Security-Token',
  'X-Amz-User-Agent',
];

const allMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** A web origin has nothing that could end the quotes around it. */
const origin = /^(\*|[a-z][a-z0-9+.-]*:\/\/[A-Za-z0-9.*:[\]-]+)$/;

/** The web pages that may call the API from a browser; empty when none may. */
export const allowedOrigins = (api: NodeScope): readonly string[] => {
  const origins = api.read('corsAllowOrigins');
  return Array.isArray(origins)
    ? [...new Set(origins.filter((item): item is string => typeof item === 'string'))]
    : [];
};

/** Says what is wrong with the origins. */
export const checkOrigins = (api: NodeScope): void => {
  const origins = allowedOrigins(api);
  const wrong = origins.find((item) => !origin.test(item));
  if (wrong !== undefined)
    api.out.problem(
      `"${api.node.name}" allows the origin ${JSON.stringify(wrong)}, which is no web origin such as https://example.com.`,
    );
  if (origins.includes('*') && origins.length > 1)
    api.out.problem(
      `"${api.node.name}" allows every origin (*) and others besides; keep one of both.`,
    );
};

/** Velocity code that answers with the caller's own origin when it is one of several allowed ones. */
const chooseOrigin = (origins: readonly string[]): string =>
  [
    '#set($origin = $input.params().header.get("Origin"))',
    '#if($origin == "")',
    '  #set($origin = $input.params().header.get("origin"))',
    '#end',
    `#if(${origins
      .slice(1)
      .map((item) => `$origin == "${item}"`)
      .join(' || ')})`,
    '  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '#end',
  ].join('\n');

/** The answers of a route that is not proxied, with what a browser wants to see. A proxied backend says it itself. */
export const answersForBrowsers = (
  answers: readonly RestAnswer[],
  origins: readonly string[],
): readonly RestAnswer[] => {
  const [first] = origins;
  if (first === undefined) return answers;
  return answers.map((answer) => ({
    ...answer,
    headers: { ...answer.headers, 'Access-Control-Allow-Origin': `'${first}'` },
    ...(origins.length > 1 && answer.raw !== true
      ? { template: `${chooseOrigin(origins)}\n${answer.template ?? '$input.body'}` }
      : {}),
  }));
};

/** The methods of each path that a browser asks for before it calls it. */
const preflights = (routes: readonly Route[]): ReadonlyMap<string, readonly string[]> => {
  const byPath = new Map<string, Set<string>>();
  for (const { method, path } of routes) {
    const methods = byPath.get(path) ?? new Set(['OPTIONS']);
    for (const item of method === 'ANY' ? allMethods : [method]) methods.add(item);
    byPath.set(path, methods);
  }
  // A drawn OPTIONS route answers such questions itself.
  for (const { method, path } of routes) if (method === 'OPTIONS') byPath.delete(path);
  return new Map([...byPath].map(([path, methods]) => [path, [...methods].sort()]));
};

/** SAM's `Cors` property: one origin, which all answers name. */
export const samCors = (origins: readonly string[]): ExpressionObject | undefined =>
  origins.length === 1
    ? { AllowOrigin: `'${origins[0]}'`, AllowHeaders: `'${allowedHeaders.join(',')}'` }
    : undefined;

/** The answers to preflight requests as OpenAPI operations, by path: for several origins, which SAM cannot say. */
export const preflightOperations = (
  routes: readonly Route[],
  origins: readonly string[],
): ReadonlyMap<string, ExpressionObject> => {
  if (origins.length < 2) return new Map();
  return new Map(
    [...preflights(routes)].map(([path, methods]) => {
      const headers = {
        'Access-Control-Allow-Headers': `'${allowedHeaders.join(',')}'`,
        'Access-Control-Allow-Methods': `'${methods.join(',')}'`,
        'Access-Control-Allow-Origin': `'${origins[0]}'`,
        Vary: "'Origin'",
      };
      return [
        path,
        {
          summary: 'Tells browsers which pages may call this path.',
          responses: {
            204: {
              description: 'No content',
              headers: Object.fromEntries(
                Object.keys(headers).map((key) => [key, { schema: { type: 'string' } }]),
              ),
            },
          },
          'x-amazon-apigateway-integration': {
            type: 'mock',
            requestTemplates: { 'application/json': '{ statusCode: 200 }' },
            responses: {
              default: {
                statusCode: '204',
                responseParameters: Object.fromEntries(
                  Object.entries(headers).map(([key, value]) => [
                    `method.response.header.${key}`,
                    value,
                  ]),
                ),
                responseTemplates: { 'application/json': chooseOrigin(origins) },
              },
            },
          },
        },
      ];
    }),
  );
};

/** `resource.addCorsPreflight(…)` for each path. */
export const preflightCode = (
  routes: readonly Route[],
  origins: readonly string[],
  resource: (path: string) => Code,
): readonly Code[] =>
  origins.length === 0
    ? []
    : [...preflights(routes)].map(([path, methods]) =>
        invoke(
          resource(path),
          'addCorsPreflight',
          object({
            allowOrigins: array(origins.map(text)),
            allowMethods: array(methods.map(text)),
          }),
        ),
      );
