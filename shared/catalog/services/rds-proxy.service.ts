import { call, member, number, text as string } from '../../lib/typescript/syntax.ts';
import { getAtt, intrinsic } from '../expression.ts';
import { choice, integer, seconds, text, yesNo } from '../property.ts';
import { emitProxy, proxiedDatabase, proxySecretArn, proxySecretCode } from '../rds/proxy.ts';
import { defineService } from '../service.ts';

export const rdsProxy = defineService({
  kind: 'rds-proxy',
  title: 'RDS Proxy',
  words: 'rds proxy connection pool',
  category: 'database',
  icon: 'AmazonRDS',
  cloudFormation: ['AWS::RDS::DBProxy', 'AWS::RDS::DBProxyTargetGroup'],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    dbProxyName: text({
      maxLength: 63,
      pattern: '^[A-Za-z](?!.*--)(?:[A-Za-z0-9-]*[A-Za-z0-9])?$',
      advanced: true,
      help: 'Unique in the account and Region. Empty: made of the names of the stack and of the proxy.',
    }),
    engineFamily: choice(['MYSQL', 'POSTGRESQL', 'SQLSERVER'], {
      default: 'POSTGRESQL',
      required: true,
      help: 'The protocol that clients speak. The export takes that of the database behind it; MariaDB speaks MYSQL.',
    }),
    requireTls: yesNo({
      default: true,
      emitDefault: true,
      help: 'Refuses connections that are not encrypted. IAM logins need it.',
      cfn: 'RequireTLS',
      cdk: 'requireTLS',
    }),
    iamAuth: choice(['DISABLED', 'REQUIRED'], {
      default: 'REQUIRED',
      help: 'Required: clients log in with IAM, and only the proxy knows the password.',
    }),
    defaultAuthScheme: choice(['NONE', 'IAM_AUTH'], {
      default: 'NONE',
      advanced: true,
      help: 'IAM_AUTH: the proxy itself logs in to the database with IAM as well, and there is no secret.',
      cfn: 'DefaultAuthScheme',
      cdk: { name: 'defaultAuthScheme', enum: 'rds.DefaultAuthScheme' },
    }),
    idleClientTimeout: seconds({
      default: 1800,
      min: 1,
      max: 28_800,
      advanced: true,
      help: 'A client that says nothing for so long is disconnected.',
      cfn: 'IdleClientTimeout',
      cdk: 'idleClientTimeout',
    }),
    maxConnectionsPercent: integer({
      default: 100,
      min: 1,
      max: 100,
      unit: '%',
      advanced: true,
      help: "How many of the database's connections the proxy may take.",
    }),
    maxIdleConnectionsPercent: integer({
      default: 50,
      min: 0,
      max: 100,
      unit: '%',
      advanced: true,
      help: 'How many it keeps open when nobody needs them.',
    }),
    connectionBorrowTimeout: seconds({
      default: 120,
      min: 0,
      max: 300,
      advanced: true,
      help: 'How long a client waits for a free connection.',
    }),
    debugLogging: yesNo({
      default: false,
      advanced: true,
      help: 'Writes the SQL of all clients to the logs, and switches itself off after a day.',
      cfn: 'DebugLogging',
      cdk: 'debugLogging',
    }),
  },
  attributes: {
    name: { cfn: 'Ref', cdk: 'dbProxyName' },
    arn: { cfn: 'DBProxyArn', cdk: 'dbProxyArn' },
    endpoint: { cfn: 'Endpoint', cdk: 'endpoint' },
    /** `prx-…`, the name that IAM knows it by: the last part of its ARN. */
    proxyId: {
      cfn: ({ id }) =>
        intrinsic({
          'Fn::Select': [6, { 'Fn::Split': [':', { 'Fn::GetAtt': [id, 'DBProxyArn'] }] }],
        }),
      cdk: (construct) =>
        call(
          'cdk.Fn.select',
          number(6),
          call('cdk.Fn.split', string(':'), member(construct, 'dbProxyArn')),
        ),
    },
    /** The first secret with which the proxy logs in. */
    secretArn: {
      cfn: (scope) => proxySecretArn(scope) ?? getAtt(scope.id, 'DBProxyArn'),
      cdk: (construct, scope) => {
        const secret = proxySecretCode(scope);
        return member(secret ?? construct, secret ? 'secretArn' : 'dbProxyArn');
      },
    },
  },
  clients: [
    {
      variables: ['DB_PROXY_ENDPOINT'],
      what: 'database',
      own: 'connect with the driver of its engine',
    },
  ],
  summary: (read) =>
    [
      String(read('engineFamily')),
      read('iamAuth') === 'REQUIRED' ? 'IAM login' : 'password',
      ...(read('requireTls') === false ? ['TLS optional'] : ['TLS']),
    ].join(' · '),
  explain:
    'A proxy keeps a pool of open connections to the database and lends them to whoever asks. A hundred functions that start at once then share a few connections instead of breaking the database with new ones. Clients can log in with IAM, so that no function holds the password; and when the database fails over, they stay connected.',
  cost: 'By the hour for each virtual CPU of the database behind it.',
  limits: [
    'Never reachable from the internet: clients must be in its VPC or one joined to it.',
    'One database behind it; MySQL, MariaDB, PostgreSQL and SQL Server.',
    '20 proxies in an account and Region by default (adjustable).',
    'A transaction, or a session with settings of its own, keeps a connection for itself (pinning).',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
  emit(scope) {
    const database = proxiedDatabase(scope);
    if (database) emitProxy(scope, database);
    else
      scope.out.problem(
        `"${scope.node.name}" has no database behind it. Connect it to the database whose connections it pools.`,
      );
  },
});
