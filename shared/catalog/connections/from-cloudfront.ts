import { connectionsFrom } from '../connection.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { origin } from '../mechanisms/origin.mechanism.ts';
import { choice, integer, list, map, numeric, seconds, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromCloudfront = connectionsFrom<Kind>('cloudfront', {
  's3-bucket': [
    /* SAM: Origins {S3OriginConfig, OriginAccessControlId} + AWS::CloudFront::OriginAccessControl + AWS::S3::BucketPolicy
 CDK: origins.S3BucketOrigin.withOriginAccessControl(bucket, { originAccessLevels: [cloudfront.AccessLevel.READ] }) */
    origin({
      preferred: true,
      label: 'serves objects of',
      properties: {
        pathPattern: text({
          default: 'default (*)',
          required: true,
          help: '"default (*)" is the DefaultCacheBehavior.',
          cfn: 'DistributionConfig.CacheBehaviors.PathPattern',
        }),
        cachePolicy: choice(['CACHING_OPTIMIZED', 'CACHING_DISABLED', 'custom'], {
          default: 'CACHING_OPTIMIZED',
          cfn: 'DistributionConfig.CacheBehaviors.CachePolicyId',
        }),
        allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
          default: 'GET_HEAD_OPTIONS',
          cfn: 'DistributionConfig.CacheBehaviors.AllowedMethods',
        }),
        originPath: text({ cfn: 'DistributionConfig.Origins.OriginPath' }),
        customHeaders: map({ cfn: 'DistributionConfig.Origins.OriginCustomHeaders' }),
        originRole: choice(['primary', 'fallback'], {
          default: 'primary',
          help: 'fallback builds an origin group.',
          cfn: 'DistributionConfig.OriginGroups',
        }),
        accessControl: choice(['oac', 'oai-legacy', 'public'], { default: 'oac' }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['s3:GetObject'],
          resources: ['{target.arn}/*'],
          principal: 'cloudfront.amazonaws.com',
          conditions: {
            StringEquals: {
              'aws:SourceArn': 'arn:{partition}:cloudfront::{account}:distribution/{source.id}',
            },
          },
        },
        {
          side: 'target-policy',
          actions: ['kms:Decrypt'],
          resources: ['{target.kmsKeyArn}'],
          principal: 'cloudfront.amazonaws.com',
          conditions: {
            StringEquals: {
              'aws:SourceArn': 'arn:{partition}:cloudfront::{account}:distribution/{source.id}',
            },
          },
          when: ({ target }) => target('encryption') === 'aws:kms',
        },
      ],
      docs: 'Restrict access to an Amazon S3 origin',
    }),
    /* SAM: Origins {CustomOriginConfig {OriginProtocolPolicy: http-only}} with the website domain
 CDK: new origins.S3StaticWebsiteOrigin(bucket) */
    origin({
      variant: 'website',
      label: 'serves the website endpoint of',
      properties: {
        pathPattern: text({
          default: 'default (*)',
          required: true,
          help: '"default (*)" is the DefaultCacheBehavior.',
          cfn: 'DistributionConfig.CacheBehaviors.PathPattern',
        }),
        cachePolicy: choice(['CACHING_OPTIMIZED', 'CACHING_DISABLED', 'custom'], {
          default: 'CACHING_OPTIMIZED',
          cfn: 'DistributionConfig.CacheBehaviors.CachePolicyId',
        }),
        allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
          default: 'GET_HEAD_OPTIONS',
          cfn: 'DistributionConfig.CacheBehaviors.AllowedMethods',
        }),
        originPath: text({ cfn: 'DistributionConfig.Origins.OriginPath' }),
        customHeaders: map({ cfn: 'DistributionConfig.Origins.OriginCustomHeaders' }),
        originRole: choice(['primary', 'fallback'], {
          default: 'primary',
          help: 'fallback builds an origin group.',
          cfn: 'DistributionConfig.OriginGroups',
        }),
      },
      docs: 'Use an Amazon S3 bucket that is configured as a website endpoint',
    }),
    /* SAM: Logging {Bucket, Prefix} (v1, needs ACL) or AWS::Logs::DeliverySource + DeliveryDestination + Delivery (v2)
 CDK: enableLogging: true, logBucket, logFilePrefix on cloudfront.Distribution */
    logging({
      variant: 'logs',
      label: 'writes standard logs to',
      delivery: 'async',
      reversible: true,
      properties: { prefix: text({ default: 'cdn/', cfn: 'DistributionConfig.Logging.Prefix' }) },
      docs: 'Access logs (standard logs)',
      options: { setting: 'distribution-bucket' },
    }),
  ],
  'rest-api' /* SAM: Origins {DomainName: {api}.execute-api.{region}.amazonaws.com, OriginPath: /{stage}, CustomOriginConfig https-only}
 CDK: new origins.RestApiOrigin(api) */: origin({
    label: 'forwards to',
    properties: {
      pathPattern: text({
        default: 'default (*)',
        required: true,
        help: '"default (*)" is the DefaultCacheBehavior.',
        cfn: 'DistributionConfig.CacheBehaviors.PathPattern',
      }),
      cachePolicy: choice(['CACHING_OPTIMIZED', 'CACHING_DISABLED', 'custom'], {
        default: 'CACHING_OPTIMIZED',
        cfn: 'DistributionConfig.CacheBehaviors.CachePolicyId',
      }),
      allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
        default: 'GET_HEAD_OPTIONS',
        cfn: 'DistributionConfig.CacheBehaviors.AllowedMethods',
      }),
      originPath: text({ cfn: 'DistributionConfig.Origins.OriginPath' }),
      customHeaders: map({ cfn: 'DistributionConfig.Origins.OriginCustomHeaders' }),
      originRole: choice(['primary', 'fallback'], {
        default: 'primary',
        help: 'fallback builds an origin group.',
        cfn: 'DistributionConfig.OriginGroups',
      }),
      protocolPolicy: choice(['http-only', 'match-viewer', 'https-only'], {
        default: 'https-only',
        cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginProtocolPolicy',
      }),
      readTimeout: seconds({
        default: 30,
        min: 1,
        max: 120,
        help: 'Above 120 s by quota only.',
        cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginReadTimeout',
      }),
      connectionAttempts: integer({
        default: 3,
        min: 1,
        max: 3,
        cfn: 'DistributionConfig.Origins.ConnectionAttempts',
      }),
    },
    docs: 'Use various origins with CloudFront distributions',
  }),
  'http-api' /* SAM: Origins {DomainName: {api}.execute-api.{region}.amazonaws.com, CustomOriginConfig https-only}
 CDK: new origins.HttpOrigin(`${httpApi.apiId}.execute-api.${cdk.Aws.REGION}.amazonaws.com`) */:
    origin({
      label: 'forwards to',
      properties: {
        pathPattern: text({
          default: 'default (*)',
          required: true,
          help: '"default (*)" is the DefaultCacheBehavior.',
          cfn: 'DistributionConfig.CacheBehaviors.PathPattern',
        }),
        cachePolicy: choice(['CACHING_OPTIMIZED', 'CACHING_DISABLED', 'custom'], {
          default: 'CACHING_OPTIMIZED',
          cfn: 'DistributionConfig.CacheBehaviors.CachePolicyId',
        }),
        allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
          default: 'GET_HEAD_OPTIONS',
          cfn: 'DistributionConfig.CacheBehaviors.AllowedMethods',
        }),
        originPath: text({ cfn: 'DistributionConfig.Origins.OriginPath' }),
        customHeaders: map({ cfn: 'DistributionConfig.Origins.OriginCustomHeaders' }),
        originRole: choice(['primary', 'fallback'], {
          default: 'primary',
          help: 'fallback builds an origin group.',
          cfn: 'DistributionConfig.OriginGroups',
        }),
        protocolPolicy: choice(['http-only', 'match-viewer', 'https-only'], {
          default: 'https-only',
          cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginProtocolPolicy',
        }),
        readTimeout: seconds({
          default: 30,
          min: 1,
          max: 120,
          help: 'Above 120 s by quota only.',
          cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginReadTimeout',
        }),
        connectionAttempts: integer({
          default: 3,
          min: 1,
          max: 3,
          cfn: 'DistributionConfig.Origins.ConnectionAttempts',
        }),
      },
      docs: 'Use various origins with CloudFront distributions',
    }),
  'websocket-api' /* SAM: Origins {DomainName: {api}.execute-api.{region}.amazonaws.com, OriginPath: /{stage}}
 CDK: new origins.HttpOrigin(`${webSocketApi.apiId}.execute-api.${cdk.Aws.REGION}.amazonaws.com`, { originPath: '/prod' }) */:
    origin({
      label: 'forwards WebSockets to',
      properties: {
        pathPattern: text({
          default: 'default (*)',
          required: true,
          help: '"default (*)" is the DefaultCacheBehavior.',
          cfn: 'DistributionConfig.CacheBehaviors.PathPattern',
        }),
        cachePolicy: choice(['CACHING_OPTIMIZED', 'CACHING_DISABLED', 'custom'], {
          default: 'CACHING_OPTIMIZED',
          cfn: 'DistributionConfig.CacheBehaviors.CachePolicyId',
        }),
        allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
          default: 'GET_HEAD_OPTIONS',
          cfn: 'DistributionConfig.CacheBehaviors.AllowedMethods',
        }),
        originPath: text({ cfn: 'DistributionConfig.Origins.OriginPath' }),
        customHeaders: map({ cfn: 'DistributionConfig.Origins.OriginCustomHeaders' }),
        originRole: choice(['primary', 'fallback'], {
          default: 'primary',
          help: 'fallback builds an origin group.',
          cfn: 'DistributionConfig.OriginGroups',
        }),
        protocolPolicy: choice(['http-only', 'match-viewer', 'https-only'], {
          default: 'https-only',
          cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginProtocolPolicy',
        }),
        readTimeout: seconds({
          default: 30,
          min: 1,
          max: 120,
          help: 'Above 120 s by quota only.',
          cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginReadTimeout',
        }),
        connectionAttempts: integer({
          default: 3,
          min: 1,
          max: 3,
          cfn: 'DistributionConfig.Origins.ConnectionAttempts',
        }),
      },
      docs: 'Use WebSockets with CloudFront distributions',
    }),
  lambda /* SAM: AWS::Lambda::Url AWS_IAM + AWS::CloudFront::OriginAccessControl {OriginAccessControlOriginType: lambda} + two AWS::Lambda::Permission
 CDK: origins.FunctionUrlOrigin.withOriginAccessControl(fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM })) */:
    origin({
      variant: 'function-url',
      label: 'forwards to the function URL of',
      properties: {
        pathPattern: text({
          default: 'default (*)',
          required: true,
          help: '"default (*)" is the DefaultCacheBehavior.',
          cfn: 'DistributionConfig.CacheBehaviors.PathPattern',
        }),
        cachePolicy: choice(['CACHING_OPTIMIZED', 'CACHING_DISABLED', 'custom'], {
          default: 'CACHING_OPTIMIZED',
          cfn: 'DistributionConfig.CacheBehaviors.CachePolicyId',
        }),
        allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
          default: 'GET_HEAD_OPTIONS',
          cfn: 'DistributionConfig.CacheBehaviors.AllowedMethods',
        }),
        originPath: text({ cfn: 'DistributionConfig.Origins.OriginPath' }),
        customHeaders: map({ cfn: 'DistributionConfig.Origins.OriginCustomHeaders' }),
        originRole: choice(['primary', 'fallback'], {
          default: 'primary',
          help: 'fallback builds an origin group.',
          cfn: 'DistributionConfig.OriginGroups',
        }),
        protocolPolicy: choice(['http-only', 'match-viewer', 'https-only'], {
          default: 'https-only',
          cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginProtocolPolicy',
        }),
        readTimeout: seconds({
          default: 30,
          min: 1,
          max: 120,
          help: 'Above 120 s by quota only.',
          cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginReadTimeout',
        }),
        connectionAttempts: integer({
          default: 3,
          min: 1,
          max: 3,
          cfn: 'DistributionConfig.Origins.ConnectionAttempts',
        }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunctionUrl'],
          resources: ['{target.arn}'],
          principal: 'cloudfront.amazonaws.com',
          conditions: {
            ArnLike: {
              'aws:SourceArn': 'arn:{partition}:cloudfront::{account}:distribution/{source.id}',
            },
          },
        },
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 'cloudfront.amazonaws.com',
          conditions: {
            ArnLike: {
              'aws:SourceArn': 'arn:{partition}:cloudfront::{account}:distribution/{source.id}',
            },
          },
        },
      ],
      docs: 'Restrict access to an AWS Lambda function URL origin',
    }),
  'external-endpoint' /* SAM: Origins {DomainName, CustomOriginConfig}
 CDK: new origins.HttpOrigin(domainName, { protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY }) */:
    origin({
      label: 'forwards to',
      properties: {
        pathPattern: text({
          default: 'default (*)',
          required: true,
          help: '"default (*)" is the DefaultCacheBehavior.',
          cfn: 'DistributionConfig.CacheBehaviors.PathPattern',
        }),
        cachePolicy: choice(['CACHING_OPTIMIZED', 'CACHING_DISABLED', 'custom'], {
          default: 'CACHING_OPTIMIZED',
          cfn: 'DistributionConfig.CacheBehaviors.CachePolicyId',
        }),
        allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
          default: 'GET_HEAD_OPTIONS',
          cfn: 'DistributionConfig.CacheBehaviors.AllowedMethods',
        }),
        originPath: text({ cfn: 'DistributionConfig.Origins.OriginPath' }),
        customHeaders: map({ cfn: 'DistributionConfig.Origins.OriginCustomHeaders' }),
        originRole: choice(['primary', 'fallback'], {
          default: 'primary',
          help: 'fallback builds an origin group.',
          cfn: 'DistributionConfig.OriginGroups',
        }),
        protocolPolicy: choice(['http-only', 'match-viewer', 'https-only'], {
          default: 'https-only',
          cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginProtocolPolicy',
        }),
        readTimeout: seconds({
          default: 30,
          min: 1,
          max: 120,
          help: 'Above 120 s by quota only.',
          cfn: 'DistributionConfig.Origins.CustomOriginConfig.OriginReadTimeout',
        }),
        connectionAttempts: integer({
          default: 3,
          min: 1,
          max: 3,
          cfn: 'DistributionConfig.Origins.ConnectionAttempts',
        }),
      },
      docs: 'Use various origins with CloudFront distributions',
    }),
  'kinesis-stream' /* SAM: AWS::CloudFront::RealtimeLogConfig + RealtimeLogConfigArn on the behaviour
 CDK: new cloudfront.RealtimeLogConfig(this, 'Rt', { endPoints: [cloudfront.Endpoint.fromKinesisStream(stream)], fields, samplingRate: 100 }) */:
    logging({
      label: 'writes real-time logs to',
      delivery: 'stream',
      reversible: true,
      properties: {
        samplingRate: numeric(
          {
            default: 100,
            min: 1,
            max: 100,
            unit: '%',
          } /* AWS::CloudFront::RealtimeLogConfig#SamplingRate */,
        ),
        fields: list(
          {
            default: ['timestamp', 'c-ip', 'cs-uri-stem', 'sc-status'],
          } /* AWS::CloudFront::RealtimeLogConfig#Fields */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: [
            'kinesis:DescribeStreamSummary',
            'kinesis:DescribeStream',
            'kinesis:PutRecord',
            'kinesis:PutRecords',
          ],
          resources: ['{target.arn}'],
          principal: 'cloudfront.amazonaws.com',
        },
      ],
      docs: 'Use real-time access logs',
      options: { setting: 'distribution-stream' },
    }),
  'log-group' /* SAM: AWS::Logs::DeliverySource + AWS::Logs::DeliveryDestination + AWS::Logs::Delivery in us-east-1
 CDK: new logs.CfnDeliverySource(this, 'Src', { name, logType: 'ACCESS_LOGS', resourceArn: distribution.distributionArn }) */:
    logging({
      variant: 'logs',
      label: 'writes standard logs to',
      delivery: 'async',
      reversible: true,
      docs: 'Configure standard logging (v2)',
      options: { setting: 'distribution-delivery' },
    }),
  firehose /* SAM: AWS::Logs::DeliverySource + AWS::Logs::DeliveryDestination + AWS::Logs::Delivery in us-east-1
 CDK: new logs.CfnDelivery(this, 'Delivery', { deliverySourceName, deliveryDestinationArn }) */:
    logging({
      variant: 'logs',
      label: 'writes standard logs to',
      delivery: 'async',
      reversible: true,
      docs: 'Configure standard logging (v2)',
      options: { setting: 'distribution-delivery' },
    }),
});
