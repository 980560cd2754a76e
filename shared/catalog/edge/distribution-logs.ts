import { array, call, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { type Expression, getAtt, refOf } from '../expression.ts';
import { serviceRole } from '../service-role.ts';
import { isExistingCertificate } from './certificate.ts';
import { realtimeLogConfigId } from './distribution.ts';
import { physicalName, physicalNameCode } from './physical-name.ts';

/** Standard logs (legacy) into a bucket: a setting of the distribution itself. */
export const emitDistributionBucketLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out } = source;
  if (!out.has(source.id)) return;
  const prefix = scope.value('prefix') ?? scope.read('prefix') ?? undefined;
  out.set(source.id, 'DistributionConfig.Logging', {
    Bucket: target.attribute('regionalDomainName'),
    Prefix: prefix as Expression | undefined,
  });
  out.props(source.id, {
    logBucket: target.construct,
    logFilePrefix: prefix === undefined ? undefined : codeOf(prefix as Expression),
  });
};

/** A real-time log configuration, which all behaviours of the distribution name. */
export const emitDistributionStreamLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out } = source;
  const id = realtimeLogConfigId(scope);
  const roleId = `${id}Role`;
  const generated = scope.read('permissions') === 'generated';
  serviceRole(out, roleId, {
    service: 'cloudfront.amazonaws.com',
    policy: { name: `${roleId}Policy`, statements: scope.statements('service-role') },
    ...(generated ? { cdk: 'none' as const } : {}),
  });
  out.resource(id, {
    type: 'AWS::CloudFront::RealtimeLogConfig',
    properties: {
      Name: physicalName(id, maxConfigNameLength),
      ...scope.cfnProperties(),
      EndPoints: [
        {
          StreamType: 'Kinesis',
          KinesisStreamConfig: {
            RoleArn: getAtt(roleId, 'Arn'),
            StreamArn: target.attribute('arn'),
          },
        },
      ],
    },
    cdk: generated
      ? {
          // The construct makes the role and its rights by itself.
          class: 'cloudfront.RealtimeLogConfig',
          props: {
            ...scope.cdkProps(),
            endPoints: array([call('cloudfront.Endpoint.fromKinesisStream', target.construct)]),
          },
        }
      : {
          class: 'cloudfront.CfnRealtimeLogConfig',
          props: {
            name: physicalNameCode(id, maxConfigNameLength),
            ...scope.cdkProps(),
            endPoints: array([
              object({
                streamType: text('Kinesis'),
                kinesisStreamConfig: object({
                  roleArn: codeOf(getAtt(roleId, 'Arn')),
                  streamArn: codeOf(target.attribute('arn')),
                }),
              }),
            ]),
          },
        },
  });
};

/** The only region in which CloudWatch Logs takes distributions as a source. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html#enable-access-logging-api */
const deliveryRegion = 'us-east-1';

/** Name of a real-time log configuration. */
const maxConfigNameLength = 64;

/** Names of delivery sources and destinations have at most 60 characters. */
const maxNameLength = 60;

/** True when the distribution needs something that the stack of us-east-1 makes. */
const takesFromDeliveryRegion = ({ source }: ConnectionScope): boolean =>
  source.region !== deliveryRegion &&
  source
    .links('in', { mechanism: ['certificate', 'edge-association'] })
    .some(
      (link) =>
        link.source.region === deliveryRegion &&
        !(link.source.node.kind === 'certificate' && isExistingCertificate(link.source)),
    );

/** Standard logs (v2) into a log group or a Firehose stream: CloudWatch Logs delivers them. */
export const emitDistributionDelivery = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (takesFromDeliveryRegion(scope)) {
    source.out.problem(
      `Logs of the distribution "${source.node.name}" are delivered from us-east-1, and the distribution itself needs something of us-east-1 first: each stack would wait for the other. Draw the distribution in us-east-1.`,
    );
    return;
  }
  const out = source.outIn(deliveryRegion);
  const sourceId = `${source.id}LogSource`;
  if (!out.has(sourceId))
    out.resource(sourceId, {
      type: 'AWS::Logs::DeliverySource',
      properties: {
        Name: physicalName(sourceId, maxNameLength),
        LogType: 'ACCESS_LOGS',
        ResourceArn: source.attribute('arn'),
      },
      cdk: {
        class: 'logs.CfnDeliverySource',
        props: {
          name: physicalNameCode(sourceId, maxNameLength),
          logType: text('ACCESS_LOGS'),
          resourceArn: codeOf(source.attribute('arn')),
        },
      },
    });
  const destinationId = scope.resourceId('LogDestination');
  out.resource(destinationId, {
    type: 'AWS::Logs::DeliveryDestination',
    properties: {
      Name: physicalName(destinationId, maxNameLength),
      OutputFormat: 'json',
      DestinationResourceArn: target.attribute('arn'),
    },
    cdk: {
      class: 'logs.CfnDeliveryDestination',
      props: {
        name: physicalNameCode(destinationId, maxNameLength),
        outputFormat: text('json'),
        destinationResourceArn: codeOf(target.attribute('arn')),
      },
    },
  });
  out.resource(scope.resourceId('LogDelivery'), {
    type: 'AWS::Logs::Delivery',
    properties: {
      DeliverySourceName: refOf(sourceId),
      DeliveryDestinationArn: getAtt(destinationId, 'Arn'),
    },
  });
};
