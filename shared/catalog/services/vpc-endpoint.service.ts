import { type Code, call, member, number, text } from '../../lib/typescript/syntax.ts';
import { type Expression, intrinsic } from '../expression.ts';
import { emitEndpoint } from '../network/endpoint.ts';
import { choice, json, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

const isInterface = (read: (property: string) => unknown): boolean =>
  read('vpcEndpointType') === 'Interface';

export const vpcEndpoint = defineService({
  kind: 'vpc-endpoint',
  title: 'VPC endpoint',
  words: 'vpce privatelink interface gateway endpoint',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::VPCEndpoint'],
  placement: { parents: ['vpc', 'subnet'], scope: 'regional', vpc: 'required', subnet: 'optional' },
  properties: {
    vpcEndpointType: choice(['Interface', 'Gateway'], {
      default: 'Interface',
      required: true,
      help: 'Interface: an address in your subnets, for nearly every service. Gateway: an entry in route tables, for S3 and DynamoDB only, and free.',
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
        help: 'The AWS service that is reached through it. execute-api is what private REST APIs need.',
      },
    ),
    privateDnsEnabled: yesNo({
      default: true,
      emitDefault: true,
      when: isInterface,
      help: "The service's usual name then leads to the endpoint, so that no code has to change. The VPC must have DNS support and DNS hostnames.",
      cfn: 'PrivateDnsEnabled',
      cdk: 'privateDnsEnabled',
    }),
    policyDocument: json({
      format: 'iam-policy',
      advanced: true,
      help: 'What may be done through the endpoint, as an IAM policy with principals. Empty: everything that the caller may do anyway.',
    }),
  },
  attributes: {
    id: {
      cfn: 'Ref',
      cdk: (construct, { out, id }) =>
        member(construct, out.hasConstruct(id) ? 'vpcEndpointId' : 'ref'),
    },
    /** The Regional DNS name of an interface endpoint. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
    dnsName: {
      cfn: ({ id }) => dnsEntryPart(id, 1),
      cdk: (construct) => dnsEntryCode(construct, 1),
    },
    hostedZoneId: {
      cfn: ({ id }) => dnsEntryPart(id, 0),
      cdk: (construct) => dnsEntryCode(construct, 0),
    },
  },
  summary: (read) =>
    [
      typeof read('service') === 'string' ? String(read('service')) : 'no service yet',
      String(read('vpcEndpointType')),
    ].join(' · '),
  explain:
    'AWS services answer on public addresses. An endpoint gives the VPC a private way to one of them, so that subnets without internet can use it and the traffic stays inside AWS. An interface endpoint is a network interface with a security group in each zone; a gateway endpoint is a line in the route tables. Its policy can limit what is done through it.',
  cost: 'Interface: by the hour in each zone, and by the gigabyte. Gateway: free.',
  limits: [
    '50 interface endpoints in a VPC by default (adjustable).',
    '20 gateway endpoints in a Region by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html',
  emit: emitEndpoint,
});

/** `<hosted zone>:<DNS name>` is what an endpoint says of itself, one for each name. */
const dnsEntryPart = (id: string, part: 0 | 1): Expression =>
  intrinsic({
    'Fn::Select': [
      part,
      { 'Fn::Split': [':', { 'Fn::Select': [0, { 'Fn::GetAtt': [id, 'DnsEntries'] }] }] },
    ],
  });

const dnsEntryCode = (construct: Code, part: 0 | 1): Code =>
  call(
    'cdk.Fn.select',
    number(part),
    call(
      'cdk.Fn.split',
      text(':'),
      call('cdk.Fn.select', number(0), member(construct, 'vpcEndpointDnsEntries')),
    ),
  );
