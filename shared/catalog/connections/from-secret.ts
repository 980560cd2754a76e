import { connectionsFrom } from '../connection.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { trigger } from '../mechanisms/trigger.mechanism.ts';
import { days, list } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromSecret = connectionsFrom<Kind>('secret', {
  lambda /* SAM: AWS::SecretsManager::RotationSchedule {SecretId, RotationLambdaARN} + AWS::Lambda::Permission + Policies AWSSecretsManagerRotationPolicy {FunctionName}
 CDK: secret.addRotationSchedule('Rotation', { rotationLambda: fn, automaticallyAfter: cdk.Duration.days(30) }) */:
    trigger({
      label: 'is rotated by',
      delivery: 'async',
      properties: {
        automaticallyAfterDays: days({
          default: 30,
          min: 1,
          max: 1000,
          cfn: 'RotationRules.AutomaticallyAfterDays',
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
      ],
      docs: 'Rotation by Lambda function',
    }),
  'event-bus' /* SAM: nothing (CloudTrail events on the default bus)
 CDK: new events.Rule(this, 'SecretEvents', { eventPattern: { source: ['aws.secretsmanager'] } }) */:
    eventSource({
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
  'rds-instance' /* SAM: AWS::SecretsManager::SecretTargetAttachment {TargetType: AWS::RDS::DBInstance}
 CDK: secret.attach(db) | db.addRotationSingleUser() */: credential({
    variant: 'attachment',
    label: 'is attached to',
    delivery: 'config',
    docs: 'AWS::SecretsManager::SecretTargetAttachment',
  }),
});
