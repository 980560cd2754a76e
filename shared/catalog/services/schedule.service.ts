import { shortHash } from '../../lib/hash.ts';
import {
  type Code,
  call,
  create,
  name as dotted,
  flag,
  invoke,
  text as string,
} from '../../lib/typescript/syntax.ts';
import { kebabCase, pascalCase } from '../../lib/words.ts';
import { codeOf, constructRef, duration } from '../code.ts';
import { arn, type Expression, getAtt, isToken, join, pseudo } from '../expression.ts';
import { choice, integer, json, seconds, text } from '../property.ts';
import { scheduleCode } from '../schedule-expression.ts';
import { defineService, type NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';
import { executionName, inputField, inputText } from '../workflow/dynamic.ts';
import { inDefinition, keep } from '../workflow/task-parts.ts';
import type { TaskContext } from '../workflow/task-target.ts';

const isFlexible = (read: (property: string) => unknown): boolean =>
  read('flexibleTimeWindowMode') === 'FLEXIBLE';

const groupOf = (scope: NodeScope): Expression => scope.value('groupName') ?? 'default';

/** The id of the role that EventBridge Scheduler runs the schedule under. */
const roleIdOf = ({ id }: NodeScope): string => `${id}Role`;

export const schedule = defineService({
  kind: 'schedule',
  title: 'EventBridge Scheduler schedule',
  words: 'cron rate scheduler timer periodic eventbridge job',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Scheduler::Schedule', 'AWS::Scheduler::ScheduleGroup'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 64,
      pattern: '^[0-9a-zA-Z-_.]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'Name',
      cdk: 'scheduleName',
    }),
    scheduleExpression: text({
      default: 'rate(1 hour)',
      required: true,
      pattern: '^(rate|cron|at)\\(.+\\)$',
      help: 'rate(5 minutes), cron(0 9 ? * MON-FRI *) or at(2027-01-31T09:00:00).',
      cfn: 'ScheduleExpression',
    }),
    scheduleExpressionTimezone: text({
      default: 'UTC',
      help: 'The time zone of a cron or at expression, such as Europe/Berlin; summer time is taken care of.',
    }),
    flexibleTimeWindowMode: choice(['OFF', 'FLEXIBLE'], {
      default: 'OFF',
      required: true,
      help: 'FLEXIBLE runs at any time within the window, which spreads the load.',
      cfn: 'FlexibleTimeWindow.Mode',
    }),
    maximumWindowInMinutes: integer({
      default: 15,
      emitDefault: true,
      min: 1,
      max: 1440,
      unit: 'min',
      when: isFlexible,
      help: 'How long after its time the schedule may still run.',
      cfn: 'FlexibleTimeWindow.MaximumWindowInMinutes',
    }),
    startDate: text({
      advanced: true,
      help: 'No run before this time, such as 2027-01-01T00:00:00Z.',
    }),
    endDate: text({ advanced: true, help: 'No run after this time.' }),
    state: choice(['ENABLED', 'DISABLED'], {
      default: 'ENABLED',
      emitDefault: true,
      advanced: true,
      cfn: 'State',
      cdk: (value) => ({ enabled: value === 'DISABLED' ? flag(false) : undefined }),
    }),
    groupName: text({
      default: 'default',
      maxLength: 64,
      pattern: '^[0-9a-zA-Z-_.]+$',
      advanced: true,
      help: 'Schedules of one group can be listed and deleted together.',
    }),
    maximumRetryAttempts: integer({
      default: 185,
      min: 0,
      max: 185,
      emitDefault: true,
      advanced: true,
      help: 'How often a run that fails is tried again.',
      cfn: 'Target.RetryPolicy.MaximumRetryAttempts',
    }),
    maximumEventAge: seconds({
      default: 86_400,
      min: 60,
      max: 86_400,
      emitDefault: true,
      advanced: true,
      help: 'How long a run that fails is tried again.',
      cfn: 'Target.RetryPolicy.MaximumEventAgeInSeconds',
    }),
    input: json({ help: 'What the target gets; the arrow to the target may say it as well.' }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'scheduleArn' },
    name: { cfn: 'Ref', cdk: 'scheduleName' },
    groupName: { cfn: groupOf, cdk: (_construct, scope) => codeOf(groupOf(scope)) },
    roleArn: {
      cfn: (scope) => getAtt(roleIdOf(scope), 'Arn'),
      cdk: (_construct, scope) => ({
        kind: 'member',
        object: constructRef(roleIdOf(scope)),
        name: 'roleArn',
      }),
    },
  },
  clients: [
    {
      variables: ['SCHEDULE_GROUP', 'SCHEDULE_ROLE_ARN'],
      what: 'EventBridge Scheduler',
      sdk: { id: 'scheduler', dotnet: 'Scheduler' },
    },
  ],
  task: {
    verb: 'Create schedule like',
    services: { scheduler: [] },
    call: (context) => ({
      resource: 'aws-sdk:scheduler:createSchedule',
      arguments: {
        Name: executionName,
        GroupName: inDefinition(context, 'groupName', 'GroupName'),
        ScheduleExpression: inputField('scheduleExpression'),
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: scheduledArn(context),
          RoleArn: context.fill('RoleArn', context.target.attribute('roleArn')),
          Input: inputText,
        },
      },
      output: keep,
    }),
  },
  summary: (read) =>
    [read('scheduleExpression'), read('scheduleExpressionTimezone')]
      .filter((part) => typeof part === 'string' && part !== 'UTC')
      .join(' · '),
  explain:
    'A schedule starts something at set times: every five minutes, on weekdays at nine, or once. It calls its one target directly, a function, a workflow, a queue or almost any action of an AWS service, under a role that allows this and nothing else. A run that fails is tried again for up to a day.',
  cost: 'Runs; the first 14 million a month are free.',
  limits: [
    'One target.',
    'One run a minute at most, with a precision of 60 seconds.',
    '1,000,000 schedules in a region (adjustable).',
    'An input of at most 256 KB.',
  ],
  docs: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html',
  emit(scope) {
    const { out, id, node, graph } = scope;
    const targets = graph.outgoing(node, { mechanism: 'scheduler-target' }).length;
    if (targets !== 1) {
      out.problem(
        targets === 0
          ? `The schedule "${node.name}" has no target: connect it to what it shall start.`
          : `The schedule "${node.name}" has ${targets} targets, but AWS allows one: make a schedule for each.`,
      );
      return;
    }
    const group = emitGroup(scope);
    emitRole(scope);
    const timeZone = scope.value('scheduleExpressionTimezone');
    const [start, end] = [dateOf(scope.value('startDate')), dateOf(scope.value('endDate'))];
    const expression = scope.value('scheduleExpression') ?? 'rate(1 hour)';
    out.resource(id, {
      type: 'AWS::Scheduler::Schedule',
      properties: {
        ...scope.cfnProperties(),
        // The CDK always says which time zone is meant.
        ScheduleExpressionTimezone: timeZone ?? 'Etc/UTC',
        StartDate: start?.value,
        EndDate: end?.value,
        GroupName: scope.value('groupName'),
      },
      cdk: scope.l2('scheduler.Schedule', {
        schedule: scheduleCode(
          'scheduler.ScheduleExpression',
          expression,
          timeZone === undefined ? undefined : call('cdk.TimeZone.of', codeOf(timeZone)),
        ),
        timeWindow: isFlexible(scope.read) ? windowCode(scope) : undefined,
        start: start?.code,
        end: end?.code,
        scheduleGroup: group === undefined ? undefined : constructRef(group),
      }),
    });
    if (group !== undefined) {
      out.dependsOn(id, group);
      out.statement(invoke(scope.construct, 'node.addDependency', constructRef(group)));
    }
    for (const [path, date] of [
      ['StartDate', start],
      ['EndDate', end],
    ] as const)
      if (date !== undefined && date.code === undefined) out.override(id, path, date.value);
    // What the L2 construct wants to look at cannot be known at deployment only.
    for (const [property, path] of [
      ['flexibleTimeWindowMode', 'FlexibleTimeWindow.Mode'],
      ['maximumWindowInMinutes', 'FlexibleTimeWindow.MaximumWindowInMinutes'],
      ['maximumRetryAttempts', 'Target.RetryPolicy.MaximumRetryAttempts'],
      ['maximumEventAge', 'Target.RetryPolicy.MaximumEventAgeInSeconds'],
    ] as const) {
      const value = scope.value(property);
      if (isToken(value)) out.override(id, path, value);
    }
  },
});

