import { call, number, object, text } from '../../lib/typescript/syntax.ts';
import { kebabCase } from '../../lib/words.ts';
import { codeOf } from '../code.ts';
import { arn, type Expression, type ExpressionObject, getAtt, join, refOf } from '../expression.ts';
import { expressionText } from '../json-text.ts';
import { refuseUnknown } from '../known.ts';
import { type NodeNetwork, networkOf } from '../network/placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupIds,
  securityGroupsOf,
  tcp,
  trafficProperties,
} from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { firehoseAddresses } from './firehose-addresses.ts';
import { mirrored } from './mirror.ts';
import { emitJobRole } from './role.ts';

/** True for Redshift Serverless, false for a cluster. */
export const isServerless = (scope: NodeScope): boolean =>
  scope.read('deployment') !== 'provisioned';

/** The logical id of the namespace of a serverless warehouse. */
export const namespaceId = ({ id }: NodeScope): string => `${id}Namespace`;
const subnetGroupId = ({ id }: NodeScope): string => `${id}SubnetGroup`;

/** The ARN of the workgroup or of the cluster. */
export const warehouseArn = (scope: NodeScope): Expression =>
  isServerless(scope)
    ? getAtt(scope.id, 'Workgroup.WorkgroupArn')
    : arn('redshift', join('cluster:', refOf(scope.id)));

/** The ARN of what holds the data. */
export const namespaceArn = (scope: NodeScope): Expression =>
  isServerless(scope)
    ? getAtt(namespaceId(scope), 'Namespace.NamespaceArn')
    : getAtt(scope.id, 'ClusterNamespaceArn');

/** The host name for SQL clients. */
export const warehouseHost = (scope: NodeScope): Expression =>
  getAtt(scope.id, isServerless(scope) ? 'Workgroup.Endpoint.Address' : 'Endpoint.Address');

/** The port as it is set; AWS takes 5439 when nothing is said. */
export const warehousePort = (scope: NodeScope): Expression => scope.value('port') ?? 5439;

/** The secret with the password of the admin. */
export const warehouseSecretArn = (scope: NodeScope): Expression =>
  isServerless(scope) ? refOf(secretId(scope)) : getAtt(scope.id, 'MasterPasswordSecretArn');

const secretId = ({ id }: NodeScope): string => `${id}Secret`;

/**
 * Redshift can keep the password itself, but CloudFormation does not tell the secret of a namespace. Where somebody
 * logs in with it, the export makes the secret.
 */
const isSecretRead = (scope: NodeScope): boolean =>
  scope
    .links('in', {})
    .some(({ definition }) =>
      definition.statements.some(({ resources }) => resources.includes('{target.secretArn}')),
    );

/** How the admin of a namespace gets a password. */
const adminPassword = (scope: NodeScope, user: Expression): ExpressionObject => {
  if (!isSecretRead(scope)) return { ManageAdminPassword: true };
  const { out, id } = scope;
  const secret = secretId(scope);
  const description = `Admin of ${id}`;
  const excluded = '"@/\\\'` ';
  out.resource(secret, {
    type: 'AWS::SecretsManager::Secret',
    deletionPolicy: 'Delete',
    properties: {
      Description: description,
      GenerateSecretString: {
        SecretStringTemplate: expressionText({ username: user }),
        GenerateStringKey: 'password',
        PasswordLength: 32,
        ExcludeCharacters: excluded,
      },
    },
    cdk: {
      class: 'secretsmanager.Secret',
      props: {
        description: text(description),
        generateSecretString: object({
          secretStringTemplate: call('JSON.stringify', object({ username: codeOf(user) })),
          generateStringKey: text('password'),
          passwordLength: number(32),
          excludeCharacters: text(excluded),
        }),
      },
    },
  });
  return {
    AdminUserPassword: join(
      '{{resolve:secretsmanager:',
      refOf(secret),
      ':SecretString:password::}}',
    ),
  };
};

/** A workgroup with its namespace, or a cluster. */
export const emitWarehouse = (scope: NodeScope): void => {
  const { out, node, graph, id } = scope;
  if (refuseUnknown(scope, 'deployment')) return;
  const network = networkOf(scope);
  if (!network) {
    if (!graph.vpc(node)) out.problem(`"${node.name}" is in no VPC. Put it into subnets of one.`);
    return;
  }
  emitOwnSecurityGroup(scope, network.vpc);
  emitJobRole(scope, 'redshift.amazonaws.com');
  if (isServerless(scope)) emitWorkgroup(scope, network);
  else emitCluster(scope, network);
  out.output(`${id}Endpoint`, scope.attribute('host'), `Host name of ${id}.`);
};

