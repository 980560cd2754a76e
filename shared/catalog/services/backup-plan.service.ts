import { kindNotExported } from '../not-exported.ts';
import { days, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const backupPlan = defineService({
  kind: 'backup-plan',
  title: 'AWS Backup plan',
  words: 'backup restore vault plan retention',
  category: 'storage',
  icon: 'AWSBackup',
  cloudFormation: [
    'AWS::Backup::BackupPlan',
    'AWS::Backup::BackupVault',
    'AWS::Backup::BackupSelection',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    backupPlanName: text({ required: true, maxLength: 50, cfn: 'BackupPlan.BackupPlanName' }),
    scheduleExpression: text({
      default: 'cron(0 5 ? * * *)',
      cfn: 'BackupPlan.BackupPlanRule.ScheduleExpression',
    }),
    deleteAfterDays: days({
      default: 35,
      min: 1,
      cfn: 'BackupPlan.BackupPlanRule.Lifecycle.DeleteAfterDays',
    }),
    moveToColdStorageAfterDays: days({
      min: 1,
      help: 'deleteAfterDays must be at least 90 days later.',
      cfn: 'BackupPlan.BackupPlanRule.Lifecycle.MoveToColdStorageAfterDays',
    }),
    enableContinuousBackup: yesNo({
      default: false,
      help: 'S3, RDS, Aurora and SAP HANA; retention 35 days at most.',
      cfn: 'BackupPlan.BackupPlanRule.EnableContinuousBackup',
    }),
    copyToRegion: text({ cfn: 'BackupPlan.BackupPlanRule.CopyActions.DestinationBackupVaultArn' }),
    vaultName: text({ default: 'Default' } /* AWS::Backup::BackupVault#BackupVaultName */),
  },
  explain: 'AWS Backup plan',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
