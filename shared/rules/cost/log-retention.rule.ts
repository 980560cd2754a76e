import { setProperty } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';

/** What most teams need to find out what went wrong. */
const usual = 30;

const propertyOf = (catalog: CatalogFacts, kind: string): string | undefined =>
  ['logRetentionDays', 'retentionInDays'].find((property) =>
    Object.hasOwn(catalog.properties(kind) ?? {}, property),
  );

/** Takes the property away, so that AWS's own default counts. */
const isNothing = (value: Json | undefined): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  'Ref' in value &&
  value.Ref === 'AWS::NoValue';

const nothing = { Ref: 'AWS::NoValue' };

export const costLogRetention = defineRule({
  meta: {
    id: 'cost/log-retention',
    severity: 'warning',
    messages: {
      forEver:
        '{node}: logs are kept for ever, and paid for as long; set how many days, for example 30.',
    },
    explain:
      'CloudWatch keeps logs until somebody says otherwise, and asks to be paid for them by size each month. Isobar keeps them for 30 days unless more or less is set; an AWS::NoValue in the place of the days takes that away again. Taking logs in costs more than keeping them, so a sensible log level saves most.',
    docs: {
      title: 'Working with log groups and log streams',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    },
    overlaps: ['CKV_AWS_66', 'I3013'],
  },
  on: nodes(
    'log-group',
    'lambda',
    'rest-api',
    'state-machine',
    'fargate-service',
    'appsync-api',
    'firehose',
    'pipe',
    'managed-flink',
  ),
  check(subject, graph, report, { catalog }) {
    const property = propertyOf(catalog, subject.kind);
    if (property === undefined || !isNothing(graph.value(subject, property))) return;
    report({
      message: 'forEver',
      property,
      data: { node: named(subject) },
      fixes: [
        { title: `Keep logs for ${usual} days`, edit: setProperty(subject.id, property, usual) },
      ],
    });
  },
  examples: {
    good: [
      { title: 'the usual days', design: design(node('lambda', 'worker')) },
      {
        title: 'days that a parameter gives',
        design: design(node('log-group', 'logs', { retentionInDays: { Ref: 'Days' } })),
      },
      {
        title: 'a group that only hands on',
        design: design(
          node('log-group', 'logs', { logGroupClass: 'DELIVERY', retentionInDays: nothing }),
        ),
      },
    ],
    bad: [
      {
        title: 'a group without an end',
        design: design(node('log-group', 'logs', { retentionInDays: nothing })),
        expect: ['forEver'],
      },
      {
        title: 'a function whose logs have no end',
        design: design(node('lambda', 'worker', { logRetentionDays: nothing })),
        expect: ['forEver'],
      },
    ],
  },
});
