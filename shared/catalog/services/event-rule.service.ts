import type { Json } from '../../lib/json.ts';
import { type Code, call, flag, object } from '../../lib/typescript/syntax.ts';
import { camelCase } from '../../lib/words.ts';
import { isIntrinsic } from '../../model/value.ts';
import { codeOf } from '../code.ts';
import { document, expressionOf } from '../expression.ts';
import { isPlainObject, parsedJson } from '../json-text.ts';
import { choice, json, text } from '../property.ts';
import { scheduleCode } from '../schedule-expression.ts';
import { defineService, type NodeScope } from '../service.ts';

export const eventRule = defineService({
  kind: 'event-rule',
  title: 'EventBridge rule',
  words: 'eb eventbridge pattern filter events route',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Events::Rule'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 64,
      pattern: '^[.\\-_A-Za-z0-9]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'Name',
      cdk: 'ruleName',
    }),
    eventPattern: json({
      default: { source: ['my.app'] },
      help: 'Which events the rule picks: the fields to look at, each with the values it may have. At most 4,096 characters.',
    }),
    scheduleExpression: text({
      advanced: true,
      pattern: '^(rate|cron)\\(.+\\)$',
      help: 'Runs by the clock (UTC) instead of on events; only on the default bus. A schedule does this better.',
      cfn: 'ScheduleExpression',
    }),
    state: choice(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'], {
      default: 'ENABLED',
      emitDefault: true,
      advanced: true,
      help: 'The last one also sees read-only calls of AWS APIs.',
      cfn: 'State',
      cdk: (value) => ({ enabled: value === 'DISABLED' ? flag(false) : undefined }),
    }),
    description: text({
      maxLength: 512,
      advanced: true,
      cfn: 'Description',
      cdk: 'description',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'ruleArn' },
    name: { cfn: 'Ref', cdk: 'ruleName' },
  },
  summary: (read) => {
    const schedule = read('scheduleExpression');
    if (typeof schedule === 'string' && schedule !== '') return schedule;
    const pattern = parsedJson(read('eventPattern'));
    if (!isPlainObject(pattern)) return '';
    return [pattern.source, pattern['detail-type']]
      .flat()
      .filter((part) => typeof part === 'string')
      .join(' · ');
  },
  explain:
    'A rule watches one bus and picks the events that fit its pattern: from this source, of this type, with these values. Every event that fits goes to all targets of the rule, up to five. An event that fits no rule is gone, unless the bus has an archive.',
  cost: 'Nothing for rules on the events of AWS services; deliveries of custom events are part of what their bus costs.',
  limits: [
    'Five targets.',
    'A pattern of at most 4,096 characters (adjustable).',
    '300 rules on a bus (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html',
  emit(scope) {
    const { out, id, node, graph } = scope;
    const schedule = scope.value('scheduleExpression');
    // The proposed pattern is for rules that have nothing else to go by.
    const hasPattern = schedule === undefined || graph.isSet(node, 'eventPattern');
    const pattern = hasPattern ? parsedJson(graph.value(node, 'eventPattern')) : undefined;
    if (hasPattern && !isPlainObject(pattern)) {
      out.problem(`The event pattern of "${node.name}" must be a JSON object.`);
      return;
    }
    out.resource(id, {
      type: 'AWS::Events::Rule',
      properties: {
        ...scope.cfnProperties(),
        ...(isPlainObject(pattern) ? { EventPattern: document(expressionOf(pattern)) } : {}),
      },
      cdk: scope.l2('events.Rule', {
        eventPattern: isPlainObject(pattern) ? patternCode(pattern) : undefined,
        schedule: schedule === undefined ? undefined : scheduleCode('events.Schedule', schedule),
      }),
    });
    overrideState(scope);
  },
});

/** The L2 construct knows on and off only. */
const overrideState = ({ out, id, read }: NodeScope): void => {
  const state = read('state');
  if (state === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS') out.override(id, 'State', state);
};

/** The fields that the CDK's `EventPattern` has; others pass through all the same. */
const textFields: ReadonlySet<string> = new Set([
  'version',
  'id',
  'detail-type',
  'source',
  'account',
  'time',
  'region',
  'resources',
]);

/** Content filters for which the CDK has a matcher. */
const matchers: Readonly<Record<string, string>> = {
  prefix: 'prefix',
  suffix: 'suffix',
  wildcard: 'wildcard',
  'equals-ignore-case': 'equalsIgnoreCase',
};

const patternCode = (pattern: { readonly [key: string]: Json }): Code => {
  const entries = Object.entries(pattern);
  const code = object(
    Object.fromEntries(
      entries.map(([key, value]) =>
        textFields.has(key)
          ? [camelCase(key), textFieldCode(value)]
          : [key, codeOf(expressionOf(value))],
      ),
    ),
  );
  return entries.every(([key]) => textFields.has(key) || key === 'detail')
    ? code
    : { kind: 'as', value: code, type: 'events.EventPattern' };
};

/** A list of texts; content filters among them are no texts for the compiler. */
const textFieldCode = (value: Json): Code => {
  const items = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const code = codeOf(expressionOf(value));
  const [only] = items;
  if (items.length === 1 && isPlainObject(only)) {
    const [[key = '', argument] = []] = Object.entries(only);
    const matcher = Object.hasOwn(matchers, key) ? matchers[key] : undefined;
    if (matcher !== undefined && typeof argument === 'string')
      return call(`events.Match.${matcher}`, codeOf(argument));
  }
  return items.every((item) => typeof item === 'string' || isIntrinsic(item))
    ? code
    : { kind: 'as', value: code, type: 'never' };
};
