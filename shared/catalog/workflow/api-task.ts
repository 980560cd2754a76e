import { join, pseudo } from '../expression.ts';
import { dynamic, input, type TaskArguments } from './dynamic.ts';
import { field, inDefinition } from './task-parts.ts';
import type { TaskContext, TaskTarget } from './task-target.ts';

/** The default stage of an HTTP API has no part in the address. */
const stageOf = (context: TaskContext): TaskArguments => {
  const stage = inDefinition(context, 'stageName', 'Stage');
  return stage === '$default' ? {} : { Stage: stage };
};

/** A call through API Gateway, signed with the role of the workflow. */
export const apiCall = (context: TaskContext, own: TaskArguments): TaskArguments => ({
  ApiEndpoint: context.fill(
    'Endpoint',
    join(
      context.target.attribute('id'),
      '.execute-api.',
      pseudo('Region'),
      '.',
      pseudo('URLSuffix'),
    ),
  ),
  ...stageOf(context),
  AuthType: 'IAM_ROLE',
  ...own,
});

/** How a workflow calls an API. */
export const apiTask: TaskTarget = {
  verb: 'Call',
  services: { apigateway: ['ApiEndpoint'] },
  waits: true,
  call: (context) => {
    const method = String(context.read('method') ?? 'POST');
    return {
      resource: 'apigateway:invoke',
      arguments: apiCall(context, {
        Method: method,
        Path: String(context.read('path') ?? '/'),
        ...(context.pattern === 'wait-for-task-token'
          ? {
              Headers: {
                TaskToken: dynamic('[$states.context.Task.Token]', 'States.Array($$.Task.Token)'),
              },
            }
          : {}),
        ...(method === 'GET' || method === 'DELETE' ? {} : { RequestBody: input }),
      }),
      output: field('ResponseBody'),
    };
  },
};
