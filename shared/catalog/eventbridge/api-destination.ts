import { name } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, getAtt } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { authorizationOf } from './authorization.ts';

const methods: ReadonlySet<string> = new Set([
  'POST',
  'GET',
  'HEAD',
  'OPTIONS',
  'PUT',
  'PATCH',
  'DELETE',
]);

/** The drawn system that the destination calls. */
const calledEndpoint = (scope: NodeScope): NodeScope | undefined =>
  scope.links('out', { mechanism: 'http-call' })[0]?.target;

/**
 * The destination, and the connection that keeps its credential.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-apidestination.html
 */
export const emitApiDestination = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const endpoint = calledEndpoint(scope);
  const address = scope.value('invocationEndpoint') ?? endpoint?.value('url');
  if (address === undefined || address === '') {
    out.problem(
      `The API destination "${node.name}" has no address: set its endpoint, or connect it to an external endpoint.`,
    );
    return;
  }
  if (typeof address === 'string' && !address.startsWith('https://')) {
    out.problem(`The API destination "${node.name}" calls ${address}, but AWS takes https only.`);
    return;
  }
  const connection = `${id}Connection`;
  const authorization = authorizationOf(scope, endpoint);
  out.resource(connection, {
    type: 'AWS::Events::Connection',
    properties: {
      AuthorizationType: authorization.type,
      AuthParameters: authorization.parameters,
    },
    cdk: { class: 'events.Connection', props: { authorization: authorization.code } },
  });
  const method = methodOf(scope, endpoint);
  out.resource(id, {
    type: 'AWS::Events::ApiDestination',
    properties: {
      ...scope.cfnProperties(),
      ConnectionArn: getAtt(connection, 'Arn'),
      InvocationEndpoint: address,
      HttpMethod: method,
    },
    cdk: scope.l2('events.ApiDestination', {
      connection: constructRef(connection),
      endpoint: codeOf(address),
      httpMethod:
        typeof method === 'string' && methods.has(method)
          ? name(`events.HttpMethod.${method}`)
          : { kind: 'as', value: codeOf(method), type: 'events.HttpMethod' },
    }),
  });
};

const methodOf = (scope: NodeScope, endpoint: NodeScope | undefined): Expression => {
  const own = scope.graph.isSet(scope.node, 'httpMethod') ? scope.value('httpMethod') : undefined;
  return own ?? endpoint?.value('method') ?? 'POST';
};
