import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
} from 'yaml';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { AslPath, AslText } from './asl-types.ts';

/** More than any definition has; a few lines with aliases could ask for more values than a machine can hold. */
const mostValues = 200_000;
/** Without aliases every value takes a character at least; so many more are meant for each one that is written. */
const valuesFor = (characters: number): number =>
  Math.min(mostValues, Math.max(5000, 4 * characters));
const deepest = 100;
/** Some 20,000 lines. Reading takes time for each word and mark, whatever they say. */
const mostMarks = 150_000;

/** Something that a definition in YAML cannot have. */
class Refused extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Reads YAML as AWS does for definitions: one document, JSON's own kinds of values. Never throws. */
export const readYaml = (text: string): Omit<AslText, 'format'> => {
  const nothing = { value: undefined, linesOf: (paths: readonly AslPath[]) => paths.map(() => 1) };
  if (text.trim() === '') return { ...nothing, problems: [{ line: 1, problem: 'It is empty.' }] };
  const lines = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  try {
    const tokens = tokensOf(text, lines);
    if (!tokens) return { ...nothing, problems: [], isTooLong: true };
    // Unique keys: it compares each key with each; `toJson` finds them at once.
    const composer = new Composer({ uniqueKeys: false, keepSourceTokens: false });
    const [document, second] = [...composer.compose(tokens, true, text.length)] as Document[];
    if (!document) return { ...nothing, problems: [{ line: 1, problem: 'It is empty.' }] };
    if (second) throw new Refused(plainWords.MULTIPLE_DOCS ?? '', second.range?.[0] ?? 0);
    const found = [...document.errors, ...document.warnings];
    if (found.length > 0)
      return {
        ...nothing,
        problems: found.slice(0, 20).map(({ pos: [offset], message, code }) => ({
          line: lineAt(offset),
          problem: plainWords[code] ?? `${firstLine(message)}.`,
        })),
      };
    const root = document.contents as Node | null;
    const places = new Map<string, Node>();
    return {
      value: root === null ? null : toJson(root, places, valuesFor(text.length)),
      problems: [],
      linesOf: (paths) => paths.map((path) => lineAt(offsetOf(root, places, path))),
    };
  } catch (error) {
    if (error instanceof Refused)
      return { ...nothing, problems: [{ line: lineAt(error.offset), problem: error.message }] };
    // The reader calls itself for what is nested, so the stack may end before its own limits do.
    return { ...nothing, problems: [{ line: 1, problem: 'It cannot be read as YAML.' }] };
  }
};

const plainWords: Readonly<Partial<Record<string, string>>> = {
  TAB_AS_INDENT: 'A line is indented with a tab; YAML takes spaces only.',
  BAD_INDENT: 'The indentation does not fit the lines around it.',
  MULTIPLE_DOCS: 'There is a second document after "---"; a definition is one document.',
  TAG_RESOLVE_FAILED:
    'It has a tag such as !Sub, which CloudFormation does not know in this file; write a placeholder such as ${OrdersArn}.',
  MISSING_CHAR: 'Something is not closed: a quotation mark, a bracket, or a colon is missing.',
};

const firstLine = (message: string): string =>
  (message.split('\n', 1)[0] ?? message).replace(/[.:]+$/, '');

/** The parts of the text; undefined when there are too many. Some nest deeper than any definition. */
const tokensOf = (text: string, lines: LineCounter): readonly CST.Token[] | undefined => {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let marks = 0;
  for (const mark of new Lexer().lex(text)) {
    marks += 1;
    if (marks > mostMarks) return undefined;
    tokens.push(...parser.next(mark));
    if (parser.stack.length > 4 * deepest)
      throw new Refused('It is nested too deep.', parser.offset);
  }
  tokens.push(...parser.end());
  return tokens;
};

const toJson = (root: Node, places: Map<string, Node>, most: number): Json => {
  let count = 0;
  const read = (node: Node | null, depth: number): Json => {
    count += 1;
    const offset = node?.range?.[0] ?? 0;
    if (count > most) throw new Refused('It holds too many values.', offset);
    if (depth > deepest) throw new Refused('It is nested too deep.', offset);
    if (node === null) return null;
    if (isAlias(node)) {
      const meant = places.get(node.source);
      if (!meant) throw new Refused(`Nothing has the anchor &${node.source}.`, offset);
      return read(meant, depth + 1);
    }
    const { anchor } = node as { anchor?: string };
    if (isScalar(node)) {
      if (anchor !== undefined) places.set(anchor, node);
      return scalar(node.value, offset);
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => read(item as Node | null, depth + 1));
      if (anchor !== undefined) places.set(anchor, node);
      return items;
    }
    if (!isMap(node)) throw new Refused('It has something that no definition has.', offset);
    const entries = new Map<string, Json>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) throw new Refused('A name is missing or is no plain text.', offset);
      const name = String(key.value);
      if (entries.has(name))
        throw new Refused(`The name "${name}" stands there twice.`, key.range?.[0] ?? offset);
      entries.set(name, read(value as Node | null, depth + 1));
    }
    // After what it holds: an alias cannot mean what it stands in.
    if (anchor !== undefined) places.set(anchor, node);
    return Object.fromEntries(entries);
  };
  return read(root, 0);
};

const scalar = (value: unknown, offset: number): Json => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Refused('It has a number that JSON does not have.', offset);
};

/** Where a part begins; for a field, its name. */
const offsetOf = (root: Node | null, anchors: ReadonlyMap<string, Node>, path: AslPath): number => {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    while (isAlias(node)) node = anchors.get(node.source) ?? null;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | null | undefined;
      if (!item) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
};

/** The text with fields of a part set; remarks and order stay. Undefined when it cannot be written. */
export const withYamlAt = (text: string, path: AslPath, fields: JsonObject): string | undefined => {
  // Nothing that is too long or too deep gets to the parser.
  if (readYaml(text).value === undefined) return undefined;
  try {
    const document = parseDocument(text, { uniqueKeys: false });
    for (const [name, value] of Object.entries(fields))
      document.setIn([...path, name], document.createNode(value));
    return document.toString({ lineWidth: 0 });
  } catch {
    return undefined;
  }
};
