import { type Code, member, name } from '../lib/typescript/syntax.ts';

/**
 * The member of a CDK enum or class for a value of the design. Only names of the table get into code; a value that
 * the table does not have counts as the fallback.
 */
export const memberOf = (
  type: string,
  members: Readonly<Record<string, string>>,
  value: unknown,
  fallback: string,
): Code => {
  const key = String(value);
  return member(name(type), Object.hasOwn(members, key) ? (members[key] ?? fallback) : fallback);
};
