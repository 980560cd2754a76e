import { connectionsFrom } from '../connection.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { trigger } from '../mechanisms/trigger.mechanism.ts';
import { choice } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromCognitoUserPool = connectionsFrom<Kind>('cognito-user-pool', {
  lambda /* SAM: Events: {Type: Cognito, Properties: {UserPool: !Ref UserPool, Trigger: PreSignUp}}; the pool must be in the same template; custom senders need LambdaConfig written on the pool
 CDK: userPool.addTrigger(cognito.UserPoolOperation.PRE_SIGN_UP, fn) | userPool.addTrigger(cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, fn, cognito.LambdaVersion.V2_0) */:
    trigger({
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
          } /* AWS::Cognito::UserPool#LambdaConfig.<trigger> */,
        ),
        lambdaVersion: choice(['V1_0', 'V2_0', 'V3_0'], {
          default: 'V1_0',
          when: (read) => read('trigger') === 'PreTokenGeneration',
          help: 'V2_0 and V3_0 need the Essentials or Plus plan.',
          cfn: 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion',
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
  'log-group': logging({
    label: 'exports activity logs to',
    delivery: 'async',
    reversible: true,
    refersTo: 'none',
    explain:
      'The user pool writes which mails and text messages it could not send, and with the Plus plan also who signed in from where and how risky that looked.',
    docs: 'Exporting logs from Amazon Cognito user pools',
    options: { setting: 'user-pool' },
  }),
});
