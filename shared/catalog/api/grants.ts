import { type Code, invoke, text } from '../../lib/typescript/syntax.ts';
import type { PolicyStatement } from '../blueprint.ts';
import { constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { granteeOf } from '../grantee.ts';

/** `userPool.grant(fn, 'cognito-idp:AdminGetUser', …)` */
export const grantActions = (
  { source, target }: ConnectionScope,
  statements: readonly PolicyStatement[],
): Code =>
  invoke(
    target.construct,
    'grant',
    granteeOf(source),
    ...statements.flatMap(({ actions }) => actions).map(text),
  );

/** Lets a function send messages to the clients of a stage. */
export const grantPush = ({ source, target }: ConnectionScope): Code =>
  invoke(constructRef(`${target.id}Stage`), 'grantManagementApiAccess', granteeOf(source));
