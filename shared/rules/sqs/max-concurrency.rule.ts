import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html */
const least = 2;
const usualMost = 1000;

const limited = (properties: Parameters<typeof connection>[3], fn: object = {}) =>
  design(
    node('sqs-queue', 'orders'),
    node('lambda', 'worker', { ...fn }),
    connection('sqs-queue--lambda', 'orders', 'worker', properties),
  );

export const sqsMaxConcurrency = defineRule({
  meta: {
    id: 'sqs/max-concurrency',
    severity: 'error',
    messages: {
      tooSmall:
        '{queue} to {function}: a maximum concurrency of {value} is not possible; choose a whole number of at least 2.',
      withPollers:
        '{queue} to {function}: a maximum concurrency and pollers of its own exclude each other; choose one of them.',
      tooLarge: {
        text: '{queue} to {function}: a maximum concurrency of {value} is more than the usual 1,000 (adjustable).',
        severity: 'warning',
      },
      aboveReserved: {
        text: '{queue} to {function}: a maximum concurrency of {value} is more than the {reserved} that {function} has reserved; messages would be refused and come back.',
        severity: 'warning',
      },
    },
    explain:
      'This setting limits how many copies of the function one queue may keep busy, so that a backlog cannot starve the others or a database. If it is above the reserved concurrency, Lambda throttles, messages return and may end up in the dead-letter queue. With pollers of its own (provisioned mode) the queue is limited by their number instead.',
    docs: {
      title: 'Configuring scaling behavior for SQS event source mappings',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html',
    },
    overlaps: ['E3034'],
  },
  on: connections({ from: 'sqs-queue', to: 'lambda', mechanism: 'event-source-mapping' }),
  check({ connection, source: queue, target: fn }, graph, report) {
    if (!graph.isSet(connection, 'maximumConcurrency')) return;
    const data = { queue: named(queue), function: named(fn) };
    const remove = {
      title: 'Remove the maximum concurrency',
      edit: unsetProperty(connection.id, 'maximumConcurrency'),
    };
    const found = { property: 'maximumConcurrency' };
    if (graph.isSet(connection, 'minimumPollers') || graph.isSet(connection, 'maximumPollers'))
      report({ message: 'withPollers', data, ...found, fixes: [remove] });
    const value = graph.number(connection, 'maximumConcurrency');
    if (value === undefined) return;
    const set = (wanted: number) => ({
      title: `Set the maximum concurrency to ${wanted}`,
      edit: setProperty(connection.id, 'maximumConcurrency', wanted),
    });
    const reserved = graph.number(fn, 'reservedConcurrency');
    if (!Number.isInteger(value) || value < least)
      report({
        message: 'tooSmall',
        data: { ...data, value },
        ...found,
        fixes: [set(Math.max(least, Math.round(value))), remove],
      });
    else if (reserved !== undefined && value > reserved)
      report({
        message: 'aboveReserved',
        data: { ...data, value, reserved },
        ...found,
        fixes: [
          ...(Number.isInteger(reserved) && reserved >= least ? [set(reserved)] : []),
          remove,
        ],
      });
    else if (value > usualMost)
      report({ message: 'tooLarge', data: { ...data, value }, ...found, fixes: [set(usualMost)] });
  },
  examples: {
    good: [
      {
        title: 'within the reservation',
        design: limited({ maximumConcurrency: 10 }, { reservedConcurrency: 20 }),
      },
      {
        title: 'a number set by a parameter',
        design: limited({ maximumConcurrency: { Ref: 'Most' } }),
      },
      { title: 'no limit', design: limited({ minimumPollers: 2 }) },
    ],
    bad: [
      { title: 'one at a time', design: limited({ maximumConcurrency: 1 }), expect: ['tooSmall'] },
      {
        title: 'both ways of limiting',
        design: limited({ maximumConcurrency: 10, maximumPollers: 5 }),
        expect: ['withPollers'],
      },
      { title: 'very many', design: limited({ maximumConcurrency: 1500 }), expect: ['tooLarge'] },
      {
        title: 'more than reserved',
        design: limited({ maximumConcurrency: 50 }, { reservedConcurrency: 20 }),
        expect: ['aboveReserved'],
      },
    ],
  },
});
