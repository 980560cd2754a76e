import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const systemCheck = 'StatusCheckFailed_System';

const watched = (
  metricName: Parameters<typeof connection>[3],
  action: Parameters<typeof connection>[3] = {},
  target = 'server',
) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'app'), node('ec2-instance', 'server'), node('ec2-instance', 'other')),
    ),
    node('cloudwatch-alarm', 'down'),
    connection('ec2-instance--cloudwatch-alarm', 'server', 'down', metricName),
    connection('cloudwatch-alarm--ec2-instance', 'down', target, action),
  );

export const alarmInstanceAction = defineRule({
  meta: {
    id: 'alarm/instance-action',
    severity: 'error',
    messages: {
      other:
        '{alarm} watches {watched}, but what it does to {instance} needs a figure of that instance; let it watch {instance}.',
      notSystem: {
        severity: 'warning',
        text: '{alarm} recovers {instance} when {metric} goes off; recovery helps when the hardware fails, which StatusCheckFailed_System tells.',
      },
    },
    explain:
      'An alarm can stop, reboot, recover or terminate an EC2 instance only when it watches a figure of the namespace AWS/EC2 with the id of that instance; CloudWatch takes the instance from there. Recovery moves the instance to other hardware and is meant for the status check of the system. When the check of the instance itself fails, a reboot helps.',
    docs: {
      title: 'Create alarms to stop, terminate, reboot, or recover an EC2 instance',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html',
    },
  },
  on: connections({ from: 'cloudwatch-alarm', to: 'ec2-instance', mechanism: 'alarm-action' }),
  check({ connection: action, source: alarm, target: instance }, graph, report) {
    const data = { alarm: named(alarm), instance: named(instance) };
    const [metric] = graph.incoming(alarm, { mechanism: 'metric' });
    // Without an arrow the alarm names the metric and the instance itself.
    if (metric === undefined) return;
    const source = graph.source(metric);
    if (source === undefined) return;
    if (source.id !== instance.id) {
      report({ message: 'other', data: { ...data, watched: named(source) } });
      return;
    }
    const name = graph.text(metric, 'metricName');
    if (graph.text(action, 'action') !== 'recover' || name === undefined || name === systemCheck)
      return;
    report({
      message: 'notSystem',
      data: { ...data, metric: name },
      fixes: [
        {
          title: 'Watch the status check of the system',
          edit: setProperty(metric.id, 'metricName', systemCheck),
        },
        ...(name === 'StatusCheckFailed_Instance'
          ? [{ title: 'Reboot instead', edit: setProperty(action.id, 'action', 'reboot') }]
          : []),
      ],
    });
  },
  examples: {
    good: [
      { title: 'recovery when the hardware fails', design: watched({ metricName: systemCheck }) },
      {
        title: 'a stop when nothing is going on',
        design: watched({ metricName: 'CPUUtilization' }, { action: 'stop' }),
      },
      { title: 'a metric by a parameter', design: watched({ metricName: { Ref: 'Metric' } }) },
    ],
    bad: [
      {
        title: 'another server is watched',
        design: watched({ metricName: systemCheck }, {}, 'other'),
        expect: ['other'],
      },
      {
        title: 'recovery when the server is busy',
        design: watched({ metricName: 'CPUUtilization' }),
        expect: ['notSystem'],
      },
    ],
  },
});
