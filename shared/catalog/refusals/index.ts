import type { Refusal } from '../refusal.ts';
import { refusedFromAlb } from './from-alb.ts';
import { refusedFromApiCustomDomain } from './from-api-custom-domain.ts';
import { refusedFromAppAutoScaling } from './from-app-auto-scaling.ts';
import { refusedFromAppsyncApi } from './from-appsync-api.ts';
import { refusedFromAthenaWorkgroup } from './from-athena-workgroup.ts';
import { refusedFromBackupPlan } from './from-backup-plan.ts';
import { refusedFromCertificate } from './from-certificate.ts';
import { refusedFromClient } from './from-client.ts';
import { refusedFromCloudfront } from './from-cloudfront.ts';
import { refusedFromCloudfrontFunction } from './from-cloudfront-function.ts';
import { refusedFromCloudwatchAlarm } from './from-cloudwatch-alarm.ts';
import { refusedFromCognitoIdentityPool } from './from-cognito-identity-pool.ts';
import { refusedFromCognitoUserPool } from './from-cognito-user-pool.ts';
import { refusedFromCustomEventBus } from './from-custom-event-bus.ts';
import { refusedFromDaxCluster } from './from-dax-cluster.ts';
import { refusedFromDynamodbTable } from './from-dynamodb-table.ts';
import { refusedFromElasticache } from './from-elasticache.ts';
import { refusedFromEventBus } from './from-event-bus.ts';
import { refusedFromEventRule } from './from-event-rule.ts';
import { refusedFromFirehose } from './from-firehose.ts';
import { refusedFromHostedZone } from './from-hosted-zone.ts';
import { refusedFromHttpApi } from './from-http-api.ts';
import { refusedFromInternetGateway } from './from-internet-gateway.ts';
import { refusedFromKinesisStream } from './from-kinesis-stream.ts';
import { refusedFromLambda } from './from-lambda.ts';
import { refusedFromLambdaEdge } from './from-lambda-edge.ts';
import { refusedFromLogGroup } from './from-log-group.ts';
import { refusedFromNatGateway } from './from-nat-gateway.ts';
import { refusedFromNlb } from './from-nlb.ts';
import { refusedFromOnPremises } from './from-on-premises.ts';
import { refusedFromPipe } from './from-pipe.ts';
import { refusedFromRdsInstance } from './from-rds-instance.ts';
import { refusedFromRdsProxy } from './from-rds-proxy.ts';
import { refusedFromRestApi } from './from-rest-api.ts';
import { refusedFromS3Bucket } from './from-s3-bucket.ts';
import { refusedFromSchedule } from './from-schedule.ts';
import { refusedFromSecurityGroup } from './from-security-group.ts';
import { refusedFromSesIdentity } from './from-ses-identity.ts';
import { refusedFromSnsTopic } from './from-sns-topic.ts';
import { refusedFromSqsQueue } from './from-sqs-queue.ts';
import { refusedFromStateMachine } from './from-state-machine.ts';
import { refusedFromVpcEndpoint } from './from-vpc-endpoint.ts';
import { refusedFromWafWebAcl } from './from-waf-web-acl.ts';
import { refusedFromWebsocketApi } from './from-websocket-api.ts';

/** What people draw but AWS does not do, by source in the order of the palette. */
export const refusals: readonly Refusal[] = [
  ...refusedFromClient,
  ...refusedFromOnPremises,
  ...refusedFromLambda,
  ...refusedFromLambdaEdge,
  ...refusedFromCloudfrontFunction,
  ...refusedFromRestApi,
  ...refusedFromHttpApi,
  ...refusedFromWebsocketApi,
  ...refusedFromAppsyncApi,
  ...refusedFromApiCustomDomain,
  ...refusedFromCloudfront,
  ...refusedFromWafWebAcl,
  ...refusedFromCertificate,
  ...refusedFromHostedZone,
  ...refusedFromSqsQueue,
  ...refusedFromSnsTopic,
  ...refusedFromEventBus,
  ...refusedFromEventRule,
  ...refusedFromCustomEventBus,
  ...refusedFromPipe,
  ...refusedFromSchedule,
  ...refusedFromStateMachine,
  ...refusedFromSesIdentity,
  ...refusedFromKinesisStream,
  ...refusedFromFirehose,
  ...refusedFromAthenaWorkgroup,
  ...refusedFromS3Bucket,
  ...refusedFromDynamodbTable,
  ...refusedFromDaxCluster,
  ...refusedFromRdsInstance,
  ...refusedFromRdsProxy,
  ...refusedFromElasticache,
  ...refusedFromCognitoUserPool,
  ...refusedFromCognitoIdentityPool,
  ...refusedFromAlb,
  ...refusedFromSecurityGroup,
  ...refusedFromVpcEndpoint,
  ...refusedFromNatGateway,
  ...refusedFromLogGroup,
  ...refusedFromCloudwatchAlarm,
  ...refusedFromBackupPlan,
  ...refusedFromAppAutoScaling,
  ...refusedFromNlb,
  ...refusedFromInternetGateway,
];
