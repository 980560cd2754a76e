import { create, object } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { connectionsFrom } from '../connection.ts';
import { alarmAction } from '../mechanisms/alarm-action.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { choice, list } from '../property.ts';
import type { Kind } from '../services/index.ts';

const state = choice(['ALARM', 'OK', 'INSUFFICIENT_DATA'], {
  default: 'ALARM',
  help: 'The state that starts it: something is wrong, all is well again, or there are too few figures to say.',
});

/** Only this alarm may. */
const byThisAlarm = {
  ArnLike: { 'aws:SourceArn': '{source.arn}' },
  StringEquals: { 'aws:SourceAccount': '{account}' },
};

export const fromCloudwatchAlarm = connectionsFrom<Kind>('cloudwatch-alarm', {
  'sns-topic': alarmAction({
    label: 'notifies',
    delivery: 'async',
    properties: { state },
    statements: [
      {
        side: 'target-policy',
        actions: ['sns:Publish'],
        resources: ['{target.arn}'],
        principal: 'cloudwatch.amazonaws.com',
        conditions: byThisAlarm,
      },
    ],
    docs: 'Notifying users on alarm changes',
    options: {
      action: ({ target }) => target.attribute('arn'),
      code: ({ target }) => create('cwActions.SnsAction', target.construct),
    },
  }),
  lambda: alarmAction({
    label: 'invokes',
    delivery: 'async',
    properties: { state },
    statements: [
      {
        side: 'target-policy',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
        principal: 'lambda.alarms.cloudwatch.amazonaws.com',
        conditions: byThisAlarm,
      },
    ],
    docs: 'Invoke a Lambda function from an alarm',
    options: {
      action: ({ target }) => target.attribute('arn'),
      // The CDK's own action gives the permissions of two alarms the same id.
      code: ({ target }) =>
        object({
          bind: {
            kind: 'arrow',
            parameters: [],
            body: object({ alarmActionArn: codeOf(target.attribute('arn')) }),
          },
        }),
    },
  }),
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes state changes to',
    delivery: 'async',
    properties: {
      detailTypes: list({ help: 'CloudWatch Alarm State Change.' }),
    },
    docs: 'Alarm events and EventBridge',
  }),
});
