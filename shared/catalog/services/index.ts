import { apiCustomDomain } from './api-custom-domain.service.ts';
import { certificate } from './certificate.service.ts';
import { client } from './client.service.ts';
import { cloudfront } from './cloudfront.service.ts';
import { cloudfrontFunction } from './cloudfront-function.service.ts';
import { cognitoUserPool } from './cognito-user-pool.service.ts';
import { dynamodbTable } from './dynamodb-table.service.ts';
import { eventBus } from './event-bus.service.ts';
import { eventRule } from './event-rule.service.ts';
import { externalEndpoint } from './external-endpoint.service.ts';
import { firehose } from './firehose.service.ts';
import { group } from './group.service.ts';
import { hostedZone } from './hosted-zone.service.ts';
import { httpApi } from './http-api.service.ts';
import { kinesisStream } from './kinesis-stream.service.ts';
import { lambda } from './lambda.service.ts';
import { lambdaEdge } from './lambda-edge.service.ts';
import { logGroup } from './log-group.service.ts';
import { natGateway } from './nat-gateway.service.ts';
import { rdsInstance } from './rds-instance.service.ts';
import { rdsProxy } from './rds-proxy.service.ts';
import { region } from './region.service.ts';
import { restApi } from './rest-api.service.ts';
import { s3Bucket } from './s3-bucket.service.ts';
import { schedule } from './schedule.service.ts';
import { secret } from './secret.service.ts';
import { securityGroup } from './security-group.service.ts';
import { snsTopic } from './sns-topic.service.ts';
import { sqsQueue } from './sqs-queue.service.ts';
import { stateMachine } from './state-machine.service.ts';
import { subnet } from './subnet.service.ts';
import { vpc } from './vpc.service.ts';
import { vpcEndpoint } from './vpc-endpoint.service.ts';
import { websocketApi } from './websocket-api.service.ts';

/** All kinds, in the order of the palette. */
export const services = [
  // Actors
  client,
  externalEndpoint,
  // Containers
  region,
  vpc,
  subnet,
  group,
  // Compute
  lambda,
  lambdaEdge,
  cloudfrontFunction,
  // API
  restApi,
  httpApi,
  websocketApi,
  apiCustomDomain,
  // Edge
  cloudfront,
  certificate,
  hostedZone,
  // Integration
  sqsQueue,
  snsTopic,
  eventBus,
  eventRule,
  schedule,
  stateMachine,
  // Analytics
  kinesisStream,
  firehose,
  // Storage and databases
  s3Bucket,
  dynamodbTable,
  rdsInstance,
  rdsProxy,
  // Security
  cognitoUserPool,
  secret,
  // Network
  securityGroup,
  vpcEndpoint,
  natGateway,
  // Operations
  logGroup,
] as const;

/** Every kind of node that this version knows. */
export type Kind = (typeof services)[number]['kind'];
