import { isIntrinsic } from '../../model/value.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named, utf8Length } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const most = 4096;

export const lambdaEnvSize = defineRule({
  meta: {
    id: 'lambda/env-size',
    severity: 'error',
    messages: {
      tooLarge:
        '{node}: environment variables use {bytes} of 4,096 bytes; move values such as {largest} to Parameter Store, AppConfig or S3.',
    },
    explain:
      'All variables of a function together must fit in 4 KB because they are stored with the function configuration. Large settings belong in a parameter, a secret or an object that is read at start-up and cached.',
    docs: {
      title: 'Lambda quotas',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    },
    overlaps: ['E3697'],
  },
  on: nodes('lambda'),
  check(node, graph, report) {
    let bytes = 0;
    let largest = '';
    let largestSize = 0;
    for (const [name, value] of Object.entries(graph.object(node, 'environment') ?? {})) {
      // Of an intrinsic only the name is known: what is counted is the least it can be.
      const text = isIntrinsic(value) || typeof value === 'object' ? '' : String(value);
      const size = utf8Length(name) + utf8Length(text);
      bytes += size;
      if (size > largestSize) {
        largest = name;
        largestSize = size;
      }
    }
    if (bytes > most)
      report({
        message: 'tooLarge',
        property: 'environment',
        data: { node: named(node), bytes, largest },
      });
  },
  examples: {
    good: [
      {
        title: 'ten small variables',
        design: design(
          node('lambda', 'worker', {
            environment: Object.fromEntries(
              Array.from({ length: 10 }, (_, at) => [`SETTING_${at}`, 'x'.repeat(40)]),
            ),
          }),
        ),
      },
      {
        title: 'values from elsewhere',
        design: design(
          node('lambda', 'worker', {
            environment: { RULES: { 'Fn::ImportValue': 'x'.repeat(5000) } },
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'one long JSON text',
        design: design(node('lambda', 'worker', { environment: { RULES: 'x'.repeat(5000) } })),
        expect: ['tooLarge'],
      },
      {
        title: 'few characters of many bytes',
        design: design(
          node('lambda', 'worker', { environment: { A: '語'.repeat(1400), B: { Ref: 'Other' } } }),
        ),
        expect: ['tooLarge'],
      },
    ],
  },
});
