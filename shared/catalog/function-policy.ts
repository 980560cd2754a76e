import { type Code, create, invoke, object, text } from '../lib/typescript/syntax.ts';
import type { PolicyStatement } from './blueprint.ts';
import { codeOf } from './code.ts';
import {
  type Expression,
  type ExpressionObject,
  isExpressionObject,
  isToken,
  refOf,
  tokenKind,
} from './expression.ts';
import { aliasName, asyncHolder } from './function-alias.ts';
import type { NodeScope } from './service.ts';

/*
 * A function's policy has no document in CloudFormation: each statement is a permission of its own, for one service
 * and one source.
 */

interface Permission {
  readonly id: string;
  readonly action: string;
  readonly principal: string;
  readonly sourceArn: Expression | undefined;
  readonly sourceAccount: Expression | undefined;
}

const condition = (statement: PolicyStatement, key: string): Expression | undefined => {
  for (const operator of ['ArnLike', 'ArnEquals', 'StringEquals']) {
    const keys: Expression | undefined = statement.conditions?.[operator];
    if (!isExpressionObject(keys)) continue;
    const conditions: ExpressionObject = keys;
    if (conditions[key] !== undefined) return conditions[key];
  }
  return undefined;
};

/** Who may call, as a word for the id: the source, so that the id stays when others come and go. */
const sourceWord = ({ graph, scopeOf }: NodeScope, arn: Expression | undefined): string => {
  if (!isToken(arn) || tokenKind(arn) !== 'attribute') return '';
  const source = graph.node((arn as Expression & { readonly node: string }).node);
  return source === undefined ? '' : scopeOf(source).id;
};

const permissionsOf = (
  scope: NodeScope,
  statements: readonly PolicyStatement[],
): readonly Permission[] => {
  const taken = new Set<string>();
  return statements.flatMap(({ actions, principal, ...rest }) => {
    const services =
      typeof principal === 'object' && 'Service' in principal
        ? [principal.Service].flat().map(String)
        : ['*'];
    const sourceArn = condition({ actions, ...rest }, 'aws:SourceArn');
    return actions.flatMap((action) =>
      services.map((service): Permission => {
        const base = `${scope.id}${sourceWord(scope, sourceArn)}Permission`;
        let id = base;
        for (let count = 2; taken.has(id); count += 1) id = `${base}${count}`;
        taken.add(id);
        return {
          id,
          action,
          principal: service,
          sourceArn,
          sourceAccount: condition({ actions, ...rest }, 'aws:SourceAccount'),
        };
      }),
    );
  });
};

/** The permissions of a function, for both exports. */
export const functionPolicy = {
  sam: (scope: NodeScope, statements: readonly PolicyStatement[]): void => {
    for (const permission of permissionsOf(scope, statements))
      scope.out.resource(permission.id, {
        type: 'AWS::Lambda::Permission',
        properties: {
          FunctionName:
            aliasName(scope) === undefined ? refOf(scope.id) : scope.attribute('aliasArn'),
          Action: permission.action,
          Principal: permission.principal,
          SourceArn: permission.sourceArn,
          SourceAccount: permission.sourceAccount,
        },
        cdk: 'none',
      });
  },
  cdk: (scope: NodeScope, statement: PolicyStatement): Code => {
    const [permission] = permissionsOf(scope, [statement]);
    if (permission === undefined) throw new Error(`A permission on ${scope.id} allows nothing`);
    return invoke(
      asyncHolder(scope).construct,
      'addPermission',
      text(permission.id),
      object({
        principal: create('iam.ServicePrincipal', text(permission.principal)),
        action: text(permission.action),
        sourceArn: permission.sourceArn === undefined ? undefined : codeOf(permission.sourceArn),
        sourceAccount:
          permission.sourceAccount === undefined ? undefined : codeOf(permission.sourceAccount),
      }),
    );
  },
};
