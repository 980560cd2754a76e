import { flag, member, name } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { poolClientId, writePoolClient, writePoolDomain } from '../cognito/client.ts';
import { poolForm } from '../cognito/pool.ts';
import { type Expression, join, pseudo, refOf } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { choice, integer, list, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { inputField } from '../workflow/dynamic.ts';

export const cognitoUserPool = defineService({
  kind: 'cognito-user-pool',
  title: 'Cognito user pool',
  words: 'auth login sign-in sign-up users jwt oauth oidc identity authentication',
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
      items: choice(['email', 'phone_number', 'preferred_username']),
      default: ['email'],
      help: 'What users type in as their name: email, phone_number, or preferred_username beside a user name. Cannot be changed later.',
    }),
    selfSignUpEnabled: yesNo({
      default: true,
      help: 'People may register themselves; otherwise an administrator does.',
    }),
    autoVerifiedAttributes: list({
      items: choice(['email', 'phone_number']),
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
      items: choice(['code', 'implicit', 'client_credentials']),
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
  clients: [
    {
      variables: ['USER_POOL_ID', 'USER_POOL_CLIENT_ID'],
      what: 'Cognito user pool',
      sdk: {
        id: 'cognito-idp',
        node: 'cognito-identity-provider',
        java: 'cognitoidentityprovider',
        ruby: 'cognitoidentityprovider',
        dotnet: 'CognitoIdentityProvider',
      },
    },
  ],
  task: {
    verb: 'Look up user of',
    services: { cognitoidentityprovider: ['UserPoolId'] },
    call: (context) => ({
      resource: 'aws-sdk:cognitoidentityprovider:adminGetUser',
      arguments: {
        UserPoolId: context.fill('Id', context.target.attribute('id')),
        Username: inputField('username'),
      },
      output: { kind: 'result' },
    }),
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
    const pool = poolForm(scope);
    out.resource(id, {
      type: 'AWS::Cognito::UserPool',
      deletionPolicy: 'Retain',
      properties: { ...scope.cfnProperties(), ...pool.properties },
      cdk: scope.l2('cognito.UserPool', {
        ...pool.props,
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    });
    // The L2 construct wants to know the domain of a verified identity, which may be known at deployment only.
    if (pool.email !== undefined) out.override(id, 'EmailConfiguration', pool.email);
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

const loginUrl = (scope: NodeScope): Expression =>
  join(
    'https://',
    scope.value('domainPrefix') ?? scope.id,
    '.auth.',
    pseudo('Region'),
    '.amazoncognito.com',
  );
