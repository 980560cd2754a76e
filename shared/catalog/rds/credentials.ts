import {
  type Code,
  call,
  flag,
  invoke,
  member,
  number,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, getAtt, join, refOf } from '../expression.ts';
import { expressionText } from '../json-text.ts';
import type { NodeScope } from '../service.ts';
import { engineOf, replicaSource } from './engines.ts';

/** Where the name and password of a database's master user are. */
export type MasterCredentials =
  /** RDS makes a secret, and changes the password every seven days. */
  | { readonly kind: 'managed' }
  /** A secret of the design. */
  | { readonly kind: 'drawn'; readonly secret: NodeScope }
  /** A secret that the export adds. */
  | { readonly kind: 'own'; readonly secret: string }
  /** A read replica has the users of the database that it copies. */
  | { readonly kind: 'copied'; readonly source: NodeScope };

/** Characters that RDS refuses in passwords, and those that shells and connection strings stumble over. */
export const excludedCharacters = ' "\'/@\\';

export const masterCredentials = (database: NodeScope): MasterCredentials => {
  const source = replicaSource(database);
  if (source && source.id !== database.id) return { kind: 'copied', source };
  const [secret] = database.graph.targets(database.node, {
    mechanism: 'credential',
    kind: 'secret',
  });
  if (secret) return { kind: 'drawn', secret: database.scopeOf(secret) };
  const isManaged = database.read('manageMasterUserPassword') !== false && !isCopied(database);
  return isManaged ? { kind: 'managed' } : { kind: 'own', secret: `${database.id}Secret` };
};

/**
 * Only SQL Server has read replicas of a database whose password RDS manages.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 */
const isCopied = (database: NodeScope): boolean =>
  engineOf(database).family !== 'SQLSERVER' &&
  database.graph.outgoing(database.node, { type: 'rds-instance--rds-instance' }).length > 0;

/** The ARN of the secret with the master user's password, when host and port are in it, too. */
export const secretArn = (database: NodeScope): Expression => {
  const credentials = masterCredentials(database);
  switch (credentials.kind) {
    case 'managed':
      return getAtt(database.id, 'MasterUserSecret.SecretArn');
    case 'drawn':
      return refOf(attachmentId(credentials.secret.id));
    case 'own':
      return refOf(attachmentId(credentials.secret));
    case 'copied':
      return credentials.source.attribute('secretArn');
  }
};

/** The secret as an `ISecret` of the CDK; undefined when the database has no L2 construct. */
export const secretCode = (database: NodeScope): Code | undefined => {
  const credentials = masterCredentials(database);
  if (credentials.kind === 'copied') return secretCode(credentials.source);
  return database.out.hasConstruct(database.id)
    ? { kind: 'nonNull', value: member(database.construct, 'secret') }
    : undefined;
};

/** What ties a secret to its database, so that the secret also holds host and port. */
const attachmentId = (secret: string): string => `${secret}Attachment`;

/** User and password of the master user: properties of the resource, and of the L2 construct. */
export const writeCredentials = (
  database: NodeScope,
): {
  readonly properties: ExpressionObject;
  readonly props: Readonly<Record<string, Code | undefined>>;
} => {
  const credentials = masterCredentials(database);
  const user = database.value('masterUsername') ?? 'dbadmin';
  switch (credentials.kind) {
    case 'managed':
      return {
        properties: { MasterUsername: user, ManageMasterUserPassword: true },
        props: {
          credentials: call('rds.Credentials.fromUsername', codeOf(user)),
          manageMasterUserPassword: flag(true),
        },
      };
    case 'drawn': {
      const { secret } = credentials;
      emitAttachment(database, secret.id);
      return {
        properties: {
          MasterUsername: fieldOf(secret.attribute('arn'), 'username'),
          MasterUserPassword: fieldOf(secret.attribute('arn'), 'password'),
        },
        props: { credentials: call('rds.Credentials.fromSecret', secret.construct) },
      };
    }
    case 'own':
      emitOwnSecret(database, credentials.secret, user);
      emitAttachment(database, credentials.secret);
      return {
        properties: {
          MasterUsername: user,
          MasterUserPassword: fieldOf(refOf(credentials.secret), 'password'),
        },
        props: {
          credentials: call(
            'rds.Credentials.fromSecret',
            constructRef(credentials.secret),
            codeOf(user),
          ),
        },
      };
    case 'copied':
      return { properties: {}, props: {} };
  }
};

/** A field of a secret, resolved at deployment. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html */
const fieldOf = (arn: Expression, field: string): Expression =>
  join('{{resolve:secretsmanager:', arn, `:SecretString:${field}::}}`);

const emitOwnSecret = (database: NodeScope, id: string, user: Expression): void => {
  const length = Math.min(30, engineOf(database).passwordLength);
  database.out.resource(id, {
    type: 'AWS::SecretsManager::Secret',
    properties: {
      Description: `Master user of ${database.id}`,
      GenerateSecretString: {
        SecretStringTemplate: expressionText({ username: user }),
        GenerateStringKey: 'password',
        PasswordLength: length,
        ExcludeCharacters: excludedCharacters,
      },
    },
    deletionPolicy: 'Delete',
    cdk: {
      class: 'secretsmanager.Secret',
      props: {
        description: text(`Master user of ${database.id}`),
        generateSecretString: object({
          secretStringTemplate: call('JSON.stringify', object({ username: codeOf(user) })),
          generateStringKey: text('password'),
          passwordLength: number(length),
          excludeCharacters: text(excludedCharacters),
        }),
      },
    },
  });
};

/** Adds host, port and engine to a secret. */
export const emitAttachment = (
  database: NodeScope,
  secret: string,
  /** True when no `rds.Credentials` attaches it. */
  attaches = false,
): void => {
  const { out, id } = database;
  if (out.has(attachmentId(secret))) return;
  const isL2 = engineOf(database).cdk !== undefined;
  out.resource(attachmentId(secret), {
    type: 'AWS::SecretsManager::SecretTargetAttachment',
    properties: {
      SecretId: refOf(secret),
      TargetId: refOf(id),
      TargetType: engineOf(database).isCluster ? 'AWS::RDS::DBCluster' : 'AWS::RDS::DBInstance',
    },
    ...(isL2 ? { cdk: { ref: member(constructRef(secret), 'secretArn') } } : {}),
  });
  if (attaches && isL2) out.statement(invoke(constructRef(secret), 'attach', constructRef(id)));
};
