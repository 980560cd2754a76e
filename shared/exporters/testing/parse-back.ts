import { Lexer, type Tokens } from 'marked';
import { parseSync } from 'vite';
import { parseDocument, visit } from 'yaml';
import type { Json } from '../../lib/json.ts';

/*
 * Reads what the exporters wrote with other people's parsers, as trees of plain data: two files that mean the same but
 * for texts have the same tree but for texts.
 */

const formOf = (path: string): string => /[^./]+$/.exec(path)?.[0] ?? '';

/** The tree of a file, by the ending of its name; what no parser is at hand for comes as its lines. */
export const parseBack = (path: string, text: string): Json => {
  switch (formOf(path)) {
    case 'yaml':
      return yamlTree(text);
    case 'json':
      return path.endsWith('.asl.json') ? workflowTree(text) : (JSON.parse(text) as Json);
    case 'ts':
    case 'mjs':
    case 'js':
      return scriptTree(path, text);
    case 'md':
      return markdownTree(text);
    case 'toml':
      return tomlTree(text);
    default:
      return text.split('\n');
  }
};

/** YAML with the short forms of CloudFormation's functions written out. */
const yamlTree = (text: string): Json => {
  const seen = new Set<string>();
  for (const [tag] of text.matchAll(/![A-Za-z]+/g)) seen.add(tag);
  const kinds = ['scalar', 'seq', 'map'] as const;
  const customTags = [...seen].flatMap((tag) =>
    kinds.map((kind) => ({
      tag,
      ...(kind !== 'scalar' && { collection: kind }),
      resolve: (value: unknown) => value,
    })),
  );
  const document = parseDocument(text, { customTags: customTags as never, version: '1.1' });
  if (document.errors.length > 0) throw document.errors[0];
  const tagged = new Map<object, string>();
  visit(document, {
    Node: (_key, node) => {
      if (node.tag?.startsWith('!') === true) tagged.set(node, node.tag);
    },
  });
  // Tags are kept as keys, so that a text never stands for a function.
  visit(document, (_key, node) => {
    const tag = typeof node === 'object' && node !== null ? tagged.get(node) : undefined;
    if (tag === undefined) return undefined;
    tagged.delete(node as object);
    return document.createNode({ [tag]: (node as { toJSON(): unknown }).toJSON() });
  });
  return document.toJS() as Json;
};

/** A definition in which placeholders may stand for numbers and objects. */
const workflowTree = (text: string): Json =>
  JSON.parse(
    text.replaceAll(/(?<=[:[,]\s*)\$\{(\w+)\}(?=\s*[,\]}\n])/g, '{"placeholder":"$1"}'),
  ) as Json;

const places = new Set(['start', 'end', 'range', 'raw', 'loc', 'shorthand', 'parenthesized']);

/** A program as its syntax tree. A text is one, however it is written. */
const scriptTree = (path: string, text: string): Json => {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return nodeTree(JSON.parse(JSON.stringify(program)) as Json);
};

const nodeTree = (node: Json): Json => {
  if (Array.isArray(node)) return node.map(nodeTree);
  if (node === null || typeof node !== 'object') return node;
  const of = node as { readonly [key: string]: Json };
  const text = textOf(of);
  if (text !== undefined) return { text };
  const entries = Object.entries(of).filter(([key]) => !places.has(key));
  // A key that is an identifier and one that is a text are the same key.
  if (of.type === 'Identifier') return { identifier: of.name ?? '' };
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'key' ? keyTree(value) : nodeTree(value)]),
  );
};

const keyTree = (key: Json): Json => {
  const tree = nodeTree(key) as { readonly [name: string]: Json };
  return tree.identifier === undefined ? tree : { text: tree.identifier };
};

const textOf = (node: { readonly [key: string]: Json }): string | undefined => {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis) && node.quasis.length === 1) {
    const [only] = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
    return only?.value.cooked;
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const [left, right] = [node.left, node.right].map((side) =>
    textOf(side as { readonly [key: string]: Json }),
  );
  return left === undefined || right === undefined ? undefined : left + right;
};

/** Markdown as its blocks; what is only said in them is told apart from what they are. */
const markdownTree = (text: string): Json => tokensTree(new Lexer({ gfm: true }).lex(text));

type Token = Tokens.Generic;

const tokensTree = (tokens: readonly Token[]): Json => {
  const trees: Json[] = [];
  let said = '';
  const flush = (): void => {
    if (said !== '') trees.push({ said });
    said = '';
  };
  for (const token of tokens) {
    // An escaped mark is a token of its own, and no more than a letter.
    if (token.type === 'escape' || (token.type === 'text' && !('tokens' in token))) {
      // A page shows the character that a numbered entity stands for.
      said += token.text.replaceAll('&#96;', '`');
      continue;
    }
    flush();
    trees.push(tokenTree(token));
  }
  flush();
  return trees;
};

const tokenTree = (token: Token): Json => {
  const { type, tokens, text, lang, href, depth } = token;
  const cells = (row: readonly { readonly tokens: Token[] }[]) =>
    row.map(({ tokens: inner }) => tokensTree(inner));
  return {
    type,
    ...(depth !== undefined && { depth }),
    ...(lang !== undefined && { lang }),
    ...(href !== undefined && { href }),
    ...(type === 'table'
      ? {
          header: cells(token.header),
          rows: (token.rows as { readonly tokens: Token[] }[][]).map(cells),
        }
      : type === 'list'
        ? {
            items: (token.items as { readonly tokens: Token[] }[]).map((item) =>
              tokensTree(item.tokens),
            ),
          }
        : tokens === undefined
          ? { text: text ?? '' }
          : { inside: tokensTree(tokens) }),
  } as Json;
};

/** TOML as far as `samconfig.toml` goes: sections, and keys whose values are JSON as well. */
const tomlTree = (text: string): Json =>
  text.split('\n').map((line): Json => {
    const [, key, value] = /^([a-z_0-9]+) = (.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) return { [key]: JSON.parse(value) as Json };
    if (!/^(?:\[[A-Za-z0-9.-]+\])?$/.test(line)) throw new Error(`no line of TOML: ${line}`);
    return line;
  });
