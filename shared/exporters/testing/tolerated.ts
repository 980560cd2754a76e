/** A difference between both exports that is right, and why. */
export interface Tolerated {
  /** The side that has it alone. */
  readonly side: 'sam' | 'cdk';
  readonly pattern: RegExp;
  readonly why: string;
}

/**
 * Every difference that the comparison of both exports lets pass. A line here is a decision: it says what one export
 * has that the other has not, and why the two still deploy the same.
 */
export const tolerated: readonly Tolerated[] = [
  {
    side: 'cdk',
    pattern:
      /^role of \{"Service":"appsync\.amazonaws\.com"\} \| Allow \| rds-data:(DeleteItems|ExecuteSql|GetItems|InsertItems|UpdateItems) \| /,
    why: 'The RDS data source of the CDK also allows five actions of the first Data API, which AWS has taken out of service.',
  },
  {
    side: 'cdk',
    pattern: /^AWS::AppSync::GraphQLSchema \w+ Definition = /,
    why: 'The CDK reads the file of the schema into the template, SAM uploads the same file (DefinitionS3Location).',
  },
  {
    side: 'cdk',
    pattern: /^AWS::AppSync::ApiKey \w+ Expires = "\d+"$/,
    why: 'The CDK counts the days of an API key from the day it makes the template. See the next line.',
  },
  {
    side: 'sam',
    pattern: /^AWS::AppSync::ApiKey \w+ Expires = "<\w+ApiKeyExpires>"$/,
    why: 'A SAM template cannot count days from today, so it asks for the moment in a parameter.',
  },
  {
    side: 'sam',
    pattern:
      /^AWS::ApiGatewayV2::Stage <\w+> DefaultRouteSettings\.DetailedMetricsEnabled = "false"$/,
    why: 'Detailed metrics are off unless switched on; the CDK says nothing then.',
  },
  {
    side: 'cdk',
    pattern: /^AWS::ApiGatewayV2::Api \w+ IpAddressType = "ipv4"$/,
    why: 'ipv4 is what API Gateway takes when nothing is said, and SAM has no property for it.',
  },
  {
    side: 'cdk',
    pattern: /^AWS::EC2::VPC \w+ InstanceTenancy = "default"$/,
    why: 'What CloudFormation takes when nothing is said; the CDK writes it out.',
  },
  {
    side: 'sam',
    pattern: /^AWS::DynamoDB::Table \w+ BillingMode = "PROVISIONED"$/,
    why: 'PROVISIONED is what CloudFormation takes when nothing is said; the CDK then says nothing.',
  },
  {
    side: 'sam',
    pattern: / has AWSXrayWriteOnlyAccess$/,
    why: 'SAM attaches the AWS managed policy for traces; the CDK allows the two actions that sending traces needs.',
  },
  {
    side: 'cdk',
    pattern:
      / \| Allow \| xray:(Put(TraceSegments|TelemetryRecords)|GetSampling(Rules|Targets)) \| \*$/,
    why: 'The CDK counterpart of AWSXrayWriteOnlyAccess; X-Ray has no resources to name.',
  },
  {
    side: 'sam',
    pattern: /^.* trusts \| Allow \| (states|logs|firehose)\.amazonaws\.com \| sts:AssumeRole$/,
    why: 'The roles of SAM trust the service; those of the CDK only when it works for this account. See the next line.',
  },
  {
    side: 'cdk',
    pattern:
      /^.* trusts \| Allow \| (states|logs|firehose)\.amazonaws\.com \| sts:AssumeRole \| \{"(ArnLike|StringLike)":\{"aws:SourceArn":/,
    why: 'The CDK counterpart of the line above.',
  },
  {
    side: 'sam',
    pattern: / has service-role\/AWSLambda(SQSQueue|Kinesis|DynamoDB)ExecutionRole$/,
    why: 'SAM gives a polling function the AWS managed policy; the CDK event source grants the same actions on the one source.',
  },
  {
    side: 'cdk',
    pattern:
      / \| Allow \| sqs:(ReceiveMessage|ChangeMessageVisibility|GetQueueUrl|DeleteMessage|GetQueueAttributes) \| /,
    why: 'The CDK counterpart of AWSLambdaSQSQueueExecutionRole, and of grantConsumeMessages.',
  },
  {
    side: 'cdk',
    pattern:
      / \| Allow \| dynamodb:(GetRecords|GetShardIterator|ListStreams|DescribeStream|DescribeTable) \| /,
    why: 'The CDK counterpart of AWSLambdaDynamoDBExecutionRole; grantReadData also lets the function read the stream of the table.',
  },
  {
    side: 'cdk',
    pattern:
      / \| Allow \| kinesis:(DescribeStream|DescribeStreamSummary|GetRecords|GetShardIterator|ListShards|ListStreams|SubscribeToShard|DescribeStreamConsumer) \| /,
    why: 'The CDK counterpart of AWSLambdaKinesisExecutionRole.',
  },
  {
    side: 'cdk',
    pattern: / \| Allow \| dynamodb:[A-Za-z]+ \| <[A-Za-z0-9]+\.Arn>\/index\/\*$/,
    why: 'Table grants of the CDK name the indexes for every action once the table has one; writing an index is no operation of DynamoDB.',
  },
  {
    side: 'cdk',
    pattern:
      /^role of \{"Service":"firehose\.amazonaws\.com"\} \| Allow \| glue:GetSchemaVersion \| \*$/,
    why: 'The CDK also allows schemas of a Glue registry, which a table of ours does not use.',
  },
  {
    side: 'cdk',
    pattern: /^AWS::Events::Archive \w+ KmsKeyIdentifier = ""$/,
    why: 'The CDK writes that there is no key.',
  },
  {
    side: 'sam',
    pattern:
      /^on <\w+> \| Allow \| events\.amazonaws\.com \| sns:Publish \| <\w+> \| \{"ArnEquals":/,
    why: 'SAM lets in this rule alone; the CDK target has no condition for topics.',
  },
  {
    side: 'cdk',
    pattern: /^on <\w+> \| Allow \| events\.amazonaws\.com \| sns:Publish \| <\w+>$/,
    why: 'The CDK counterpart of the line above.',
  },
  {
    side: 'cdk',
    pattern:
      /^on <\w+> \| Allow \| (events|s3)\.amazonaws\.com \| sqs:(GetQueueAttributes|GetQueueUrl) \| /,
    why: 'grantSendMessages also allows what SDKs ask for; services need only SendMessage.',
  },
  {
    side: 'cdk',
    pattern: /^role of .* \| Allow \| kinesis:(PutRecords|ListShards) \| /,
    why: 'grantWrite of a stream allows all ways to write; rules and schedules put one record at a time.',
  },
  {
    side: 'cdk',
    pattern: / \| Allow \| lambda:InvokeFunction \| <\w+\.Arn>:\*$/,
    why: 'grantInvoke names versions and aliases too, which these functions are not invoked through.',
  },
  {
    side: 'cdk',
    pattern:
      /^(Custom::CloudwatchLogResourcePolicy |role of null \| Allow \| logs:(Put|Delete)ResourcePolicy \| \*$)/,
    why: 'The CDK target writes the policy of a log group with a custom resource, SAM with AWS::Logs::ResourcePolicy.',
  },
  {
    side: 'sam',
    pattern: /^AWS::S3::Bucket \w+ BucketName = "<AWS::StackName>-/,
    why: 'A bucket with notifications has a name that is known in advance, or its template would be circular; the CDK sets notifications with a custom resource.',
  },
  {
    side: 'cdk',
    pattern: /^role of null \| Allow \| s3:(Put|Get)BucketNotification \| /,
    why: 'For the custom resource of the line above.',
  },
  {
    side: 'sam',
    pattern:
      /^on <\w+> \| Allow \| s3\.amazonaws\.com \| (sqs:SendMessage|sns:Publish) \| .*"aws:SourceAccount"/,
    why: 'SAM names the bucket and its account; the CDK destination names the bucket.',
  },
  {
    side: 'cdk',
    pattern:
      /^on <\w+> \| Allow \| s3\.amazonaws\.com \| (sqs:SendMessage|sns:Publish) \| .*"aws:SourceArn":"<\w+\.Arn>"\}\}$/,
    why: 'The CDK counterpart of the line above.',
  },
  {
    side: 'sam',
    pattern:
      /^on <[\w.]+> \| Allow \| s3\.amazonaws\.com \| lambda:InvokeFunction \| \{"SourceAccount":"<AWS::AccountId>"\}$/,
    why: "SAM's event source lets in the buckets of the account; the CDK destination lets in the one bucket.",
  },
  {
    side: 'cdk',
    pattern:
      /^on <[\w.]+> \| Allow \| s3\.amazonaws\.com \| lambda:InvokeFunction \| \{"SourceAccount":"<AWS::AccountId>","SourceArn":/,
    why: 'The CDK counterpart of the line above.',
  },
  {
    side: 'cdk',
    pattern:
      /^\w+ \| Allow \| s3:(Abort\*|DeleteObject\*|GetBucket\*|GetObject\*|List\*|PutObject\w*) \| <\w+\.Arn>(\/\*)?$/,
    why: 'The CDK lets a function read and write all of the bucket that takes its failures; putting objects is enough.',
  },
  {
    side: 'sam',
    pattern: /^\w+ \| Allow \| s3:ListBucket \| <\w+\.Arn>$/,
    why: 'What Lambda asks for in a bucket for failures; the CDK allows s3:List* there.',
  },
  {
    side: 'cdk',
    pattern:
      /^role of \{"Service":"s3\.amazonaws\.com"\} \| Allow \| s3:ObjectOwnerOverrideToBucketOwner \| /,
    why: 'Used between accounts only.',
  },
  {
    side: 'sam',
    pattern:
      /^AWS::(CloudFront::(CachePolicy|OriginRequestPolicy|KeyValueStore|RealtimeLogConfig|OriginAccessControl)|Logs::Delivery(Source|Destination)|Athena::WorkGroup|EventsV2::(EventBus|Subscriber)|ElastiCache::(ServerlessCache|User|UserGroup)) \w* ?(\w+Config\.)?(Name|ServerlessCacheName|UserId|UserGroupId) = "<AWS::StackName>-/,
    why: 'CloudFormation does not name these; both exports make a name that is unique in the account.',
  },
  {
    side: 'cdk',
    pattern:
      /^AWS::(CloudFront::(CachePolicy|OriginRequestPolicy|KeyValueStore|RealtimeLogConfig|OriginAccessControl)|Logs::Delivery(Source|Destination)|Athena::WorkGroup|EventsV2::(EventBus|Subscriber)|ElastiCache::(ServerlessCache|User|UserGroup)) \w* ?(\w+Config\.)?(Name|ServerlessCacheName|UserId|UserGroupId) = "/,
    why: 'The CDK counterpart of the line above.',
  },
  {
    side: 'sam',
    pattern: /^AWS::Lambda::Alias <\w+> live( |$)/,
    why: 'SAM publishes a version of a Lambda@Edge function only together with an alias; CloudFront uses the version.',
  },
  {
    side: 'sam',
    pattern:
      /^[\w,]+ \| Allow \| s3:(GetObject|GetObjectVersion|ListBucket|GetBucketLocation|DeleteObject|AbortMultipartUpload) \| /,
    why: 'Grants of the CDK for buckets end with a star: s3:GetObject*, s3:List*, s3:GetBucket*, s3:DeleteObject*, s3:Abort*.',
  },
  {
    side: 'cdk',
    pattern:
      /^[\w,]+ \| Allow \| s3:(GetObject\*|List\*|GetBucket\*|DeleteObject\*|Abort\*|PutObject(LegalHold|Retention|Tagging|VersionTagging)) \| /,
    why: 'The CDK counterpart of the line above, which also lets a function that writes objects lock and tag them.',
  },
  {
    side: 'sam',
    pattern:
      /^role of \{"Service":"firehose\.amazonaws\.com"\} \| Allow \| s3:(AbortMultipartUpload|GetBucketLocation|GetObject|ListBucket|ListBucketMultipartUploads) \| /,
    why: 'The CDK destination calls grantReadWrite, which says the same with stars; see the next line.',
  },
  {
    side: 'cdk',
    pattern:
      /^role of \{"Service":"firehose\.amazonaws\.com"\} \| Allow \| s3:(Abort\*|DeleteObject\*|GetBucket\*|GetObject\*|List\*|PutObject(LegalHold|Retention|Tagging|VersionTagging)) \| /,
    why: 'grantReadWrite of the CDK destination; it allows more than Firehose does.',
  },
  {
    side: 'cdk',
    pattern:
      /^role of \{"Service":"firehose\.amazonaws\.com"\} \| Allow \| logs:CreateLogStream \| /,
    why: 'grantWrite of the log group; both exports make the log streams themselves.',
  },
  {
    side: 'cdk',
    pattern: /^AWS::Logs::LogStream <\w+> DeletionPolicy = Retain$/,
    why: 'The CDK keeps log streams; they go with their log group all the same.',
  },
  {
    side: 'cdk',
    pattern:
      /^role of \{"Service":"logs\.amazonaws\.com"\} \| Allow \| (iam:PassRole|kinesis:ListShards) \| /,
    why: 'The CDK destination allows the role to be passed by itself, and grantWrite all ways to write.',
  },
  {
    side: 'cdk',
    pattern:
      /^role of \{"Service":"events\.amazonaws\.com"\} \| Allow \| execute-api:ManageConnections \| /,
    why: 'For WebSocket APIs, which no rule can call.',
  },
  {
    side: 'cdk',
    pattern:
      /^AWS::Cognito::UserPool \w+ ((Email|Sms)Verification(Message|Subject)|VerificationMessageTemplate\.\w+) = /,
    why: 'The CDK always writes a text of its own for verification messages; SAM leaves that of Cognito. Both hold the code and nothing else of weight.',
  },
  {
    side: 'cdk',
    pattern:
      /^AWS::ECS::Service \w+ (DeploymentConfiguration\.Alarms\.(AlarmNames = \[\]|(Enable|Rollback) = "false")|DeploymentController\.Type = "ECS"|EnableECSManagedTags = "false")$/,
    why: 'What ECS takes when nothing is said; the CDK writes it out.',
  },
  {
    side: 'cdk',
    pattern:
      /^[\w,]*TaskDefinition[\w,]* \| Allow \| logs:(DescribeLogGroups|DescribeLogStreams|CreateLogStream|PutLogEvents) \| \*$/,
    why: 'For a shell in a container the CDK also allows to log the session, which is set up for a whole cluster and not here.',
  },
  {
    side: 'sam',
    pattern:
      /^AWS::EC2::Instance \w+ ImageId = "\{\{resolve:ssm:\/aws\/service\/ami-amazon-linux-latest\/[a-z0-9_-]+\}\}"$/,
    why: 'The newest Amazon Linux, by a reference to the public parameter; the CDK makes a parameter of the template of it.',
  },
  {
    side: 'cdk',
    pattern: /^AWS::EC2::Instance \w+ ImageId = "<SsmParameterValue\w+>"$/,
    why: 'The CDK counterpart of the line above.',
  },
  {
    side: 'cdk',
    pattern: /^AWS::EC2::Instance \w+ UserData\.Fn::Base64 = "#!\/bin\/bash"$/,
    why: 'An empty script, which the CDK always writes.',
  },
];
