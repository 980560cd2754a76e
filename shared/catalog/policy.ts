import type { PolicyStatement } from './blueprint.ts';
import { document, type Expression, isToken, tokenKind } from './expression.ts';

/** One statement of an IAM policy document. */
export const statementExpression = (statement: PolicyStatement): Expression => ({
  Sid: statement.sid,
  Effect: statement.effect ?? 'Allow',
  Principal:
    statement.principal === undefined || statement.principal === '*'
      ? statement.principal
      : { ...statement.principal },
  Action: statement.actions.length === 1 ? statement.actions[0] : [...statement.actions],
  Resource: statement.resources.length === 1 ? statement.resources[0] : [...statement.resources],
  Condition: statement.conditions,
});

/** Statements of a policy; those that differ in their actions only become one. */
export const policyStatements = (statements: readonly PolicyStatement[]): readonly Expression[] => {
  const merged = new Map<string, PolicyStatement>();
  for (const statement of statements) {
    const { actions, ...rest } = statement;
    const key = comparable(rest);
    const present = merged.get(key);
    merged.set(
      key,
      present
        ? { ...statement, actions: [...new Set([...present.actions, ...actions])] }
        : statement,
    );
  }
  return [...merged.values()].map(statementExpression);
};

/** The statements, each once. */
export const distinctStatements = (
  statements: readonly PolicyStatement[],
): readonly PolicyStatement[] => [
  ...new Map(statements.map((statement) => [comparable(statement), statement])).values(),
];

/** A text that is equal for equal statements, tokens included. */
const comparable = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    isToken(item as Expression) ? { token: tokenKind(item as never), ...(item as object) } : item,
  );

/** An IAM policy document. */
export const policyDocument = (statements: readonly PolicyStatement[]): Expression =>
  document({ Version: '2012-10-17', Statement: policyStatements(statements) });

/** The trust policy of a role that a service assumes. */
export const assumedBy = (...services: readonly string[]): Expression =>
  document({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: services.length === 1 ? services[0] : [...services] },
        Action: 'sts:AssumeRole',
      },
    ],
  });
