import {
  array,
  type Code,
  call,
  create,
  flag,
  name,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { document, type ExpressionObject, getAtt, join, pseudo } from '../expression.ts';
import { memberOf } from '../members.ts';
import type { NodeScope } from '../service.ts';

const texts = (scope: NodeScope, property: string): string[] => {
  const value = scope.read(property);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

const mfa = { OFF: 'OFF', OPTIONAL: 'OPTIONAL', ON: 'REQUIRED' };

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
): { readonly properties: ExpressionObject; readonly code?: Code } | undefined => {
  const [drawn] = scope.links('out', { mechanism: 'notification', kind: 'ses-identity' });
  if (drawn !== undefined)
    return {
      properties: {
        EmailSendingAccount: 'DEVELOPER',
        From: drawn.target.attribute('sender'),
        SourceArn: drawn.target.attribute('arn'),
        ConfigurationSet: drawn.target.attribute('configurationSet'),
      },
    };
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
          text('cognito-idp.amazonaws.com'),
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
                    actions: array([text('sns:Publish')]),
                    resources: array([text('*')]),
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
    code: { smsRole: constructRef(id), smsRoleExternalId: text(scope.id) },
  };
};

const strongPassword = ['Lowercase', 'Uppercase', 'Numbers', 'Symbols'] as const;

/** A user pool in CloudFormation, and as properties of the L2 construct. */
export const poolForm = (
  scope: NodeScope,
): {
  readonly properties: ExpressionObject;
  readonly props: Readonly<Record<string, Code | undefined>>;
  /** What the L2 construct cannot say of mails. */
  readonly email?: ExpressionObject | undefined;
} => {
  const verified = texts(scope, 'autoVerifiedAttributes');
  const phones =
    [...verified, ...texts(scope, 'signInWith')].includes('phone_number') ||
    scope.links('out', { mechanism: 'push-message' }).some(({ read }) => read('channel') === 'sms');
  const sms = phones ? smsRole(scope) : undefined;
  const email = emailSettings(scope);
  const passwordless = scope.read('passwordless') === true;
  const yes = (condition: boolean): Code | undefined => (condition ? flag(true) : undefined);
  return {
    properties: {
      ...signInProperties(scope),
      AutoVerifiedAttributes: verified,
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: scope.read('selfSignUpEnabled') === false,
      },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: recovery(scope), Priority: 1 }] },
      MfaConfiguration: scope.value('mfaConfiguration') ?? 'OPTIONAL',
      EnabledMfas: scope.read('mfaConfiguration') === 'OFF' ? undefined : ['SOFTWARE_TOKEN_MFA'],
      Policies: {
        PasswordPolicy: {
          MinimumLength: scope.value('passwordMinLength'),
          ...Object.fromEntries(strongPassword.map((item) => [`Require${item}`, true])),
        },
        SignInPolicy: passwordless
          ? { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] }
          : undefined,
      },
      EmailConfiguration: email?.properties,
      SmsConfiguration: sms?.properties,
    },
    props: {
      signInAliases: signInCode(scope),
      autoVerify: object({
        email: yes(verified.includes('email')),
        phone: yes(verified.includes('phone_number')),
      }),
      selfSignUpEnabled: flag(scope.read('selfSignUpEnabled') !== false),
      accountRecovery: name(`cognito.AccountRecovery.${recoveries[recovery(scope)]}`),
      mfa: memberOf('cognito.Mfa', mfa, scope.read('mfaConfiguration'), 'OPTIONAL'),
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
      signInPolicy: passwordless
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
    },
    email: email?.code === undefined ? email?.properties : undefined,
  };
};
