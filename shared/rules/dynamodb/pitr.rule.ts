import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html */
const period = { property: 'recoveryPeriodInDays', min: 1, max: 35, unit: 'days' };

const table = (properties: object) => design(node('dynamodb-table', 'items', { ...properties }));

export const dynamodbPitr = defineRule({
  meta: {
    id: 'dynamodb/pitr',
    severity: 'warning',
    messages: {
      off: '{node} cannot be brought back after a mistake; turn on point-in-time recovery.',
      outside: {
        text: '{node}: {property} {value} is outside {range}; correct it.',
        severity: 'error',
      },
    },
    explain:
      'Point-in-time recovery keeps every change, so that the table can be restored to any second of the last days; what is restored is always a new table. Backups made by hand stay until they are deleted. Without one of them, deleting the wrong items cannot be undone.',
    docs: {
      title: 'Point-in-time backups for DynamoDB',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    },
    overlaps: ['AwsSolutions-DDB3', 'CKV_AWS_28', 'CKV_AWS_165'],
  },
  on: nodes('dynamodb-table'),
  check(subject, graph, report) {
    if (graph.boolean(subject, 'pointInTimeRecovery') === false)
      report({
        message: 'off',
        property: 'pointInTimeRecovery',
        data: { node: named(subject) },
        fixes: [
          {
            title: 'Turn on point-in-time recovery',
            edit: setProperty(subject.id, 'pointInTimeRecovery', true),
          },
        ],
      });
    const wrong = outOfRange(graph, subject, period);
    if (!wrong) return;
    const { property, value, range, fixes } = wrong;
    report({
      message: 'outside',
      property,
      data: { node: named(subject), property, value, range },
      fixes,
    });
  },
  examples: {
    good: [
      { title: 'recovery', design: table({ pointInTimeRecovery: true }) },
      { title: 'a setting from a parameter', design: table({ pointInTimeRecovery: { Ref: 'R' } }) },
    ],
    bad: [
      { title: 'the default', design: table({}), expect: ['off'] },
      {
        title: 'too many days',
        design: table({ pointInTimeRecovery: true, recoveryPeriodInDays: 60 }),
        expect: ['outside'],
      },
    ],
  },
});
