import { kindNotExported } from '../not-exported.ts';
import { choice, integer, list, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

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
    userPoolName: text({ maxLength: 128, cfn: 'UserPoolName' }),
    featurePlan: choice(['LITE', 'ESSENTIALS', 'PLUS'], {
      default: 'ESSENTIALS',
      cfn: 'UserPoolTier',
    }),
    signInWith: list({
      default: ['email'],
      help: 'email, phone_number or (AliasAttributes) preferred_username; cannot be changed later.',
      cfn: 'UsernameAttributes',
    }),
    selfSignUpEnabled: yesNo({
      default: true,
      help: 'Inverted in CloudFormation.',
      cfn: 'AdminCreateUserConfig.AllowAdminCreateUserOnly',
    }),
    autoVerifiedAttributes: list({ default: ['email'], cfn: 'AutoVerifiedAttributes' }),
    mfaConfiguration: choice(['OFF', 'OPTIONAL', 'ON'], {
      default: 'OPTIONAL',
      cfn: 'MfaConfiguration',
    }),
    passwordMinLength: integer({
      default: 8,
      min: 6,
      max: 99,
      cfn: 'Policies.PasswordPolicy.MinimumLength',
    }),
    emailSender: choice(['COGNITO_DEFAULT', 'DEVELOPER'], {
      default: 'COGNITO_DEFAULT',
      help: 'COGNITO_DEFAULT sends 50 mails per day; DEVELOPER = SES identity.',
      cfn: 'EmailConfiguration.EmailSendingAccount',
    }),
    domainPrefix: text(
      {
        maxLength: 63,
        help: 'Needed for managed login, ALB authentication and third-party IdPs.',
      } /* AWS::Cognito::UserPoolDomain#Domain */,
    ),
    appClientOAuthFlows: list(
      { default: ['code'] } /* AWS::Cognito::UserPoolClient#AllowedOAuthFlows */,
    ),
    callbackUrls: list(/* AWS::Cognito::UserPoolClient#CallbackURLs */),
    generateClientSecret: yesNo(
      {
        default: false,
        help: 'true for ALB authentication and server clients.',
      } /* AWS::Cognito::UserPoolClient#GenerateSecret */,
    ),
    accessTokenValidity: integer(
      {
        default: 60,
        min: 5,
        max: 1440,
        unit: 'min',
      } /* AWS::Cognito::UserPoolClient#AccessTokenValidity */,
    ),
    refreshTokenValidity: integer(
      {
        default: 43200,
        min: 60,
        max: 5256000,
        unit: 'min',
        help: '30 days default, 10 years maximum.',
      } /* AWS::Cognito::UserPoolClient#RefreshTokenValidity */,
    ),
    deletionProtection: choice(['ACTIVE', 'INACTIVE'], {
      default: 'INACTIVE',
      cfn: 'DeletionProtection',
    }),
    threatProtection: choice(['OFF', 'AUDIT', 'ENFORCED'], {
      default: 'OFF',
      help: 'PLUS plan only.',
      cfn: 'UserPoolAddOns.AdvancedSecurityMode',
    }),
    managedLogin: yesNo(
      {
        default: false,
        help: 'ESSENTIALS or PLUS; false = classic hosted UI.',
      } /* AWS::Cognito::UserPoolDomain#ManagedLoginVersion */,
    ),
    passwordless: yesNo({
      default: false,
      help: 'Passkeys or one-time passwords; ESSENTIALS or PLUS.',
      cfn: 'Policies.SignInPolicy.AllowedFirstAuthFactors',
    }),
  },
  explain: 'Cognito user pool',
  limits: ['1000 user pools per region by default', '40 million users per pool by default'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
