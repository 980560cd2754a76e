import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const bucketToBus = (eventBridgeEnabled: boolean | { Ref: string }) =>
  design(
    node('s3-bucket', 'uploads', { eventBridgeEnabled }),
    node('event-bus', 'bus', { busType: 'default' }),
    connection('s3-bucket--event-bus--service-events', 'uploads', 'bus'),
  );

export const s3EventbridgeOff = defineRule({
  meta: {
    id: 's3/eventbridge-off',
    severity: 'error',
    messages: {
      off: '{bucket} does not send its events to EventBridge, so rules of {bus} never see them; switch it on.',
    },
    explain:
      'S3 tells EventBridge of its objects only when the bucket is set to do so. Then all its events go to the default event bus of the region, and rules with the source aws.s3 pick some of them. Without the setting a rule waits for events that never come.',
    docs: {
      title: 'Using EventBridge',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html',
    },
  },
  on: connections({ from: 's3-bucket', to: 'event-bus', mechanism: 'event-source' }),
  check({ source: bucket, target: bus }, graph, report) {
    if (graph.boolean(bucket, 'eventBridgeEnabled') !== false) return;
    report({
      message: 'off',
      data: { bucket: named(bucket), bus: named(bus) },
      fixes: [
        {
          title: `Let ${named(bucket)} send its events to EventBridge`,
          edit: setProperty(bucket.id, 'eventBridgeEnabled', true),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'switched on', design: bucketToBus(true) },
      { title: 'set by a parameter', design: bucketToBus({ Ref: 'Events' }) },
    ],
    bad: [{ title: 'switched off', design: bucketToBus(false), expect: ['off'] }],
  },
});
