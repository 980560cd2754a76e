import { array, type Code, create, flag, member, name, text } from '../../lib/typescript/syntax.ts';
import { mirrorParameters } from '../analytics/mirror.ts';
import type { ConstructSpec } from '../blueprint.ts';
import { codeOf, constructRef } from '../code.ts';
import { arn, type Expression, type ExpressionObject, join, refOf } from '../expression.ts';
import { type NodeNetwork, networkOf } from '../network/placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupCodes,
  securityGroupIds,
} from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { writeCredentials } from './credentials.ts';
import { emitLicence } from './db2.ts';
import {
  classOf,
  engineCode,
  engineOf,
  majorVersionOf,
  replicaSource,
  versionOf,
} from './engines.ts';

/** The database with its subnet group, security group and credentials. */
export const emitDatabase = (scope: NodeScope): void => {
  const { out, node, graph } = scope;
  const network = networkOf(scope);
  if (!network) {
    if (!graph.vpc(node)) out.problem(`"${node.name}" is in no VPC. Put it into subnets of one.`);
    return;
  }
  if (graph.isSet(node, 'engine') && scope.read('engine') === undefined) {
    out.problem(
      `"${node.name}": the engine must be known when the export is made, because port, version and credentials follow from it. Set engine to a plain value.`,
    );
    return;
  }
  emitOwnSecurityGroup(scope, network.vpc);
  emitSubnetGroup(scope, network);
  const source = replicaSource(scope);
  if (source) emitReplica(scope, network, source);
  else emitInstance(scope, network);
  out.output(`${scope.id}Endpoint`, scope.attribute('host'), `Host name of ${scope.id}.`);
};

const subnetGroupId = (scope: NodeScope): string => `${scope.id}SubnetGroup`;

const emitSubnetGroup = (scope: NodeScope, network: NodeNetwork): void =>
  scope.out.resource(subnetGroupId(scope), {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: {
      DBSubnetGroupDescription: `Subnet group for ${scope.id} database`,
      SubnetIds: network.subnetIds,
    },
    ...(engineOf(scope).cdk === undefined ? {} : { cdk: 'none' as const }),
  });

/** What every database has, a copy or not. */
const common = (scope: NodeScope) => ({
  DBSubnetGroupName: refOf(subnetGroupId(scope)),
  VPCSecurityGroups: securityGroupIds(scope),
  CopyTagsToSnapshot: true,
});

const commonProps = (scope: NodeScope, network: NodeNetwork) => ({
  vpc: network.vpc.construct,
  vpcSubnets: network.selection,
  securityGroups: array(securityGroupCodes(scope)),
  removalPolicy: name('cdk.RemovalPolicy.SNAPSHOT'),
});

const emitInstance = (scope: NodeScope, network: NodeNetwork): void => {
  const { out, id } = scope;
  const engine = engineOf(scope);
  const credentials = writeCredentials(scope);
  const usesIam = usesIamLogin(scope);
  const licence = emitLicence(scope);
  const optionGroup = emitOptionGroup(scope);
  const parameterGroup = emitParameterGroup(scope);
  const properties: ExpressionObject = {
    ...ownProperties(scope),
    EngineVersion: versionOf(scope),
    ...credentials.properties,
    EnableIAMDatabaseAuthentication: usesIam ? true : undefined,
    LicenseModel: engine.licence,
    ...licence,
    OptionGroupName: optionGroup && refOf(optionGroup),
    DBParameterGroupName: parameterGroup && refOf(parameterGroup),
    ...common(scope),
  };
  out.resource(id, {
    type: 'AWS::RDS::DBInstance',
    properties,
    deletionPolicy: 'Snapshot',
    ...(engine.cdk === undefined
      ? {}
      : {
          cdk: scope.l2(
            'rds.DatabaseInstance',
            {
              engine: engineCode(scope),
              ...ownClass(scope),
              ...credentials.props,
              iamAuthentication: usesIam ? flag(true) : undefined,
              licenseModel:
                engine.licence === undefined
                  ? undefined
                  : member(
                      name('rds.LicenseModel'),
                      engine.licence.replaceAll('-', '_').toUpperCase(),
                    ),
              optionGroup: optionGroup === undefined ? undefined : constructRef(optionGroup),
              parameterGroup:
                parameterGroup === undefined ? undefined : constructRef(parameterGroup),
              ...commonProps(scope, network),
            },
            instanceAttributes,
          ),
        }),
  });
};

const instanceAttributes = { '': 'instanceIdentifier' };

/** The properties of the table; CloudFormation wants some of the numbers as texts. */
const ownProperties = (scope: NodeScope): ExpressionObject =>
  Object.fromEntries(
    Object.entries({ ...scope.cfnProperties(), DBInstanceClass: classOf(scope) }).map(
      ([property, value]) => [
        property,
        typeof value === 'number' && (property === 'AllocatedStorage' || property === 'Port')
          ? String(value)
          : value,
      ],
    ),
  );

/** True when somebody logs in with IAM instead of a password: what is set, or what connections need. */
export const usesIamLogin = (scope: NodeScope): boolean =>
  scope.read('iamAuthentication') === true ||
  scope
    .links('in', { mechanism: 'network-access' })
    .some(({ read }) => read('authMode') === 'iam') ||
  scope
    .links('in', { mechanism: 'proxy' })
    .some(({ source }) => source.read('defaultAuthScheme') === 'IAM_AUTH');

