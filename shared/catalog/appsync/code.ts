import type { LinkScope } from '../service.ts';
import { dataSourceOf, type ResolvedField } from './fields.ts';

/*
 * Resolvers in APPSYNC_JS. Names of the design get into them as JSON texts, never as code.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-js-version.html
 */

const utils = "import { util } from '@aws-appsync/utils';";

const failed = '  if (ctx.error) util.error(ctx.error.message, ctx.error.type);';

const twoSteps = (
  imports: readonly string[],
  request: readonly string[],
  response: readonly string[],
): string =>
  [
    ...imports,
    '',
    '// What is asked of the data source.',
    'export function request(ctx) {',
    ...request.map((line) => `  ${line}`),
    '}',
    '',
    '// What the field gets.',
    'export function response(ctx) {',
    failed,
    ...response.map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n');

/** An item of a table by its key; a Mutation writes it, and a field that begins with list reads the first items. */
export const tableCode = (link: LinkScope, keys: readonly string[]): string => {
  const imports = [utils, "import * as ddb from '@aws-appsync/utils/dynamodb';"];
  if (String(link.read('fieldName')).startsWith('list'))
    return twoSteps(imports, ['return ddb.scan({ limit: 100 });'], ['return ctx.result.items;']);
  const key = keys
    .map((name) => `${JSON.stringify(name)}: ctx.args[${JSON.stringify(name)}]`)
    .join(', ');
  const writes = link.read('typeName') === 'Mutation' && link.read('access') !== 'read';
  return twoSteps(
    imports,
    [
      writes
        ? `return ddb.put({ key: { ${key} }, item: { data: ctx.args.data } });`
        : `return ddb.get({ key: { ${key} } });`,
    ],
    ['return ctx.result;'],
  );
};

/** A function gets what was asked and by whom. */
export const functionCode = (link: LinkScope): string => {
  const batch = Number(link.read('maxBatchSize') ?? 0) > 0;
  const isEvent = link.read('invocationType') === 'Event';
  return twoSteps(
    [utils],
    [
      'return {',
      `  operation: '${batch ? 'BatchInvoke' : 'Invoke'}',`,
      ...(isEvent ? ["  invocationType: 'Event',"] : []),
      '  payload: { field: ctx.info.fieldName, arguments: ctx.args, source: ctx.source, identity: ctx.identity },',
      '};',
    ],
    ['return ctx.result;'],
  );
};

/** An event on a bus, with the arguments of the field. */
export const eventCode = (link: LinkScope): string =>
  twoSteps(
    [utils],
    [
      'return {',
      "  operation: 'PutEvents',",
      `  events: [{ source: ${JSON.stringify(`appsync.${link.source.id}`)}, detailType: ctx.info.fieldName, detail: ctx.args }],`,
      '};',
    ],
    ['return ctx.result;'],
  );

/** An HTTP request with the arguments of the field. */
export const httpCode = (path: string): string =>
  twoSteps(
    [utils],
    [
      'return {',
      "  method: 'POST',",
      `  resourcePath: ${JSON.stringify(path)},`,
      '  params: {',
      "    headers: { 'content-type': 'application/json' },",
      '    body: JSON.stringify(ctx.args),',
      '  },',
      '};',
    ],
    answered,
  );

const answered = [
  'const { statusCode, body } = ctx.result;',
  'if (statusCode < 200 || statusCode >= 300) util.error(body, `${statusCode}`);',
  'return JSON.parse(body);',
];

/** Documents of the indexes that have the given words. */
export const searchCode = (): string =>
  twoSteps(
    [utils],
    [
      'return {',
      "  operation: 'GET',",
      "  path: '/_search',",
      '  params: {',
      "    body: { size: 20, query: { simple_query_string: { query: `${ctx.args.input ?? '*'}` } } },",
      '  },',
      '};',
    ],
    ['return ctx.result.hits.hits.map((hit) => hit._source);'],
  );

/** Rows of a table by SQL, in the words of the engine. */
export const sqlCode = (link: LinkScope): string => {
  const statement = String(link.target.read('engine')).includes('mysql')
    ? 'createMySQLStatement'
    : 'createPgStatement';
  return twoSteps(
    [utils, `import { ${statement}, select, toJsonObject } from '@aws-appsync/utils/rds';`],
    [`return ${statement}(select({ table: 'items', limit: 100 }));`],
    ['return toJsonObject(ctx.result)[0];'],
  );
};

/** A call of an AWS service in its JSON protocol; `body` is code. */
export const serviceCode = (call: {
  readonly target: string;
  readonly version: '1.0' | '1.1';
  readonly body: string;
}): string =>
  twoSteps(
    [utils],
    [
      'return {',
      "  method: 'POST',",
      "  resourcePath: '/',",
      '  params: {',
      `    headers: { 'content-type': 'application/x-amz-json-${call.version}', 'x-amz-target': '${call.target}' },`,
      `    body: JSON.stringify(${call.body}),`,
      '  },',
      '};',
    ],
    answered,
  );

/** Before and after the steps of a pipeline: the field gets what the last step gave. */
export const pipelineCode = [
  '// Before the first step.',
  'export function request(ctx) {',
  '  return {};',
  '}',
  '',
  '// After the last step.',
  'export function response(ctx) {',
  '  return ctx.prev.result;',
  '}',
  '',
].join('\n');

/** What the user wrote for a step, or what the export proposes. */
export const stepCode = (link: LinkScope): string => {
  const own = link.read('code');
  return typeof own === 'string' && own.trim() !== ''
    ? `${own.trimEnd()}\n`
    : dataSourceOf(link).code(link);
};

/** The file of a step: fields and steps have names that are safe in paths. */
export const stepFile = (folder: string, field: ResolvedField, step?: number): string =>
  `${folder}/${field.typeName}.${field.fieldName}${step === undefined ? '' : `.${step + 1}`}.js`;
