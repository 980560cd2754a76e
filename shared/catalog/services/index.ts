import { alb } from './alb.service.ts';
import { apiCustomDomain } from './api-custom-domain.service.ts';
import { apiDestination } from './api-destination.service.ts';
import { appAutoScaling } from './app-auto-scaling.service.ts';
import { appsyncApi } from './appsync-api.service.ts';
import { athenaWorkgroup } from './athena-workgroup.service.ts';
import { auroraCluster } from './aurora-cluster.service.ts';
import { backupPlan } from './backup-plan.service.ts';
import { certificate } from './certificate.service.ts';
import { client } from './client.service.ts';
import { cloudfront } from './cloudfront.service.ts';
import { cloudfrontFunction } from './cloudfront-function.service.ts';
import { cloudwatchAlarm } from './cloudwatch-alarm.service.ts';
import { cognitoIdentityPool } from './cognito-identity-pool.service.ts';
import { cognitoUserPool } from './cognito-user-pool.service.ts';
import { customEventBus } from './custom-event-bus.service.ts';
import { daxCluster } from './dax-cluster.service.ts';
import { dynamodbReplica } from './dynamodb-replica.service.ts';
import { dynamodbTable } from './dynamodb-table.service.ts';
import { ec2Instance } from './ec2-instance.service.ts';
import { ecrRepository } from './ecr-repository.service.ts';
import { efsFileSystem } from './efs-file-system.service.ts';
import { elasticache } from './elasticache.service.ts';
import { eventBus } from './event-bus.service.ts';
import { eventRule } from './event-rule.service.ts';
import { eventSubscriber } from './event-subscriber.service.ts';
import { externalEndpoint } from './external-endpoint.service.ts';
import { fargateService } from './fargate-service.service.ts';
import { firehose } from './firehose.service.ts';
import { glueCrawler } from './glue-crawler.service.ts';
import { glueDatabase } from './glue-database.service.ts';
import { glueJob } from './glue-job.service.ts';
import { group } from './group.service.ts';
import { hostedZone } from './hosted-zone.service.ts';
import { httpApi } from './http-api.service.ts';
import { iamRole } from './iam-role.service.ts';
import { identityProvider } from './identity-provider.service.ts';
import { internetGateway } from './internet-gateway.service.ts';
import { kinesisStream } from './kinesis-stream.service.ts';
import { kmsKey } from './kms-key.service.ts';
import { lambda } from './lambda.service.ts';
import { lambdaEdge } from './lambda-edge.service.ts';
import { logGroup } from './log-group.service.ts';
import { managedFlink } from './managed-flink.service.ts';
import { natGateway } from './nat-gateway.service.ts';
import { nlb } from './nlb.service.ts';
import { onPremises } from './on-premises.service.ts';
import { opensearch } from './opensearch.service.ts';
import { pipe } from './pipe.service.ts';
import { rdsInstance } from './rds-instance.service.ts';
import { rdsProxy } from './rds-proxy.service.ts';
import { redshift } from './redshift.service.ts';
import { region } from './region.service.ts';
import { restApi } from './rest-api.service.ts';
import { s3Bucket } from './s3-bucket.service.ts';
import { schedule } from './schedule.service.ts';
import { secret } from './secret.service.ts';
import { securityGroup } from './security-group.service.ts';
import { sesIdentity } from './ses-identity.service.ts';
import { snsTopic } from './sns-topic.service.ts';
import { sqsQueue } from './sqs-queue.service.ts';
import { ssmParameter } from './ssm-parameter.service.ts';
import { stateMachine } from './state-machine.service.ts';
import { subnet } from './subnet.service.ts';
import { user } from './user.service.ts';
import { vpc } from './vpc.service.ts';
import { vpcEndpoint } from './vpc-endpoint.service.ts';
import { vpcLink } from './vpc-link.service.ts';
import { wafWebAcl } from './waf-web-acl.service.ts';
import { websocketApi } from './websocket-api.service.ts';
import { xray } from './xray.service.ts';

/** All kinds, in the order of the palette. */
export const services = [
  // Actors
  client,
  user,
  identityProvider,
  onPremises,
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
  fargateService,
  ec2Instance,
  ecrRepository,
  // API
  restApi,
  httpApi,
  websocketApi,
  appsyncApi,
  apiCustomDomain,
  // Edge
  cloudfront,
  wafWebAcl,
  certificate,
  hostedZone,
  // Integration
  sqsQueue,
  snsTopic,
  eventBus,
  eventRule,
  customEventBus,
  eventSubscriber,
  pipe,
  apiDestination,
  schedule,
  stateMachine,
  sesIdentity,
  // Streaming
  kinesisStream,
  firehose,
  managedFlink,
  // Analytics
  glueDatabase,
  glueCrawler,
  glueJob,
  athenaWorkgroup,
  redshift,
  opensearch,
  // Storage and databases
  s3Bucket,
  efsFileSystem,
  dynamodbTable,
  dynamodbReplica,
  daxCluster,
  rdsInstance,
  rdsProxy,
  auroraCluster,
  elasticache,
  backupPlan,
  // Identity
  cognitoUserPool,
  cognitoIdentityPool,
  iamRole,
  // Security
  secret,
  ssmParameter,
  kmsKey,
  // Network
  alb,
  nlb,
  vpcLink,
  securityGroup,
  vpcEndpoint,
  natGateway,
  internetGateway,
  // Operations
  logGroup,
  cloudwatchAlarm,
  xray,
  appAutoScaling,
] as const;

/** Every kind of node that this version knows. */
export type Kind = (typeof services)[number]['kind'];