/** Properties that a read replica takes from the database that it copies. */
const copiedProperties: ReadonlySet<string> = new Set([
  'Engine',
  'EngineVersion',
  'MasterUsername',
  'DBName',
  'StorageEncrypted',
  'BackupRetentionPeriod',
]);
const copiedProps = ['storageEncrypted', 'backupRetention', 'databaseName'] as const;

const emitReplica = (scope: NodeScope, network: NodeNetwork, source: NodeScope): void => {
  const { out, id } = scope;
  const usesIam = usesIamLogin(scope);
  const engine = engineOf(scope);
  const keepsBackups =
    engine.replicaBackups === true && scope.graph.isSet(scope.node, 'backupRetentionPeriod');
  const key = replicaKey(scope, source);
  const own = Object.entries(ownProperties(scope)).filter(
    ([property]) =>
      !copiedProperties.has(property) || (property === 'BackupRetentionPeriod' && keepsBackups),
  );
  const construct = scope.l2(
    'rds.DatabaseInstanceReadReplica',
    {
      ...Object.fromEntries(
        copiedProps
          .filter((prop) => !(prop === 'backupRetention' && keepsBackups))
          .map((prop) => [prop, undefined]),
      ),
      sourceDatabaseInstance: source.construct,
      ...ownClass(scope),
      iamAuthentication: usesIam ? flag(true) : undefined,
      ...commonProps(scope, network),
    },
    instanceAttributes,
  );
  out.resource(id, {
    type: 'AWS::RDS::DBInstance',
    properties: {
      ...Object.fromEntries(own),
      SourceDBInstanceIdentifier: arn(
        'rds',
        join('db:', source.attribute('id')),
        source.region === scope.region ? {} : { region: source.region },
      ),
      EnableIAMDatabaseAuthentication: usesIam ? true : undefined,
      KmsKeyId: key,
      ...common(scope),
    },
    deletionPolicy: 'Snapshot',
    ...(engine.cdk === undefined ? {} : { cdk: withoutCopied(construct) }),
  });
  // The L2 construct would also say that the copy is encrypted, which CloudFormation does not take for copies.
  if (key !== undefined && out.hasConstruct(id)) out.override(id, 'KmsKeyId', key);
};

const withoutCopied = (construct: ConstructSpec): ConstructSpec =>
  'class' in construct
    ? {
        ...construct,
        overrides: (construct.overrides ?? []).filter(({ path }) => !copiedProperties.has(path)),
      }
    : construct;

/** A copy in another region cannot use the key of the first one; RDS's own key there does. */
const replicaKey = (scope: NodeScope, source: NodeScope): Expression | undefined =>
  source.region === scope.region || source.read('storageEncrypted') === false
    ? undefined
    : arn('kms', 'alias/aws/rds');

/** Oracle reads and writes S3 only with an option of its own. */
const emitOptionGroup = (scope: NodeScope): string | undefined => {
  if (engineOf(scope).s3 !== 'option') return undefined;
  if (scope.links('out', { mechanism: 'data-export' }).length === 0) return undefined;
  const id = `${scope.id}OptionGroup`;
  const description = `S3 for ${scope.id}`;
  scope.out.resource(id, {
    type: 'AWS::RDS::OptionGroup',
    properties: {
      EngineName: engineOf(scope).id,
      MajorEngineVersion: majorVersionOf(scope),
      OptionGroupDescription: description,
      OptionConfigurations: [{ OptionName: 'S3_INTEGRATION', OptionVersion: '1.0' }],
    },
    cdk: {
      class: 'rds.OptionGroup',
      props: {
        engine: engineCode(scope),
        description: text(description),
        configurations: array([codeOf({ name: 'S3_INTEGRATION', version: '1.0' })]),
      },
    },
  });
  return id;
};

/** A parameter group of its own, where parameters differ from those of the engine. */
const emitParameterGroup = (scope: NodeScope): string | undefined => {
  const parameters = mirrorParameters(scope);
  if (Object.keys(parameters).length === 0) return undefined;
  const id = `${scope.id}ParameterGroup`;
  const description = `Parameters of ${scope.id}`;
  scope.out.resource(id, {
    type: 'AWS::RDS::DBParameterGroup',
    properties: {
      Description: description,
      Family: `${engineOf(scope).id}${majorVersionOf(scope)}`,
      Parameters: parameters,
    },
    cdk: {
      class: 'rds.ParameterGroup',
      props: {
        engine: engineCode(scope),
        description: text(description),
        parameters: codeOf(parameters),
      },
    },
  });
  return id;
};

/** The class in the CDK when none is set; the table writes a set one. */
const ownClass = (scope: NodeScope): { readonly instanceType?: Code } => {
  const value = classOf(scope);
  return typeof value === 'string' ? { instanceType: instanceTypeCode(value) } : {};
};

/** `new ec2.InstanceType('t4g.micro')` */
export const instanceTypeCode = (value: string): Code =>
  create('ec2.InstanceType', text(value.replace(/^db\./, '')));

/** The ARN of a database in its own account and region. */
export const databaseArn = (id: string): Expression => arn('rds', join('db:', refOf(id)));