const windowCode = ({ read }: NodeScope): Code =>
  call('scheduler.TimeWindow.flexible', duration(60 * Number(read('maximumWindowInMinutes'))));

/** A date as both exports write it: the CDK takes a Date and writes milliseconds. */
const dateOf = (
  value: Expression | undefined,
): { readonly value: Expression; readonly code: Code | undefined } | undefined => {
  if (value === undefined) return undefined;
  // A time without a zone means UTC, not the zone of whoever exports.
  const zoned =
    typeof value === 'string' && /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(value) ? `${value}Z` : value;
  const time = typeof zoned === 'string' ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(time)) return { value, code: undefined };
  const iso = new Date(time).toISOString();
  return { value: iso, code: create('Date', string(iso)) };
};

/** The group, once for all schedules that name it. Every account has a group called `default`. */
const emitGroup = ({ out, value }: NodeScope): string | undefined => {
  const name = value('groupName');
  if (name === undefined || name === 'default') return undefined;
  if (typeof name !== 'string') return undefined;
  const isKebab = kebabCase(name) === name;
  const id = `${pascalCase(name)}ScheduleGroup${isKebab ? '' : shortHash(name)}`;
  if (!out.has(id))
    out.resource(id, {
      type: 'AWS::Scheduler::ScheduleGroup',
      properties: { Name: name },
      cdk: {
        class: 'scheduler.ScheduleGroup',
        props: {
          scheduleGroupName: string(name),
          removalPolicy: dotted('cdk.RemovalPolicy.DESTROY'),
        },
      },
    });
  // Both exports name the group by its text, which says nothing about the order.
  return id;
};

/** The role that the schedule runs under; only schedules of this account and group may take it. */
const emitRole = (scope: NodeScope): void => {
  serviceRole(scope.out, roleIdOf(scope), {
    service: 'scheduler.amazonaws.com',
    conditions: {
      StringEquals: {
        'aws:SourceAccount': pseudo('AccountId'),
        'aws:SourceArn': arn('scheduler', scheduleGroupPath(scope)),
      },
    },
  });
};

const scheduleGroupPath = (scope: NodeScope): Expression => join('schedule-group/', groupOf(scope));

/** What the drawn schedule starts, new schedules start as well. */
const scheduledArn = (context: TaskContext): string => {
  const [link] = context.target.links('out', { mechanism: 'scheduler-target' });
  return link === undefined ? '' : context.fill('TargetArn', link.target.attribute('arn'));
};
