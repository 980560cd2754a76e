import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const longest = 30;
const toFunction = 'appsync-api--lambda';

interface Step {
  readonly link: Connection;
  readonly fn: Node;
  readonly seconds: number;
}

/** Functions that a field waits for; undefined for one whose time is not known, or that nobody waits for. */
const stepOf = (graph: Graph, link: Connection): Step | undefined => {
  const fn = graph.target(link);
  if (fn === undefined || graph.text(link, 'invocationType') !== 'RequestResponse')
    return undefined;
  const seconds = graph.number(fn, 'timeout');
  return seconds === undefined ? undefined : { link, fn, seconds };
};

const report30 = (timeout: unknown, properties: object = {}) =>
  design(
    node('appsync-api', 'api', { name: 'api', public: true }),
    node('lambda', 'report', { timeout: timeout as number }),
    connection(toFunction, 'api', 'report', { fieldName: 'report', ...properties }),
  );

export const appsyncRequestTimeout = defineRule({
  meta: {
    id: 'appsync/request-timeout',
    severity: 'warning',
    messages: {
      tooLong:
        '{node}: {field} may take {seconds} s, but AppSync ends a request after {longest} s; shorten it, or start it without waiting and answer by subscription.',
    },
    explain:
      'A GraphQL request must be answered within 30 seconds; the steps of a pipeline share them. Longer work is started without waiting, and its result is published by a mutation that the app has subscribed to.',
    docs: {
      title: 'AWS AppSync endpoints and quotas',
      url: 'https://docs.aws.amazon.com/general/latest/gr/appsync.html',
    },
  },
  on: nodes('appsync-api'),
  check(api, graph, report) {
    const fields = new Map<string, Step[]>();
    for (const link of graph.outgoing(api, { type: toFunction })) {
      const step = stepOf(graph, link);
      const field = graph.text(link, 'fieldName');
      const type = graph.text(link, 'typeName');
      if (step === undefined || field === undefined || type === undefined) continue;
      const key = `${type}.${field}`;
      fields.set(key, [...(fields.get(key) ?? []), step]);
    }
    for (const [field, steps] of fields) {
      const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
      const [first] = steps;
      if (seconds <= longest || first === undefined) continue;
      report({
        message: 'tooLong',
        at: first.link,
        data: { node: named(api), field, seconds, longest },
        fixes:
          steps.length > 1
            ? []
            : [
                {
                  title: 'Set the timeout of the function to 29 s',
                  edit: setProperty(first.fn.id, 'timeout', longest - 1),
                },
                {
                  title: 'Start it without waiting',
                  edit: setProperty(first.link.id, 'invocationType', 'Event'),
                },
              ],
      });
    }
  },
  examples: {
    good: [
      { title: 'ten seconds', design: report30(10) },
      { title: 'nobody waits', design: report30(300, { invocationType: 'Event' }) },
      { title: 'a timeout set by a parameter', design: report30({ Ref: 'Timeout' }) },
    ],
    bad: [
      { title: 'two minutes', design: report30(120), expect: ['tooLong'] },
      {
        title: 'two steps of twenty seconds',
        design: design(
          node('appsync-api', 'api', { name: 'api', public: true }),
          node('lambda', 'first', { timeout: 20 }),
          node('lambda', 'second', { timeout: 20 }),
          connection(toFunction, 'api', 'first', { fieldName: 'report' }),
          connection(toFunction, 'api', 'second', { fieldName: 'report', step: 2 }),
        ),
        expect: ['tooLong'],
      },
    ],
  },
});
