import type { StatementTemplate } from '../../connection.ts';
import { integer, nodeRef, type PropertyTable, record, seconds } from '../../property.ts';

/** What every target of a rule has. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html */
export const ruleTargetProperties: PropertyTable = {
  maximumRetryAttempts: integer({
    default: 185,
    min: 0,
    max: 185,
    advanced: true,
    help: 'How often EventBridge tries again.',
  }),
  maximumEventAge: seconds({
    default: 86_400,
    min: 60,
    max: 86_400,
    advanced: true,
    help: 'How long EventBridge keeps trying.',
  }),
  deadLetterQueue: nodeRef({
    kinds: ['sqs-queue'],
    advanced: true,
    help: 'A standard queue for events that cannot be delivered; drawing it as an arrow does the same.',
  }),
};

/** Targets other than buses need not take the event as it is. */
export const inputProperties: PropertyTable = {
  inputTransformer: record({
    advanced: true,
    help: 'What the target gets instead of the whole event: { inputPathsMap, inputTemplate } rewrites it, { inputPath } takes a part, { input } is always the same.',
  }),
  ...ruleTargetProperties,
};

/** The target's own policy lets this rule in, and no other. */
export const ruleMay = (...actions: readonly string[]): StatementTemplate => ({
  side: 'target-policy',
  actions,
  resources: ['{target.arn}'],
  principal: 'events.amazonaws.com',
  conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
});

/** EventBridge acts under a role. */
export const eventBridgeMay = (
  resource: string,
  ...actions: readonly string[]
): StatementTemplate => ({
  side: 'service-role',
  actions,
  resources: [resource],
  principal: 'events.amazonaws.com',
});
