import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { privateAccess } from '../mechanisms/private-access.mechanism.ts';
import { json } from '../property.ts';
import type { Kind } from '../services/index.ts';

const policy = json({
  format: 'iam-policy',
  advanced: true,
  help: 'A statement, or a policy, that the endpoint policy gets: { Effect, Principal, Action, Resource }. With one, nothing else passes the endpoint.',
});

/** A service that code in the VPC reaches through the endpoint. */
const reachesService = (docs = 'AWS services that integrate with AWS PrivateLink') =>
  privateAccess({
    label: 'gives private access to',
    properties: { policy },
    docs,
    options: { to: 'service' },
  });

export const fromVpcEndpoint = connectionsFrom<Kind>('vpc-endpoint', {
  vpc: networkPlacement({
    label: 'is in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'A gateway endpoint belongs to the VPC as a whole. An interface endpoint right in the VPC gets an address in each zone of its private subnets.',
    docs: 'Gateway endpoints',
  }),
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    explain: 'An interface endpoint has one network interface in each zone of these subnets.',
    docs: 'Access an AWS service using an interface VPC endpoint',
  }),
  's3-bucket': reachesService('Gateway endpoints for Amazon S3'),
  'dynamodb-table': reachesService('Gateway endpoints for Amazon DynamoDB'),
  'sqs-queue': reachesService(),
  'sns-topic': reachesService(),
  'kinesis-stream': reachesService(),
  firehose: reachesService(),
  'event-bus': reachesService(),
  'state-machine': reachesService(),
  secret: reachesService(),
  'log-group': reachesService(),
  lambda: reachesService(),
  'athena-workgroup': reachesService(),
  'ses-identity': reachesService('Setting up VPC endpoints with Amazon SES'),
  'rest-api': privateAccess({
    label: 'gives private access to',
    explain:
      'A private REST API answers only through such an endpoint, and its resource policy must let this one in. The export writes both.',
    statements: [
      {
        side: 'target-policy',
        actions: ['execute-api:Invoke'],
        resources: ['execute-api:/*'],
        principal: '*',
        conditions: { StringEquals: { 'aws:SourceVpce': '{source.id}' } },
      },
    ],
    docs: 'Private REST APIs in API Gateway',
    options: { to: 'service' },
  }),
  'appsync-api': reachesService('Using AWS AppSync Private APIs'),
  'kms-key': reachesService(),
  'ssm-parameter': reachesService(),
  xray: reachesService(),
  'ecr-repository': privateAccess({
    label: 'gives private access to',
    properties: { policy },
    explain:
      'To fetch an image in a subnet without a way out, a task needs three endpoints: ecr.api to ask for the image, ecr.dkr to fetch it, and the gateway endpoint of S3, where its layers lie. Its log lines need one of logs besides.',
    docs: 'Amazon ECR interface VPC endpoints (AWS PrivateLink)',
    options: { to: 'service' },
  }),
});
