import type { StatementTemplate } from '../../connection.ts';
import { failureDestination } from '../../mechanisms/failure-destination.mechanism.ts';
import { connectionRef } from '../../property.ts';

/** The row of a stream for what becomes of batches that a function could not handle. */
const discardedBatches = (
  statement: Pick<StatementTemplate, 'actions' | 'resources'>,
  preferred?: true,
) =>
  failureDestination({
    variant: 'mapping-on-failure',
    ...(preferred && { preferred }),
    label: 'sends discarded batches to',
    delivery: 'async',
    properties: {
      mapping: connectionRef({
        help: 'The arrow to the function whose batches these are; empty means all functions that the source triggers.',
      }),
    },
    statements: [{ side: 'consumer-role', ...statement }],
    explain:
      'When Lambda gives up a batch, because of its age or after the set number of tries, it sends word of it here: which records, and why. A bucket gets the records themselves as well.',
    docs: 'Retain discarded batch records',
    options: { on: 'mapping' },
  });

export const discardedToQueue = discardedBatches({
  actions: ['sqs:SendMessage'],
  resources: ['{target.arn}'],
});

export const discardedToTopic = discardedBatches({
  actions: ['sns:Publish'],
  resources: ['{target.arn}'],
});

export const discardedToBucket = (preferred?: true) =>
  discardedBatches(
    { actions: ['s3:PutObject', 's3:ListBucket'], resources: ['{target.arn}', '{target.arn}/*'] },
    preferred,
  );
