import { unsetProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const telling = (properties: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'data', { subnetType: 'isolated' }), node('rds-instance', 'db')),
    ),
    node('sns-topic', 'news'),
    connection('rds-instance--sns-topic', 'db', 'news', properties),
  );

export const rdsEventNotificationTarget = defineRule({
  meta: {
    id: 'rds/event-notification-target',
    severity: 'error',
    messages: {
      noRows:
        'Events of {database} say what happens to the instance and nothing about rows; for changed rows let {database} invoke a function from SQL, or let the application send the message.',
    },
    explain:
      'RDS reports what happens to instances, snapshots and parameter groups: created, stopped, failed over. It does so within about five minutes. What changes in the tables is no event of RDS; a trigger in the database that calls a function, or a service that reads the log of changes, such as DMS, can tell.',
    docs: {
      title: 'Working with Amazon RDS event notification',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html',
    },
  },
  on: connections({ from: 'rds-instance', mechanism: ['notification', 'event-source'] }),
  check({ connection, source }, graph, report) {
    if (graph.boolean(connection, 'carriesData') !== true) return;
    report({
      message: 'noRows',
      property: 'carriesData',
      data: { database: named(source) },
      fixes: [
        {
          title: 'Expect no data in the events',
          edit: unsetProperty(connection.id, 'carriesData'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'what happens to the instance', design: telling({}) },
      { title: 'an expectation that nobody knows', design: telling({ carriesData: { Ref: 'X' } }) },
    ],
    bad: [{ title: 'rows in events', design: telling({ carriesData: true }), expect: ['noRows'] }],
  },
});
