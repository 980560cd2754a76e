import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html */
const storage = { property: 'ephemeralStorageSize', min: 512, max: 10_240, unit: 'MB' };

export const lambdaEphemeralStorageRange = defineRule({
  meta: {
    id: 'lambda/ephemeral-storage-range',
    severity: 'error',
    messages: {
      outside: '{node}: a /tmp of {value} is outside {range}; set a value in the range.',
    },
    explain:
      'Each execution environment has its own /tmp disk. 512 MB is free, more is billed for the time that the function runs. The disk may survive between invocations of the same environment, but it is never shared, so it is a cache and not a store.',
    docs: {
      title: 'Configure ephemeral storage for Lambda functions',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html',
    },
    overlaps: ['E3034'],
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    const wrong = outOfRange(graph, fn, storage);
    if (!wrong) return;
    const { property, value, range, fixes } = wrong;
    report({ message: 'outside', property, data: { node: named(fn), value, range }, fixes });
  },
  examples: {
    good: [
      {
        title: 'two gigabytes',
        design: design(node('lambda', 'worker', { ephemeralStorageSize: 2048 })),
      },
      {
        title: 'a size set by a parameter',
        design: design(node('lambda', 'worker', { ephemeralStorageSize: { Ref: 'Size' } })),
      },
    ],
    bad: [
      {
        title: 'less than AWS gives',
        design: design(node('lambda', 'worker', { ephemeralStorageSize: 256 })),
        expect: ['outside'],
      },
      {
        title: 'half a megabyte',
        design: design(node('lambda', 'worker', { ephemeralStorageSize: 600.5 })),
        expect: ['outside'],
      },
    ],
  },
});
