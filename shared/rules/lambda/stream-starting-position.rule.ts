import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
const positions: Readonly<Record<string, readonly string[]>> = {
  'kinesis-stream': ['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'],
  'dynamodb-table': ['TRIM_HORIZON', 'LATEST'],
};

const fromStream = (properties: Parameters<typeof connection>[3]) =>
  design(
    node('kinesis-stream', 'clicks'),
    node('lambda', 'worker'),
    connection('kinesis-stream--lambda', 'clicks', 'worker', properties),
  );

export const lambdaStreamStartingPosition = defineRule({
  meta: {
    id: 'lambda/stream-starting-position',
    severity: 'error',
    messages: {
      unknown: '{source} cannot be read from "{position}" on; choose {choices}.',
      noTimestamp:
        '{source} is read from a point in time on, but the time is missing; set startingPositionTimestamp or another starting position.',
    },
    explain:
      'A stream keeps old records, so Lambda must know whether to begin with the oldest (TRIM_HORIZON) or only with new ones (LATEST). Kinesis can also begin at a time. The stream of a table cannot. A queue has no position, its messages are simply taken.',
    docs: {
      title: 'AWS::Lambda::EventSourceMapping',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html',
    },
    overlaps: ['E3633', 'E3634'],
  },
  on: connections({
    from: ['kinesis-stream', 'dynamodb-table'],
    to: 'lambda',
    type: ['kinesis-stream--lambda', 'dynamodb-table--lambda'],
  }),
  check({ connection, source }, graph, report) {
    const position = graph.text(connection, 'startingPosition');
    const choices = positions[source.kind];
    if (position === undefined || !choices) return;
    const fromOldest = {
      title: 'Begin with the oldest record',
      edit: setProperty(connection.id, 'startingPosition', 'TRIM_HORIZON'),
    };
    if (!choices.includes(position))
      report({
        message: 'unknown',
        property: 'startingPosition',
        data: { source: named(source), position, choices: listOf(choices, 'or') },
        fixes: [
          fromOldest,
          {
            title: 'Begin with new records',
            edit: unsetProperty(connection.id, 'startingPosition'),
          },
        ],
      });
    else if (
      position === 'AT_TIMESTAMP' &&
      graph.value(connection, 'startingPositionTimestamp') === undefined
    )
      report({
        message: 'noTimestamp',
        property: 'startingPositionTimestamp',
        data: { source: named(source) },
        fixes: [fromOldest],
      });
  },
  examples: {
    good: [
      { title: 'only new records', design: fromStream({ startingPosition: 'LATEST' }) },
      {
        title: 'a position set by a parameter',
        design: fromStream({ startingPosition: { Ref: 'P' } }),
      },
      {
        title: 'a point in time',
        design: fromStream({
          startingPosition: 'AT_TIMESTAMP',
          startingPositionTimestamp: 1_790_000_000,
        }),
      },
    ],
    bad: [
      {
        title: 'a word that does not exist',
        design: fromStream({ startingPosition: 'OLDEST' }),
        expect: ['unknown'],
      },
      {
        title: 'a table from a point in time on',
        design: design(
          node('dynamodb-table', 'items', { streamViewType: 'NEW_IMAGE' }),
          node('lambda', 'worker'),
          connection('dynamodb-table--lambda', 'items', 'worker', {
            startingPosition: 'AT_TIMESTAMP',
          }),
        ),
        expect: ['unknown'],
      },
      {
        title: 'a point in time without the time',
        design: fromStream({ startingPosition: 'AT_TIMESTAMP' }),
        expect: ['noTimestamp'],
      },
    ],
  },
});
