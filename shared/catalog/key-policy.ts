import type { PolicyStatement } from './blueprint.ts';
import { arn, type DocumentToken, document } from './expression.ts';
import { statementExpression } from './policy.ts';

/** The policy of a KMS key. Without its first statement nobody could manage the key, and roles could not be allowed to use it. */
export const keyPolicy = (statements: readonly PolicyStatement[] = []): DocumentToken =>
  document({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: arn('iam', 'root', { region: '' }) },
        Action: 'kms:*',
        Resource: '*',
      },
      // In a key policy `*` alone would mean callers without credentials, too.
      ...statements.map((statement) =>
        statementExpression(
          statement.principal === '*' ? { ...statement, principal: { AWS: '*' } } : statement,
        ),
      ),
    ],
  });
