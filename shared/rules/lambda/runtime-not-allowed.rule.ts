import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { moveToSuccessor, runtimeOfZip } from './runtime-support.ts';

export const lambdaRuntimeNotAllowed = defineRule({
  meta: {
    id: 'lambda/runtime-not-allowed',
    severity: 'error',
    messages: {
      blocked:
        '{node}: since {since} no function can be created with {runtime}; choose {successor}.',
      unknown: {
        text: '{node}: Isobar does not know the runtime "{runtime}"; check the name, or whether AWS has added it since.',
        severity: 'warning',
      },
    },
    explain:
      'AWS closes old language versions in stages: first no more patches, then no new functions, then no updates. Functions that exist keep running, but a stack that creates or updates one fails. Go and Rust use the OS-only runtime provided.al2023, other languages a runtime of their own or an image.',
    docs: {
      title: 'Lambda runtimes',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy',
    },
    overlaps: ['E2531', 'E2533', 'W2531', 'AwsSolutions-L1', 'CKV_AWS_363'],
  },
  on: nodes('lambda'),
  check(fn, graph, report, { today }) {
    const found = runtimeOfZip(graph, fn);
    if (!found) return;
    const { runtime, dates } = found;
    if (!dates)
      report({ message: 'unknown', property: 'runtime', data: { node: named(fn), runtime } });
    else if (dates.createBlocked <= today)
      report({
        message: 'blocked',
        property: 'runtime',
        data: {
          node: named(fn),
          runtime,
          since: dates.createBlocked,
          successor: dates.successor ?? 'a newer one',
        },
        fixes: moveToSuccessor(fn, dates),
      });
  },
  examples: {
    good: [
      { title: 'a new runtime', design: design(node('lambda', 'worker')) },
      {
        title: 'an old one of which functions can still be created',
        today: '2027-01-31',
        design: design(node('lambda', 'worker', { runtime: 'nodejs16.x' })),
      },
      {
        title: 'a runtime set by a parameter',
        design: design(node('lambda', 'worker', { runtime: { Ref: 'Runtime' } })),
      },
      {
        title: 'an image, which brings its own',
        design: design(
          node('lambda', 'worker', {
            packageType: 'Image',
            imageUri: 'repository:1',
            runtime: 'python2.7',
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'a runtime of the past',
        design: design(node('lambda', 'worker', { runtime: 'nodejs14.x' })),
        expect: ['blocked'],
      },
      {
        title: 'the same design, later',
        today: '2027-02-01',
        design: design(node('lambda', 'worker', { runtime: 'python3.9' })),
        expect: ['blocked'],
      },
      {
        title: 'a name that does not exist',
        design: design(node('lambda', 'worker', { runtime: 'nodejs24' })),
        expect: ['unknown'],
      },
    ],
  },
});
