import { call, member, name, number } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { getAtt } from '../expression.ts';
import { keyPolicy } from '../key-policy.ts';
import { choice, days, type PropertyReader, text, yesNo } from '../property.ts';
import type { NodeScope } from '../service.ts';
import { defineService } from '../service.ts';

const isSymmetric = (read: PropertyReader): boolean => read('keySpec') === 'SYMMETRIC_DEFAULT';

/** What a key of each sort is for when nothing is said; the first, of those that KMS allows. */
const usages: Readonly<Record<string, readonly string[]>> = {
  SYMMETRIC_DEFAULT: ['ENCRYPT_DECRYPT'],
  RSA_2048: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
  RSA_3072: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
  RSA_4096: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
  ECC_NIST_P256: ['SIGN_VERIFY', 'KEY_AGREEMENT'],
  ECC_NIST_P384: ['SIGN_VERIFY', 'KEY_AGREEMENT'],
  ECC_NIST_P521: ['SIGN_VERIFY', 'KEY_AGREEMENT'],
  ECC_SECG_P256K1: ['SIGN_VERIFY'],
  HMAC_256: ['GENERATE_VERIFY_MAC'],
  HMAC_384: ['GENERATE_VERIFY_MAC'],
  HMAC_512: ['GENERATE_VERIFY_MAC'],
};

export const kmsKey = defineService({
  kind: 'kms-key',
  title: 'KMS key',
  words: 'kms cmk key encryption customer managed',
  category: 'security',
  icon: 'AWSKeyManagementService',
  cloudFormation: ['AWS::KMS::Key', 'AWS::KMS::Alias'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    alias: text({
      maxLength: 256,
      pattern: '^alias/(?!aws/)[a-zA-Z0-9/_-]+$',
      help: 'A name by which people find the key, such as alias/orders. Aliases of AWS begin with alias/aws/ and are refused.',
    }),
    description: text({ maxLength: 8192, cfn: 'Description', cdk: 'description' }),
    keySpec: choice(Object.keys(usages), {
      default: 'SYMMETRIC_DEFAULT',
      advanced: true,
      help: 'AWS services encrypt with symmetric keys only. The others are for code that signs or exchanges keys.',
      cfn: 'KeySpec',
      cdk: { name: 'keySpec', enum: 'kms.KeySpec' },
    }),
    keyUsage: choice(['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'], {
      advanced: true,
      when: (read) => !isSymmetric(read),
      help: 'What the key is for; it cannot be changed later. Empty takes the usual one of the key spec.',
    }),
    enableKeyRotation: yesNo({
      default: true,
      when: isSymmetric,
      emitDefault: true,
      help: 'KMS makes new key material by itself; old data stays readable.',
      cfn: 'EnableKeyRotation',
      cdk: 'enableKeyRotation',
    }),
    rotationPeriodInDays: days({
      default: 365,
      min: 90,
      max: 2560,
      when: (read) => isSymmetric(read) && read('enableKeyRotation') === true,
      advanced: true,
      help: 'How often the key material is renewed.',
      cfn: 'RotationPeriodInDays',
      cdk: (value) => ({ rotationPeriod: call('cdk.Duration.days', number(Number(value))) }),
    }),
    multiRegion: yesNo({
      default: false,
      advanced: true,
      help: 'Copies of the key can be made in other regions.',
      cfn: 'MultiRegion',
      cdk: 'multiRegion',
    }),
    pendingWindowInDays: days({
      default: 30,
      min: 7,
      max: 30,
      advanced: true,
      help: 'How long a key that is deleted can still be brought back.',
      cfn: 'PendingWindowInDays',
      cdk: (value) => ({ pendingWindow: call('cdk.Duration.days', number(Number(value))) }),
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'keyArn' },
    id: { cfn: 'Ref', cdk: 'keyId' },
  },
  clients: [
    {
      variables: ['KMS_KEY_ID'],
      what: 'KMS key',
      sdk: { id: 'kms', dotnet: 'KeyManagementService' },
    },
  ],
  summary: (read) =>
    [
      isSymmetric(read) ? 'symmetric' : String(read('keySpec')),
      ...(read('enableKeyRotation') === true ? ['rotates'] : []),
    ].join(' · '),
  explain:
    'A key of your own in KMS, for data that must not be readable by whoever can read the service it lies in. The key never leaves KMS: services send it small pieces to encrypt or decrypt, and each use is in the log of CloudTrail. Its key policy says who may use it. Without a key of your own AWS encrypts with keys of its own, which cost nothing.',
  cost: 'About one US dollar a month for each key and each rotation, up to two; and requests, about three cents for 10,000.',
  limits: [
    'KMS encrypts 4,096 bytes at a time; services encrypt data with data keys that KMS makes.',
    'A key is for its region; other regions want a multi-Region key or one of their own.',
    'A deleted key is gone after 7 to 30 days, and with it all that it encrypted.',
  ],
  docs: 'https://docs.aws.amazon.com/kms/latest/developerguide/overview.html',
  emit(scope) {
    const { out, id } = scope;
    const usage = scope.value('keyUsage') ?? usages[String(scope.read('keySpec'))]?.[0];
    const allowed = usages[String(scope.read('keySpec'))] ?? [];
    if (typeof usage === 'string' && allowed.length > 0 && !allowed.includes(usage))
      out.problem(
        `"${scope.node.name}" cannot be for ${usage}: a key of the spec ${String(scope.read('keySpec'))} is for ${allowed.join(' or ')}. Set keyUsage to that, or leave it empty.`,
      );
    out.resource(id, {
      type: 'AWS::KMS::Key',
      deletionPolicy: 'Retain',
      properties: {
        ...scope.cfnProperties(),
        ...(isSymmetric(scope.read) ? {} : { KeyUsage: usage }),
        KeyPolicy: keyPolicy(),
      },
      cdk: scope.l2('kms.Key', {
        keyUsage:
          isSymmetric(scope.read) || typeof usage !== 'string'
            ? undefined
            : member(name('kms.KeyUsage'), usage),
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    });
    emitAlias(scope);
    out.output(`${id}Arn`, getAtt(id, 'Arn'), `ARN of the key ${id}.`);
  },
  resourcePolicy: {
    sam: ({ out, id }, statements) => out.set(id, 'KeyPolicy', keyPolicy(statements)),
  },
});

const emitAlias = (scope: NodeScope): void => {
  const alias = scope.value('alias');
  if (alias === undefined) return;
  scope.out.resource(`${scope.id}Alias`, {
    type: 'AWS::KMS::Alias',
    properties: { AliasName: alias, TargetKeyId: getAtt(scope.id, 'Arn') },
    cdk: {
      class: 'kms.Alias',
      props: { aliasName: codeOf(alias), targetKey: scope.construct },
    },
  });
};
