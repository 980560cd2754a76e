import type { ConnectionDefinition } from '../connection.ts';
import { fromAlb } from './from-alb.ts';
import { fromApiCustomDomain } from './from-api-custom-domain.ts';
import { fromApiDestination } from './from-api-destination.ts';
import { fromAppAutoScaling } from './from-app-auto-scaling.ts';
import { fromAppsyncApi } from './from-appsync-api.ts';
import { fromAthenaWorkgroup } from './from-athena-workgroup.ts';
import { fromAuroraCluster } from './from-aurora-cluster.ts';
import { fromBackupPlan } from './from-backup-plan.ts';
import { fromCertificate } from './from-certificate.ts';
import { fromClient } from './from-client.ts';
import { fromCloudfront } from './from-cloudfront.ts';
import { fromCloudfrontFunction } from './from-cloudfront-function.ts';
import { fromCloudwatchAlarm } from './from-cloudwatch-alarm.ts';
import { fromCognitoIdentityPool } from './from-cognito-identity-pool.ts';
import { fromCognitoUserPool } from './from-cognito-user-pool.ts';
import { fromCustomEventBus } from './from-custom-event-bus.ts';
import { fromDaxCluster } from './from-dax-cluster.ts';
import { fromDynamodbReplica } from './from-dynamodb-replica.ts';
import { fromDynamodbTable } from './from-dynamodb-table.ts';
import { fromEc2Instance } from './from-ec2-instance.ts';
import { fromEcrRepository } from './from-ecr-repository.ts';
import { fromEfsFileSystem } from './from-efs-file-system.ts';
import { fromElasticache } from './from-elasticache.ts';
import { fromEventBus } from './from-event-bus.ts';
import { fromEventRule } from './from-event-rule.ts';
import { fromEventSubscriber } from './from-event-subscriber.ts';
import { fromFargateService } from './from-fargate-service.ts';
import { fromFirehose } from './from-firehose.ts';
import { fromGlueCrawler } from './from-glue-crawler.ts';
import { fromGlueDatabase } from './from-glue-database.ts';
import { fromGlueJob } from './from-glue-job.ts';
import { fromHostedZone } from './from-hosted-zone.ts';
import { fromHttpApi } from './from-http-api.ts';
import { fromIdentityProvider } from './from-identity-provider.ts';
import { fromInternetGateway } from './from-internet-gateway.ts';
import { fromKinesisStream } from './from-kinesis-stream.ts';
import { fromKmsKey } from './from-kms-key.ts';
import { fromLambda } from './from-lambda.ts';
import { fromLambdaEdge } from './from-lambda-edge.ts';
import { fromLogGroup } from './from-log-group.ts';
import { fromManagedFlink } from './from-managed-flink.ts';
import { fromNatGateway } from './from-nat-gateway.ts';
import { fromNlb } from './from-nlb.ts';
import { fromOnPremises } from './from-on-premises.ts';
import { fromOpensearch } from './from-opensearch.ts';
import { fromPipe } from './from-pipe.ts';
import { fromRdsInstance } from './from-rds-instance.ts';
import { fromRdsProxy } from './from-rds-proxy.ts';
import { fromRedshift } from './from-redshift.ts';
import { fromRestApi } from './from-rest-api.ts';
import { fromS3Bucket } from './from-s3-bucket.ts';
import { fromSchedule } from './from-schedule.ts';
import { fromSecret } from './from-secret.ts';
import { fromSecurityGroup } from './from-security-group.ts';
import { fromSesIdentity } from './from-ses-identity.ts';
import { fromSnsTopic } from './from-sns-topic.ts';
import { fromSqsQueue } from './from-sqs-queue.ts';
import { fromStateMachine } from './from-state-machine.ts';
import { fromSubnet } from './from-subnet.ts';
import { fromUser } from './from-user.ts';
import { fromVpc } from './from-vpc.ts';
import { fromVpcEndpoint } from './from-vpc-endpoint.ts';
import { fromVpcLink } from './from-vpc-link.ts';
import { fromWafWebAcl } from './from-waf-web-acl.ts';
import { fromWebsocketApi } from './from-websocket-api.ts';

/** All connections, by source in the order of the palette. */
export const connections: readonly ConnectionDefinition[] = [
  ...fromClient,
  ...fromUser,
  ...fromIdentityProvider,
  ...fromOnPremises,
  ...fromVpc,
  ...fromSubnet,
  ...fromLambda,
  ...fromLambdaEdge,
  ...fromCloudfrontFunction,
  ...fromFargateService,
  ...fromEc2Instance,
  ...fromEcrRepository,
  ...fromRestApi,
  ...fromHttpApi,
  ...fromWebsocketApi,
  ...fromAppsyncApi,
  ...fromApiCustomDomain,
  ...fromCloudfront,
  ...fromWafWebAcl,
  ...fromCertificate,
  ...fromHostedZone,
  ...fromSqsQueue,
  ...fromSnsTopic,
  ...fromEventBus,
  ...fromEventRule,
  ...fromCustomEventBus,
  ...fromEventSubscriber,
  ...fromPipe,
  ...fromApiDestination,
  ...fromSchedule,
  ...fromStateMachine,
  ...fromSesIdentity,
  ...fromKinesisStream,
  ...fromFirehose,
  ...fromManagedFlink,
  ...fromGlueDatabase,
  ...fromGlueCrawler,
  ...fromGlueJob,
  ...fromAthenaWorkgroup,
  ...fromRedshift,
  ...fromOpensearch,
  ...fromS3Bucket,
  ...fromEfsFileSystem,
  ...fromDynamodbTable,
  ...fromDynamodbReplica,
  ...fromDaxCluster,
  ...fromRdsInstance,
  ...fromRdsProxy,
  ...fromAuroraCluster,
  ...fromElasticache,
  ...fromCognitoUserPool,
  ...fromCognitoIdentityPool,
  ...fromSecret,
  ...fromKmsKey,
  ...fromAlb,
  ...fromSecurityGroup,
  ...fromVpcEndpoint,
  ...fromNatGateway,
  ...fromInternetGateway,
  ...fromNlb,
  ...fromVpcLink,
  ...fromLogGroup,
  ...fromCloudwatchAlarm,
  ...fromAppAutoScaling,
  ...fromBackupPlan,
];
