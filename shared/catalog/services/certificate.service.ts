import { codeOf } from '../code.ts';
import {
  certificateArnParameter,
  certificateNames,
  emailValidation,
  isExistingCertificate,
  zoneValidation,
} from '../edge/certificate.ts';
import { parameterRef, refOf } from '../expression.ts';
import { memberOf } from '../members.ts';
import { choice, list, type PropertyReader, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

const isNew = (read: PropertyReader): boolean => read('importExisting') !== true;
const byDns = (read: PropertyReader): boolean => isNew(read) && read('validationMethod') === 'DNS';

/** The members of `acm.KeyAlgorithm`. */
const keyAlgorithms = {
  RSA_2048: 'RSA_2048',
  EC_prime256v1: 'EC_PRIME256V1',
  EC_secp384r1: 'EC_SECP384R1',
} as const;

export const certificate = defineService({
  kind: 'certificate',
  title: 'ACM certificate',
  words: 'acm ssl tls https certificate manager',
  category: 'edge',
  icon: 'AWSCertificateManager',
  cloudFormation: ['AWS::CertificateManager::Certificate'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    domainName: text({
      required: true,
      maxLength: 253,
      pattern: '^(\\*\\.)?([A-Za-z0-9_-]+\\.)+[A-Za-z0-9-]+$',
      help: 'Such as www.example.com; *.example.com covers every name directly below example.com, not example.com itself.',
    }),
    subjectAlternativeNames: list({
      max: 99,
      help: 'Further names; 10 names for each certificate by default.',
    }),
    importExisting: yesNo({
      default: false,
      advanced: true,
      help: 'The certificate is there already, in this region.',
    }),
    certificateArn: text({
      when: (read) => !isNew(read),
      advanced: true,
      pattern: '^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+$',
      help: 'Empty: the export asks for it at deployment.',
    }),
    validationMethod: choice(['DNS', 'EMAIL'], {
      default: 'DNS',
      emitDefault: true,
      when: isNew,
      advanced: true,
      help: 'How ACM finds out that the domain is yours. DNS also lets it renew the certificate by itself.',
      cfn: 'ValidationMethod',
    }),
    validationDomain: text({
      when: (read) => isNew(read) && read('validationMethod') === 'EMAIL',
      advanced: true,
      help: 'The mails go to admin@ and four more addresses of this domain; empty: of the name itself.',
    }),
    keyAlgorithm: choice(Object.keys(keyAlgorithms), {
      default: 'RSA_2048',
      when: isNew,
      advanced: true,
      cfn: 'KeyAlgorithm',
      cdk: (value) => ({
        keyAlgorithm: memberOf('acm.KeyAlgorithm', keyAlgorithms, value, 'RSA_2048'),
      }),
    }),
    externalDns: yesNo({
      default: false,
      when: byDns,
      advanced: true,
      help: 'The validation records are entered outside Route 53, by hand, while the deployment waits.',
    }),
  },
  attributes: {
    arn: {
      cfn: (scope) =>
        isExistingCertificate(scope)
          ? (scope.value('certificateArn') ?? parameterRef(certificateArnParameter(scope)))
          : refOf(scope.id),
      cdk: 'certificateArn',
    },
  },
  summary: (read) => {
    const others = read('subjectAlternativeNames');
    const count = Array.isArray(others) ? others.length : 0;
    return [
      String(read('domainName') ?? 'no name yet'),
      ...(count > 0 ? [`${count} more`] : []),
      isNew(read) ? String(read('validationMethod')) : 'existing',
    ].join(' · ');
  },
  explain:
    'A certificate proves to browsers that a name belongs to whoever answers, and lets them encrypt the traffic. ACM issues it for nothing once the domain has proved to be yours, which a record in the hosted zone does for good, and renews it in time. It works in its own region only: CloudFront, edge-optimized API domains and Cognito domains want it in us-east-1.',
  cost: 'Public certificates are free.',
  limits: [
    '10 domain names for each certificate by default (adjustable to 100).',
    'The first name has at most 64 characters.',
    'A wildcard covers exactly one label.',
  ],
  docs: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-overview.html',
  emit(scope) {
    if (isExistingCertificate(scope)) return;
    const { out, id } = scope;
    const { first, others } = certificateNames(scope);
    const validation =
      scope.read('validationMethod') === 'EMAIL' ? emailValidation(scope) : zoneValidation(scope);
    out.resource(id, {
      type: 'AWS::CertificateManager::Certificate',
      properties: {
        DomainName: first,
        SubjectAlternativeNames: others.length === 0 ? undefined : others,
        ...scope.cfnProperties(),
        DomainValidationOptions: validation.options.length === 0 ? undefined : validation.options,
      },
      cdk: scope.l2('acm.Certificate', {
        domainName: codeOf(first),
        subjectAlternativeNames: others.length === 0 ? undefined : codeOf(others),
        validation: validation.code,
      }),
    });
  },
});
