import { alarmRules } from './alarm/index.ts';
import { albRules } from './alb/index.ts';
import { apigwRules } from './apigw/index.ts';
import { appsyncRules } from './appsync/index.ts';
import { backupRules } from './backup/index.ts';
import { certRules } from './cert/index.ts';
import { cloudfrontRules } from './cloudfront/index.ts';
import { cognitoRules } from './cognito/index.ts';
import { concurrencyRules } from './concurrency/index.ts';
import { costRules } from './cost/index.ts';
import { daxRules } from './dax/index.ts';
import { dnsRules } from './dns/index.ts';
import { dynamodbRules } from './dynamodb/index.ts';
import { edgeRules } from './edge/index.ts';
import { elasticacheRules } from './elasticache/index.ts';
import { eventsRules } from './events/index.ts';
import { exportRules } from './export/index.ts';
import { fargateRules } from './fargate/index.ts';
import { firehoseRules } from './firehose/index.ts';
import { iamRules } from './iam/index.ts';
import { kinesisRules } from './kinesis/index.ts';
import { lambdaRules } from './lambda/index.ts';
import { modelRules } from './model/index.ts';
import { namingRules } from './naming/index.ts';
import { pipeRules } from './pipe/index.ts';
import { rdsRules } from './rds/index.ts';
import { regionRules } from './region/index.ts';
import type { Rule } from './rule.ts';
import { s3Rules } from './s3/index.ts';
import { scalingRules } from './scaling/index.ts';
import { scheduleRules } from './schedule/index.ts';
import { securityRules } from './security/index.ts';
import { sfnRules } from './sfn/index.ts';
import { snsRules } from './sns/index.ts';
import { sqsRules } from './sqs/index.ts';
import { topologyRules } from './topology/index.ts';
import { vpcRules } from './vpc/index.ts';

/** All rules, family by family. Each family lists its own. */
export const rules: readonly Rule[] = [
  ...albRules,
  ...apigwRules,
  ...appsyncRules,
  ...certRules,
  ...cloudfrontRules,
  ...cognitoRules,
  ...concurrencyRules,
  ...costRules,
  ...daxRules,
  ...dnsRules,
  ...dynamodbRules,
  ...edgeRules,
  ...elasticacheRules,
  ...eventsRules,
  ...exportRules,
  ...firehoseRules,
  ...iamRules,
  ...kinesisRules,
  ...lambdaRules,
  ...modelRules,
  ...namingRules,
  ...pipeRules,
  ...rdsRules,
  ...regionRules,
  ...s3Rules,
  ...scalingRules,
  ...scheduleRules,
  ...securityRules,
  ...sfnRules,
  ...snsRules,
  ...sqsRules,
  ...fargateRules,
  ...alarmRules,
  ...backupRules,
  ...topologyRules,
  ...vpcRules,
];
