import { array, call, invoke, member, name, text } from '../../lib/typescript/syntax.ts';
import { kebabFileName } from '../../lib/words.ts';
import { codeOf, constructRef, statementCode } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { getAtt } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';
import { pipelineCode, stepCode, stepFile } from './code.ts';
import { dataSourceOf, type ResolvedField } from './fields.ts';

/** The folder of an API's schema and resolvers. */
export const apiFolder = (api: NodeScope): string => `graphql/${kebabFileName(api.id)}`;

const runtime = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };

/** One data source for a target, however many fields ask it. */
const dataSourceName = (link: LinkScope): string =>
  `${link.target.id}${dataSourceOf(link).word?.(link) ?? ''}`;
const dataSourceId = (link: LinkScope): string =>
  `${link.source.id}${dataSourceName(link)}DataSource`;

/** Writes the data source of an arrow, and what its role may do. */
export const writeDataSource = (scope: ConnectionScope): void => {
  const { source: api } = scope;
  const { out } = api;
  const id = dataSourceId(scope);
  const kind = dataSourceOf(scope);
  const role = `${id}Role`;
  const reason = kind.refuses?.(scope);
  if (reason !== undefined) {
    out.problem(`"${api.node.name}" cannot ask "${scope.target.node.name}": ${reason}`);
    return;
  }
  const isFirst = !out.has(id);
  if (isFirst)
    out.resource(id, {
      type: 'AWS::AppSync::DataSource',
      properties: {
        ApiId: api.attribute('id'),
        Name: dataSourceName(scope),
        Type: kind.type,
        ServiceRoleArn: getAtt(role, 'Arn'),
        ...kind.properties(scope),
      },
      cdk: {
        class: kind.construct,
        props: { api: api.construct, name: text(dataSourceName(scope)), ...kind.props(scope) },
      },
    });
  const statements = [...scope.statements('service-role'), ...(kind.allows?.(scope) ?? [])];
  serviceRole(out, role, { service: 'appsync.amazonaws.com', cdk: 'none' });
  if (statements.length === 0 || (!isFirst && kind.grants)) return;
  serviceRole(out, role, {
    service: 'appsync.amazonaws.com',
    policy: { name: scope.resourceId('Resolve'), statements },
    cdk: 'none',
  });
  if (!kind.grants)
    for (const statement of statements)
      out.statement(
        invoke(
          member(constructRef(id), 'grantPrincipal'),
          'addToPrincipalPolicy',
          statementCode(statement),
        ),
      );
};

const fileCode = (file: string) =>
  call('appsync.Code.fromAsset', call('path.join', name('__dirname'), text('..'), text(file)));

const runtimeCode = name('appsync.FunctionRuntime.JS_1_0_0');

/** Writes the resolver of a field: of one step, or a pipeline of several. */
export const writeResolver = (api: NodeScope, field: ResolvedField): void => {
  const { out } = api;
  const { typeName, fieldName, steps } = field;
  const folder = apiFolder(api);
  const id = `${api.id}${typeName}${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Resolver`;
  const [only] = steps;
  const file = stepFile(folder, field);
  const common = { ApiId: api.attribute('id'), TypeName: typeName, FieldName: fieldName };
  const commonCode = { api: api.construct, typeName: text(typeName), fieldName: text(fieldName) };
  if (steps.length === 1 && only !== undefined) {
    const batch =
      'maxBatchSize' in (only as ConnectionScope).definition.properties
        ? only.value('maxBatchSize')
        : undefined;
    out.file(file, stepCode(only));
    out.resource(id, {
      type: 'AWS::AppSync::Resolver',
      dependsOn: [dataSourceId(only), schemaId(api)],
      properties: {
        ...common,
        Kind: 'UNIT',
        DataSourceName: dataSourceName(only),
        Runtime: runtime,
        CodeS3Location: file,
        MaxBatchSize: batch,
      },
      cdk: {
        class: 'appsync.Resolver',
        props: {
          ...commonCode,
          dataSource: constructRef(dataSourceId(only)),
          runtime: runtimeCode,
          code: fileCode(file),
          maxBatchSize: batch === undefined ? undefined : codeOf(batch),
        },
      },
    });
    return;
  }
  const functions = steps.map((link, index) => {
    const step = stepFile(folder, field, index);
    const functionId = `${id}Step${index + 1}`;
    const functionName = `${typeName}_${fieldName}_${index + 1}`;
    out.file(step, stepCode(link));
    out.resource(functionId, {
      type: 'AWS::AppSync::FunctionConfiguration',
      dependsOn: [dataSourceId(link)],
      properties: {
        ApiId: api.attribute('id'),
        Name: functionName,
        DataSourceName: dataSourceName(link),
        FunctionVersion: '2018-05-29',
        Runtime: runtime,
        CodeS3Location: step,
      },
      cdk: {
        class: 'appsync.AppsyncFunction',
        props: {
          api: api.construct,
          name: text(functionName),
          dataSource: constructRef(dataSourceId(link)),
          runtime: runtimeCode,
          code: fileCode(step),
        },
      },
    });
    return functionId;
  });
  out.file(file, pipelineCode);
  out.resource(id, {
    type: 'AWS::AppSync::Resolver',
    dependsOn: [schemaId(api)],
    properties: {
      ...common,
      Kind: 'PIPELINE',
      PipelineConfig: { Functions: functions.map((step) => getAtt(step, 'FunctionId')) },
      Runtime: runtime,
      CodeS3Location: file,
    },
    cdk: {
      class: 'appsync.Resolver',
      props: {
        ...commonCode,
        pipelineConfig: array(functions.map(constructRef)),
        runtime: runtimeCode,
        code: fileCode(file),
      },
    },
  });
};

/** The schema is a resource of its own. */
export const schemaId = (api: NodeScope): string => `${api.id}Schema`;
