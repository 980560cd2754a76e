import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
const daysInColdStorage = 90;
/** https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html */
const daysOfContinuousBackups = 35;

export const backupRetention = defineRule({
  meta: {
    id: 'backup/retention',
    severity: 'error',
    messages: {
      cold: '{plan} moves backups to cold storage after {cold} days and deletes them after {kept}, but they stay there for 90 days at least; keep them for {want} days or more.',
      continuous:
        '{plan} makes continuous backups and keeps them for {kept} days; AWS keeps those for 35 days at most.',
      continuousCold:
        '{plan} makes continuous backups, which cannot be moved to cold storage; leave one of the two out.',
    },
    explain:
      'Cold storage is cheap because backups stay there: AWS Backup wants 90 days at least. Continuous backups are another thing: a log of changes from which any moment can be restored, kept for 35 days at most and never moved.',
    docs: {
      title: 'Lifecycle',
      url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html',
    },
  },
  on: nodes('backup-plan'),
  check(plan, graph, report) {
    const kept = graph.number(plan, 'deleteAfterDays');
    const cold = graph.number(plan, 'moveToColdStorageAfterDays');
    const isContinuous = graph.boolean(plan, 'enableContinuousBackup') === true;
    const data = { plan: named(plan) };
    if (isContinuous && graph.isSet(plan, 'moveToColdStorageAfterDays'))
      report({
        message: 'continuousCold',
        data,
        fixes: [
          {
            title: 'Leave backups in warm storage',
            edit: unsetProperty(plan.id, 'moveToColdStorageAfterDays'),
          },
        ],
      });
    else if (cold !== undefined && kept !== undefined && kept < cold + daysInColdStorage) {
      const want = cold + daysInColdStorage;
      report({
        message: 'cold',
        data: { ...data, cold, kept, want },
        fixes: [
          {
            title: `Keep backups for ${want} days`,
            edit: setProperty(plan.id, 'deleteAfterDays', want),
          },
        ],
      });
    }
    if (isContinuous && kept !== undefined && kept > daysOfContinuousBackups)
      report({
        message: 'continuous',
        data: { ...data, kept },
        fixes: [
          {
            title: 'Keep backups for 35 days',
            edit: setProperty(plan.id, 'deleteAfterDays', daysOfContinuousBackups),
          },
        ],
      });
  },
  examples: {
    good: [
      {
        title: 'cold storage for more than 90 days',
        design: design(
          node('backup-plan', 'daily', { moveToColdStorageAfterDays: 30, deleteAfterDays: 120 }),
        ),
      },
      {
        title: 'continuous backups for five weeks, and days that a parameter gives',
        design: design(
          node('backup-plan', 'daily', { enableContinuousBackup: true }),
          node('backup-plan', 'weekly', {
            moveToColdStorageAfterDays: 30,
            deleteAfterDays: { Ref: 'Days' },
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'cold storage for five days',
        design: design(node('backup-plan', 'daily', { moveToColdStorageAfterDays: 30 })),
        expect: ['cold'],
      },
      {
        title: 'continuous backups for a year',
        design: design(
          node('backup-plan', 'daily', { enableContinuousBackup: true, deleteAfterDays: 365 }),
        ),
        expect: ['continuous'],
      },
      {
        title: 'continuous backups in cold storage',
        design: design(
          node('backup-plan', 'daily', {
            enableContinuousBackup: true,
            moveToColdStorageAfterDays: 1,
          }),
        ),
        expect: ['continuousCold'],
      },
    ],
  },
});
