import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const api = (resultTtl: number | { Ref: string }) =>
  design(
    node('http-api', 'api', { name: 'api' }),
    node('lambda', 'check'),
    connection('http-api--lambda--authorizer', 'api', 'check', { resultTtl }),
  );

export const apigwAuthorizerTtl = defineRule({
  meta: {
    id: 'apigw/authorizer-ttl',
    severity: 'error',
    messages: {
      outside: '{authorizer}: its answer cannot be kept for {value}; API Gateway takes {range}.',
    },
    explain:
      'API Gateway keeps the answer of an authorizer for each token, which saves calls of the function. For that time the answer counts for all routes, so it must not be made for one path only, and a token that was taken back keeps working until the time is over. 0 switches this off.',
    docs: {
      title: 'Use API Gateway Lambda authorizers',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
    },
    overlaps: ['E3718'],
  },
  on: connections({ from: ['rest-api', 'http-api'], to: 'lambda', mechanism: 'authorizer' }),
  check({ connection: authorizer, target: fn }, graph, report) {
    const problem = outOfRange(graph, authorizer, {
      property: 'resultTtl',
      min: 0,
      max: 3600,
      unit: 's',
    });
    if (!problem) return;
    const { property, value, range, fixes } = problem;
    report({ message: 'outside', property, data: { authorizer: named(fn), value, range }, fixes });
  },
  examples: {
    good: [
      { title: 'five minutes', design: api(300) },
      { title: 'a time set by a parameter', design: api({ Ref: 'Seconds' }) },
    ],
    bad: [{ title: 'two hours', design: api(7200), expect: ['outside'] }],
  },
});
