import { member } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { classCode, emitInstance, instanceRoleId, isArm } from '../ec2.ts';
import { arn, type Expression, getAtt, join, refOf } from '../expression.ts';
import { integer, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { keep } from '../workflow/task-parts.ts';

const instanceArn = ({ id }: NodeScope): Expression => arn('ec2', join('instance/', refOf(id)));

export const ec2Instance = defineService({
  kind: 'ec2-instance',
  title: 'EC2 instance',
  words: 'ec2 vm virtual machine server instance autoscaling',
  category: 'compute',
  icon: 'AmazonEC2',
  cloudFormation: ['AWS::EC2::Instance', 'AWS::IAM::InstanceProfile'],
  placement: { parents: ['subnet', 'vpc'], scope: 'regional', vpc: 'required', subnet: 'required' },
  properties: {
    instanceType: text({
      default: 't4g.micro',
      required: true,
      pattern: '^[a-z][a-z0-9-]*\\.[a-z0-9-]+$',
      help: 'Processor and memory. Families with a g, such as t4g and m7g, are Graviton (arm64) and the cheapest.',
      cfn: 'InstanceType',
      cdk: (value) => ({ instanceType: classCode(String(value)) }),
    }),
    imageId: text({
      help: 'The machine image, such as ami-0123456789abcdef0. Empty: the newest Amazon Linux 2023 for the processor.',
    }),
    rootVolumeSize: integer({
      default: 8,
      min: 8,
      max: 65_536,
      unit: 'GiB',
      help: 'The size of its disk (gp3), which is encrypted. Amazon Linux needs 8.',
    }),
    appPort: integer({
      default: 80,
      min: 1,
      max: 65_535,
      help: 'The port that the program on it listens on; connections open it.',
    }),
    associatePublicIp: yesNo({
      default: false,
      help: 'A public address, in a public subnet only. Behind a load balancer it needs none.',
    }),
    sessionManager: yesNo({
      default: true,
      help: 'People with the right open a shell through Systems Manager: no key, no open port. The instance needs a way to Systems Manager.',
    }),
    requireImdsv2: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      help: 'Programs must ask for a token before they get the credentials of the role, which a forged request cannot.',
    }),
    keyName: text({
      maxLength: 255,
      advanced: true,
      help: 'A key pair for SSH. Session Manager needs none.',
    }),
    userData: text({
      maxLength: 16_384,
      advanced: true,
      help: 'A script that runs at the first start, beginning with #!/bin/bash. 16 KB.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'instanceId' },
    arn: { cfn: instanceArn, cdk: (_construct, scope) => codeOf(instanceArn(scope)) },
    roleArn: {
      cfn: (scope) => getAtt(instanceRoleId(scope), 'Arn'),
      cdk: (_construct, scope) => member(constructRef(instanceRoleId(scope)), 'roleArn'),
    },
    host: { cfn: 'PrivateDnsName', cdk: 'instancePrivateDnsName' },
    publicHost: { cfn: 'PublicDnsName', cdk: 'instancePublicDnsName' },
    privateIp: { cfn: 'PrivateIp', cdk: 'instancePrivateIp' },
    publicIp: { cfn: 'PublicIp', cdk: 'instancePublicIp' },
  },
  task: {
    verb: 'Start or stop',
    services: { ec2: ['InstanceIds'] },
    call: (context) => ({
      resource: `aws-sdk:ec2:${String(context.read('action') ?? 'stopInstances')}`,
      arguments: { InstanceIds: [context.fill('Id', context.target.attribute('id'))] },
      output: keep,
    }),
  },
  summary: (read) =>
    [
      String(read('instanceType')),
      isArm(read) ? 'arm64' : 'x86_64',
      ...(read('associatePublicIp') === true ? ['public'] : []),
    ].join(' · '),
  explain:
    'A virtual server on which you install what you like, and which you look after yourself: updates, disk, restarts. It runs until you stop it. One instance stands in one zone and fails with it. For most new programs containers on Fargate or functions are less work; servers remain for software that expects one.',
  cost: 'By the second while it runs, by size; the disk by GB and month, also while it is stopped; public addresses by the hour.',
  limits: [
    'In one subnet, so in one Availability Zone.',
    'The number of processors that run at once in a Region is limited (adjustable).',
    'User data: 16 KB.',
  ],
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/concepts.html',
  ownRole: instanceRoleId,
  grantee: ({ construct }) => construct,
  emit: emitInstance,
});
