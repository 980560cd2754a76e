import type { Code } from '../../lib/typescript/syntax.ts';
import type { ExpressionObject } from '../expression.ts';

/** What is done with a request before it is handed on. */
export interface Guard {
  /** The action in the listener, or in one of its rules, which wants a number. */
  readonly cfn: (place: 'listener' | 'rule') => ExpressionObject;
  /** The `elbv2.ListenerAction` around the next one. */
  readonly code: (next: Code) => Code;
}

/** What becomes of people who are not signed in, and the members of `elbv2.UnauthenticatedAction`. */
export const unauthenticated = { authenticate: 'AUTHENTICATE', allow: 'ALLOW', deny: 'DENY' };
