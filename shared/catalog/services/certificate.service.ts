import { kindNotExported } from '../not-exported.ts';
import { choice, list, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const certificate = defineService({
  kind: 'certificate',
  title: 'ACM certificate',
  category: 'edge',
  icon: 'AWSCertificateManager',
  cloudFormation: ['AWS::CertificateManager::Certificate'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    domainName: text({ required: true, maxLength: 253, cfn: 'DomainName' }),
    subjectAlternativeNames: list({
      help: '10 names per certificate by default.',
      cfn: 'SubjectAlternativeNames',
    }),
    validationMethod: choice(['DNS', 'EMAIL'], { default: 'DNS', cfn: 'ValidationMethod' }),
    keyAlgorithm: choice(['RSA_2048', 'EC_prime256v1', 'EC_secp384r1'], {
      default: 'RSA_2048',
      cfn: 'KeyAlgorithm',
    }),
    externalDns: yesNo({ default: false, help: 'Validation records are kept outside Route 53.' }),
  },
  explain: 'ACM certificate',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
