import type { ConnectionScope } from '../../connection.ts';
import { type Expression, pseudo } from '../../expression.ts';

/**
 * A function that rotates a secret. The L2 construct would let Secrets Manager of any account call the function,
 * so the schedule is an L1 one and the permission names this account.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
 */
export const emitRotation = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  for (const statement of scope.statements('target-role'))
    target.out.allow(target.node.id, statement);
  const id = scope.resourceId('Rotation');
  const permission = `${id}Permission`;
  if (scope.read('permissions') === 'generated')
    target.out.resource(permission, {
      type: 'AWS::Lambda::Permission',
      properties: {
        FunctionName: target.attribute('arn'),
        Action: 'lambda:InvokeFunction',
        Principal: 'secretsmanager.amazonaws.com',
        SourceAccount: pseudo('AccountId'),
      },
    });
  source.out.resource(id, {
    type: 'AWS::SecretsManager::RotationSchedule',
    properties: {
      SecretId: source.attribute('arn'),
      RotationLambdaARN: target.attribute('arn'),
      RotationRules: { AutomaticallyAfterDays: daysOf(scope) },
    },
    dependsOn: source.region === target.region && target.out.has(permission) ? [permission] : [],
  });
};

/** What the arrow says, else what the secret says. */
const daysOf = ({ graph, connection, source, read, value }: ConnectionScope): Expression =>
  (graph.isSet(connection, 'automaticallyAfterDays')
    ? value('automaticallyAfterDays')
    : source.value('rotationDays')) ?? Number(read('automaticallyAfterDays') ?? 30);
