import { array, call, create, member, name, text as string } from '../../lib/typescript/syntax.ts';
import { vaultId } from '../backup-vault.ts';
import { codeOf, constructRef } from '../code.ts';
import { arn, type Expression, getAtt, join, pseudo, refOf } from '../expression.ts';
import { days, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { inputField } from '../workflow/dynamic.ts';

export const backupPlan = defineService({
  kind: 'backup-plan',
  title: 'AWS Backup plan',
  words: 'backup restore vault plan retention snapshot recovery',
  category: 'storage',
  icon: 'AWSBackup',
  cloudFormation: [
    'AWS::Backup::BackupPlan',
    'AWS::Backup::BackupVault',
    'AWS::Backup::BackupSelection',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    scheduleExpression: text({
      default: 'cron(0 5 ? * * *)',
      emitDefault: true,
      help: 'When a backup starts, in UTC: cron(0 5 ? * * *) is every day at five.',
    }),
    deleteAfterDays: days({
      default: 35,
      min: 1,
      max: 36_500,
      emitDefault: true,
      help: 'How long a backup is kept.',
    }),
    moveToColdStorageAfterDays: days({
      min: 1,
      max: 36_500,
      advanced: true,
      help: 'Cold storage is cheaper; a backup stays there for 90 days at least, so it must be kept at least that much longer.',
    }),
    enableContinuousBackup: yesNo({
      default: false,
      help: 'Any moment of the last days can be restored: for S3, RDS and Aurora, kept for 35 days at most.',
    }),
    backupPlanName: text({
      maxLength: 50,
      pattern: '^[A-Za-z0-9_.-]+$',
      advanced: true,
      help: 'The export makes a name when this is empty.',
    }),
    vaultName: text({
      maxLength: 50,
      pattern: '^[A-Za-z0-9_-]{2,50}$',
      advanced: true,
      help: 'Where the backups lie; the export makes a vault for this plan alone. Default is the one that every account has.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'ref' },
    vaultName: {
      cfn: (scope) => (hasOwnVault(scope) ? getAtt(vaultId(scope), 'BackupVaultName') : 'Default'),
      cdk: (_plan, scope) =>
        hasOwnVault(scope)
          ? member(constructRef(vaultId(scope)), 'backupVaultName')
          : string('Default'),
    },
    vaultArn: {
      cfn: (scope) =>
        hasOwnVault(scope)
          ? getAtt(vaultId(scope), 'BackupVaultArn')
          : arn('backup', 'backup-vault:Default'),
      cdk: (_plan, scope) =>
        hasOwnVault(scope)
          ? member(constructRef(vaultId(scope)), 'backupVaultArn')
          : codeOf(arn('backup', 'backup-vault:Default')),
    },
    roleArn: {
      cfn: ({ id }) => getAtt(`${id}Role`, 'Arn'),
      cdk: (_plan, { id }) => member(constructRef(`${id}Role`), 'roleArn'),
    },
  },
  task: {
    verb: 'Back up into',
    services: { backup: ['BackupVaultName'] },
    call: (context) => ({
      resource: 'aws-sdk:backup:startBackupJob',
      arguments: {
        BackupVaultName: context.fill('VaultName', context.target.attribute('vaultName')),
        IamRoleArn: context.fill('RoleArn', context.target.attribute('roleArn')),
        ResourceArn: inputField('resourceArn'),
      },
      output: { kind: 'result' },
    }),
  },
  summary: (read) =>
    [
      `kept ${String(read('deleteAfterDays'))} d`,
      ...(read('enableContinuousBackup') === true ? ['continuous'] : []),
    ].join(' · '),
  explain:
    'A plan says when backups are made and how long they are kept, for everything that it has an arrow to: tables, databases, buckets, file systems. They lie in a vault, apart from what they protect, so that a mistake or an attacker that deletes the data does not delete them too. A backup is worth something once somebody has tried to restore it.',
  cost: 'Each gigabyte that is kept, by the month, and each that is restored or copied to another Region.',
  limits: [
    'Continuous backups go back 35 days at most.',
    'Backups in cold storage are kept for 90 days at least.',
    'S3 buckets must keep versions.',
  ],
  docs: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html',
  emit(scope) {
    const { out, id } = scope;
    if (hasOwnVault(scope)) writeVault(out, vaultId(scope), vaultNameOf(scope));
    const copies = copiesOf(scope);
    const lifecycle = {
      DeleteAfterDays: scope.value('deleteAfterDays'),
      MoveToColdStorageAfterDays: scope.value('moveToColdStorageAfterDays'),
    };
    const planName = scope.value('backupPlanName') ?? id.slice(0, 50);
    const schedule = scope.value('scheduleExpression') ?? 'cron(0 5 ? * * *)';
    const isContinuous = scope.read('enableContinuousBackup') === true;
    out.resource(id, {
      type: 'AWS::Backup::BackupPlan',
      properties: {
        BackupPlan: {
          BackupPlanName: planName,
          BackupPlanRule: [
            {
              RuleName: 'regular',
              TargetBackupVault: hasOwnVault(scope) ? refOf(vaultId(scope)) : 'Default',
              ScheduleExpression: schedule,
              Lifecycle: lifecycle,
              EnableContinuousBackup: isContinuous ? true : undefined,
              CopyActions:
                copies.length === 0
                  ? undefined
                  : copies.map(({ vault: copy, keep }) => ({
                      DestinationBackupVaultArn: copy,
                      Lifecycle: keep === undefined ? undefined : { DeleteAfterDays: keep },
                    })),
            },
          ],
        },
      },
    });
    emitSelection(scope);
  },
});

/** What the vault is called; every account has one called Default. */
const vaultNameOf = (scope: NodeScope): Expression =>
  scope.value('vaultName') ?? scope.id.slice(0, 50);

const writeVault = (out: NodeScope['out'], id: string, vaultName: Expression): void => {
  if (out.has(id)) return;
  out.resource(id, {
    type: 'AWS::Backup::BackupVault',
    deletionPolicy: 'Retain',
    properties: { BackupVaultName: vaultName },
    cdk: {
      class: 'backup.BackupVault',
      props: {
        backupVaultName: codeOf(vaultName),
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      },
    },
  });
};

const hasOwnVault = (scope: NodeScope): boolean => scope.value('vaultName') !== 'Default';

interface Copy {
  readonly vault: Expression;
  readonly keep: Expression | undefined;
}

/** Copies go to a vault of the same name in the other Region, which its stack makes. */
const copiesOf = (scope: NodeScope): readonly Copy[] =>
  scope.links('out', { mechanism: 'replication' }).flatMap((link): readonly Copy[] => {
    const region = link.target.read('code');
    if (typeof region !== 'string') {
      scope.out.problem(
        `"${scope.node.name}" copies to "${link.target.node.name}", whose Region is only known at deployment: choose one.`,
      );
      return [];
    }
    if (hasOwnVault(scope))
      writeVault(scope.outIn(region), `${scope.id}CopyVault`, vaultNameOf(scope));
    return [
      {
        vault: arn('backup', join('backup-vault:', vaultNameOf(scope)), { region }),
        keep: link.value('deleteAfterDays'),
      },
    ];
  });

/** AWS's own policies for backups: what a backup of each service needs changes with the service. */
const managed = (policy: string): Expression =>
  join('arn:', pseudo('Partition'), `:iam::aws:policy/${policy}`);

const emitSelection = (scope: NodeScope): void => {
  const { out, id } = scope;
  const links = scope.links('out', { mechanism: 'backup' });
  const policies = [
    'service-role/AWSBackupServiceRolePolicyForBackup',
    ...(links.some(({ target }) => target.node.kind === 's3-bucket')
      ? ['AWSBackupServiceRolePolicyForS3Backup']
      : []),
  ];
  const role = `${id}Role`;
  out.resource(role, {
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'backup.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
      ManagedPolicyArns: policies.map(managed),
    },
    cdk: {
      class: 'iam.Role',
      props: {
        assumedBy: create('iam.ServicePrincipal', string('backup.amazonaws.com')),
        managedPolicies: array(
          policies.map((policy) =>
            call('iam.ManagedPolicy.fromAwsManagedPolicyName', string(policy)),
          ),
        ),
      },
    },
  });
  if (links.length === 0) return;
  out.resource(`${id}Selection`, {
    type: 'AWS::Backup::BackupSelection',
    properties: {
      BackupPlanId: refOf(id),
      BackupSelection: {
        SelectionName: `${id}Selection`.slice(0, 50),
        IamRoleArn: getAtt(role, 'Arn'),
        Resources: links.map(({ target }) => target.attribute('arn')),
      },
    },
  });
};
