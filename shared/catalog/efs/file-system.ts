import { create, flag, name, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { arn, document, type Expression, join, refOf } from '../expression.ts';
import { nameTag } from '../network/emit-subnets.ts';
import { networkOf } from '../network/placement.ts';
import { requiredNetwork } from '../network/required.ts';
import { securityGroupCodes, securityGroupIds } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';

/** Where NFS listens. */
export const nfsPort = 2049;

export const accessPointId = (fileSystem: string): string => `${fileSystem}AccessPoint`;

/** The ARN of the access point, as the L2 construct writes it. */
export const accessPointArn = (fileSystem: string): Expression =>
  arn('elasticfilesystem', join('access-point/', refOf(accessPointId(fileSystem))));

/** The logical ids of the mount targets, one for each zone. */
export const mountTargetIds = (scope: NodeScope): readonly string[] =>
  (networkOf(scope, { onePerZone: true })?.subnets ?? []).map(
    (_, index) => `${scope.id}EfsMountTarget${index + 1}`,
  );

/** The file system with a mount target in each zone, and an access point. */
export const emitFileSystem = (scope: NodeScope): void => {
  const { out, id } = scope;
  if (!requiredNetwork(scope)) return;
  // A zone takes one mount target, however many subnets there are.
  const network = networkOf(scope, { onePerZone: true });
  if (!network) return;
  const lifecycle = scope.value('lifecycleToIa');
  const transition = lifecycle === 'none' ? undefined : lifecycle;
  const backups = scope.read('automaticBackups') !== false;
  const tls = scope.read('enforceTls') !== false;
  out.resource(id, {
    type: 'AWS::EFS::FileSystem',
    properties: {
      ...scope.cfnProperties(),
      LifecyclePolicies: transition === undefined ? undefined : [{ TransitionToIA: transition }],
      BackupPolicy: backups ? { Status: 'ENABLED' } : undefined,
      FileSystemPolicy: tls ? document(refusePlain) : undefined,
      FileSystemTags: nameTag(id),
    },
    deletionPolicy: 'Retain',
    cdk: scope.l2('efs.FileSystem', {
      vpc: network.vpc.construct,
      vpcSubnets: network.selection,
      securityGroup: securityGroupCodes(scope)[0],
      lifecyclePolicy:
        typeof transition === 'string' ? name(`efs.LifecyclePolicy.${transition}`) : undefined,
      enableAutomaticBackups: backups ? flag(true) : undefined,
      fileSystemPolicy: tls ? refusePlainCode : undefined,
      removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
    }),
  });
  if (transition !== undefined && typeof transition !== 'string')
    out.override(id, 'LifecyclePolicies', [{ TransitionToIA: transition }]);
  for (const [index, target] of mountTargetIds(scope).entries())
    out.resource(target, {
      type: 'AWS::EFS::MountTarget',
      properties: {
        FileSystemId: refOf(id),
        SubnetId: network.subnetIds[index],
        SecurityGroups: securityGroupIds(scope).slice(0, 1),
      },
      cdk: 'none',
    });
  emitAccessPoint(scope);
};

/**
 * Who does not encrypt is refused. With a policy of its own the file system also stops to let everybody in who reaches
 * it: clients then need an IAM permission.
 * https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
 */
const refusePlain = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
};

const refusePlainCode = create(
  'iam.PolicyDocument',
  object({
    statements: {
      kind: 'array',
      items: [
        create(
          'iam.PolicyStatement',
          object({
            effect: name('iam.Effect.DENY'),
            principals: { kind: 'array', items: [create('iam.AnyPrincipal')] },
            actions: { kind: 'array', items: [text('*')] },
            conditions: codeOf({ Bool: { 'aws:SecureTransport': 'false' } }),
          }),
        ),
      ],
    },
  }),
);

/** A folder of the file system, and the user as whom everybody works in it. */
const emitAccessPoint = (scope: NodeScope): void => {
  const { out, id } = scope;
  const user = scope.value('posixUid') ?? '1000';
  const path = scope.value('accessPointPath') ?? '/lambda';
  // Others than the user and its group get nothing.
  const permissions = '750';
  out.resource(accessPointId(id), {
    type: 'AWS::EFS::AccessPoint',
    properties: {
      FileSystemId: refOf(id),
      PosixUser: { Uid: user, Gid: user },
      RootDirectory: {
        Path: path,
        CreationInfo: { OwnerUid: user, OwnerGid: user, Permissions: permissions },
      },
      AccessPointTags: nameTag(accessPointId(id)),
    },
    cdk: {
      class: 'efs.AccessPoint',
      props: {
        fileSystem: scope.construct,
        path: codeOf(path),
        createAcl: codeOf({ ownerUid: user, ownerGid: user, permissions }),
        posixUser: codeOf({ uid: user, gid: user }),
      },
    },
  });
};
