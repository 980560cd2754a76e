import { sessionPolicy } from '../../ec2.ts';
import type { EventSourceMapping } from '../../mechanisms/event-source-mapping.mechanism.ts';
import { identity, type NeededPolicy } from '../../mechanisms/identity.mechanism.ts';
import { networkOf } from '../../network/placement.ts';
import { choice } from '../../property.ts';
import type { NodeScope } from '../../service.ts';

/** The managed policies by which SAM lets a function read what it polls. */
const polling: Readonly<Record<EventSourceMapping['samType'], string>> = {
  SQS: 'AWSLambdaSQSQueueExecutionRole',
  Kinesis: 'AWSLambdaKinesisExecutionRole',
  DynamoDB: 'AWSLambdaDynamoDBExecutionRole',
};

/** The CDK allows the two actions itself. */
const traces: NeededPolicy = { name: 'AWSXrayWriteOnlyAccess', only: 'sam' };

const sendsTraces = (scope: NodeScope): boolean =>
  scope.links('out', { mechanism: 'tracing' }).length > 0;

/** SAM gives them to the roles that it makes, and to no others. */
const functionNeeds = (fn: NodeScope): readonly NeededPolicy[] => {
  const needs: NeededPolicy[] = [{ name: 'service-role/AWSLambdaBasicExecutionRole' }];
  if (networkOf(fn) !== undefined)
    needs.push({ name: 'service-role/AWSLambdaVPCAccessExecutionRole' });
  if (fn.read('tracing') === 'Active' || sendsTraces(fn)) needs.push(traces);
  for (const { options } of fn.links('in', { mechanism: 'event-source-mapping' }))
    needs.push({
      name: `service-role/${polling[(options as EventSourceMapping).samType]}`,
      only: 'sam',
    });
  return needs;
};

/** A function has a role of the user's own. */
export const functionRole = identity({
  label: 'runs with',
  delivery: 'config',
  reversible: true,
  explain:
    'The function runs under this role. What its other arrows need, the export adds to the role, besides writing logs and entering the VPC.',
  docs: 'Defining Lambda function permissions with an execution role',
  options: { use: 'runs', service: 'lambda.amazonaws.com', needs: functionNeeds },
});

/** The tasks of a service have roles of the user's own: what the program may do, and what Fargate may do for it. */
export const taskRole = identity({
  label: 'runs tasks with',
  delivery: 'config',
  reversible: true,
  properties: {
    roleType: choice(['task', 'execution'], {
      default: 'task',
      required: true,
      help: 'task: what the program in the container may do. execution: what Fargate may do to start it, such as fetching the image and writing logs.',
    }),
  },
  explain:
    'A task has two roles. The program runs under the task role, and gets its credentials; Fargate starts the container with the execution role, which the program never sees. What the other arrows of the service need, the export adds to the role that it belongs to.',
  docs: 'Amazon ECS task IAM role',
  options: {
    use: 'runs',
    service: 'ecs-tasks.amazonaws.com',
    by: { kind: true, slot: 'roleType' },
  },
});

/** A server has a role of the user's own. */
export const serverRole = identity({
  label: 'runs with',
  delivery: 'config',
  reversible: true,
  explain:
    'The instance gets the role through an instance profile, and the programs on it find its credentials by themselves. What its other arrows need, the export adds to the role.',
  docs: 'IAM roles for Amazon EC2',
  options: {
    use: 'runs',
    service: 'ec2.amazonaws.com',
    by: { kind: true },
    needs: (server) => (server.read('sessionManager') === true ? [{ name: sessionPolicy }] : []),
  },
});

/** A workflow has a role of the user's own. */
export const workflowRole = identity({
  label: 'runs with',
  delivery: 'config',
  reversible: true,
  explain:
    'The workflow calls its tasks under this role. What its arrows need, the export adds to the role.',
  docs: 'Creating an IAM role for your state machine in Step Functions',
  options: {
    use: 'runs',
    service: 'states.amazonaws.com',
    by: { kind: true },
    needs: (workflow) =>
      workflow.read('tracingEnabled') === true || sendsTraces(workflow) ? [traces] : [],
  },
});
