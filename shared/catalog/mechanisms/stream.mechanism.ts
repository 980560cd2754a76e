import { member, name } from '../../lib/typescript/syntax.ts';
import { type Ingestion, writeIngestion } from '../analytics/ingestion.ts';
import { type TargetVariable, tellTarget } from '../analytics/tell.ts';
import { allowBesideConstruct } from '../beside-construct.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { isGlobalTable } from '../dynamodb/global-table.ts';

export interface Stream {
  /**
   * What hands records on: a table its changes (a setting of the table), or a stream all that it has, to a reader
   * whose kind writes the setting. A pipeline reads a stream for its target.
   */
  readonly from: 'table' | 'stream' | 'pipeline';
  /** What a pipeline reads. */
  readonly ingests?: Ingestion['ingests'];
  /** What the reader's code is told of the stream. */
  readonly variable?: TargetVariable;
}

/** Records flow on by themselves, in order. */
export const stream = defineMechanism<Stream>({
  id: 'stream',
  family: 'stream',
  title: 'Stream of records',
  explain:
    'Records flow from one to the other by themselves, in the order in which they came and without code in between. The reader keeps its own place in the stream, so that it can stop and go on, and others can read the same records.',
  emit(scope) {
    switch (scope.options.from) {
      case 'table':
        return sendChanges(scope);
      case 'stream':
        return readStream(scope);
      case 'pipeline':
        return writeIngestion(scope);
    }
  },
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html */
const sendChanges = ({ source, target, value, read, graph }: ConnectionScope): void => {
  const others = graph
    .outgoing(source.node, { mechanism: 'stream' })
    .filter(({ to }) => to !== target.node.id);
  if (others.length > 0 && others.some(({ to }) => to < target.node.id)) {
    source.out.problem(
      `"${source.node.name}" can stream its changes to one Kinesis stream only: remove the connection to "${target.node.name}" or to the other one.`,
    );
    return;
  }
  // A table with replicas writes it itself, for its own region.
  if (isGlobalTable(source)) return;
  const precision = value('approximateCreationDateTimePrecision');
  source.out.set(source.id, 'KinesisStreamSpecification', {
    StreamArn: target.attribute('arn'),
    ApproximateCreationDateTimePrecision: precision,
  });
  source.out.props(source.id, {
    kinesisStream: target.construct,
    kinesisPrecisionTimestamp:
      precision === undefined
        ? undefined
        : member(
            name('dynamodb.ApproximateCreationDateTimePrecision'),
            String(read('approximateCreationDateTimePrecision') ?? 'MICROSECOND'),
          ),
  });
};

/** The reader's role may read. */
const readStream = (scope: ConnectionScope<Stream>): void => {
  allowBesideConstruct(scope.target, scope.statements('target-role'));
  tellTarget(scope, scope.options.variable);
};
