import { sequence, setProperty } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** A distribution that reads the bucket, which then nobody else has to. */
const addDistribution = (graph: Graph, catalog: CatalogFacts, bucket: Node): readonly Fix[] =>
  addNear(
    graph,
    catalog,
    'Serve it through CloudFront and keep it private',
    bucket,
    { kind: 'cloudfront', name: `${bucket.name} site` },
    (id) => [{ type: 'cloudfront--s3-bucket', from: id, to: bucket.id, properties: {} }],
  ).map(({ title, edit }) => ({
    title,
    edit: sequence(edit, setProperty(bucket.id, 'blockPublicAccess', true)),
  }));

const bucket = (properties: object) => design(node('s3-bucket', 'pages', { ...properties }));

export const securityPublicBucket = defineRule({
  meta: {
    id: 'security/public-bucket',
    severity: 'warning',
    messages: {
      open: '{node} can be made readable for everybody; block public access and serve it through CloudFront.',
      unreadable:
        '{node} is a website that nobody can read, because public access is blocked; put CloudFront in front.',
      noCdn:
        '{node} is a public website without CloudFront, so without HTTPS and cache; put a distribution in front.',
    },
    explain:
      'New buckets are private, and opening one by accident is a common way to leak data. The website endpoint of S3 has no HTTPS. A website does better with CloudFront in front: visitors get HTTPS and a cache near them, and with origin access control the bucket stays private.',
    docs: {
      title: 'Blocking public access to your Amazon S3 storage',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
    overlaps: [
      'AwsSolutions-S2',
      'AwsSolutions-S5',
      'CKV_AWS_20',
      'CKV_AWS_53',
      'CKV_AWS_54',
      'CKV_AWS_55',
      'CKV_AWS_56',
      'E3045',
    ],
  },
  on: nodes('s3-bucket'),
  check(bucket, graph, report, { catalog }) {
    const isBlocked = graph.boolean(bucket, 'blockPublicAccess');
    const isWebsite = graph.boolean(bucket, 'websiteHosting') === true;
    const isMeant = graph.boolean(bucket, 'publicWebsite');
    if (isBlocked !== false && !isWebsite && isMeant !== true) return;
    // Behind a distribution cloudfront/s3-oac speaks, at the connection.
    if (graph.incoming(bucket, { mechanism: 'origin' }).length > 0) return;
    const data = { node: named(bucket) };
    const fixes = addDistribution(graph, catalog, bucket);
    if (isBlocked === false && isMeant === false)
      report({
        message: 'open',
        property: 'blockPublicAccess',
        data,
        fixes: [
          {
            title: 'Block public access',
            edit: sequence(
              setProperty(bucket.id, 'blockPublicAccess', true),
              ...(isWebsite ? [setProperty(bucket.id, 'websiteHosting', false)] : []),
            ),
          },
          ...fixes,
        ],
      });
    else if (isBlocked === true && isWebsite)
      report({ message: 'unreadable', property: 'websiteHosting', data, fixes });
    else if (isMeant === true) report({ message: 'noCdn', property: 'publicWebsite', data, fixes });
  },
  examples: {
    good: [
      { title: 'a private bucket', design: bucket({}) },
      { title: 'set by a parameter', design: bucket({ blockPublicAccess: { Ref: 'Block' } }) },
      {
        title: 'behind a distribution',
        design: design(
          node('cloudfront', 'site'),
          node('s3-bucket', 'pages'),
          connection('cloudfront--s3-bucket', 'site', 'pages'),
        ),
      },
    ],
    bad: [
      { title: 'open', design: bucket({ blockPublicAccess: false }), expect: ['open'] },
      {
        title: 'a blocked website',
        design: bucket({ websiteHosting: true }),
        expect: ['unreadable'],
      },
      {
        title: 'a website without a distribution',
        design: bucket({ websiteHosting: true, blockPublicAccess: false, publicWebsite: true }),
        expect: ['noCdn'],
      },
    ],
  },
});
