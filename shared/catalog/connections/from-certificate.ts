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
  alb: certificate({
    label: 'secures',
    delivery: 'config',
    reversible: true,
    explain:
      'TLS ends at the load balancer, so it shows the certificate, which must be of its own Region. With several certificates it chooses by the name that the client asks for.',
    docs: 'SSL certificates for your Application Load Balancer',
    options: { by: 'target' },
  }),
  opensearch: certificate({
    label: 'secures',
    delivery: 'config',
    reversible: true,
    properties: {
      domainName: text({
        maxLength: 255,
        help: 'Name under which the domain answers as well, such as search.example.com; empty takes the name of the certificate.',
      }),
    },
    explain:
      'The domain answers under a name of your own as well, and shows this certificate, which must be of its own Region. A CNAME record has to lead the name to the host of the domain. Serverless collections take no name of their own in this way.',
    docs: 'Creating a custom endpoint for Amazon OpenSearch Service',
    options: { by: 'search-domain' },
  }),
  nlb: certificate({
    label: 'secures',
    delivery: 'config',
    reversible: true,
    explain:
      'With a TLS listener TLS ends at the load balancer, so it shows the certificate, which must be of its own Region. With several certificates it chooses by the name that the client asks for.',
    docs: 'Server certificates for your Network Load Balancer',
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
