import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named, utf8Length } from '../text.ts';

/** In bytes; fixed. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions */
const mostCode = 10_240;
const runtimes = ['cloudfront-js-1.0', 'cloudfront-js-2.0'];

const fn = (properties: object) =>
  design(node('cloudfront-function', 'rewrite', { name: 'rewrite', ...properties }));

export const edgeCffCodeLimits = defineRule({
  meta: {
    id: 'edge/cff-code-limits',
    severity: 'error',
    messages: {
      tooLong:
        '{node}: the code has {bytes} bytes, but a CloudFront Function has at most 10,240; shorten it or use Lambda@Edge.',
      runtime:
        '{node}: {runtime} is no runtime of CloudFront Functions, which run JavaScript only; use cloudfront-js-2.0, or Lambda@Edge for other languages.',
      tooSlow: {
        text: '{node} is expected to take {duration} ms; CloudFront stops functions that compute for about 1 ms or more, use Lambda@Edge for longer work.',
        severity: 'warning',
      },
    },
    explain:
      'Millions of requests per second share the processes that run CloudFront Functions, so each gets little: 10 KB of code, 2 MB of memory and less than a millisecond, in a subset of JavaScript without libraries. CloudFront measures the compute utilisation from 0 to 100 and stops a function that goes beyond.',
    docs: {
      title: 'CloudFront quotas',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    },
  },
  on: nodes('cloudfront-function'),
  check(fn, graph, report) {
    const bytes = utf8Length(graph.text(fn, 'code') ?? '');
    if (bytes > mostCode)
      report({ message: 'tooLong', property: 'code', data: { node: named(fn), bytes } });
    const runtime = graph.text(fn, 'runtime');
    if (runtime !== undefined && !runtimes.includes(runtime))
      report({
        message: 'runtime',
        property: 'runtime',
        data: { node: named(fn), runtime },
        fixes: [
          {
            title: 'Use cloudfront-js-2.0',
            edit: setProperty(fn.id, 'runtime', 'cloudfront-js-2.0'),
          },
        ],
      });
    const duration = graph.number(fn, 'expectedDurationMs');
    if (duration !== undefined && duration >= 1)
      report({
        message: 'tooSlow',
        property: 'expectedDurationMs',
        data: { node: named(fn), duration },
      });
  },
  examples: {
    good: [
      { title: 'the code it starts with', design: fn({ expectedDurationMs: 0.3 }) },
      { title: 'code set by a parameter', design: fn({ code: { Ref: 'Code' } }) },
    ],
    bad: [
      { title: 'long code', design: fn({ code: '/* */'.repeat(2800) }), expect: ['tooLong'] },
      { title: 'a runtime of Lambda', design: fn({ runtime: 'nodejs24.x' }), expect: ['runtime'] },
      { title: 'slow code', design: fn({ expectedDurationMs: 5 }), expect: ['tooSlow'] },
    ],
  },
});
