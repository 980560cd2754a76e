import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Security policies that still take protocols or ciphers older than those of 2021. */
const older = ['SSLv3', 'TLSv1', 'TLSv1_2016', 'TLSv1.1_2016', 'TLSv1.2_2018', 'TLSv1.2_2019'];
const modern = 'TLSv1.2_2021';

const site = (properties: object, origin: object = {}) =>
  design(
    inside(
      node('region', 'us', { code: 'us-east-1' }),
      node('certificate', 'tls', { domainName: 'www.example.com' }),
    ),
    node('cloudfront', 'site', { aliases: ['www.example.com'], ...properties }),
    node('external-endpoint', 'shop', { url: 'https://shop.example.net' }),
    connection('cloudfront--external-endpoint', 'site', 'shop', { ...origin }),
    connection('certificate--cloudfront', 'tls', 'site'),
  );

export const cloudfrontViewerHttps = defineRule({
  meta: {
    id: 'cloudfront/viewer-https',
    severity: 'warning',
    messages: {
      plainViewer: '{node} also answers plain HTTP; redirect visitors to HTTPS.',
      oldProtocol: '{node} takes the old security policy {version}; require at least TLSv1.2_2021.',
      plainOrigin: '{node} fetches from {origin} over plain HTTP; use HTTPS to the origin too.',
    },
    explain:
      'Over plain HTTP anybody on the way can read and change pages, cookies and passwords. A redirect costs one round trip on the first visit. A modern security policy shuts out only very old browsers. The way from CloudFront to the origin crosses the internet as well.',
    docs: {
      title: 'Require HTTPS for communication between viewers and CloudFront',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
    },
    overlaps: ['AwsSolutions-CFR4', 'AwsSolutions-CFR5', 'CKV_AWS_34', 'CKV_AWS_174'],
  },
  on: nodes('cloudfront'),
  check(node, graph, report, { catalog }) {
    if (graph.text(node, 'viewerProtocolPolicy') === 'allow-all')
      report({
        message: 'plainViewer',
        property: 'viewerProtocolPolicy',
        data: { node: named(node) },
        fixes: [
          {
            title: 'Redirect to HTTPS',
            edit: setProperty(node.id, 'viewerProtocolPolicy', 'redirect-to-https'),
          },
        ],
      });
    const version = graph.text(node, 'minimumProtocolVersion');
    // With CloudFront's own certificate the setting has no effect.
    if (
      version !== undefined &&
      older.includes(version) &&
      graph.incoming(node, { mechanism: 'certificate' }).length > 0
    )
      report({
        message: 'oldProtocol',
        property: 'minimumProtocolVersion',
        data: { node: named(node), version },
        fixes: [
          {
            title: `Require ${modern}`,
            edit: setProperty(node.id, 'minimumProtocolVersion', modern),
          },
        ],
      });
    for (const origin of graph.outgoing(node, { mechanism: 'origin' })) {
      const properties = catalog.connectionType(origin.type)?.properties ?? {};
      if (!Object.hasOwn(properties, 'protocolPolicy')) continue;
      if (graph.text(origin, 'protocolPolicy') !== 'http-only') continue;
      report({
        message: 'plainOrigin',
        at: origin,
        property: 'protocolPolicy',
        data: { node: named(node), origin: named(graph.target(origin)) },
        fixes: [
          { title: 'Use HTTPS only', edit: setProperty(origin.id, 'protocolPolicy', 'https-only') },
        ],
      });
    }
  },
  examples: {
    good: [
      { title: 'the defaults', design: site({}) },
      {
        title: 'policies set by parameters',
        design: site(
          { viewerProtocolPolicy: { Ref: 'Viewer' }, minimumProtocolVersion: { Ref: 'Tls' } },
          { protocolPolicy: { Ref: 'Origin' } },
        ),
      },
    ],
    bad: [
      {
        title: 'plain HTTP for visitors',
        design: site({ viewerProtocolPolicy: 'allow-all' }),
        expect: ['plainViewer'],
      },
      {
        title: 'an old policy',
        design: site({ minimumProtocolVersion: 'TLSv1_2016' }),
        expect: ['oldProtocol'],
      },
      {
        title: 'plain HTTP to the origin',
        design: site({}, { protocolPolicy: 'http-only' }),
        expect: ['plainOrigin'],
      },
    ],
  },
});
