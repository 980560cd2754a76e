import { kindNotExported } from '../not-exported.ts';
import { choice, json, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const vpcEndpoint = defineService({
  kind: 'vpc-endpoint',
  title: 'VPC endpoint',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::VPCEndpoint'],
  placement: { parents: ['vpc', 'subnet'], scope: 'regional', vpc: 'required', subnet: 'optional' },
  properties: {
    vpcEndpointType: choice(['Interface', 'Gateway'], {
      default: 'Interface',
      required: true,
      cfn: 'VpcEndpointType',
    }),
    service: choice(
      [
        's3',
        'dynamodb',
        'execute-api',
        'lambda',
        'sqs',
        'sns',
        'kinesis-streams',
        'kinesis-firehose',
        'events',
        'scheduler',
        'states',
        'secretsmanager',
        'ssm',
        'kms',
        'logs',
        'monitoring',
        'xray',
        'sts',
        'ecr.api',
        'ecr.dkr',
        'ecs',
        'rds-data',
        'athena',
        'glue',
        'redshift-data',
        'appsync-api',
        'email-smtp',
        'cognito-idp',
        'elasticfilesystem',
      ],
      {
        required: true,
        help: 'Emit com.amazonaws.<region>.<service>; Gateway type exists for s3 and dynamodb only.',
        cfn: 'ServiceName',
      },
    ),
    privateDnsEnabled: yesNo({
      default: true,
      when: (read) => read('vpcEndpointType') === 'Interface',
      cfn: 'PrivateDnsEnabled',
    }),
    policyDocument: json({
      help: 'Endpoint policy, allows everything when absent.',
      cfn: 'PolicyDocument',
    }),
  },
  explain: 'VPC endpoint',
  limits: [
    '50 interface endpoints per VPC by default',
    '20 gateway endpoints per region by default',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
