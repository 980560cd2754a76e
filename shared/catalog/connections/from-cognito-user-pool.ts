import { connectionsFrom } from '../connection.ts';
import { encryption } from '../mechanisms/encryption.mechanism.ts';
import { federation } from '../mechanisms/federation.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { notification } from '../mechanisms/notification.mechanism.ts';
import { pushMessage } from '../mechanisms/push-message.mechanism.ts';
import { trigger } from '../mechanisms/trigger.mechanism.ts';
import { choice } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromCognitoUserPool = connectionsFrom<Kind>('cognito-user-pool', {
  lambda: trigger({
    label: 'calls trigger',
    properties: {
      trigger: choice(
        [
          'PreSignUp',
          'PostConfirmation',
          'PreAuthentication',
          'PostAuthentication',
          'PreTokenGeneration',
          'CustomMessage',
          'UserMigration',
          'DefineAuthChallenge',
          'CreateAuthChallenge',
          'VerifyAuthChallengeResponse',
          'CustomEmailSender',
          'CustomSMSSender',
          'InboundFederation',
        ],
        {
          default: 'PreSignUp',
          required: true,
          help: 'When the pool calls the function: before and after registration and sign-in, when it makes tokens, writes messages or asks a question of its own.',
        },
      ),
      lambdaVersion: choice(['V1_0', 'V2_0', 'V3_0'], {
        default: 'V1_0',
        when: (read) => read('trigger') === 'PreTokenGeneration',
        advanced: true,
        help: 'V1_0 changes id tokens only. V2_0 also access tokens, V3_0 also those of programs; both need the Essentials or Plus plan.',
      }),
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
        principal: 'cognito-idp.amazonaws.com',
        conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
      },
    ],
    docs: 'Customizing user pool workflows with Lambda triggers',
    options: { hook: 'user-pool' },
  }),
  'ses-identity': notification({
    label: 'sends mail with',
    delivery: 'async',
    statements: [
      {
        side: 'service-linked',
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: ['{target.arn}'],
      },
    ],
    explain:
      'Codes and invitations come from your own address, and as many as SES allows you. Cognito makes the role for it by itself. The identity has to be verified before the pool can use it.',
    docs: 'Email settings for Amazon Cognito user pools',
    options: { by: 'kind' },
  }),
  'cognito-identity-pool': federation({
    label: 'is an identity source of',
    explain:
      "The app signs the user in at the user pool, shows the token to the identity pool and gets AWS credentials for it. The identity pool takes tokens of the pool's app client only.",
    docs: 'Accessing AWS services using an identity pool after sign-in',
    options: { from: 'user-pool', into: 'identity-pool' },
  }),
  user: pushMessage({
    label: 'sends codes and invitations to',
    delivery: 'async',
    properties: {
      channel: choice(['email', 'sms'], {
        default: 'email',
        help: 'Text messages need a role, which the export adds, and phone numbers that the pool knows.',
      }),
    },
    statements: [
      {
        side: 'service-role',
        actions: ['sns:Publish'],
        resources: ['*'],
        principal: 'cognito-idp.amazonaws.com',
        when: ({ connection }) => connection('channel') === 'sms',
        byMechanism: true,
      },
    ],
    explain:
      'The pool writes to people by itself: codes that prove an address or a phone number, invitations, new passwords. Without Amazon SES it sends 50 mails a day at most. Text messages go through Amazon SNS under a role of the pool and are paid one by one; a new account reaches verified numbers only.',
    docs: 'SMS message settings for Amazon Cognito user pools',
  }),
  'log-group': logging({
    label: 'exports activity logs to',
    delivery: 'async',
    reversible: true,
    explain:
      'The user pool writes which mails and text messages it could not send, and with the Plus plan also who signed in from where and how risky that looked.',
    docs: 'Exporting logs from Amazon Cognito user pools',
    options: { setting: 'user-pool' },
  }),
  'kms-key': encryption({
    label: 'encrypts codes for custom senders with',
    delivery: 'config',
    reversible: true,
    explain:
      'Functions that send codes themselves get them encrypted. Without a drawn key the export makes one for the pool.',
    docs: 'Custom email sender Lambda trigger',
    options: {
      drawnFrom: 'encrypted',
      properties: (arn) => ({ 'LambdaConfig.KMSKeyID': arn }),
    },
  }),
});
