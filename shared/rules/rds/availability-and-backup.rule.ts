import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const database = (properties: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(
        node('subnet', 'data', { subnetType: 'isolated' }),
        node('rds-instance', 'db', properties),
      ),
    ),
  );

export const rdsAvailabilityAndBackup = defineRule({
  meta: {
    id: 'rds/availability-and-backup',
    severity: 'warning',
    messages: {
      singleZone:
        '{node} runs in one Availability Zone and is gone while that zone fails; switch Multi-AZ on for production.',
      backups:
        '{node} keeps its backups {days} days; keep them 7 days at least, so that a mistake found after the weekend can be undone.',
      unprotected:
        '{node} can be deleted by mistake; switch deletion protection on for production.',
      oneInstance:
        '{node} has one instance, and a new one takes minutes when it fails; add a reader, which takes over within seconds.',
      unencrypted:
        '{node} is not encrypted at rest, and cannot be encrypted later; switch storage encryption on now.',
    },
    explain:
      'A single instance is gone while its zone fails or it is being patched. Backups allow a restore to any second of the last days, 35 at most. Encryption can only be chosen when the database is created. In a design of the stage dev or workshop only encryption is asked for.',
    docs: {
      title: 'Configuring and managing a Multi-AZ deployment',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html',
    },
    overlaps: ['AwsSolutions-RDS3', 'AwsSolutions-RDS10', 'AwsSolutions-RDS13'],
  },
  on: nodes('rds-instance', 'aurora-cluster'),
  check(node, graph, report) {
    const data = { node: named(node) };
    if (graph.boolean(node, 'storageEncrypted') === false)
      report({
        message: 'unencrypted',
        property: 'storageEncrypted',
        data,
        fixes: [
          { title: 'Encrypt the storage', edit: setProperty(node.id, 'storageEncrypted', true) },
        ],
      });
    const { stage } = graph.settings;
    if (stage === 'dev' || stage === 'workshop') return;
    if (node.kind === 'aurora-cluster') {
      if (graph.number(node, 'readers') === 0)
        report({
          message: 'oneInstance',
          property: 'readers',
          data,
          fixes: [{ title: 'Add a reader', edit: setProperty(node.id, 'readers', 1) }],
        });
    } else if (graph.boolean(node, 'multiAz') === false)
      report({
        message: 'singleZone',
        property: 'multiAz',
        data,
        fixes: [{ title: 'Switch Multi-AZ on', edit: setProperty(node.id, 'multiAz', true) }],
      });
    const days = graph.number(node, 'backupRetentionPeriod');
    if (days !== undefined && days < 7)
      report({
        message: 'backups',
        property: 'backupRetentionPeriod',
        data: { ...data, days },
        fixes: [
          { title: 'Keep backups 7 days', edit: setProperty(node.id, 'backupRetentionPeriod', 7) },
        ],
      });
    if (graph.boolean(node, 'deletionProtection') === false)
      report({
        message: 'unprotected',
        property: 'deletionProtection',
        data,
        fixes: [
          {
            title: 'Protect it from deletion',
            edit: setProperty(node.id, 'deletionProtection', true),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'safe in every way', design: database({ multiAz: true, deletionProtection: true }) },
      {
        title: 'settings by parameters',
        design: database({
          multiAz: { Ref: 'A' },
          deletionProtection: { Ref: 'B' },
          backupRetentionPeriod: { Ref: 'C' },
          storageEncrypted: { Ref: 'D' },
        }),
      },
      { title: 'a workshop', design: { ...database({}), stage: 'workshop' } },
    ],
    bad: [
      { title: 'one zone', design: database({ deletionProtection: true }), expect: ['singleZone'] },
      {
        title: 'an Aurora cluster of one instance',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'data', { subnetType: 'isolated' }),
              node('aurora-cluster', 'db', { deletionProtection: true }),
            ),
          ),
        ),
        expect: ['oneInstance'],
      },
      {
        title: 'no backups',
        design: database({ multiAz: true, deletionProtection: true, backupRetentionPeriod: 0 }),
        expect: ['backups'],
      },
      { title: 'not protected', design: database({ multiAz: true }), expect: ['unprotected'] },
      {
        title: 'not encrypted',
        design: database({ multiAz: true, deletionProtection: true, storageEncrypted: false }),
        expect: ['unencrypted'],
      },
    ],
  },
});
