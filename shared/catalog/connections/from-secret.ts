import { connectionsFrom } from '../connection.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { trigger } from '../mechanisms/trigger.mechanism.ts';
import { days, list } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromSecret = connectionsFrom<Kind>('secret', {
  lambda: trigger({
    label: 'is rotated by',
    delivery: 'async',
    properties: {
      automaticallyAfterDays: days({
        default: 30,
        min: 1,
        max: 1000,
        help: 'How often; first when it is deployed.',
      }),
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
        principal: 'secretsmanager.amazonaws.com',
        conditions: { StringEquals: { 'aws:SourceAccount': '{account}' } },
      },
      {
        side: 'target-role',
        actions: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:GetSecretValue',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        resources: ['{source.arn}'],
      },
      { side: 'target-role', actions: ['secretsmanager:GetRandomPassword'], resources: ['*'] },
      {
        side: 'target-role',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['{source.kmsKeyArn}'],
        conditions: { StringEquals: { 'kms:ViaService': 'secretsmanager.{region}.amazonaws.com' } },
        when: ({ source }) => source('kmsKeyId') !== undefined,
      },
    ],
    explain:
      'Secrets Manager calls the function four times for each rotation: make a new value, set it in the database, test it, and make it the current one. In between both values work, so nobody is locked out.',
    docs: 'Rotation by Lambda function',
    options: { hook: 'rotation' },
  }),
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes rotation events to',
    delivery: 'async',
    properties: {
      detailTypes: list({
        help: 'AWS API Call via CloudTrail, AWS Service Event via CloudTrail.',
      }),
    },
    docs: 'Monitoring Secrets Manager secrets with EventBridge',
  }),
  'rds-instance': credential({
    variant: 'attachment',
    label: 'is attached to',
    delivery: 'config',
    explain:
      'The secret gets host, port and engine of the database, next to user and password. A secret is attached to one database at most.',
    docs: 'AWS::SecretsManager::SecretTargetAttachment',
    options: { as: 'attach' },
  }),
});
