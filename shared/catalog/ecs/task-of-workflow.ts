import { dynamic, inputText, type TaskArguments, taskToken } from '../workflow/dynamic.ts';
import type { TaskContext, TaskTarget } from '../workflow/task-target.ts';
import { containerName } from './ids.ts';

/** A text with commas, which is known at deployment only, as the list that ECS wants. */
const listOf = (text: string): TaskArguments[string] =>
  dynamic(`$split('${text}', ',')`, `States.StringSplit('${text}', ',')`);

const filled = (context: TaskContext, attribute: string, word: string): string =>
  context.fill(word, context.target.attribute(attribute));

/** A workflow starts a task of its own and tells it what to do. https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html */
export const runsTask: TaskTarget = {
  verb: 'Run',
  services: { ecs: ['TaskDefinition'] },
  waits: true,
  call: (context) => ({
    resource: 'ecs:runTask',
    arguments: {
      LaunchType: 'FARGATE',
      Cluster: filled(context, 'clusterArn', 'ClusterArn'),
      TaskDefinition: filled(context, 'taskDefinitionArn', 'TaskDefinitionArn'),
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          AssignPublicIp: context.fill(
            'AssignPublicIp',
            context.target.value('assignPublicIp') ?? 'DISABLED',
          ),
          SecurityGroups: listOf(filled(context, 'securityGroupIds', 'SecurityGroupIds')),
          Subnets: listOf(filled(context, 'subnetIds', 'SubnetIds')),
        },
      },
      Overrides: {
        ContainerOverrides: [
          {
            Name: containerName,
            Environment: [
              { Name: 'WORKFLOW_INPUT', Value: inputText },
              ...(context.pattern === 'wait-for-task-token'
                ? [{ Name: 'TASK_TOKEN', Value: taskToken }]
                : []),
            ],
          },
        ],
      },
    },
    output: { kind: 'input' },
  }),
};
