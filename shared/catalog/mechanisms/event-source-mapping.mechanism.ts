import { isJsonObject, type Json } from '../../lib/json.ts';
import {
  array,
  type Code,
  call,
  create,
  flag,
  invoke,
  member,
  object,
  options as optional,
  template,
  text,
} from '../../lib/typescript/syntax.ts';
import { kebabCase } from '../../lib/words.ts';
import { codeOf, constructRef } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { batchDestinationOf } from '../destinations.ts';
import { drawnRole } from '../drawn-role.ts';
import {
  type Expression,
  type ExpressionObject,
  expressionOf,
  getAtt,
  isToken,
  join,
} from '../expression.ts';
import { jsonText } from '../json-text.ts';

export interface EventSourceMapping {
  /** The SAM event type. */
  readonly samType: 'SQS' | 'Kinesis' | 'DynamoDB';
  /** Where SAM wants the source's ARN. */
  readonly samSource: 'Queue' | 'Stream';
  /** The attribute of the source that is polled. */
  readonly polled: string;
  /** The CDK event source class. */
  readonly cdk: string;
  /** What the class puts in front of the construct id of its mapping. */
  readonly prefix?: string;
}

type Scope = ConnectionScope<EventSourceMapping>;

/** Lambda polls the source and invokes the function with a batch. */
export const eventSourceMapping = defineMechanism<EventSourceMapping>({
  id: 'event-source-mapping',
  family: 'trigger',
  title: 'Event source mapping',
  explain:
    'Lambda itself polls the queue or stream, collects records into a batch and invokes the function with it. The function is never called by the source, so its own role needs the right to read. When the function fails, the batch comes again.',
  /* SAM and the L2 event source give the function's role the right to read; see the row's statements. */
  emit(scope) {
    const { source, target, options } = scope;
    const consumer = hasConsumer(scope);
    const settings = settingsOf(scope);
    target.out.event(target.id, source.id, {
      type: options.samType,
      properties: {
        [options.samSource]: consumer
          ? getAtt(emitConsumer(scope), 'ConsumerARN')
          : source.attribute(options.polled),
        ...scope.cfnProperties(),
        ...settings.sam,
      },
    });
    target.out.statement(
      invoke(
        target.construct,
        'addEventSource',
        create(
          consumer ? 'lambdaEventSources.KinesisConsumerEventSource' : options.cdk,
          consumer ? constructRef(consumerId(scope)) : source.construct,
          optional({ ...scope.cdkProps(), ...settings.cdk }),
        ),
      ),
      ...overrides(scope),
    );
  },
});

/** SAM lets a role that it makes itself send discarded batches on, and the L2 event source any role. */
const allowDiscards = (
  { target: fn }: Scope,
  { target, actions }: NonNullable<ReturnType<typeof batchDestinationOf>>,
): void => {
  if (drawnRole(fn) === undefined) return;
  const arn = target.attribute('arn');
  const resources = actions.includes('s3:PutObject') ? [arn, join(arn, '/*')] : [arn];
  fn.out.allow(fn.node.id, { actions, resources }, 'sam');
};

const hasConsumer = (scope: Scope): boolean =>
  has(scope, 'enhancedFanOut') && scope.read('enhancedFanOut') === true;

const has = ({ definition }: Scope, property: string): boolean =>
  Object.hasOwn(definition.properties, property);

/** The settings that need more than a mapping in the table. */
const settingsOf = (
  scope: Scope,
): { readonly sam: ExpressionObject; readonly cdk: Record<string, Code | undefined> } => {
  const patterns = filtersOf(scope);
  const reports = scope.read('reportBatchItemFailures') === true;
  const destination = batchDestinationOf(scope);
  if (destination !== undefined) allowDiscards(scope, destination);
  const attempts = limit(scope, 'maximumRetryAttempts');
  const age = limit(scope, 'maximumRecordAge');
  const pollers = has(scope, 'minimumPollers')
    ? optional({
        minimumPollers: scope.code('minimumPollers'),
        maximumPollers: scope.code('maximumPollers'),
      })
    : undefined;
  return {
    sam: {
      MaximumRetryAttempts: attempts?.value,
      MaximumRecordAgeInSeconds: age?.value,
      FilterCriteria:
        patterns.length > 0
          ? { Filters: patterns.map((pattern) => ({ Pattern: patternText(pattern) })) }
          : undefined,
      FunctionResponseTypes: reports ? ['ReportBatchItemFailures'] : undefined,
      DestinationConfig: destination && {
        OnFailure: { Type: destination.samType, Destination: destination.target.attribute('arn') },
      },
    },
    cdk: {
      retryAttempts: attempts?.code,
      // The CDK looks at the age, so it cannot take one that is known at deployment only.
      maxRecordAge: age && isToken(age.value) ? undefined : age?.code,
      filters: patterns.length > 0 ? array(patterns.map(patternCode)) : undefined,
      reportBatchItemFailures: reports ? flag(true) : undefined,
      onFailure: destination && create(destination.cdk, destination.target.construct),
      provisionedPollerConfig: pollers,
    },
  };
};

/** A limit of retries; -1 is what AWS takes when nothing is said. */
const limit = (
  scope: Scope,
  property: string,
): { readonly value: Expression; readonly code: Code | undefined } | undefined => {
  const value = has(scope, property) ? scope.value(property) : undefined;
  return value === undefined || value === -1 ? undefined : { value, code: scope.code(property) };
};

const filtersOf = ({ graph, connection }: Scope): readonly Json[] => {
  const filters = graph.value(connection, 'filters');
  return Array.isArray(filters) ? filters : [];
};

const patternText = (pattern: Json): Expression =>
  typeof pattern === 'string' ? pattern : jsonText(pattern);

const patternCode = (pattern: Json): Code =>
  isJsonObject(pattern)
    ? call('lambda.FilterCriteria.filter', codeOf(expressionOf(pattern)))
    : object({ pattern: codeOf(patternText(pattern)) });

const consumerId = (scope: Scope): string => scope.resourceId('Consumer');

/** A consumer of the stream for this function alone. */
const emitConsumer = (scope: Scope): string => {
  const { source, target } = scope;
  const id = consumerId(scope);
  const name = kebabCase(target.id).slice(0, 128);
  source.out.resource(id, {
    type: 'AWS::Kinesis::StreamConsumer',
    properties: { ConsumerName: name, StreamARN: source.attribute('arn') },
    cdk: {
      class: 'kinesis.StreamConsumer',
      props: { streamConsumerName: text(name), stream: source.construct },
    },
  });
  return id;
};

/** Sets on the mapping what its CDK class cannot take. */
const overrides = (scope: Scope): readonly Code[] => {
  const { source, target, options } = scope;
  const age = limit(scope, 'maximumRecordAge');
  if (age === undefined || !isToken(age.value) || options.prefix === undefined) return [];
  const consumer = hasConsumer(scope);
  const polled = consumer ? constructRef(consumerId(scope)) : source.construct;
  const id = template(
    `${consumer ? 'KinesisConsumerEventSource' : options.prefix}:`,
    call('cdk.Names.nodeUniqueId', member(polled, 'node')),
  );
  return [
    invoke(
      {
        kind: 'as',
        value: member(invoke(target.construct, 'node.findChild', id), 'node.defaultChild'),
        type: 'cdk.CfnResource',
      },
      'addPropertyOverride',
      text('MaximumRecordAgeInSeconds'),
      codeOf(age.value),
    ),
  ];
};
