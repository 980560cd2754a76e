import { connectionsFrom, type UnplacedRow } from '../connection.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { list } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { callsBalancer } from './shared/balancer-calls.ts';
import { toCache, toDaxCluster } from './shared/cache-access.ts';
import { callsEndpoint } from './shared/code-calls.ts';
import { putsToFirehose, usesBucket, usesKey, usesStream, usesTable } from './shared/code-data.ts';
import {
  invokesFunction,
  publishes,
  putsEvents,
  sendsMail,
  startsWorkflow,
  usesQueue,
} from './shared/code-messages.ts';
import { toCluster, toDatabase, toEndpoint, toProxy, toSecret } from './shared/function-network.ts';
import { mountsFileSystem } from './shared/mounted-files.ts';
import { onlyWay, withoutVariables } from './shared/only-way.ts';
import { readsParameter } from './shared/parameter-access.ts';
import { callsService } from './shared/program-calls.ts';
import { serverRole } from './shared/runs-as.ts';
import { searches } from './shared/search-access.ts';
import { dimension, watchedBy } from './shared/watched.ts';

/** The program on the server does what other code does; nobody sets variables for it. */
const program = (row: UnplacedRow): UnplacedRow => withoutVariables(onlyWay(row));

export const fromEc2Instance = connectionsFrom<Kind>('ec2-instance', {
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'An instance is in one subnet, so in one Availability Zone: of a subnet that is drawn once for all zones it takes the first.',
    docs: 'Launch an Amazon EC2 instance',
  }),
  'fargate-service': program(callsService),
  lambda: program(invokesFunction),
  'external-endpoint': program(callsEndpoint),
  'sqs-queue': program(usesQueue),
  'sns-topic': program(publishes),
  'event-bus': [
    withoutVariables(putsEvents),
    eventSource({
      variant: 'service-events',
      label: 'publishes state changes to',
      delivery: 'async',
      properties: {
        detailTypes: list({
          default: ['EC2 Instance State-change Notification'],
          help: 'The kinds of events to look at: EC2 Instance State-change Notification.',
        }),
      },
      docs: 'Automate Amazon EC2 using EventBridge',
    }),
  ],
  'state-machine': program(startsWorkflow),
  'kinesis-stream': program(usesStream),
  firehose: program(putsToFirehose),
  's3-bucket': program(usesBucket),
  'dynamodb-table': program(usesTable),
  'dax-cluster': program(toDaxCluster),
  'rds-instance': withoutVariables(toDatabase),
  'rds-proxy': program(toProxy),
  secret: program(toSecret),
  'ssm-parameter': program(readsParameter()),
  'kms-key': program(usesKey),
  'iam-role': serverRole,
  'ses-identity': program(sendsMail),
  'efs-file-system': mountsFileSystem,
  alb: withoutVariables(callsBalancer),
  'aurora-cluster': withoutVariables(toCluster),
  elasticache: program(toCache),
  opensearch: program(searches),
  'cloudwatch-alarm': watchedBy(
    'AWS/EC2',
    [
      'StatusCheckFailed',
      'StatusCheckFailed_System',
      'StatusCheckFailed_Instance',
      'CPUUtilization',
      'CPUCreditBalance',
      'NetworkIn',
      'NetworkOut',
    ],
    dimension('InstanceId', 'id'),
  ),
  'vpc-endpoint': toEndpoint,
  'log-group': iamDataAccess({
    variant: 'write',
    label: 'writes logs to',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
        resources: ['{target.streamsArn}'],
      },
    ],
    explain:
      'The CloudWatch agent on the server sends the lines of log files; it must be installed and told which ones and which group.',
    docs: 'Collect metrics, logs, and traces using the CloudWatch agent',
    options: {},
  }),
});
