import {
  array,
  type Code,
  call,
  flag,
  invoke,
  member,
  name,
  number,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import { mirrorParameters } from '../analytics/mirror.ts';
import { codeOf, constructRef } from '../code.ts';
import { arn, type Expression, type ExpressionObject, join, refOf } from '../expression.ts';
import type { NodeNetwork } from '../network/placement.ts';
import { requiredNetwork } from '../network/required.ts';
import { securityGroupCodes, securityGroupIds } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { readerId, writerId } from './cluster-ids.ts';
import { writeCredentials } from './credentials.ts';
import { classOf, engineCode, engineOf, majorVersionOf, portOf, versionOf } from './engines.ts';
import { instanceTypeCode, usesIamLogin } from './instance.ts';
import { roleParameters } from './roles.ts';

/** The ARN of a cluster in its own account and region. */
export const clusterArn = (id: string): Expression => arn('rds', join('cluster:', refOf(id)));

const isServerless = (cluster: NodeScope): boolean =>
  cluster.read('capacityMode') !== 'provisioned';

/** True when somebody queries the cluster over HTTPS: what is set, or what connections need. */
const usesDataApi = (cluster: NodeScope): boolean =>
  cluster.read('dataApi') === true ||
  cluster.links('in', { mechanism: ['iam-data-access', 'workflow-task', 'data-source'] }).length >
    0;

/** The cluster with its instances, subnet group, security group, parameters and credentials. */
export const emitCluster = (scope: NodeScope): void => {
  const { out, node, graph, id } = scope;
  if (graph.isSet(node, 'engine') && scope.read('engine') === undefined) {
    out.problem(
      `"${node.name}": the engine must be known when the export is made, because port, version and credentials follow from it. Set engine to a plain value.`,
    );
    return;
  }
  const network = requiredNetwork(scope);
  if (!network) return;
  // In the words of the L2 construct, which brings it along.
  const subnetGroup = `${id}Subnets`;
  out.resource(subnetGroup, {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: {
      DBSubnetGroupDescription: `Subnets for ${id} database`,
      SubnetIds: network.subnetIds,
    },
    cdk: 'none',
  });
  const credentials = writeCredentials(scope);
  const parameterGroup = emitParameterGroup(scope);
  const usesIam = usesIamLogin(scope);
  const dataApi = usesDataApi(scope);
  out.resource(id, {
    type: 'AWS::RDS::DBCluster',
    properties: {
      ...scope.cfnProperties(),
      EngineVersion: versionOf(scope),
      Port: portOf(scope),
      DBClusterParameterGroupName:
        parameterGroup === undefined ? `default.${familyOf(scope)}` : refOf(parameterGroup),
      ServerlessV2ScalingConfiguration: isServerless(scope) ? scalingOf(scope) : undefined,
      ...credentials.properties,
      EnableHttpEndpoint: dataApi ? true : undefined,
      EnableIAMDatabaseAuthentication: usesIam ? true : undefined,
      DBSubnetGroupName: refOf(subnetGroup),
      VpcSecurityGroupIds: securityGroupIds(scope),
      CopyTagsToSnapshot: true,
    },
    deletionPolicy: 'Snapshot',
    cdk: scope.l2(
      'rds.DatabaseCluster',
      {
        engine: engineCode(scope),
        ...instancesCode(scope),
        ...credentials.props,
        port: codeOf(portOf(scope)),
        enableDataApi: dataApi ? flag(true) : undefined,
        iamAuthentication: usesIam ? flag(true) : undefined,
        parameterGroup: parameterGroup === undefined ? undefined : constructRef(parameterGroup),
        ...placementProps(scope, network),
      },
      { '': 'clusterIdentifier' },
    ),
  });
  emitInstances(scope);
  overrideClasses(scope);
  out.output(`${id}Endpoint`, scope.attribute('host'), `Host name of ${id}.`);
};

const placementProps = (scope: NodeScope, network: NodeNetwork) => ({
  vpc: network.vpc.construct,
  vpcSubnets: network.selection,
  securityGroups: array(securityGroupCodes(scope)),
  removalPolicy: name('cdk.RemovalPolicy.SNAPSHOT'),
});

/** What a parameter group is for, such as `aurora-postgresql17`. */
const familyOf = (scope: NodeScope): string => `${engineOf(scope).id}${majorVersionOf(scope)}`;

const scalingOf = (scope: NodeScope): ExpressionObject => ({
  MinCapacity: scope.value('minCapacity') ?? 0.5,
  MaxCapacity: scope.value('maxCapacity') ?? 2,
  SecondsUntilAutoPause: scope.value('secondsUntilAutoPause'),
});

/** A parameter group of its own, where parameters differ from those of the engine. */
const emitParameterGroup = (scope: NodeScope): string | undefined => {
  const parameters = { ...Object.fromEntries(roleParameters(scope)), ...mirrorParameters(scope) };
  if (Object.keys(parameters).length === 0) return undefined;
  const id = `${scope.id}ParameterGroup`;
  const description = `Parameters of ${scope.id}`;
  scope.out.resource(id, {
    type: 'AWS::RDS::DBClusterParameterGroup',
    properties: { Description: description, Family: familyOf(scope), Parameters: parameters },
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

const readersOf = (scope: NodeScope): number => {
  const readers = scope.read('readers');
  return typeof readers === 'number' ? Math.max(0, Math.min(15, Math.floor(readers))) : 0;
};

const instanceClassOf = (scope: NodeScope): Expression =>
  isServerless(scope) ? 'db.serverless' : classOf(scope);

/** The writer, and the readers, each of which may take its place. */
const emitInstances = (scope: NodeScope): void => {
  const { out, id } = scope;
  const instance = (instanceId: string, tier: number, dependsOn?: readonly string[]): void =>
    out.resource(instanceId, {
      type: 'AWS::RDS::DBInstance',
      properties: {
        Engine: engineOf(scope).id,
        DBClusterIdentifier: refOf(id),
        DBInstanceClass: instanceClassOf(scope),
        PromotionTier: tier,
        PubliclyAccessible: false,
      },
      ...(dependsOn && { dependsOn }),
      // The data is the cluster's.
      deletionPolicy: 'Delete',
      cdk: 'none',
    });
  instance(writerId(id), 0);
  for (let index = 1; index <= readersOf(scope); index += 1)
    instance(readerId(id, index), 1, [writerId(id)]);
};

/** What the instances are called inside the construct, the writer first. */
const wordsOf = (scope: NodeScope): readonly string[] => [
  'Writer',
  ...Array.from({ length: readersOf(scope) }, (_, index) => `Reader${index + 1}`),
];

const instancesCode = (scope: NodeScope): Readonly<Record<string, Code | undefined>> => {
  const serverless = isServerless(scope);
  const value = instanceClassOf(scope);
  const instance = (word: string, isReader: boolean): Code =>
    serverless
      ? call(
          'rds.ClusterInstance.serverlessV2',
          text(word),
          object({
            scaleWithWriter: isReader ? flag(true) : undefined,
            publiclyAccessible: flag(false),
          }),
        )
      : call(
          'rds.ClusterInstance.provisioned',
          text(word),
          object({
            instanceType: typeof value === 'string' ? instanceTypeCode(value) : undefined,
            promotionTier: isReader ? number(1) : undefined,
            publiclyAccessible: flag(false),
          }),
        );
  const [writer = '', ...readers] = wordsOf(scope);
  return {
    writer: instance(writer, false),
    readers:
      readers.length > 0 ? array(readers.map((reader) => instance(reader, true))) : undefined,
    ...(serverless
      ? {
          serverlessV2MinCapacity: scope.code('minCapacity') ?? number(0.5),
          serverlessV2MaxCapacity: scope.code('maxCapacity') ?? number(2),
          serverlessV2AutoPauseDuration: scope.code('secondsUntilAutoPause'),
        }
      : {}),
  };
};

/** A class that is known at deployment only is set on the resources behind the construct. */
const overrideClasses = (scope: NodeScope): void => {
  const value = instanceClassOf(scope);
  if (typeof value === 'string') return;
  for (const word of wordsOf(scope))
    scope.out.statement(
      invoke(
        {
          kind: 'as',
          value: member(invoke(scope.construct, 'node.findChild', text(word)), 'node.defaultChild'),
          type: 'rds.CfnDBInstance',
        },
        'addPropertyOverride',
        text('DBInstanceClass'),
        codeOf(value),
      ),
    );
};
