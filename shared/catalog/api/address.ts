import { type Code, member, template } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { arn, type Expression, join, pseudo } from '../expression.ts';
import type { AttributeDefinition, NodeScope } from '../service.ts';

/*
 * Names of an API. In the CDK they ask the API's own stack for its region, so that another stack may use them too.
 */

const domain = (scope: NodeScope): Expression =>
  join(scope.attribute('id'), '.execute-api.', pseudo('Region'), '.', pseudo('URLSuffix'));

const domainParts = (api: Code, idMember: string): (string | Code)[] => [
  member(api, idMember),
  '.execute-api.',
  member(api, 'stack.region'),
  '.',
  member(api, 'stack.urlSuffix'),
];

/** The host name that AWS makes for an API. */
export const hostAttribute = (idMember: string): AttributeDefinition => ({
  cfn: domain,
  cdk: (api) => template(...domainParts(api, idMember)),
});

/** The address, without a slash at the end; `stage` is the part of the path that every request starts with. */
export const urlAttribute = (
  idMember: string,
  stage: (scope: NodeScope) => Expression | undefined,
): AttributeDefinition => ({
  cfn: (scope) => {
    const part = stage(scope);
    return join('https://', domain(scope), ...(part === undefined ? [] : ['/', part]));
  },
  cdk: (api, scope) => {
    const part = stage(scope);
    return template(
      'https://',
      ...domainParts(api, idMember),
      ...(part === undefined ? [] : ['/', typeof part === 'string' ? part : codeOf(part)]),
    );
  },
});

/** What permissions to call the API start with; stage, method and path follow. */
export const executeArnAttribute = (idMember: string): AttributeDefinition => ({
  cfn: (scope) => arn('execute-api', scope.attribute('id')),
  cdk: (api) =>
    template(
      'arn:',
      member(api, 'stack.partition'),
      ':execute-api:',
      member(api, 'stack.region'),
      ':',
      member(api, 'stack.account'),
      ':',
      member(api, idMember),
    ),
});
