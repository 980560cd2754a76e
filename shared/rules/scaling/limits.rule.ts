import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Pairs of limits, and the policy that they count for. */
const pairs = [
  { lower: 'minCapacity', upper: 'maxCapacity' },
  { lower: 'scheduledMinCapacity', upper: 'scheduledMaxCapacity' },
] as const;

const scaled = (properties: Parameters<typeof node>[2]) =>
  design(
    inside(node('vpc', 'net'), inside(node('subnet', 'app'), node('fargate-service', 'shop'))),
    node('app-auto-scaling', 'scaling', properties),
    connection('app-auto-scaling--fargate-service', 'scaling', 'shop'),
  );

export const scalingLimits = defineRule({
  meta: {
    id: 'scaling/limits',
    severity: 'error',
    messages: {
      crossed:
        '{node}: {lower} ({least}) is more than {upper} ({most}), which AWS refuses; set {upper} to {least} at least.',
      noAlarm: {
        severity: 'warning',
        text: '{node} scales in steps, but no alarm starts one, so nothing ever changes; draw an arrow from an alarm to it, or let it follow a figure.',
      },
    },
    explain:
      'Auto scaling moves the capacity between two limits. A lower limit above the upper one leaves no room, and AWS refuses to register it. Steps are taken when an alarm goes off, so scaling in steps without an alarm stands still; target tracking makes its alarms by itself.',
    docs: {
      title: 'RegisterScalableTarget',
      url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
    },
  },
  on: nodes('app-auto-scaling'),
  check(node, graph, report) {
    for (const { lower, upper } of pairs) {
      const least = graph.number(node, lower);
      const most = graph.number(node, upper);
      if (least === undefined || most === undefined || least <= most) continue;
      report({
        message: 'crossed',
        property: upper,
        data: { node: named(node), lower, upper, least, most },
        fixes: [{ title: `Set ${upper} to ${least}`, edit: setProperty(node.id, upper, least) }],
      });
    }
    if (graph.text(node, 'policyType') !== 'StepScaling') return;
    if (graph.outgoing(node, { mechanism: 'scaling' }).length === 0) return;
    if (graph.incoming(node, { mechanism: 'alarm-action' }).length > 0) return;
    report({
      message: 'noAlarm',
      property: 'policyType',
      data: { node: named(node) },
      fixes: [
        {
          title: 'Follow a figure (target tracking)',
          edit: setProperty(node.id, 'policyType', 'TargetTrackingScaling'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'room between the limits', design: scaled({ minCapacity: 2, maxCapacity: 6 }) },
      { title: 'a limit by a parameter', design: scaled({ minCapacity: { Ref: 'Least' } }) },
      {
        title: 'limits of a schedule that do not count',
        design: scaled({ scheduledMinCapacity: 20 }),
      },
    ],
    bad: [
      {
        title: 'more at least than at most',
        design: scaled({ minCapacity: 20, maxCapacity: 6 }),
        expect: ['crossed'],
      },
      {
        title: 'a schedule whose limits cross',
        design: scaled({
          policyType: 'Scheduled',
          scheduledMinCapacity: 20,
          scheduledMaxCapacity: 6,
        }),
        expect: ['crossed'],
      },
      {
        title: 'steps without an alarm',
        design: scaled({ policyType: 'StepScaling' }),
        expect: ['noAlarm'],
      },
    ],
  },
});
