import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { defaultPattern, patternKey } from './patterns.ts';

const origins = (...patterns: readonly (string | { Ref: string })[]) =>
  design(
    node('cloudfront', 'site'),
    ...patterns.flatMap((pathPattern, at) => [
      node('s3-bucket', `pages-${at}`),
      connection('cloudfront--s3-bucket', 'site', `pages-${at}`, { pathPattern }),
    ]),
  );

export const cloudfrontNoOrigin = defineRule({
  meta: {
    id: 'cloudfront/no-origin',
    severity: 'error',
    messages: {
      none: '{node} has no origin to get content from; connect a bucket, an API or a function URL.',
      noDefault:
        '{node} has no origin for the paths that no pattern names; give one of its origins the pattern "default (*)".',
      twice:
        '{node} has two origins for the paths "{pattern}"; give one of them another pattern, or make it the fallback.',
      many: {
        text: '{node} has {count} cache behaviors; CloudFront takes {limit} by default (adjustable).',
        severity: 'warning',
      },
    },
    explain:
      'A distribution fetches content from origins. For each request it goes through the path patterns, and the first that matches says which origin to ask; the default behaviour comes last and takes everything else, so there has to be one.',
    docs: {
      title: 'Cache behavior settings',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
    },
    overlaps: ['E3057'],
  },
  on: nodes('cloudfront'),
  check(distribution, graph, report, { catalog, limit }) {
    const own = graph.outgoing(distribution, { mechanism: 'origin' });
    const first = own[0];
    if (!first) {
      report({
        message: 'none',
        data: { node: named(distribution) },
        fixes: addNear(
          graph,
          catalog,
          'Add a bucket as its origin',
          distribution,
          { kind: 's3-bucket', name: `${distribution.name} content` },
          (id) => [
            { type: 'cloudfront--s3-bucket', from: distribution.id, to: id, properties: {} },
          ],
        ),
      });
      return;
    }
    const patterns = new Map<string, number>();
    const fallbacks = new Map<string, number>();
    let isKnown = true;
    for (const origin of own) {
      const pattern = patternKey(graph, origin);
      const role = graph.text(origin, 'originRole');
      if (pattern === undefined || role === undefined) {
        isKnown = false;
        continue;
      }
      const group = role === 'fallback' ? fallbacks : patterns;
      const count = (group.get(pattern) ?? 0) + 1;
      group.set(pattern, count);
      if (count === 2)
        report({
          message: 'twice',
          at: origin,
          property: 'pathPattern',
          data: { node: named(distribution), pattern },
        });
    }
    if (isKnown && !patterns.has(defaultPattern) && !fallbacks.has(defaultPattern))
      report({
        message: 'noDefault',
        data: { node: named(distribution) },
        fixes:
          own.length === 1
            ? [
                {
                  title: 'Make its origin the default',
                  edit: setProperty(first.id, 'pathPattern', defaultPattern),
                },
              ]
            : [],
      });
    const most = limit('cloudFrontBehaviors');
    if (patterns.size > most)
      report({
        message: 'many',
        data: { node: named(distribution), count: patterns.size, limit: most },
      });
  },
  examples: {
    good: [
      { title: 'one origin', design: origins('default (*)') },
      { title: 'paths set by a parameter', design: origins({ Ref: 'Paths' }) },
      {
        title: 'a fallback for the same paths',
        design: design(
          node('cloudfront', 'site'),
          node('s3-bucket', 'pages'),
          node('s3-bucket', 'copy'),
          connection('cloudfront--s3-bucket', 'site', 'pages'),
          connection('cloudfront--s3-bucket', 'site', 'copy', { originRole: 'fallback' }),
        ),
      },
    ],
    bad: [
      { title: 'no origin', design: design(node('cloudfront', 'site')), expect: ['none'] },
      { title: 'no default', design: origins('images/*'), expect: ['noDefault'] },
      {
        title: 'the same paths twice',
        design: origins('default (*)', 'images/*', '/images/*'),
        expect: ['twice'],
      },
      {
        title: 'many patterns',
        design: origins('*', ...Array.from({ length: 75 }, (_, at) => `shop-${at}/*`)),
        expect: ['many'],
      },
    ],
  },
});
