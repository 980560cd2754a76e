import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html */
const ranges = [
  { property: 'asyncMaxRetryAttempts', min: 0, max: 2 },
  { property: 'asyncMaxEventAge', min: 60, max: 21_600, unit: 's' },
];

export const lambdaAsyncSettingsRange = defineRule({
  meta: {
    id: 'lambda/async-settings-range',
    severity: 'error',
    messages: { outside: '{node}: {property} {value} is outside {range}; correct it.' },
    explain:
      'Retries after errors in the code can be lowered from the default of 2. An event stays at most 6 hours (21,600 seconds) in the queue inside of Lambda. Shorter values let failures come up sooner in the failure destination.',
    docs: {
      title: 'Configuring error handling settings for Lambda asynchronous invocations',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html',
    },
    overlaps: ['E3034'],
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    for (const range of ranges) {
      const wrong = outOfRange(graph, fn, range);
      if (!wrong) continue;
      const { property, fixes } = wrong;
      const data = { node: named(fn), property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
  },
  examples: {
    good: [
      {
        title: 'one retry within an hour',
        design: design(
          node('lambda', 'worker', { asyncMaxRetryAttempts: 1, asyncMaxEventAge: 3600 }),
        ),
      },
      {
        title: 'an age set by a parameter',
        design: design(node('lambda', 'worker', { asyncMaxEventAge: { Ref: 'Age' } })),
      },
    ],
    bad: [
      {
        title: 'a whole day',
        design: design(node('lambda', 'worker', { asyncMaxEventAge: 86_400 })),
        expect: ['outside'],
      },
      {
        title: 'many retries',
        design: design(node('lambda', 'worker', { asyncMaxRetryAttempts: 5 })),
        expect: ['outside'],
      },
    ],
  },
});
