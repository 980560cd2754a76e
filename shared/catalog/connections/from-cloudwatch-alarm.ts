import { create, name } from '../../lib/typescript/syntax.ts';
import { connectionsFrom } from '../connection.ts';
import { join, pseudo } from '../expression.ts';
import { deploymentTypes } from '../function-deployment.ts';
import { actionByArn, alarmAction } from '../mechanisms/alarm-action.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { choice, integer, list } from '../property.ts';
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
  lambda: [
    alarmAction({
      preferred: true,
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
        code: ({ target }) => actionByArn(target.attribute('arn')),
      },
    }),
    alarmAction({
      variant: 'deployment',
      label: 'guards deployments of',
      delivery: 'config',
      properties: {
        deploymentType: choice(Object.keys(deploymentTypes), {
          default: 'Canary10Percent5Minutes',
          required: true,
          help: 'How traffic moves to a new version. Canary: a tenth first, all of it later. Linear: a tenth more each time.',
        }),
      },
      explain:
        'At a deployment CodeDeploy moves the alias of the function to the new version step by step. When the alarm goes off meanwhile, all traffic goes back to the old version and the deployment fails. The alarm should watch the errors of the function.',
      docs: 'Deploying serverless applications gradually with AWS SAM',
      options: { by: 'deployment' },
    }),
  ],
  'ec2-instance': alarmAction({
    label: 'recovers, stops or reboots',
    delivery: 'async',
    properties: {
      state,
      action: choice(['recover', 'reboot', 'stop', 'terminate'], {
        default: 'recover',
        required: true,
        help: 'recover moves the instance to healthy hardware, with its disk and its addresses. reboot starts it anew where it is. terminate deletes it.',
      }),
    },
    explain:
      'The alarm must watch a figure of this very instance: StatusCheckFailed_System for recover, StatusCheckFailed_Instance for reboot, and any, such as how busy it is, for stop. CloudWatch acts under a service-linked role of the account.',
    docs: 'Create alarms to stop, terminate, reboot, or recover an EC2 instance',
    options: {
      action: ({ source, target, read }) => {
        const action = read('action');
        if (typeof action === 'string')
          return join(
            'arn:',
            pseudo('Partition'),
            ':automate:',
            pseudo('Region'),
            `:ec2:${action}`,
          );
        source.out.problem(
          `"${source.node.name}" and "${target.node.name}": action must be known when the export is made. Set it to a plain value.`,
        );
        return undefined;
      },
      code: ({ read }) =>
        create(
          'cwActions.Ec2Action',
          name(`cwActions.Ec2InstanceAction.${String(read('action')).toUpperCase()}`),
        ),
    },
  }),
  'app-auto-scaling': alarmAction({
    label: 'triggers step scaling of',
    delivery: 'async',
    properties: {
      adjustment: integer({
        default: 1,
        required: true,
        min: -1000,
        max: 1000,
        help: 'How many more, or with a minus how many fewer, each time the alarm goes off.',
      }),
    },
    explain:
      'Each time the alarm goes off, and again while it lasts, so many are added or taken away, within the limits. Draw one alarm for more and one for fewer. For how busy something is, target tracking does both by itself; steps are for figures that it does not know.',
    docs: 'Step scaling policies for Application Auto Scaling',
    options: { by: 'scaling' },
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
