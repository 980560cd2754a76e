import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Periods below a minute that CloudWatch takes. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const short: readonly number[] = [10, 20, 30];
const day = 86_400;
const hour = 3600;

export const alarmPeriod = defineRule({
  meta: {
    id: 'alarm/period',
    severity: 'error',
    messages: {
      step: '{alarm} has a period of {period} s; CloudWatch takes 10, 20, 30 or whole minutes. Set it to {want} s.',
      tooLong:
        '{alarm} looks back over {periods} periods of {period} s; with periods below an hour CloudWatch takes one day in all, else seven days. Look at fewer periods.',
    },
    explain:
      'CloudWatch adds up figures by the period of the alarm and looks at the last few periods. It keeps figures by minutes, so a period is a whole number of minutes, apart from the short ones of 10, 20 and 30 seconds.',
    docs: {
      title: 'PutMetricAlarm',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
    },
  },
  on: nodes('cloudwatch-alarm'),
  check(alarm, graph, report) {
    const period = graph.number(alarm, 'period');
    if (period === undefined) return;
    if (!short.includes(period) && (period % 60 !== 0 || period <= 0)) {
      const want = Math.max(60, Math.ceil(period / 60) * 60);
      report({
        message: 'step',
        data: { alarm: named(alarm), period, want },
        fixes: [
          {
            title: `Set the period to ${want} s`,
            edit: setProperty(alarm.id, 'period', want),
          },
        ],
      });
      return;
    }
    const periods = graph.number(alarm, 'evaluationPeriods');
    if (periods !== undefined && periods * period > (period < hour ? day : 7 * day))
      report({ message: 'tooLong', data: { alarm: named(alarm), period, periods } });
  },
  examples: {
    good: [
      {
        title: 'five minutes, and a short one',
        design: design(
          node('cloudwatch-alarm', 'errors', { metricName: 'A', namespace: 'B' }),
          node('cloudwatch-alarm', 'quick', { metricName: 'A', namespace: 'B', period: 10 }),
        ),
      },
      {
        title: 'a period that a parameter gives',
        design: design(
          node('cloudwatch-alarm', 'errors', {
            metricName: 'A',
            namespace: 'B',
            period: { Ref: 'Period' },
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'a minute and a half',
        design: design(
          node('cloudwatch-alarm', 'errors', { metricName: 'A', namespace: 'B', period: 90 }),
        ),
        expect: ['step'],
      },
      {
        title: 'two days of five minutes',
        design: design(
          node('cloudwatch-alarm', 'errors', {
            metricName: 'A',
            namespace: 'B',
            evaluationPeriods: 600,
          }),
        ),
        expect: ['tooLong'],
      },
    ],
  },
});
