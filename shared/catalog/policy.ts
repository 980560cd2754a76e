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
  Resource: resourcesOf(statement.resources),
  Condition: statement.conditions,
});

/** The policy of a repository is about that alone and names none. */
const resourcesOf = (resources: PolicyStatement['resources']): Expression | undefined =>
  resources.length > 1 ? [...resources] : resources[0];

/** Statements that are written as one, and what they are written as. */
export interface StatementGroup {
  readonly statement: PolicyStatement;
  readonly parts: readonly PolicyStatement[];
}

/** Statements of a policy; those that differ in their actions only become one. */
export const policyStatements = (statements: readonly PolicyStatement[]): readonly Expression[] =>
  mergedStatements(statements).map(({ statement }) => statementExpression(statement));

/** The statements; those that differ in their actions only become one. */
export const mergedStatements = (
  statements: readonly PolicyStatement[],
): readonly StatementGroup[] =>
  grouped(statements, keyWithoutActions).map((group) =>
    group.parts.length === 1
      ? group
      : {
          ...group,
          statement: {
            ...group.statement,
            actions: [...new Set(group.parts.flatMap(({ actions }) => actions))],
          },
        },
  );

/** The statements, each once. */
export const distinctStatements = (
  statements: readonly PolicyStatement[],
): readonly StatementGroup[] =>
  grouped(
    statements,
    (statement) => `${keyWithoutActions(statement)}${comparable(statement.actions)}`,
  );

const keys = new WeakMap<PolicyStatement, string>();

/** A text that is equal for statements that differ in their actions only. Each export asks for it more than once. */
const keyWithoutActions = (statement: PolicyStatement): string => {
  let key = keys.get(statement);
  if (key === undefined) {
    key = comparableObject(statement, 'actions');
    keys.set(statement, key);
  }
  return key;
};

/** Statements of one key together; of each group the last one stands for all. */
const grouped = (
  statements: readonly PolicyStatement[],
  keyOf: (statement: PolicyStatement) => string,
): readonly StatementGroup[] => {
  if (statements.length < 2)
    return statements.map((statement) => ({ statement, parts: [statement] }));
  const groups = new Map<string, { statement: PolicyStatement; parts: PolicyStatement[] }>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { statement, parts: [statement] });
    else {
      group.statement = statement;
      group.parts.push(statement);
    }
  }
  return [...groups.values()];
};

/** A text that is equal for equal statements, tokens included. By hand: this is asked for every statement. */
const comparable = (value: unknown): string => {
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(comparable).join()}]`;
  const kind = isToken(value as Expression) ? tokenKind(value as never) : '';
  return kind + comparableObject(value);
};

const comparableObject = (value: object, without?: string): string => {
  let text = '';
  for (const key of Object.keys(value)) {
    const item = (value as { readonly [key: string]: unknown })[key];
    if (item !== undefined && key !== without) text += `{${key}=${comparable(item)}}`;
  }
  return text;
};

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
