import { create } from '../lib/typescript/syntax.ts';
import { overrideAsyncLimit } from './async-limits.ts';
import type { ConnectionScope } from './connection.ts';
import { allowDrawnRole } from './drawn-role.ts';
import { isToken } from './expression.ts';
import { asyncHolder } from './function-alias.ts';
import type { NodeScope } from './service.ts';

/** Where Lambda sends what became of an asynchronous event: in SAM's words and as a CDK class. */
export interface FunctionDestination {
  readonly on: 'function';
  readonly samType: 'SQS' | 'SNS' | 'EventBridge' | 'Lambda' | 'S3Bucket';
  readonly cdk: string;
}

/** SAM and the L2 function let the function's role send. */
export const writeFunctionDestination = (
  scope: ConnectionScope,
  { samType, cdk }: FunctionDestination,
  outcome: 'OnFailure' | 'OnSuccess',
): void => {
  const { source, target, graph, value, code, connection } = scope;
  allowDrawnRole(scope);
  source.out.set(source.id, `EventInvokeConfig.DestinationConfig.${outcome}`, {
    Type: samType,
    Destination: target.attribute('arn'),
  });
  const holder = asyncHolder(source).id;
  source.out.props(holder, {
    [outcome === 'OnFailure' ? 'onFailure' : 'onSuccess']: create(cdk, target.construct),
  });
  // The function's own settings come first: there is one configuration, whichever arrow speaks of it.
  for (const [property, own, path, prop] of [
    ['maximumRetryAttempts', 'asyncMaxRetryAttempts', 'MaximumRetryAttempts', 'retryAttempts'],
    ['maximumEventAge', 'asyncMaxEventAge', 'MaximumEventAgeInSeconds', 'maxEventAge'],
  ] as const) {
    const setting = value(property);
    if (
      setting === undefined ||
      !graph.isSet(connection, property) ||
      graph.isSet(source.node, own)
    )
      continue;
    source.out.set(source.id, `EventInvokeConfig.${path}`, setting);
    if (isToken(setting)) overrideAsyncLimit(source, path, setting);
    else source.out.props(holder, { [prop]: code(property) });
  }
};

/** What may take discarded batches, by kind. */
const batchDestinations: Readonly<
  Record<
    string,
    | { readonly samType: string; readonly cdk: string; readonly actions: readonly string[] }
    | undefined
  >
> = {
  'sqs-queue': {
    samType: 'SQS',
    cdk: 'lambdaEventSources.SqsDlq',
    actions: ['sqs:SendMessage'],
  },
  'sns-topic': { samType: 'SNS', cdk: 'lambdaEventSources.SnsDlq', actions: ['sns:Publish'] },
  's3-bucket': {
    samType: 'S3',
    cdk: 'lambdaEventSources.S3OnFailureDestination',
    actions: ['s3:PutObject', 's3:ListBucket'],
  },
};

/** Where a mapping of a stream sends the batches that it gives up: an arrow that names it, its own setting, or an arrow that names none. */
export const batchDestinationOf = (scope: ConnectionScope) => {
  const { source, graph, connection, definition } = scope;
  if (!Object.hasOwn(definition.properties, 'onFailureDestination')) return undefined;
  const arrows = source.links('out', { mechanism: 'failure-destination' });
  const named = arrows.find(
    ({ connection: arrow }) => graph.connectionRef(arrow, 'mapping')?.id === connection.id,
  );
  const chosen = graph.nodeRef(connection, 'onFailureDestination');
  const general = arrows.find(({ connection: arrow }) => !graph.isSet(arrow, 'mapping'));
  const target: NodeScope | undefined =
    named?.target ?? (chosen && source.scopeOf(chosen)) ?? general?.target;
  const words = target && batchDestinations[target.node.kind];
  return target && words && { target, ...words };
};
