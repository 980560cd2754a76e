import { type Code, invoke } from '../../lib/typescript/syntax.ts';
import { allowApart, closesCircle } from '../apart.ts';
import type { PolicyStatement } from '../blueprint.ts';
import { codeOf } from '../code.ts';
import { allowIdentities } from '../cognito/identity-roles.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { allowEdgeRole } from '../edge/edge-role.ts';
import { join } from '../expression.ts';
import { letIn } from '../network/let-in.ts';
import type { Traffic } from '../network/security-groups.ts';

/** How the CDK says the same permissions. */
export interface DataAccess {
  /**
   * The grant method of the target's construct, by the value of the connection's `access` property
   * (`{ read: 'grantReadData' }`), or one for all. Absent: the statements are written out.
   */
  readonly grant?: string | Readonly<Record<string, string>>;
  /** False where the grant method would allow more than is asked for; then the statements are written out. */
  readonly grantFits?: (scope: ConnectionScope) => boolean;
  /** A property that the grant takes too, as a pattern: `uploads/` becomes `uploads/*`. */
  readonly pattern?: string;
  /** Says it in another way, for targets that have no grant method for just this. */
  readonly grantCode?: (scope: ConnectionScope, statements: readonly PolicyStatement[]) => Code;
  /** The target is inside a VPC, and lets this traffic of its callers in. */
  readonly traffic?: (scope: ConnectionScope) => Traffic;
  /** The source is a Lambda@Edge function, whose role is in us-east-1. */
  readonly atEdge?: true;
  /** The source hands out roles, and the connection's `role` says which of them may. */
  readonly handedOut?: true;
  /** What the caller needs besides the target, because the target works with its rights. */
  readonly also?: (scope: ConnectionScope) => readonly PolicyStatement[];
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
    // An L1 construct has no grant methods.
    const granting =
      target.out.hasConstruct(target.id) && options.grantFits?.(scope) !== false
        ? options.grant
        : undefined;
    const grant =
      typeof granting === 'string' ? granting : granting?.[String(scope.read('access'))];
    const { grantCode } = options;
    const grantee =
      grant === undefined && grantCode === undefined
        ? undefined
        : source.service?.grantee?.(source);
    const statements = scope.statements('source-role');
    if (options.also !== undefined && scope.read('permissions') === 'generated')
      for (const statement of options.also(scope)) source.out.allow(source.node.id, statement);
    if (options.atEdge) {
      allowEdgeRole(scope, statements);
      return;
    }
    if (options.traffic !== undefined) letIn(scope, options.traffic(scope));
    if (options.handedOut) {
      allowIdentities(scope, statements);
      return;
    }
    if (closesCircle(scope)) {
      if (statements.length > 0) allowApart(scope, statements);
      return;
    }
    for (const statement of statements)
      source.out.allow(
        source.node.id,
        statement,
        grantee !== undefined && !isAboutKeys(statement) ? 'sam' : undefined,
      );
    if (grantee === undefined || statements.length === 0) return;
    if (grantCode !== undefined) source.out.statement(grantCode(scope, statements));
    else if (grant !== undefined)
      source.out.statement(
        invoke(target.construct, grant, grantee, patternCode(scope, options.pattern)),
      );
  },
});

/** Grants of the CDK leave out keys of which only the ARN is known. */
const isAboutKeys = ({ actions }: PolicyStatement): boolean =>
  actions.every((action) => action.startsWith('kms:'));

/** The pattern of a grant; undefined for everything. */
const patternCode = (scope: ConnectionScope, property: string | undefined): Code | undefined => {
  const prefix = property === undefined ? undefined : scope.value(property);
  return prefix === undefined || prefix === '' ? undefined : codeOf(join(prefix, '*'));
};
