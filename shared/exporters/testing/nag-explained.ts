/** An error of cdk-nag that stands in the exports of our templates, and why it may. */
export interface ExplainedNag {
  readonly rule: RegExp;
  /** Only for these constructs; absent: wherever it is found. */
  readonly constructs?: RegExp;
  readonly why: string;
}

/** Everything that the AwsSolutions pack calls an error in a template and that is meant so. */
export const explainedNag: readonly ExplainedNag[] = [
  {
    rule: /^AwsSolutions-IAM4\[.*AWSLambda(Basic|VPCAccess)ExecutionRole\]$/,
    why: 'The AWS managed policies that Lambda documents for writing logs and for network interfaces; SAM attaches the same.',
  },
  {
    rule: /^AwsSolutions-IAM4\[.*AmazonAPIGatewayPushToCloudWatchLogs\]$/,
    why: 'The AWS managed policy that API Gateway documents for its one account-wide logging role.',
  },
  {
    rule: /^AwsSolutions-IAM4\[.*AWSBackupServiceRolePolicyFor(S3)?Backup\]$/,
    why: 'The AWS managed policies that AWS Backup documents for the role that makes backups.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<\w+\.Arn>((\/[\w-]+)*\/\*|:\*)\]$/,
    why: 'The objects of one bucket or of a folder in it, or the versions of one function: the resource is named, and its parts have no names yet.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:<AWS::Partition>:dynamodb:[\w-]+:<AWS::AccountId>:table\/.*\/index\/\*\]$/,
    why: 'The indexes of one replica of a global table, which is named here by its Region and the name of the table.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Action::s3:(GetObject|GetBucket|List|DeleteObject|Abort)\*\]$/,
    why: 'grantRead and grantWrite of the CDK allow families of actions on the one bucket.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:.*:execute-api:.*\/@connections\/\*\]$/,
    why: 'Connections of one WebSocket API and stage; nobody knows their ids before they are made.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    constructs:
      /ServiceRole\/DefaultPolicy|\/Role\/DefaultPolicy|Role\/DefaultPolicy|BucketNotificationsHandler/,
    why: 'X-Ray, log delivery and network interfaces have no resources to name; the handler of bucket notifications is the CDK\u2019s own.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:.*:log-group:\/aws\/appsync\/apis\/\*\]$/,
    why: 'AppSync names the log group by the id of the API, and the API names the role; so the role cannot name the group.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<\w+\.Arn>\/private\/<cognito-identity\.amazonaws\.com:sub>\/\*\]$/,
    why: 'The folder of the one user who asks: IAM puts the identity id in.',
  },
  {
    rule: /^AwsSolutions-ASC3$/,
    why: 'The logs are switched on behind the construct, which would add a function of its own to keep them; cdk-nag looks at the construct only.',
  },
  {
    rule: /^AwsSolutions-CFR4$/,
    constructs: /^ServerlessWebsite\//,
    why: 'The site answers under a name of CloudFront itself, which comes with its certificate; a domain of its own gets TLS 1.2.',
  },
  {
    rule: /^AwsSolutions-S1$/,
    why: 'Server access logs cost a bucket more; draw a connection to a bucket for logs where an audit asks for it.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    why: 'These queues are the dead-letter queues, or hold what must not be dropped after some tries.',
  },
  {
    rule: /^AwsSolutions-APIG1$/,
    why: 'Access logs are a setting of each API; the templates switch them on where they teach something, and a finding asks for them.',
  },
  {
    rule: /^AwsSolutions-APIG2$/,
    why: 'Request validation needs a model of the body, which only the one who writes the code can give.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    why: 'The route is public on purpose, is a CORS preflight, or is a WebSocket route behind an authorized $connect.',
  },
  {
    rule: /^AwsSolutions-COG4$/,
    why: 'The routes are authorized by IAM, are public on purpose, or are CORS preflights; not every API has a user pool.',
  },
  {
    rule: /^AwsSolutions-COG[28]$/,
    why: 'MFA is optional and the plan Essentials in a design of the stage dev; both are settings of the user pool.',
  },
  {
    rule: /^AwsSolutions-VPC7$/,
    why: 'Flow logs are a setting of the VPC, off in these designs of the stage dev because they are paid by the gigabyte.',
  },
  {
    rule: /^AwsSolutions-EC23$/,
    why: 'The source is the range of the VPC, which cdk-nag cannot read from a reference.',
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    why: 'Rotation needs a function for the engine; draw a connection from the secret to one.',
  },
  {
    rule: /^AwsSolutions-SF1$/,
    why: 'The machine logs errors; all events, with what customers sent, is a choice to be made.',
  },
  {
    rule: /^AwsSolutions-RDS11$/,
    why: 'The usual port of the engine in isolated subnets; another one hides nothing there.',
  },
  {
    rule: /^AwsSolutions-KDF1$/,
    why: 'Firehose takes no encryption setting of its own when a Kinesis stream is its source: the stream is encrypted.',
  },
  {
    rule: /^AwsSolutions-CFR3$/,
    why: 'Access logs are a connection to a bucket, a log group or a stream; a finding asks for them.',
  },
  {
    rule: /^AwsSolutions-OS[13]$/,
    constructs: /^(StreamAnalytics|LogSearch)\/Search\//,
    why: 'What loads it uses the public endpoint, which only signed requests of roles with the right get through; a VPC would need a VPN for those who look at the dashboard.',
  },
  {
    rule: /^AwsSolutions-OS4$/,
    constructs: /^(StreamAnalytics|LogSearch)\/Search\//,
    why: 'Dedicated masters are three nodes more, which a domain of two data nodes in the stage dev does not repay.',
  },
  {
    rule: /^AwsSolutions-OS5$/,
    constructs: /^(StreamAnalytics|LogSearch)\/Search\//,
    why: 'The domain has no policy of its own, so unsigned requests are refused: only what an IAM policy allows gets in.',
  },
  {
    rule: /^AwsSolutions-OS9\[LogExport::(SEARCH|INDEX)_SLOW_LOGS\]$/,
    constructs: /^(StreamAnalytics|LogSearch)\/Search\//,
    why: 'Slow logs are a connection to a log group, paid by the gigabyte, and off in this design of the stage dev.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:<AWS::Partition>:logs:[\w-]+:<AWS::AccountId>:log-group:(<TotalsLogGroup\w+>:)?\*\]$/,
    constructs: /^StreamAnalytics\/TotalsRole\//,
    why: 'What AWS documents for Managed Flink: it looks for its log group among all, and writes to the streams of the one, which it names by itself.',
  },
  {
    rule: /^AwsSolutions-ECS2$/,
    why: 'What the variables of a task hold are the names of what it uses; secrets are read from Secrets Manager.',
  },
  {
    rule: /^AwsSolutions-ECS4$/,
    why: 'Container Insights is paid by the metric; the figures of a service are there without it.',
  },
];
