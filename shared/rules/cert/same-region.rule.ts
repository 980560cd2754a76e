import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { moveToRegion } from '../region/move.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { certificateRegion, isPlacedByDrawing } from './certificate.ts';

const searched = (code: Json, certificate: object = {}) =>
  design(
    inside(
      node('region', 'other', { code }),
      node('certificate', 'tls', { domainName: 'search.example.com', ...certificate }),
    ),
    node('opensearch', 'search'),
    connection('certificate--opensearch', 'tls', 'search'),
  );

export const certSameRegion = defineRule({
  meta: {
    id: 'cert/same-region',
    severity: 'error',
    messages: {
      wrongRegion:
        'The certificate {certificate} is in {region}, but {target} is in {wanted} and sees certificates of its own Region only; create it there.',
    },
    explain:
      'A certificate of ACM belongs to one Region and cannot be copied to another. Load balancers and search domains show certificates of their own Region. Only what CloudFront answers takes them from us-east-1, wherever the rest is.',
    docs: {
      title: 'Supported Regions for AWS Certificate Manager',
      url: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html',
    },
  },
  on: connections({
    from: 'certificate',
    to: ['alb', 'nlb', 'opensearch'],
    mechanism: 'certificate',
  }),
  check({ source: certificate, target }, graph, report) {
    const region = certificateRegion(graph, certificate);
    const wanted = graph.region(target);
    if (region === undefined || region === wanted) return;
    report({
      message: 'wrongRegion',
      data: { certificate: named(certificate), region, target: named(target), wanted },
      fixes: isPlacedByDrawing(graph, certificate) ? moveToRegion(graph, certificate, wanted) : [],
    });
  },
  examples: {
    good: [
      { title: 'one Region', design: searched('eu-west-1') },
      {
        title: 'a certificate whose ARN a parameter says',
        design: searched('us-east-1', {
          importExisting: true,
          certificateArn: { Ref: 'CertificateArn' },
        }),
      },
    ],
    bad: [
      {
        title: 'a certificate elsewhere',
        design: searched('us-east-1'),
        expect: ['wrongRegion'],
      },
    ],
  },
});
