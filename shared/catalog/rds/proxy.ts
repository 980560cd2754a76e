import {
  array,
  type Code,
  call,
  flag,
  member,
  object,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { kebabCase } from '../../lib/words.ts';
import type { PolicyStatement } from '../blueprint.ts';
import { codeOf, constructRef } from '../code.ts';
import {
  arn,
  type Expression,
  type ExpressionObject,
  getAtt,
  join,
  pseudo,
  refOf,
} from '../expression.ts';
import { grantedRole } from '../granted-role.ts';
import { physicalNameCode } from '../log-groups.ts';
import { networkOf } from '../network/placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupCodes,
  securityGroupIds,
} from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';
import { writerId } from './cluster-ids.ts';
import { masterCredentials } from './credentials.ts';
import { engineCode, engineOf, replicaSource } from './engines.ts';

/** The database behind a proxy. */
export const proxiedDatabase = (proxy: NodeScope): NodeScope | undefined => {
  const [database] = proxy.graph.targets(proxy.node, { mechanism: 'proxy' });
  return database && proxy.scopeOf(database);
};

interface ProxySecret {
  readonly arn: Expression;
  readonly code: Code;
}

/** The secrets with which the proxy logs in: the drawn ones, else that of the database's master user. */
const secretsOf = (proxy: NodeScope): readonly ProxySecret[] => {
  const drawn = proxy.graph
    .targets(proxy.node, { mechanism: 'credential', kind: 'secret' })
    .map(proxy.scopeOf);
  if (drawn.length > 0)
    return drawn.map((secret) => ({ arn: secret.attribute('arn'), code: secret.construct }));
  const database = proxiedDatabase(proxy);
  if (!database || usesIamOnly(proxy)) return [];
  // The L2 construct of a read replica knows no secret.
  const credentials = masterCredentials(database);
  const owner = credentials.kind === 'copied' ? credentials.source : database;
  return [
    {
      arn: owner.attribute('secretArn'),
      code: { kind: 'nonNull', value: member(owner.construct, 'secret') },
    },
  ];
};

export const proxySecretArn = (proxy: NodeScope): Expression | undefined =>
  secretsOf(proxy)[0]?.arn;
export const proxySecretCode = (proxy: NodeScope): Code | undefined => secretsOf(proxy)[0]?.code;

/** True when the proxy logs in to the database with IAM, and so without a secret. */
const usesIamOnly = (proxy: NodeScope): boolean => proxy.read('defaultAuthScheme') === 'IAM_AUTH';

/** The proxy with its role, security group and target group. */
export const emitProxy = (proxy: NodeScope, database: NodeScope): void => {
  const { out, id, node, graph } = proxy;
  const network = networkOf(proxy);
  if (!network) {
    if (!graph.vpc(node)) out.problem(`"${node.name}" is in no VPC. Put it into subnets of one.`);
    return;
  }
  const engine = engineOf(database);
  if (engine.family === undefined) {
    out.problem(
      `"${node.name}": an RDS Proxy serves no ${engine.title} database. Connect to the database itself.`,
    );
    return;
  }
  emitOwnSecurityGroup(proxy, network.vpc);
  const secrets = secretsOf(proxy);
  const role = emitRole(proxy, database, secrets);
  const iamAuth = proxy.value('iamAuth') ?? 'REQUIRED';
  const auth = secrets.map(
    (secret): ExpressionObject => ({
      AuthScheme: 'SECRETS',
      IAMAuth: iamAuth,
      SecretArn: secret.arn,
    }),
  );
  const proxyName = proxy.value('dbProxyName') ?? join(pseudo('StackName'), `-${shortName(id)}`);
  out.resource(id, {
    type: 'AWS::RDS::DBProxy',
    properties: {
      DBProxyName: proxyName,
      EngineFamily: engine.family,
      ...proxy.cfnProperties(),
      Auth: auth.length > 0 ? auth : undefined,
      RoleArn: getAtt(role.id, 'Arn'),
      VpcSubnetIds: network.subnetIds,
      VpcSecurityGroupIds: securityGroupIds(proxy),
    },
    cdk: proxy.l2('rds.DatabaseProxy', {
      dbProxyName: physicalNameCode(proxyName),
      proxyTarget: call(
        engine.isCluster ? 'rds.ProxyTarget.fromCluster' : 'rds.ProxyTarget.fromInstance',
        targetCode(proxy, database),
      ),
      secrets: secrets.length > 0 ? array(secrets.map(({ code }) => code)) : undefined,
      iamAuth: secrets.length > 0 ? flag(iamAuth !== 'DISABLED') : undefined,
      maxConnectionsPercent: proxy.code('maxConnectionsPercent'),
      maxIdleConnectionsPercent: proxy.code('maxIdleConnectionsPercent'),
      borrowTimeout: proxy.code('connectionBorrowTimeout'),
      role: role.code,
      vpc: network.vpc.construct,
      vpcSubnets: network.selection,
      securityGroups: array(securityGroupCodes(proxy)),
    }),
  });
  // The L2 construct wants to know it.
  if (typeof iamAuth !== 'string') out.override(id, 'Auth', auth);
  emitTargetGroup(proxy, database);
  out.output(`${id}Endpoint`, proxy.attribute('endpoint'), `Host name of ${id}.`);
};

