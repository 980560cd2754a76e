/** The object types of a GraphQL schema with their fields, as far as checks need them. */
export type ReadSchema =
  | {
      readonly kind: 'read';
      readonly types: ReadonlyMap<string, ReadonlySet<string>>;
      /** The types that are asked first; a schema may give them other names. */
      readonly query: string;
      readonly mutation: string;
    }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Comments, descriptions, names and signs. https://spec.graphql.org/October2021/#sec-Language.Source-Text */
const token =
  /\s+|,|#[^\n\r]*|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|[_A-Za-z]\w*|-?\d[\d.eE+-]*|\.\.\.|[{}()[\]:!|&=@$]/y;

const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

const tokensOf = (text: string): readonly string[] | string => {
  const tokens: string[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const [found] = token.exec(text) ?? [];
    if (found === undefined)
      return `there is something that is no GraphQL: ${text.slice(at, at + 20)}`;
    at += found.length;
    if (/^[\s,#"]/.test(found)) continue;
    const end = closing[found];
    if (end !== undefined) open.push(end);
    else if (found === '}' || found === ')' || found === ']')
      if (open.pop() !== found) return `a ${found} closes nothing`;
    tokens.push(found);
  }
  const missing = open.at(-1);
  return missing === undefined ? tokens : `a ${missing} is missing at the end`;
};

/** The place behind what the sign at `start` opens. */
const behind = (tokens: readonly string[], start: number): number => {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const sign = tokens[at] ?? '';
    if (closing[sign] !== undefined) depth += 1;
    else if (sign === '}' || sign === ')' || sign === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
};

/** The names before a colon in the braces that begin at `start`, arguments left out. */
const fieldsIn = (
  tokens: readonly string[],
  start: number,
): readonly (readonly [string, string])[] => {
  const end = behind(tokens, start) - 1;
  const fields: (readonly [string, string])[] = [];
  for (let at = start + 1; at < end; ) {
    const name = tokens[at] ?? '';
    let next = at + 1;
    if (tokens[next] === '(') next = behind(tokens, next);
    if (tokens[next] === ':') {
      fields.push([name, tokens[next + 1] ?? '']);
      at = next + 1;
    } else at = closing[name] === undefined ? at + 1 : behind(tokens, at);
  }
  return fields;
};

/** Reads the object types of a schema; says why when its text is no GraphQL. Pure. */
export const readSchema = (text: string): ReadSchema => {
  const tokens = tokensOf(text);
  if (typeof tokens === 'string') return { kind: 'unreadable', problem: tokens };
  const types = new Map<string, Set<string>>();
  const roots = { query: 'Query', mutation: 'Mutation' };
  for (let at = 0; at < tokens.length; ) {
    const word = tokens[at];
    const brace = tokens.indexOf('{', at);
    if (word === 'type' && brace > 0) {
      const fields = types.get(tokens[at + 1] ?? '') ?? new Set<string>();
      types.set(tokens[at + 1] ?? '', fields);
      for (const [field] of fieldsIn(tokens, brace)) fields.add(field);
      at = behind(tokens, brace);
    } else if (word === 'schema' && brace > 0) {
      for (const [operation, type] of fieldsIn(tokens, brace))
        if (operation === 'query' || operation === 'mutation') roots[operation] = type;
      at = behind(tokens, brace);
    } else at = closing[word ?? ''] === undefined ? at + 1 : behind(tokens, at);
  }
  return { kind: 'read', types, ...roots };
};