/** Names of both have three characters at least. */
const named = (scope: NodeScope, property: string): Expression => {
  const name = kebabCase(scope.id).slice(0, 60);
  return scope.value(property) ?? (name.length < 3 ? `${name}-db` : name);
};

const emitWorkgroup = (scope: NodeScope, network: NodeNetwork): void => {
  const { out, id } = scope;
  const user = scope.value('adminUsername') ?? 'admin';
  const mirror = mirrored(scope);
  out.resource(namespaceId(scope), {
    type: 'AWS::RedshiftServerless::Namespace',
    deletionPolicy: 'Retain',
    properties: {
      NamespaceName: named(scope, 'namespaceName'),
      DbName: scope.value('databaseName') ?? 'dev',
      AdminUsername: user,
      ...adminPassword(scope, user),
      IamRoles: [scope.attribute('roleArn')],
      // COPY, UNLOAD and the like run under it when the SQL says `IAM_ROLE default`.
      DefaultIamRoleArn: scope.attribute('roleArn'),
      NamespaceResourcePolicy: mirror?.policy,
    },
  });
  out.resource(id, {
    type: 'AWS::RedshiftServerless::Workgroup',
    properties: {
      ...scope.cfnProperties(),
      WorkgroupName: named(scope, 'workgroupName'),
      NamespaceName: refOf(namespaceId(scope)),
      SubnetIds: network.subnetIds,
      SecurityGroupIds: securityGroupIds(scope),
      ConfigParameters: [
        { ParameterKey: 'require_ssl', ParameterValue: 'true' },
        { ParameterKey: 'use_fips_ssl', ParameterValue: 'false' },
        ...(mirror?.parameters ?? []).map((ParameterKey) => ({
          ParameterKey,
          ParameterValue: 'true',
        })),
      ],
    },
  });
};

const emitCluster = (scope: NodeScope, network: NodeNetwork): void => {
  const { out, id } = scope;
  out.resource(subnetGroupId(scope), {
    type: 'AWS::Redshift::ClusterSubnetGroup',
    properties: { Description: `Subnets of ${id}`, SubnetIds: network.subnetIds },
  });
  const parameters = `${id}Parameters`;
  const mirror = mirrored(scope);
  out.resource(parameters, {
    type: 'AWS::Redshift::ClusterParameterGroup',
    properties: {
      Description: `Settings of ${id}`,
      ParameterGroupFamily: 'redshift-2.0',
      Parameters: ['require_ssl', ...(mirror?.parameters ?? [])].map((ParameterName) => ({
        ParameterName,
        ParameterValue: 'true',
      })),
    },
  });
  const nodes = scope.value('numberOfNodes') ?? 1;
  out.resource(id, {
    type: 'AWS::Redshift::Cluster',
    deletionPolicy: 'Snapshot',
    properties: {
      ...scope.cfnProperties(),
      ClusterType: nodes === 1 ? 'single-node' : 'multi-node',
      NodeType: scope.value('nodeType') ?? 'ra3.large',
      NumberOfNodes: nodes === 1 ? undefined : nodes,
      DBName: scope.value('databaseName') ?? 'dev',
      MasterUsername: scope.value('adminUsername') ?? 'admin',
      ManageMasterPassword: true,
      Encrypted: true,
      ClusterSubnetGroupName: refOf(subnetGroupId(scope)),
      ClusterParameterGroupName: refOf(parameters),
      VpcSecurityGroupIds: securityGroupIds(scope),
      // SQL names it: CloudFormation makes no role of a cluster the default.
      IamRoles: [scope.attribute('roleArn')],
      NamespaceResourcePolicy: mirror?.policy,
    },
  });
};

/** Lets the addresses of Firehose in this region in. */
export const openToFirehose = (scope: NodeScope): void => {
  const { out, id, region, node } = scope;
  const addresses = firehoseAddresses[region];
  if (addresses === undefined) {
    out.problem(
      `"${node.name}": the addresses of Firehose in ${region} are not known, so nothing can let it in.`,
    );
    return;
  }
  for (const [index, group] of securityGroupsOf(scope).entries()) {
    const rule = `${id}FromFirehose${index === 0 ? '' : index + 1}`;
    if (out.has(rule)) continue;
    out.resource(rule, {
      type: 'AWS::EC2::SecurityGroupIngress',
      properties: {
        GroupId: getAtt(group.id, 'GroupId'),
        CidrIp: addresses,
        ...trafficProperties(tcp(warehousePort(scope))),
        Description: 'Amazon Data Firehose',
      },
    });
  }
};
