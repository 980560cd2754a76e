import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const apiToFunction = (fn: object, integration: object = {}) =>
  design(
    node('http-api', 'api', { name: 'api' }),
    node('lambda', 'worker', { ...fn }),
    connection('http-api--lambda', 'api', 'worker', { path: '/', method: 'GET', ...integration }),
  );

export const topologyApiTimeoutVsLambda = defineRule({
  meta: {
    id: 'topology/api-timeout-vs-lambda',
    severity: 'warning',
    messages: {
      longer:
        '{api} answers with an error after {apiTimeout} s while {function} may run {timeout} s; shorten the timeout of the function or answer asynchronously.',
    },
    explain:
      'The API gives up when its integration timeout is over, whatever the function still does. The caller sees an error, often tries again, and the function runs twice. What takes longer belongs behind a queue or a workflow.',
    docs: {
      title: 'Amazon API Gateway quotas',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    },
  },
  on: connections({
    from: ['rest-api', 'http-api', 'websocket-api'],
    to: 'lambda',
    mechanism: 'api-integration',
  }),
  check({ connection, source, target }, graph, report) {
    const timeout = graph.number(target, 'timeout');
    const limit = graph.number(connection, 'timeoutInMillis');
    if (timeout === undefined || limit === undefined || timeout * 1000 <= limit) return;
    const shorter = Math.floor(limit / 1000);
    report({
      message: 'longer',
      property: 'timeoutInMillis',
      data: { api: named(source), apiTimeout: limit / 1000, function: named(target), timeout },
      fixes:
        shorter < 1
          ? []
          : [
              {
                title: `Set the timeout of ${named(target)} to ${shorter} s`,
                edit: setProperty(target.id, 'timeout', shorter),
              },
            ],
    });
  },
  examples: {
    good: [
      { title: 'a function within the time of the API', design: apiToFunction({ timeout: 20 }) },
      { title: 'a timeout by a parameter', design: apiToFunction({ timeout: { Ref: 'Seconds' } }) },
    ],
    bad: [
      {
        title: 'a function of five minutes',
        design: apiToFunction({ timeout: 300 }),
        expect: ['longer'],
      },
      {
        title: 'a short integration timeout',
        design: apiToFunction({ timeout: 10 }, { timeoutInMillis: 5000 }),
        expect: ['longer'],
      },
    ],
  },
});
