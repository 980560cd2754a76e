import { connectionsFrom } from '../connection.ts';
import { certificate } from '../mechanisms/certificate.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromCertificate = connectionsFrom<Kind>('certificate', {
  cloudfront /* SAM: ViewerCertificate {AcmCertificateArn, SslSupportMethod: sni-only} on AWS::CloudFront::Distribution
 CDK: new cloudfront.Distribution(this, 'Cdn', { defaultBehavior, certificate, domainNames }) */:
    certificate({
      label: 'secures',
      delivery: 'config',
      reversible: true,
      docs: 'Requirements for using SSL/TLS certificates with CloudFront',
    }),
  'api-custom-domain' /* SAM: Domain.CertificateArn on the SAM API
 CDK: new apigwv2.DomainName(this, 'Domain', { domainName, certificate }) | new apigw.DomainName(this, 'Domain', { domainName, certificate, endpointType: apigw.EndpointType.EDGE }) */:
    certificate({
      label: 'secures',
      delivery: 'config',
      reversible: true,
      docs: 'Get certificates ready in AWS Certificate Manager',
    }),
  'cognito-user-pool' /* SAM: CustomDomainConfig.CertificateArn on AWS::Cognito::UserPoolDomain
 CDK: userPool.addDomain('Domain', { customDomain: { domainName, certificate } }) */: certificate({
    label: 'secures',
    delivery: 'config',
    reversible: true,
    docs: 'Using your own domain for managed login',
  }),
});
