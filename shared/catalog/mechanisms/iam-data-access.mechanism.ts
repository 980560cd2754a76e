import { type Code, invoke } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { allowEdgeRole } from '../edge/edge-role.ts';
import { join } from '../expression.ts';

/** How the CDK says the same permissions. */
export interface DataAccess {
  /**
   * The grant method of the target's construct, by the value of the connection's `access` property
   * (`{ read: 'grantReadData' }`), or one for all. Absent: the statements are written out.
   */
  readonly grant?: string | Readonly<Record<string, string>>;
  /** A property that the grant takes too, as a pattern: `uploads/` becomes `uploads/*`. */
  readonly pattern?: string;
  /** The source is a Lambda@Edge function, whose role is in us-east-1. */
  readonly atEdge?: true;
}

/** Code calls a service API with the permissions of its role. */
export const iamDataAccess = defineMechanism<DataAccess>({
  id: 'iam-data-access',
  family: 'data',
  title: 'Service call with IAM permissions',
  explain:
    'The code calls the service through the AWS SDK. IAM looks at the role that the code runs under: without a statement that allows the action on this resource, AWS answers AccessDenied. Isobar writes the statement from the arrow, for this resource only.',
  emit(scope) {
    const { source, target, options } = scope;
    const grant =
      typeof options.grant === 'string'
        ? options.grant
        : options.grant?.[String(scope.read('access'))];
    const granted = grant !== undefined && source.node.kind === 'lambda';
    const statements = scope.statements('source-role');
    if (options.atEdge) {
      allowEdgeRole(scope, statements);
      return;
    }
    for (const statement of statements)
      source.out.allow(source.node.id, statement, granted ? 'sam' : undefined);
    if (granted && statements.length > 0)
      source.out.statement(
        invoke(target.construct, grant, source.construct, patternCode(scope, options.pattern)),
      );
  },
});

/** The pattern of a grant; undefined for everything. */
const patternCode = (scope: ConnectionScope, property: string | undefined): Code | undefined => {
  const prefix = property === undefined ? undefined : scope.value(property);
  return prefix === undefined || prefix === '' ? undefined : codeOf(join(prefix, '*'));
};