/** At most 63 characters with the name of the stack in front. */
const shortName = (id: string): string => kebabCase(id).slice(0, 20).replace(/-+$/, '');

const emitTargetGroup = (proxy: NodeScope, database: NodeScope): void => {
  const pool = {
    MaxConnectionsPercent: proxy.value('maxConnectionsPercent'),
    MaxIdleConnectionsPercent: proxy.value('maxIdleConnectionsPercent'),
    ConnectionBorrowTimeout: proxy.value('connectionBorrowTimeout'),
  };
  proxy.out.resource(`${proxy.id}ProxyTargetGroup`, {
    type: 'AWS::RDS::DBProxyTargetGroup',
    properties: {
      DBProxyName: refOf(proxy.id),
      // The only name that AWS takes.
      TargetGroupName: 'default',
      [engineOf(database).isCluster ? 'DBClusterIdentifiers' : 'DBInstanceIdentifiers']: [
        refOf(database.id),
      ],
      ConnectionPoolConfigurationInfo: Object.values(pool).some((value) => value !== undefined)
        ? pool
        : undefined,
    },
    // A cluster without an instance takes no connections.
    ...(engineOf(database).isCluster ? { dependsOn: [writerId(database.id)] } : {}),
    cdk: 'none',
  });
};

/**
 * The database as the proxy's target. The L2 construct opens the database's security groups for the proxy: where the
 * user writes the rules by hand, it gets the database without its groups. Of a read replica it knows no engine.
 */
const targetCode = (proxy: NodeScope, database: NodeScope): Code => {
  if (!ownsRules(proxy) && !replicaSource(database)) return database.construct;
  return engineOf(database).isCluster
    ? call(
        'rds.DatabaseCluster.fromDatabaseClusterAttributes',
        thisExpression,
        text(`${proxy.id}Target`),
        object({
          engine: engineCode(database),
          clusterIdentifier: codeOf(database.attribute('id')),
          port: member(database.construct, 'clusterEndpoint.port'),
          securityGroups: array([]),
        }),
      )
    : call(
        'rds.DatabaseInstance.fromDatabaseInstanceAttributes',
        thisExpression,
        text(`${proxy.id}Target`),
        object({
          engine: engineCode(database),
          instanceIdentifier: codeOf(database.attribute('id')),
          instanceEndpointAddress: codeOf(database.attribute('host')),
          port: call('cdk.Token.asNumber', codeOf(database.attribute('port'))),
          securityGroups: array(ownsRules(proxy) ? [] : securityGroupCodes(database)),
        }),
      );
};

const ownsRules = (proxy: NodeScope): boolean =>
  proxy.links('out', { mechanism: 'proxy' }).some(({ read }) => read('securityRule') === 'manual');

/** The role with which the proxy reads its secrets, or logs in to the database. */
const emitRole = (
  proxy: NodeScope,
  database: NodeScope,
  secrets: readonly ProxySecret[],
): { readonly id: string; readonly code: Code | undefined } => {
  const { out, id } = proxy;
  const service = 'rds.amazonaws.com';
  // Without a role, the L2 construct makes one of this name; it lets any role read the secrets.
  const role = usesIamOnly(proxy) ? `${id}Role` : `${id}IAMRole`;
  if (usesIamOnly(proxy))
    grantedRole(out, role, {
      service,
      policy: {
        name: 'LogIn',
        statements: [
          {
            actions: ['rds-db:connect'],
            resources: usersOf(proxy).map((user) =>
              arn('rds-db', join('dbuser:', database.attribute('dbiResourceId'), '/', user)),
            ),
          },
        ],
      },
    });
  const statements: readonly PolicyStatement[] = [
    {
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      resources: secrets.map((secret) => secret.arn),
    },
    ...keyStatements(proxy),
  ];
  serviceRole(out, role, {
    service,
    ...(secrets.length > 0 && { policy: { name: 'ReadSecrets', statements } }),
    cdk: 'none',
  });
  return { id: role, code: usesIamOnly(proxy) ? constructRef(role) : undefined };
};

/** Keys of the user's own, with which secrets are encrypted. */
const keyStatements = (proxy: NodeScope): readonly PolicyStatement[] =>
  proxy.graph
    .targets(proxy.node, { mechanism: 'credential', kind: 'secret' })
    .map(proxy.scopeOf)
    .flatMap((secret): readonly PolicyStatement[] => {
      const key = secret.value('kmsKeyId');
      return typeof key === 'string' ? [{ actions: ['kms:Decrypt'], resources: [key] }] : [];
    });

/** Database users that somebody connects as through the proxy; when nobody says, all. */
const usersOf = (proxy: NodeScope): readonly Expression[] => {
  const users = proxy
    .links('in', { mechanism: 'network-access' })
    .flatMap(({ read, value }) =>
      read('authMode') === 'iam' ? [value('dbUser') ?? read('dbUser')] : [],
    );
  const known = users.filter((user): user is string => typeof user === 'string');
  return known.length > 0 ? [...new Set(known)] : ['*'];
};
