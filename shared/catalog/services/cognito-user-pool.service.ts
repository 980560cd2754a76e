import {
  array,
  type Code,
  call,
  create,
  flag,
  member,
  name,
  object,
  text as string,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { poolClientId, writePoolClient, writePoolDomain } from '../cognito/client.ts';
import {
  document,
  type Expression,
  type ExpressionObject,
  getAtt,
  join,
  pseudo,
  refOf,
} from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { choice, integer, list, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

export const cognitoUserPool = defineService({
  kind: 'cognito-user-pool',
  title: 'Cognito user pool',
  category: 'identity',
  icon: 'AmazonCognito',
  cloudFormation: [
    'AWS::Cognito::UserPool',
    'AWS::Cognito::UserPoolClient',
    'AWS::Cognito::UserPoolDomain',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    userPoolName: text({
      maxLength: 128,
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'UserPoolName',
      cdk: 'userPoolName',
    }),
    featurePlan: choice(['LITE', 'ESSENTIALS', 'PLUS'], {
      default: 'ESSENTIALS',
      advanced: true,
      help: 'Lite is the old, cheap plan. Essentials adds passwordless sign-in and changes of access tokens, Plus adds protection against stolen passwords.',
      cfn: 'UserPoolTier',
      cdk: { name: 'featurePlan', enum: 'cognito.FeaturePlan' },
    }),
    signInWith: list({
      default: ['email'],
      help: 'What users type in as their name: email, phone_number, or preferred_username beside a user name. Cannot be changed later.',
    }),
    selfSignUpEnabled: yesNo({
      default: true,
      help: 'People may register themselves; otherwise an administrator does.',
    }),
    autoVerifiedAttributes: list({
      default: ['email'],
      advanced: true,
      help: 'What is checked with a code after registration: email, phone_number.',
    }),
    mfaConfiguration: choice(['OFF', 'OPTIONAL', 'ON'], {
      default: 'OPTIONAL',
      help: 'A second proof besides the password: a code from an authenticator app.',
    }),
    passwordMinLength: integer({
      default: 8,
      min: 6,
      max: 99,
      emitDefault: true,
      cfn: 'Policies.PasswordPolicy.MinimumLength',
      // The construct looks at the number, so one that comes from the template is set behind its back.
      cdk: () => ({}),
      help: 'Every password also needs small and capital letters, a digit and a symbol.',
    }),
    emailSender: choice(['COGNITO_DEFAULT', 'DEVELOPER'], {
      default: 'COGNITO_DEFAULT',
      advanced: true,
      help: 'Cognito itself sends 50 mails a day. DEVELOPER sends them through Amazon SES, from an address of yours that SES has verified.',
    }),
    domainPrefix: text({
      maxLength: 63,
      pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$',
      help: 'Gives the pool login pages under this name; it must be free in the whole region. Needed for managed login and for other identity providers.',
    }),
    appClientOAuthFlows: list({
      default: ['code'],
      advanced: true,
      help: 'How applications get tokens from the login pages: code (right for people), implicit (old), client_credentials (for programs without people).',
    }),
    callbackUrls: list({
      help: 'Where the login pages may send people back to. Without one applications ask for the password themselves.',
    }),
    generateClientSecret: yesNo({
      default: false,
      advanced: true,
      help: 'For servers, which can keep a secret; web pages and apps cannot.',
    }),
    accessTokenValidity: integer({ default: 60, min: 5, max: 1440, unit: 'min', advanced: true }),
    refreshTokenValidity: integer({
      default: 43_200,
      min: 60,
      max: 5_256_000,
      unit: 'min',
      advanced: true,
      help: 'How long people stay signed in: 30 days by default, 10 years at most.',
    }),
    deletionProtection: choice(['ACTIVE', 'INACTIVE'], {
      default: 'INACTIVE',
      advanced: true,
      help: 'Active: nobody can delete the pool, and all its users, by mistake.',
      cfn: 'DeletionProtection',
      cdk: (value) => ({ deletionProtection: flag(value === 'ACTIVE') }),
    }),
    threatProtection: choice(['OFF', 'AUDIT', 'ENFORCED'], {
      default: 'OFF',
      advanced: true,
      help: 'Looks at who signs in from where, and can refuse what looks like an attack. Plus plan only.',
      cfn: 'UserPoolAddOns.AdvancedSecurityMode',
      cdk: {
        name: 'standardThreatProtectionMode',
        enum: 'cognito.StandardThreatProtectionMode',
        members: { OFF: 'NO_ENFORCEMENT', AUDIT: 'AUDIT_ONLY', ENFORCED: 'FULL_FUNCTION' },
      },
    }),
    managedLogin: yesNo({
      default: false,
      advanced: true,
      help: 'The newer login pages, in the Essentials and Plus plans; otherwise the classic ones.',
    }),
    passwordless: yesNo({
      default: false,
      advanced: true,
      help: 'People may also sign in with a passkey or a code by mail; Essentials and Plus plans.',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'userPoolArn' },
    id: { cfn: 'Ref', cdk: 'userPoolId' },
    clientId: {
      cfn: (scope) => refOf(poolClientId(scope)),
      cdk: (_pool, scope) => member(constructRef(poolClientId(scope)), 'userPoolClientId'),
    },
    providerName: { cfn: 'ProviderName', cdk: 'userPoolProviderName' },
    loginUrl: {
      cfn: (scope) => loginUrl(scope),
      cdk: (_pool, scope) => codeOf(loginUrl(scope)),
    },
  },
  summary: (read) =>
    [
      String(read('featurePlan')).toLowerCase(),
      `MFA ${String(read('mfaConfiguration')).toLowerCase()}`,
      ...(read('selfSignUpEnabled') === false ? ['by invitation'] : []),
      ...(read('passwordless') === true ? ['passkeys'] : []),
    ].join(' · '),
  explain:
    'A directory of the users of an application, with everything around signing in: registration, checking mail addresses, forgotten passwords, a second factor, login pages. Whoever signs in gets tokens, signed statements about who that is, and APIs can check them without asking anybody. What a user may do with which data is not its business; that stays with your code.',
  cost: 'Users who signed in during the month, by feature plan; the first 10,000 are free in Lite and Essentials.',
  limits: [
    '1,000 user pools in a region by default (adjustable).',
    '40 million users in a pool by default (adjustable).',
    'A function that the pool calls has 5 seconds to answer.',
    '50 mails a day without Amazon SES.',
  ],
  docs: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html',
  emit(scope) {
    const { out, id } = scope;
    refuseUnknown(
      scope,
      'signInWith',
      'autoVerifiedAttributes',
      'selfSignUpEnabled',
      'mfaConfiguration',
      'emailSender',
      'appClientOAuthFlows',
      'managedLogin',
      'passwordless',
    );
    const sms = texts(scope, 'autoVerifiedAttributes').includes('phone_number')
      ? smsRole(scope)
      : undefined;
    const email = emailSettings(scope);
    out.resource(id, {
      type: 'AWS::Cognito::UserPool',
      deletionPolicy: 'Retain',
      properties: {
        ...scope.cfnProperties(),
        ...signInProperties(scope),
        AutoVerifiedAttributes: texts(scope, 'autoVerifiedAttributes'),
        AdminCreateUserConfig: {
          AllowAdminCreateUserOnly: scope.read('selfSignUpEnabled') === false,
        },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: recovery(scope), Priority: 1 }] },
        MfaConfiguration: scope.value('mfaConfiguration') ?? 'OPTIONAL',
        EnabledMfas: scope.read('mfaConfiguration') === 'OFF' ? undefined : ['SOFTWARE_TOKEN_MFA'],
        Policies: {
          PasswordPolicy: {
            MinimumLength: scope.value('passwordMinLength'),
            RequireLowercase: true,
            RequireUppercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
          },
          SignInPolicy:
            scope.read('passwordless') === true
              ? { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] }
              : undefined,
        },
        EmailConfiguration: email?.properties,
        SmsConfiguration: sms?.properties,
      },
      cdk: scope.l2('cognito.UserPool', {
        signInAliases: signInCode(scope),
        autoVerify: object(
          Object.fromEntries(
            [
              ['email', 'email'],
              ['phone', 'phone_number'],
            ].map(([key = '', attribute = '']) => [
              key,
              texts(scope, 'autoVerifiedAttributes').includes(attribute) ? flag(true) : undefined,
            ]),
          ),
        ),
        selfSignUpEnabled: flag(scope.read('selfSignUpEnabled') !== false),
        accountRecovery: name(`cognito.AccountRecovery.${recoveries[recovery(scope)]}`),
        mfa: name(`cognito.Mfa.${mfa[String(scope.read('mfaConfiguration'))] ?? 'OPTIONAL'}`),
        mfaSecondFactor: object({ sms: flag(false), otp: flag(true) }),
        passwordPolicy: object({
          minLength:
            scope.read('passwordMinLength') === undefined
              ? undefined
              : scope.code('passwordMinLength'),
          requireLowercase: flag(true),
          requireUppercase: flag(true),
          requireDigits: flag(true),
          requireSymbols: flag(true),
        }),
        signInPolicy:
          scope.read('passwordless') === true
            ? object({
                allowedFirstAuthFactors: object({
                  password: flag(true),
                  emailOtp: flag(true),
                  passkey: flag(true),
                }),
              })
            : undefined,
        email: email?.code,
        ...sms?.code,
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    });
    writePoolClient(scope);
    writePoolDomain(scope);
    out.output(`${id}Id`, scope.attribute('id'), `Id of ${scope.node.name}, for applications.`);
    out.output(
      `${id}ClientId`,
      scope.attribute('clientId'),
      `Id of the app client of ${scope.node.name}.`,
    );
  },
});

const texts = (scope: NodeScope, property: string): string[] => {
  const value = scope.read(property);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

const mfa: Readonly<Record<string, string>> = { OFF: 'OFF', OPTIONAL: 'OPTIONAL', ON: 'REQUIRED' };

/** A preferred user name stands beside a user name; then mail and phone are other names for the same. */
const signInProperties = (scope: NodeScope): ExpressionObject => {
  const names = ['email', 'phone_number', 'preferred_username'].filter((item) =>
    texts(scope, 'signInWith').includes(item),
  );
  if (names.length === 0) return {};
  return names.includes('preferred_username')
    ? { AliasAttributes: names }
    : { UsernameAttributes: names };
};

const signInCode = (scope: NodeScope): Code => {
  const names = texts(scope, 'signInWith');
  const preferred = names.includes('preferred_username');
  const email = names.includes('email');
  const phone = names.includes('phone_number');
  return object({
    username: preferred || !(email || phone) ? flag(true) : undefined,
    preferredUsername: preferred ? flag(true) : undefined,
    email: email ? flag(true) : undefined,
    phone: phone ? flag(true) : undefined,
  });
};

const recoveries = {
  verified_email: 'EMAIL_ONLY',
  verified_phone_number: 'PHONE_ONLY_WITHOUT_MFA',
  admin_only: 'NONE',
} as const;

/** How somebody who forgot the password proves who it is. */
const recovery = (scope: NodeScope): keyof typeof recoveries => {
  const verified = texts(scope, 'autoVerifiedAttributes');
  if (verified.includes('email')) return 'verified_email';
  return verified.includes('phone_number') ? 'verified_phone_number' : 'admin_only';
};

/** Mails through Amazon SES, from an address that the user names at deployment. */
const emailSettings = (
  scope: NodeScope,
): { readonly properties: ExpressionObject; readonly code: Code } | undefined => {
  if (scope.read('emailSender') !== 'DEVELOPER') return undefined;
  const from = scope.out.parameter(`${scope.id}FromEmail`, {
    description: `Address that ${scope.node.name} sends mails from; Amazon SES must have verified it.`,
    pattern: '[^@]+@[^@]+',
    example: 'no-reply@example.com',
  });
  return {
    properties: {
      EmailSendingAccount: 'DEVELOPER',
      From: from,
      SourceArn: join(
        'arn:',
        pseudo('Partition'),
        ':ses:',
        pseudo('Region'),
        ':',
        pseudo('AccountId'),
        ':identity/',
        from,
      ),
    },
    code: call('cognito.UserPoolEmail.withSES', object({ fromEmail: codeOf(from) })),
  };
};

/** Lets Cognito send text messages: to any phone, which has no ARN. */
const smsRole = (
  scope: NodeScope,
): { readonly properties: ExpressionObject; readonly code: Record<string, Code> } => {
  const { out } = scope;
  const id = `${scope.id}SmsRole`;
  const conditions = { StringEquals: { 'sts:ExternalId': scope.id } };
  const statement = { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' };
  out.resource(id, {
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: document({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'cognito-idp.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: conditions,
          },
        ],
      }),
      Policies: [
        {
          PolicyName: 'SendTextMessages',
          PolicyDocument: document({ Version: '2012-10-17', Statement: [statement] }),
        },
      ],
    },
    cdk: {
      class: 'iam.Role',
      props: {
        assumedBy: create(
          'iam.ServicePrincipal',
          string('cognito-idp.amazonaws.com'),
          object({ conditions: codeOf(conditions) }),
        ),
        inlinePolicies: object({
          SendTextMessages: create(
            'iam.PolicyDocument',
            object({
              statements: array([
                create(
                  'iam.PolicyStatement',
                  object({
                    actions: array([string('sns:Publish')]),
                    resources: array([string('*')]),
                  }),
                ),
              ]),
            }),
          ),
        }),
      },
    },
  });
  return {
    properties: { ExternalId: scope.id, SnsCallerArn: getAtt(id, 'Arn') },
    code: { smsRole: constructRef(id), smsRoleExternalId: string(scope.id) },
  };
};

const loginUrl = (scope: NodeScope): Expression =>
  join(
    'https://',
    scope.value('domainPrefix') ?? scope.id,
    '.auth.',
    pseudo('Region'),
    '.amazoncognito.com',
  );
