import {
  call,
  name,
  number,
  object,
  text as string,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type Expression, expressionOf } from '../expression.ts';
import { expressionText, parsedJson } from '../json-text.ts';
import { days, integer, json, text, yesNo } from '../property.ts';
import { excludedCharacters } from '../rds/credentials.ts';
import { defineService, type NodeScope } from '../service.ts';
import { field } from '../workflow/task-parts.ts';

const isGenerated = (read: (property: string) => unknown): boolean =>
  read('generateSecretString') !== false;

/** What Secrets Manager takes when nothing is said. */
const defaultLength = 32;

export const secret = defineService({
  kind: 'secret',
  title: 'Secrets Manager secret',
  words: 'secrets manager sm password credential rotation key',
  category: 'security',
  icon: 'AWSSecretsManager',
  cloudFormation: ['AWS::SecretsManager::Secret'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 512,
      pattern: '^[A-Za-z0-9/_+=.@-]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty. A deleted secret keeps its name for a week to a month.',
      cfn: 'Name',
      cdk: 'secretName',
    }),
    description: text({
      maxLength: 2048,
      help: 'What it is for.',
      cfn: 'Description',
      cdk: 'description',
    }),
    generateSecretString: yesNo({
      default: true,
      help: 'Makes a user name and a random password as JSON. No: a random text, in the place of which you put the real value by hand.',
    }),
    secretStringTemplate: json({
      default: { username: 'dbadmin' },
      when: isGenerated,
      help: 'The JSON to which the password is added.',
    }),
    generateStringKey: text({
      default: 'password',
      when: isGenerated,
      advanced: true,
      help: 'Under which key the password stands.',
    }),
    passwordLength: integer({
      default: defaultLength,
      min: 1,
      max: 4096,
      when: isGenerated,
      advanced: true,
      help: 'Databases limit it: MySQL and MariaDB 41 characters, Oracle 30.',
    }),
    excludeCharacters: text({
      default: excludedCharacters,
      maxLength: 4096,
      when: isGenerated,
      advanced: true,
      help: 'Characters that the password does not have. RDS refuses quotes, slash, at sign and blanks.',
    }),
    rotationDays: days({
      min: 1,
      max: 1000,
      advanced: true,
      help: 'How often the function that rotates it does so, unless its connection says otherwise. Nothing rotates without one.',
    }),
    kmsKeyId: text({
      pattern: '^arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+$',
      advanced: true,
      help: "ARN of a KMS key of yours. Empty: Secrets Manager's own key, which is free.",
      cfn: 'KmsKeyId',
    }),
  },
  attributes: {
    arn: { cfn: 'Ref', cdk: 'secretArn' },
    kmsKeyArn: {
      cfn: (scope) => scope.value('kmsKeyId') ?? '',
      cdk: (_construct, scope) => codeOf(scope.value('kmsKeyId') ?? ''),
    },
  },
  clients: [
    {
      variables: ['SECRET_ARN'],
      what: 'secret',
      sdk: { id: 'secretsmanager', node: 'secrets-manager', dotnet: 'SecretsManager' },
    },
  ],
  task: {
    verb: 'Read',
    services: { secretsmanager: ['SecretId'] },
    call: (context) => ({
      resource: 'aws-sdk:secretsmanager:getSecretValue',
      arguments: { SecretId: context.fill('Arn', context.target.attribute('arn')) },
      output: field('SecretString'),
    }),
  },
  summary: (read) =>
    [
      isGenerated(read) ? 'generated' : 'by hand',
      ...(typeof read('rotationDays') === 'number' ? [`${String(read('rotationDays'))} d`] : []),
    ].join(' · '),
  explain:
    'A secret holds a password or a key, encrypted, so that it stands neither in code nor in a template nor in an environment variable. Code reads it when it starts, if its role may. The value can be changed in one place, by hand or by a function that rotates it, and nobody has to deploy anything.',
  cost: 'By the month for each secret, and by calls.',
  limits: ['A value has at most 64 KiB.', '10,000 reads a second in an account and Region.'],
  docs: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html',
  emit(scope) {
    const { out, id } = scope;
    const key = scope.read('kmsKeyId');
    out.resource(id, {
      type: 'AWS::SecretsManager::Secret',
      properties: {
        ...scope.cfnProperties(),
        // Empty: a random text, so that readers find a value from the start.
        GenerateSecretString: isGenerated(scope.read)
          ? {
              SecretStringTemplate: templateOf(scope),
              GenerateStringKey: generated(scope, 'generateStringKey'),
              PasswordLength: generated(scope, 'passwordLength'),
              ExcludeCharacters: generated(scope, 'excludeCharacters'),
            }
          : {},
      },
      deletionPolicy: 'Retain',
      cdk: scope.l2('secretsmanager.Secret', {
        generateSecretString: isGenerated(scope.read)
          ? object({
              secretStringTemplate: templateCode(scope),
              generateStringKey: codeOf(generated(scope, 'generateStringKey')),
              passwordLength: scope.code('passwordLength') ?? number(defaultLength),
              excludeCharacters: codeOf(generated(scope, 'excludeCharacters')),
            })
          : undefined,
        encryptionKey:
          typeof key === 'string'
            ? call('kms.Key.fromKeyArn', thisExpression, string(`${id}Key`), string(key))
            : undefined,
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    });
    if (key === undefined && scope.value('kmsKeyId') !== undefined)
      out.override(id, 'KmsKeyId', scope.value('kmsKeyId') ?? '');
    out.output(`${id}Arn`, scope.attribute('arn'), `ARN of the secret ${id}.`);
  },
});

const generated = (scope: NodeScope, property: string): Expression =>
  expressionOf(scope.graph.value(scope.node, property) ?? '');

const templateOf = (scope: NodeScope): Expression =>
  expressionText(
    expressionOf(parsedJson(scope.graph.value(scope.node, 'secretStringTemplate')) ?? {}),
  );

const templateCode = (scope: NodeScope) =>
  call(
    'JSON.stringify',
    codeOf(expressionOf(parsedJson(scope.graph.value(scope.node, 'secretStringTemplate')) ?? {})),
  );
