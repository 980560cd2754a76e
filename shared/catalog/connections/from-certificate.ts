import { connectionsFrom } from '../connection.ts';
import { certificate } from '../mechanisms/certificate.mechanism.ts';
import { text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromCertificate = connectionsFrom<Kind>('certificate', {
  cloudfront: certificate({
    label: 'secures',
    delivery: 'config',
    reversible: true,
    docs: 'Requirements for using SSL/TLS certificates with CloudFront',
    options: { by: 'target' },
  }),
  'api-custom-domain': certificate({
    label: 'secures',
    delivery: 'config',
    reversible: true,
    docs: 'Get certificates ready in AWS Certificate Manager',
    options: { by: 'target' },
  }),
  'cognito-user-pool': certificate({
    label: 'secures',
    delivery: 'config',
    reversible: true,
    properties: {
      domainName: text({
        maxLength: 63,
        help: 'Address of the login pages, such as login.example.com; empty takes the name of the certificate.',
      }),
    },
    docs: 'Using your own domain for managed login',
    options: { by: 'login-domain' },
  }),
});
