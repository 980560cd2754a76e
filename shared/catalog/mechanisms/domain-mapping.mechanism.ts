import { invoke, member, options } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { apiDomainKind, type DomainMapping, mappedPath } from '../edge/api-domain.ts';

type Scope = ConnectionScope<DomainMapping>;

/** AWS::ApiGatewayV2::ApiMapping takes APIs of all kinds, and paths of several parts. */
const apiMapping = (scope: Scope, path: ReturnType<typeof mappedPath>, cdk?: 'none'): void => {
  const { source, target } = scope;
  source.out.resource(scope.resourceId('Mapping'), {
    type: 'AWS::ApiGatewayV2::ApiMapping',
    properties: {
      DomainName: source.attribute('name'),
      ApiId: target.attribute('id'),
      Stage: target.attribute('stage'),
      ApiMappingKey: path,
    },
    ...(cdk === undefined ? {} : { cdk }),
  });
};

/** A REST API behind a domain of its own generation. */
const mapRest = (scope: Scope): void => {
  const { source, target } = scope;
  const path = mappedPath(scope, 'basePath');
  const basePath = options({ basePath: path === undefined ? undefined : codeOf(path) });
  if (typeof path === 'string' && path.includes('/')) {
    apiMapping(scope, path, 'none');
    source.out.statement(
      invoke(
        source.construct,
        'addApiMapping',
        member(target.construct, 'deploymentStage'),
        basePath,
      ),
    );
    return;
  }
  source.out.resource(scope.resourceId('Mapping'), {
    type: 'AWS::ApiGateway::BasePathMapping',
    properties: {
      DomainName: source.attribute('name'),
      RestApiId: target.attribute('id'),
      Stage: target.attribute('stage'),
      BasePath: path,
    },
    cdk: 'none',
  });
  source.out.statement(invoke(source.construct, 'addBasePathMapping', target.construct, basePath));
};

const mapPrivate = (scope: Scope): void => {
  const { source, target } = scope;
  source.out.resource(scope.resourceId('Mapping'), {
    type: 'AWS::ApiGateway::BasePathMappingV2',
    properties: {
      DomainNameArn: source.attribute('arn'),
      RestApiId: target.attribute('id'),
      Stage: target.attribute('stage'),
      BasePath: mappedPath(scope, 'basePath'),
    },
  });
};

/** An API of AppSync has a domain to itself. https://docs.aws.amazon.com/appsync/latest/devguide/custom-domain-name.html */
const mapGraphql = (scope: Scope): void => {
  const { source, target } = scope;
  if (source.links('out', { mechanism: 'domain-mapping' }).length > 1) {
    source.out.problem(
      `"${source.node.name}" has several APIs, but a domain of AppSync takes exactly one. Give "${target.node.name}" a domain of its own.`,
    );
    return;
  }
  source.out.resource(scope.resourceId('Mapping'), {
    type: 'AWS::AppSync::DomainNameApiAssociation',
    properties: { ApiId: target.attribute('id'), DomainName: source.attribute('name') },
  });
};

/** An API, or one of several, behind a name of one's own. */
export const domainMapping = defineMechanism<DomainMapping>({
  id: 'domain-mapping',
  family: 'api',
  title: 'Custom domain mapping',
  explain:
    'API Gateway looks at the name and at the first part of the path, and hands the request to the stage of the API that is mapped there. Several APIs can share one name in this way, and an API can be exchanged for a newer one without callers noticing. Domain and API must have the same kind of endpoint. An API of AppSync has its domain to itself.',
  emit(scope) {
    const { source, target, options: row } = scope;
    const kind = apiDomainKind(source);
    if (row.api === 'graphql') {
      mapGraphql(scope);
      return;
    }
    // The other arrow says what is wrong.
    if (kind === 'graphql') return;
    if (row.api === 'http' && kind !== 'http') {
      source.out.problem(
        `"${target.node.name}" cannot stand behind "${source.node.name}": HTTP and WebSocket APIs take regional domains only.`,
      );
      return;
    }
    if (kind === 'private') mapPrivate(scope);
    else if (kind !== 'http') mapRest(scope);
    else apiMapping(scope, mappedPath(scope, row.api === 'http' ? 'apiMappingKey' : 'basePath'));
  },
});
