import { isJsonObject } from '../../lib/json.ts';
import {
  array,
  type Code,
  call,
  create,
  object,
  options,
  text,
} from '../../lib/typescript/syntax.ts';
import { type Expression, type ExpressionObject, isToken } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import type { Processors } from './parts.ts';

interface Processor {
  readonly properties: ExpressionObject;
  readonly code: Code;
}

/** What happens to records on the way: a function changes them, jq expressions take the partition keys out. */
export const processorsOf = (scope: NodeScope): Processors => {
  const [transform] = scope.links('out', { mechanism: 'transform' });
  const keys = partitionKeysOf(scope);
  const processors = [
    ...(transform === undefined ? [] : [functionProcessor(scope, transform)]),
    ...(keys.length === 0 ? [] : [keyProcessor(keys)]),
  ];
  if (scope.read('dynamicPartitioning') === true && processors.length === 0)
    scope.out.problem(
      `"${scope.node.name}" partitions by content, but nothing says by what: set its partition keys or connect a function that gives them.`,
    );
  return processors.length === 0
    ? { properties: undefined, code: undefined }
    : {
        properties: { Enabled: true, Processors: processors.map(({ properties }) => properties) },
        code: array(processors.map(({ code }) => code)),
      };
};

const parameter = (ParameterName: string, ParameterValue: Expression): ExpressionObject => ({
  ParameterName,
  ParameterValue,
});

/** Settings of the connection, and the names of the parameters that hold them; AWS takes their values as texts. */
const settings = [
  ['bufferInterval', 'BufferIntervalInSeconds'],
  ['bufferSize', 'BufferSizeInMBs'],
  ['retries', 'NumberOfRetries'],
] as const;

const functionProcessor = (scope: NodeScope, transform: LinkScope): Processor => ({
  properties: {
    Type: 'Lambda',
    Parameters: [
      parameter('RoleArn', scope.attribute('roleArn')),
      parameter('LambdaArn', transform.target.attribute('arn')),
      ...settings.flatMap(([property, name]) => {
        const value = transform.value(property);
        if (value === undefined) return [];
        // The CDK writes these numbers as texts and cannot do so with a value of deployment time.
        if (isToken(value))
          scope.out.problem(
            `The setting ${property} between "${scope.node.name}" and "${transform.target.node.name}" must be a number.`,
          );
        return [parameter(name, typeof value === 'number' ? String(value) : value)];
      }),
    ],
  },
  code: create(
    'firehose.LambdaFunctionProcessor',
    transform.target.construct,
    options(Object.fromEntries(settings.map(([property]) => [property, transform.code(property)]))),
  ),
});

/** Name and jq expression of each key. */
export const partitionKeysOf = (scope: NodeScope): readonly (readonly [string, string])[] => {
  if (scope.read('dynamicPartitioning') !== true) return [];
  const keys = scope.read('partitionKeys');
  return isJsonObject(keys)
    ? Object.entries(keys).flatMap(([key, query]) =>
        typeof query === 'string' ? [[key, query] as const] : [],
      )
    : [];
};

const keyProcessor = (keys: readonly (readonly [string, string])[]): Processor => ({
  properties: {
    Type: 'MetadataExtraction',
    Parameters: [
      parameter(
        'MetadataExtractionQuery',
        `{${keys.map(([key, query]) => `${JSON.stringify(key)}:${query}`).join(',')}}`,
      ),
      parameter('JsonParsingEngine', 'JQ-1.6'),
    ],
  },
  code: call(
    'firehose.MetadataExtractionProcessor.jq16',
    object(Object.fromEntries(keys.map(([key, query]) => [key, text(query)]))),
  ),
});
