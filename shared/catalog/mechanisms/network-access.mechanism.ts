import { type Code, invoke } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { Expression } from '../expression.ts';
import { granteeOf } from '../grantee.ts';
import { letIn } from '../network/let-in.ts';
import { tcp } from '../network/security-groups.ts';
import { secretCode } from '../rds/credentials.ts';
import { engineOf, portOf, replicaSource } from '../rds/engines.ts';
import { proxiedDatabase, proxySecretCode } from '../rds/proxy.ts';

export interface NetworkAccess {
  /** What is connected to: a database, a proxy in front of one, or a program that listens on a port. */
  readonly to: 'database' | 'proxy' | 'program';
  /** Where a program listens. */
  readonly port?: (scope: ConnectionScope) => Expression;
}

/** A TCP connection inside a VPC. */
export const networkAccess = defineMechanism<NetworkAccess>({
  id: 'network-access',
  family: 'data',
  title: 'TCP connection inside a VPC',
  explain:
    'The code opens a connection to an address inside the VPC, so it must be in that VPC or in one joined to it. Two things must fit: the security group of the target lets the group of the caller in on the port, and the caller can log in, with a password from a secret or with IAM. Isobar writes the rule and the permission.',
  emit(scope) {
    const { source } = scope;
    letIn(scope, tcp(portFor(scope)));
    const statements = scope.statements('source-role');
    const grant = statements.length > 0 ? grantOf(scope) : undefined;
    for (const statement of statements)
      source.out.allow(source.node.id, statement, grant ? 'sam' : undefined);
    if (grant) source.out.statement(grant);
  },
});

/** A proxy listens where its engine usually does, whatever the database behind it does. */
const portFor = (scope: ConnectionScope<NetworkAccess>): Expression => {
  const { options, target, definition, value } = scope;
  if (options.port !== undefined) return options.port(scope);
  if (options.to === 'proxy') {
    const database = proxiedDatabase(target);
    return database ? engineOf(database).port : 5432;
  }
  return ('port' in definition.properties ? value('port') : undefined) ?? portOf(target);
};

/** The permission in the CDK's own words; undefined where it has none. */
const grantOf = (scope: ConnectionScope<NetworkAccess>): Code | undefined => {
  const { options, source, target } = scope;
  if (scope.read('authMode') === 'iam') {
    // For a read replica the L2 construct would name the wrong resource.
    if (!target.out.hasConstruct(target.id) || replicaSource(target)) return undefined;
    return invoke(
      target.construct,
      'grantConnect',
      granteeOf(source),
      codeOf(scope.fill('{connection.dbUser}')),
    );
  }
  const secret = options.to === 'proxy' ? proxySecretCode(target) : secretCode(target);
  return secret && invoke(secret, 'grantRead', granteeOf(source));
};
