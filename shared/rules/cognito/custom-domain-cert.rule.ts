import { certificateRegion, isPlacedByDrawing } from '../cert/certificate.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { moveToRegion } from '../region/move.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const wanted = 'us-east-1';

const login = (code: string | { Ref: string }) =>
  design(
    inside(
      node('region', 'other', { code }),
      node('certificate', 'tls', { domainName: 'login.example.com' }),
    ),
    node('cognito-user-pool', 'users'),
    connection('certificate--cognito-user-pool', 'tls', 'users'),
  );

export const cognitoCustomDomainCert = defineRule({
  meta: {
    id: 'cognito/custom-domain-cert',
    severity: 'error',
    messages: {
      wrongRegion:
        'The certificate {certificate} for the login pages of {pool} is in {region}; Cognito needs it in us-east-1.',
    },
    explain:
      'Cognito serves its login pages through a CloudFront distribution that AWS runs for you. CloudFront reads certificates only from US East (N. Virginia), us-east-1, whatever region the user pool is in.',
    docs: {
      title: 'Using your own domain for managed login',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
    },
  },
  on: connections({ from: 'certificate', to: 'cognito-user-pool', mechanism: 'certificate' }),
  check({ source: certificate, target: pool }, graph, report) {
    const region = certificateRegion(graph, certificate);
    if (region === undefined || region === wanted) return;
    report({
      message: 'wrongRegion',
      data: { certificate: named(certificate), pool: named(pool), region },
      fixes: isPlacedByDrawing(graph, certificate) ? moveToRegion(graph, certificate, wanted) : [],
    });
  },
  examples: {
    good: [
      { title: 'a certificate in us-east-1', design: login('us-east-1') },
      {
        title: 'the ARN of a certificate that a parameter names',
        design: design(
          node('certificate', 'tls', {
            domainName: 'login.example.com',
            importExisting: true,
            certificateArn: { Ref: 'Certificate' },
          }),
          node('cognito-user-pool', 'users'),
          connection('certificate--cognito-user-pool', 'tls', 'users'),
        ),
      },
    ],
    bad: [
      {
        title: 'a certificate in another region',
        design: login('eu-central-1'),
        expect: ['wrongRegion'],
      },
    ],
  },
});
