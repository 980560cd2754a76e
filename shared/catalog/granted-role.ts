import { invoke } from '../lib/typescript/syntax.ts';
import type { Blueprint } from './blueprint.ts';
import { constructRef, statementCode } from './code.ts';
import { type ServiceRole, serviceRole } from './service-role.ts';

/** A role that a service assumes and its rights, in both exports, for settings that no L2 construct makes a role for. */
export const grantedRole = (out: Blueprint, id: string, role: ServiceRole): void => {
  serviceRole(out, id, role);
  for (const statement of role.policy?.statements ?? [])
    out.statement(invoke(constructRef(id), 'addToPolicy', statementCode(statement)));
};
