import { kindNotExported } from '../not-exported.ts';
import { choice, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const logGroup = defineService({
  kind: 'log-group',
  title: 'CloudWatch Logs log group',
  category: 'observability',
  icon: 'AmazonCloudWatch',
  cloudFormation: ['AWS::Logs::LogGroup'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    logGroupName: text({ maxLength: 512, cfn: 'LogGroupName' }),
    retentionInDays: choice(
      [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
        3288, 3653,
      ],
      { default: 30, unit: 'days', help: 'Absent = never expires.', cfn: 'RetentionInDays' },
    ),
    logGroupClass: choice(['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'], {
      default: 'STANDARD',
      help: 'Subscription filters and metric filters need STANDARD.',
      cfn: 'LogGroupClass',
    }),
    kmsKeyId: text({ cfn: 'KmsKeyId' }),
    dataProtection: yesNo({ default: false, cfn: 'DataProtectionPolicy' }),
    deletionProtectionEnabled: yesNo({ default: false, cfn: 'DeletionProtectionEnabled' }),
  },
  explain: 'CloudWatch Logs log group',
  limits: ['Two subscription filters per log group by default (adjustable)', 'Log event 1 MB'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
