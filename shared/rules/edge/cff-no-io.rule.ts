import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const edgeCffNoIo = defineRule({
  meta: {
    id: 'edge/cff-no-io',
    severity: 'error',
    messages: {
      noNetwork:
        '{node}: a CloudFront Function has no network and cannot use {target}; use a Lambda@Edge function for that.',
      noBody:
        '{node}: a CloudFront Function does not see the body of a request; use a Lambda@Edge function for that.',
    },
    explain:
      'CloudFront Functions have no network, no file system and no body of the request. The only data they can look up is a key value store of CloudFront. Checking a token with a key from that store works; asking a database about the user does not.',
    docs: {
      title: 'Restrictions on CloudFront Functions',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-function-restrictions.html',
    },
  },
  on: nodes('cloudfront-function'),
  check(fn, graph, report, { catalog }) {
    for (const use of graph.outgoing(fn)) {
      const target = graph.target(use);
      // Ways that the catalog knows are ways that work: the distribution, and its logs.
      if (!target || catalog.between(fn.kind, target.kind).length > 0) continue;
      report({
        message: 'noNetwork',
        at: use,
        data: { node: named(fn), target: named(target) },
        fixes: [removeConnection(catalog, use)],
      });
    }
    if (graph.boolean(fn, 'readsRequestBody') === true)
      report({
        message: 'noBody',
        property: 'readsRequestBody',
        data: { node: named(fn) },
        fixes: [
          {
            title: 'It does not read the body',
            edit: setProperty(fn.id, 'readsRequestBody', false),
          },
        ],
      });
  },
  examples: {
    good: [
      {
        title: 'a function that rewrites URLs',
        design: design(
          node('cloudfront-function', 'rewrite', { name: 'rewrite' }),
          node('cloudfront', 'site'),
          connection('cloudfront-function--cloudfront', 'rewrite', 'site'),
        ),
      },
      {
        title: 'whether it reads the body is a parameter',
        design: design(
          node('cloudfront-function', 'rewrite', {
            name: 'rewrite',
            readsRequestBody: { Ref: 'Reads' },
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'a table',
        design: design(
          node('cloudfront-function', 'check', { name: 'check' }),
          node('dynamodb-table', 'sessions'),
          connection('cloudfront-function--dynamodb-table', 'check', 'sessions'),
        ),
        expect: ['noNetwork'],
      },
      {
        title: 'the body',
        design: design(
          node('cloudfront-function', 'check', { name: 'check', readsRequestBody: true }),
        ),
        expect: ['noBody'],
      },
    ],
  },
});
