import { array, type Code, invoke, member, object } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import {
  type Expression,
  type ExpressionObject,
  expressionOf,
  isExpressionObject,
  isToken,
  refOf,
} from '../expression.ts';
import { parsedJson } from '../json-text.ts';
import { memberOf } from '../members.ts';
import type { NodeScope } from '../service.ts';

const endpointTypes = { EDGE: 'EDGE', REGIONAL: 'REGIONAL', PRIVATE: 'PRIVATE' };

/** Through which door requests come. */
export const endpointType = (scope: NodeScope): Expression =>
  scope.value('endpointType') ?? 'REGIONAL';

/** True when the API answers in VPCs only. */
export const isPrivate = (scope: NodeScope): boolean => scope.read('endpointType') === 'PRIVATE';

/** `apigw.EndpointType.REGIONAL` */
export const endpointTypeCode = (scope: NodeScope): Code => {
  const type = endpointType(scope);
  return isToken(type)
    ? { kind: 'as', value: codeOf(type), type: 'apigw.EndpointType' }
    : memberOf('apigw.EndpointType', endpointTypes, type, 'REGIONAL');
};

/** What is made of the VPC endpoints through which a private API is called. */
export const endpoints = <T>(scope: NodeScope, make: (endpoint: NodeScope) => T): T[] =>
  scope.links('in', { mechanism: 'private-access' }).map(({ source }) => make(source));

/** A private API lets nobody in until its policy does: whoever comes through one of the connected endpoints. */
export const letEndpointsIn = (scope: NodeScope): void => {
  if (!isPrivate(scope)) return;
  for (const link of scope.links('in', { mechanism: 'private-access' }))
    if (link.read('permissions') === 'generated')
      scope.out.allowOn(scope.node.id, {
        principal: '*',
        actions: ['execute-api:Invoke'],
        resources: ['execute-api:/*'],
        conditions: { StringEquals: { 'aws:SourceVpce': link.source.attribute('id') } },
      });
};

/** The policy that the user wrote, as JSON or as text. */
export const policyOf = (scope: NodeScope): Expression | undefined => {
  const policy = scope.value('resourcePolicy');
  return typeof policy === 'string' ? expressionOf(parsedJson(policy) ?? policy) : policy;
};

/** The statements of a policy document. */
export const statementsOf = (policy: Expression): Expression => {
  if (!isExpressionObject(policy)) return [];
  const { Statement: statement }: ExpressionObject = policy;
  if (statement === undefined) return [];
  return Array.isArray(statement) ? statement : [statement];
};

/** A key, and the plan that says for which stage it is good. */
export const writeApiKey = (scope: NodeScope): void => {
  const { out, id, construct } = scope;
  const plan = `${id}UsagePlan`;
  const key = `${id}ApiKey`;
  const stage = member(construct, 'deploymentStage');
  out.resource(plan, {
    type: 'AWS::ApiGateway::UsagePlan',
    properties: { ApiStages: [{ ApiId: refOf(id), Stage: refOf(`${id}.Stage`) }] },
    cdk: {
      class: 'apigw.UsagePlan',
      props: { apiStages: array([object({ api: construct, stage })]) },
    },
  });
  out.resource(key, {
    type: 'AWS::ApiGateway::ApiKey',
    properties: {
      Enabled: true,
      StageKeys: [{ RestApiId: refOf(id), StageName: refOf(`${id}.Stage`) }],
    },
    cdk: { class: 'apigw.ApiKey', props: { stages: array([stage]) } },
  });
  out.resource(`${plan}Key`, {
    type: 'AWS::ApiGateway::UsagePlanKey',
    properties: { KeyId: refOf(key), KeyType: 'API_KEY', UsagePlanId: refOf(plan) },
    cdk: 'none',
  });
  out.statement(invoke(constructRef(plan), 'addApiKey', constructRef(key)));
  out.output(
    `${id}KeyId`,
    scope.attribute('apiKeyId'),
    `Id of the API key of ${scope.node.name}; aws apigateway get-api-key --include-value shows it.`,
  );
};
