import {
  array,
  type Code,
  call,
  create,
  flag,
  invoke,
  name,
  number,
  object,
  text,
  thisExpression,
} from '../lib/typescript/syntax.ts';
import { codeOf, constructRef } from './code.ts';
import { drawnRole } from './drawn-role.ts';
import {
  type Expression,
  type ExpressionObject,
  intrinsic,
  isToken,
  join,
  pseudo,
  refOf,
} from './expression.ts';
import { nameTag } from './network/emit-subnets.ts';
import { zoneExpression } from './network/network-plan.ts';
import { requiredNetwork } from './network/required.ts';
import { securityGroupCodes, securityGroupIds } from './network/security-groups.ts';
import type { PropertyReader } from './property.ts';
import type { NodeScope } from './service.ts';
import { serviceRole } from './service-role.ts';

/* An instance with its role, its disk and its place in a subnet. */

/** Sessions without keys and open ports. */
export const sessionPolicy = 'AmazonSSMManagedInstanceCore';

/** Graviton families have a g behind the generation: t4g, m7gd, im4gn. */
export const isArm = (read: PropertyReader): boolean =>
  /^[a-z]+\d+[a-z]*g[a-z]*\./.test(String(read('instanceType')));

/** The newest Amazon Linux, which AWS keeps in a public parameter. */
const amazonLinux = (scope: NodeScope): string =>
  `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${isArm(scope.read) ? 'arm64' : 'x86_64'}`;

/** The role of the programs on the server: a drawn one, or one that the export makes. */
export const instanceRoleId = (scope: NodeScope): string =>
  drawnRole(scope)?.id ?? `${scope.id}Role`;

const emitRole = (scope: NodeScope): void => {
  const { out, node } = scope;
  if (drawnRole(scope) !== undefined) return;
  const role = instanceRoleId(scope);
  serviceRole(out, role, { service: 'ec2.amazonaws.com' });
  out.identity(node.id, { resource: role, cdk: constructRef(role), method: 'addToPolicy' });
  if (scope.read('sessionManager') !== true) return;
  out.set(role, 'ManagedPolicyArns', [
    join('arn:', pseudo('Partition'), `:iam::aws:policy/${sessionPolicy}`),
  ]);
  out.props(role, {
    managedPolicies: array([
      call('iam.ManagedPolicy.fromAwsManagedPolicyName', text(sessionPolicy)),
    ]),
  });
};

/** What runs at the first start, as CloudFormation wants it. */
const userData = (scope: NodeScope): Expression | undefined => {
  const value = scope.graph.value(scope.node, 'userData');
  return value === undefined || value === null || value === ''
    ? undefined
    : intrinsic({ 'Fn::Base64': value });
};

const imageCode = (scope: NodeScope, image: Expression | undefined): Code =>
  typeof image === 'string'
    ? call('ec2.MachineImage.genericLinux', object({ [scope.region]: text(image) }))
    : call('ec2.MachineImage.fromSsmParameter', text(amazonLinux(scope)));

/** Writes the instance; it is in one subnet only. */
export const emitInstance = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const network = requiredNetwork(scope);
  const [subnet] = network?.subnets ?? [];
  if (network === undefined || subnet === undefined) return;
  const isPublic = scope.value('associatePublicIp') ?? false;
  if (isPublic === true && !network.hasPublic) {
    out.problem(
      `"${node.name}" wants a public address, but none of its subnets is public. Put it into a public subnet, or leave the address out.`,
    );
    return;
  }
  emitRole(scope);
  const profile = `${id}InstanceProfile`;
  out.resource(profile, {
    type: 'AWS::IAM::InstanceProfile',
    properties: { Roles: [refOf(instanceRoleId(scope))] },
    cdk: 'none',
  });
  const image = scope.value('imageId');
  const tokens = scope.read('requireImdsv2') === false ? 'optional' : 'required';
  const size = scope.value('rootVolumeSize') ?? 8;
  const data = userData(scope);
  const [group, ...groups] = securityGroupCodes(scope);
  const root: ExpressionObject = {
    DeviceName: '/dev/xvda',
    Ebs: { Encrypted: true, VolumeSize: size, VolumeType: 'gp3' },
  };
  const key = scope.value('keyName');
  out.resource(id, {
    type: 'AWS::EC2::Instance',
    properties: {
      ...scope.cfnProperties(),
      MetadataOptions: { HttpTokens: tokens },
      ImageId: image ?? `{{resolve:ssm:${amazonLinux(scope)}}}`,
      IamInstanceProfile: refOf(profile),
      AvailabilityZone: zoneExpression(subnet.zone),
      NetworkInterfaces: [
        {
          AssociatePublicIpAddress: isPublic,
          DeviceIndex: '0',
          GroupSet: securityGroupIds(scope),
          SubnetId: subnet.ref,
        },
      ],
      BlockDeviceMappings: [root],
      KeyName: key,
      UserData: data,
      Tags: nameTag(id),
    },
    cdk: scope.l2('ec2.Instance', {
      vpc: network.vpc.construct,
      vpcSubnets: network.selection,
      httpTokens: name(`ec2.HttpTokens.${tokens.toUpperCase()}`),
      machineImage: imageCode(scope, image),
      securityGroup: group,
      role: constructRef(instanceRoleId(scope)),
      associatePublicIpAddress: flag(isPublic === true),
      blockDevices: array([
        object({
          deviceName: text('/dev/xvda'),
          volume: call(
            'ec2.BlockDeviceVolume.ebs',
            typeof size === 'number' ? number(size) : call('cdk.Token.asNumber', codeOf(size)),
            object({
              encrypted: flag(true),
              volumeType: name('ec2.EbsDeviceVolumeType.GP3'),
            }),
          ),
        }),
      ]),
      keyPair:
        key === undefined
          ? undefined
          : call('ec2.KeyPair.fromKeyPairName', thisExpression, text(`${id}KeyPair`), codeOf(key)),
      userData:
        typeof scope.read('userData') === 'string' && data !== undefined
          ? call('ec2.UserData.custom', text(String(scope.read('userData'))))
          : undefined,
    }),
  });
  for (const other of groups) out.statement(invoke(scope.construct, 'addSecurityGroup', other));
  if (isToken(image)) out.override(id, 'ImageId', image);
  if (isToken(isPublic)) out.override(id, 'NetworkInterfaces.0.AssociatePublicIpAddress', isPublic);
  if (data !== undefined && scope.read('userData') === undefined)
    out.override(id, 'UserData', data);
};

/** `new ec2.InstanceType('t4g.micro')` */
export const classCode = (value: string): Code => create('ec2.InstanceType', text(value));
