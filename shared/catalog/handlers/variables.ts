import { camelCase, pascalCase, screamingSnakeCase } from '../../lib/words.ts';
import { type Client, clientHints, type Language } from './client.ts';

/** An environment variable as generated code names it. */
export interface Variable {
  /** The name in the environment. */
  readonly name: string;
  readonly camel: string;
  readonly pascal: string;
  readonly screaming: string;
  /** What it leads to and how the client is called, for a comment. */
  readonly hint: Readonly<Record<Language, string>> | undefined;
}

type ClientOf = (variable: string) => Client | undefined;

const describe = (name: string, clientOf: ClientOf): Variable | undefined => {
  const screaming = screamingSnakeCase(name);
  if (!/^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(name) || !/^[A-Z]/.test(screaming)) return undefined;
  const client = clientOf(name);
  return {
    name,
    camel: camelCase(name),
    pascal: pascalCase(name),
    screaming,
    hint: client && clientHints(client),
  };
};

/** What was worked out for the names of the last exports: most functions of a design read the same few. */
const known = new WeakMap<ClientOf, Map<string, Variable | undefined>>();
const maxKnown = 10_000;

const described = (name: string, clientOf: ClientOf): Variable | undefined => {
  const present = known.get(clientOf);
  if (present?.has(name)) return present.get(name);
  const kept = present !== undefined && present.size < maxKnown ? present : new Map();
  if (kept !== present) known.set(clientOf, kept);
  const variable = describe(name, clientOf);
  kept.set(name, variable);
  return variable;
};

/**
 * The variables that generated code reads. Only names that are plain words in every language get into code; each
 * once, also where two names differ in their case alone.
 */
export const variablesOf = (names: readonly string[], clientOf: ClientOf): readonly Variable[] => {
  const seen = new Set<string>();
  return [...names].sort().flatMap((name) => {
    const variable = described(name, clientOf);
    if (variable === undefined || seen.has(variable.screaming)) return [];
    seen.add(variable.screaming);
    return [variable];
  });
};
