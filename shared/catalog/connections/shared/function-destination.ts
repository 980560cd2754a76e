import type { StatementTemplate } from '../../connection.ts';
import type { FunctionDestination } from '../../destinations.ts';
import { failureDestination } from '../../mechanisms/failure-destination.mechanism.ts';
import { successDestination } from '../../mechanisms/success-destination.mechanism.ts';
import { integer, type PropertyTable, seconds } from '../../property.ts';

const properties: PropertyTable = {
  maximumRetryAttempts: integer({
    default: 2,
    min: 0,
    max: 2,
    advanced: true,
    help: 'How often Lambda tries the event again; the setting of the function counts first.',
  }),
  maximumEventAge: seconds({
    default: 21_600,
    min: 60,
    max: 21_600,
    advanced: true,
    help: 'How long the event may wait; the setting of the function counts first.',
  }),
};

const docs = 'Capturing records of Lambda asynchronous invocations';

type Destination = Omit<FunctionDestination, 'on'> &
  Pick<StatementTemplate, 'actions'> & { readonly resources?: readonly string[] };

const row = ({ samType, cdk, actions, resources = ['{target.arn}'] }: Destination) => ({
  delivery: 'async' as const,
  properties,
  statements: [{ side: 'source-role' as const, actions, resources }],
  docs,
  options: { on: 'function' as const, samType, cdk },
});

/** The row of a function for events that it failed to handle. */
export const onFailure = (destination: Destination) =>
  failureDestination({
    variant: 'on-failure',
    label: 'sends failed invocations to',
    ...row(destination),
  });

/** The row of a function for what it did with events. */
export const onSuccess = (destination: Destination) =>
  successDestination({
    variant: 'on-success',
    label: 'sends successful invocations to',
    ...row(destination),
  });

export const toQueue: Destination = {
  samType: 'SQS',
  cdk: 'destinations.SqsDestination',
  actions: ['sqs:SendMessage'],
};
export const toTopic: Destination = {
  samType: 'SNS',
  cdk: 'destinations.SnsDestination',
  actions: ['sns:Publish'],
};
export const toBus: Destination = {
  samType: 'EventBridge',
  cdk: 'destinations.EventBridgeDestination',
  actions: ['events:PutEvents'],
};
export const toFunction: Destination = {
  samType: 'Lambda',
  cdk: 'destinations.LambdaDestination',
  actions: ['lambda:InvokeFunction'],
};
/** A bucket takes failures only. */
export const toBucket: Destination = {
  samType: 'S3Bucket',
  cdk: 'destinations.S3Destination',
  actions: ['s3:PutObject', 's3:ListBucket'],
  resources: ['{target.arn}', '{target.arn}/*'],
};
