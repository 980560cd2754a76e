import type { ConnectionDefinition, OnPath } from './connection.ts';
import { mechanisms } from './mechanisms/index.ts';

const onPathOf = new Map<string, OnPath>(
  mechanisms.map(({ id, onPath = 'anywhere' }) => [id, onPath]),
);

/** Where a connection may stand in a way over several services. */
export const onPath = ({
  delivery,
  mechanism,
}: Pick<ConnectionDefinition, 'delivery' | 'mechanism'>): OnPath =>
  delivery === 'config' ? 'never' : (onPathOf.get(mechanism) ?? 'anywhere');

/** True when something flows from one end to the other at run time. */
export const carriesFlow = (row: Pick<ConnectionDefinition, 'delivery' | 'mechanism'>): boolean =>
  onPath(row) !== 'never';

/** Kinds that people put between two others to pass on what flows, the usual ones first. */
const usual: readonly string[] = [
  'lambda',
  'client',
  'event-rule',
  'sqs-queue',
  'sns-topic',
  'event-bus',
  'state-machine',
  'http-api',
  'rest-api',
  'pipe',
  'kinesis-stream',
  'firehose',
  'rds-proxy',
];

/** How usual a kind is between two others: 0 is the first choice, and all that nobody thinks of are alike. */
export const rankBetween = (kind: string): number => {
  const at = usual.indexOf(kind);
  return at === -1 ? 2 * usual.length : at;
};

/** True for a kind that people would put between two others without a second thought. */
export const isUsualBetween = (kind: string): boolean => usual.includes(kind);
