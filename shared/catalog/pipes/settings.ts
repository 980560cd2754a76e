import type { ConnectionScope } from '../connection.ts';
import { document, type ExpressionObject, isExpressionObject } from '../expression.ts';

/** The settings of an enrichment or a target, of pipes and of subscribers alike. The names of headers and query parameters stay as they are. */
export const callSettings = (scope: Pick<ConnectionScope, 'cfnProperties'>): ExpressionObject => {
  const settings = scope.cfnProperties();
  const { HttpParameters: http } = settings;
  return isExpressionObject(http)
    ? {
        ...settings,
        HttpParameters: Object.fromEntries(
          Object.entries(http).map(([key, value]) => [
            key,
            isExpressionObject(value) ? document(value) : value,
          ]),
        ),
      }
    : settings;
};
