import type { Code } from '../lib/typescript/syntax.ts';
import type { NodeScope } from './service.ts';

/** What a grant of the CDK takes for the code of a node: its construct, or the role that the code runs under. */
export const granteeOf = (scope: NodeScope): Code =>
  scope.service?.grantee?.(scope) ?? scope.construct;
