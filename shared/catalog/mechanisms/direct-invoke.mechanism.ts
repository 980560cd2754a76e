import { invoke } from '../../lib/typescript/syntax.ts';
import { defineMechanism } from '../connection.ts';
import { granteeOf } from '../grantee.ts';
import { emitDatabaseRole } from '../rds/roles.ts';

export interface DirectInvoke {
  /**
   * Code with a role of its own, somebody outside with credentials, a database with a role for it, a service whose role
   * is an own resource, or a query with the rights of whoever asks.
   */
  readonly caller: 'code' | 'client' | 'database' | 'service' | 'query';
}

/** Somebody calls the function by name. */
export const directInvoke = defineMechanism<DirectInvoke>({
  id: 'direct-invoke',
  family: 'invoke',
  title: 'Direct invocation',
  explain:
    'The caller asks the Lambda API to run this function, and needs the permission to do so. It either waits for the answer, or hands over an event and goes on. Waiting inside a function is paid twice, so a queue or a workflow in between is often better.',
  emit(scope) {
    const { source, target } = scope;
    switch (scope.options.caller) {
      case 'client':
      case 'query':
        return;
      case 'service':
        for (const statement of scope.statements('source-role'))
          source.out.allow(source.node.id, statement);
        return;
      case 'database':
        emitDatabaseRole(scope);
        return;
      case 'code': {
        const statements = scope.statements('source-role');
        for (const statement of statements) source.out.allow(source.node.id, statement, 'sam');
        if (statements.length > 0)
          source.out.statement(invoke(target.construct, 'grantInvoke', granteeOf(source)));
      }
    }
  },
});
