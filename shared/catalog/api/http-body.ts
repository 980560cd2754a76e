import { type ExpressionObject, getAtt } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { apiRoleId } from './api-role.ts';
import { callOf, timeoutOf } from './http-route.ts';
import { httpIntegration } from './http-services.ts';
import { defaultRoute, pathParameters } from './path.ts';
import { authorizationOf, authorizerName, routesOf } from './routes.ts';

/**
 * The OpenAPI body of an HTTP API: only what is no event of a function, since SAM puts those in itself. Undefined
 * when there is nothing but functions.
 */
export const httpBody = (api: NodeScope): ExpressionObject | undefined => {
  const routes = routesOf(api).flatMap((route) => {
    const call = callOf(route);
    return call === undefined ? [] : [{ ...route, call }];
  });
  const addresses = api.value('ipAddressType');
  if (routes.length === 0 && (addresses === undefined || addresses === 'ipv4')) return undefined;
  const paths = new Map<string, Record<string, ExpressionObject>>();
  for (const { link, method, path, call } of routes) {
    const operations = paths.get(path) ?? {};
    const parameters = pathParameters(path);
    const authorization = authorizationOf(link);
    operations[method === 'ANY' ? 'x-amazon-apigateway-any-method' : method.toLowerCase()] = {
      ...(path === defaultRoute ? { isDefaultRoute: true } : {}),
      parameters:
        parameters.length > 0
          ? parameters.map((parameter) => ({
              name: parameter.greedy ? `${parameter.name}+` : parameter.name,
              in: 'path',
              required: true,
              schema: { type: 'string' },
            }))
          : undefined,
      responses: { default: { description: 'The answer of the backend.' } },
      security:
        authorization.kind === 'iam'
          ? [{ AWS_IAM: [] }]
          : authorization.kind === 'authorizer'
            ? [{ [authorizerName(authorization.by)]: [...authorization.scopes] }]
            : undefined,
      'x-amazon-apigateway-integration': httpIntegration(call, {
        credentials: getAtt(apiRoleId(api), 'Arn'),
        timeout: timeoutOf(link),
      }),
    };
    paths.set(path, operations);
  }
  return {
    openapi: '3.0.1',
    info: { title: api.value('name') ?? api.id, version: '1.0' },
    servers:
      addresses === undefined || addresses === 'ipv4'
        ? undefined
        : [
            {
              url: '/',
              'x-amazon-apigateway-endpoint-configuration': { ipAddressType: addresses },
            },
          ],
    paths: Object.fromEntries([...paths].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  };
};
