import { certificateRegion, isPlacedByDrawing } from '../cert/certificate.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { moveToRegion } from '../region/move.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const wanted = 'us-east-1';

const site = (code: string | { Ref: string }) =>
  design(
    inside(
      node('region', 'home', { code }),
      node('certificate', 'tls', { domainName: 'www.example.com' }),
    ),
    node('cloudfront', 'site', { aliases: ['www.example.com'] }),
    connection('certificate--cloudfront', 'tls', 'site'),
  );

export const cloudfrontCertUsEast1 = defineRule({
  meta: {
    id: 'cloudfront/cert-us-east-1',
    severity: 'error',
    messages: {
      wrongRegion:
        'The certificate {certificate} is in {region}; {distribution} can use only certificates from us-east-1.',
    },
    explain:
      'CloudFront belongs to no region, but it is steered from US East (N. Virginia), us-east-1, and takes the certificates for all its locations from there. A load balancer or an API behind it keeps a certificate of its own in its own region.',
    docs: {
      title: 'Requirements for using SSL/TLS certificates with CloudFront',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
    },
  },
  on: connections({ from: 'certificate', to: 'cloudfront', mechanism: 'certificate' }),
  check({ source: certificate, target: distribution }, graph, report) {
    const region = certificateRegion(graph, certificate);
    if (region === undefined || region === wanted) return;
    report({
      message: 'wrongRegion',
      data: { certificate: named(certificate), distribution: named(distribution), region },
      fixes: isPlacedByDrawing(graph, certificate) ? moveToRegion(graph, certificate, wanted) : [],
    });
  },
  examples: {
    good: [
      { title: 'a certificate in us-east-1', design: site('us-east-1') },
      {
        title: 'the ARN of a certificate that a parameter names',
        design: design(
          node('certificate', 'tls', {
            domainName: 'www.example.com',
            importExisting: true,
            certificateArn: { Ref: 'Certificate' },
          }),
          node('cloudfront', 'site', { aliases: ['www.example.com'] }),
          connection('certificate--cloudfront', 'tls', 'site'),
        ),
      },
    ],
    bad: [
      {
        title: 'a certificate in Frankfurt',
        design: site('eu-central-1'),
        expect: ['wrongRegion'],
      },
      {
        title: 'the ARN of a certificate elsewhere',
        design: design(
          node('certificate', 'tls', {
            domainName: 'www.example.com',
            importExisting: true,
            certificateArn:
              'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012',
          }),
          node('cloudfront', 'site', { aliases: ['www.example.com'] }),
          connection('certificate--cloudfront', 'tls', 'site'),
        ),
        expect: ['wrongRegion'],
      },
    ],
  },
});
