import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../lib/json.ts';
import { locateInJson } from '../lib/json-text.ts';
import { maxJsonDepth } from '../lib/json-value.ts';
import { describeValue, formatPath, type PathStep, type Problem, quote } from '../lib/problem.ts';
import { connectionSchema, designSchema, nodeSchema, suppressionSchema } from './design.ts';

/** A problem whose line is not known yet. */
export type PlacedProblem = {
  readonly path: readonly PathStep[];
  readonly problem: Omit<Problem, 'at' | 'line' | 'column'>;
};

type Issue = z.core.$ZodIssue;

/** The problems with their lines in the text that the document was read from. */
export const atPaths = (text: string, found: readonly PlacedProblem[]): readonly Problem[] => {
  const places = locateInJson(
    text,
    found.map(({ path }) => path),
  );
  return found.map(({ path, problem }, index) => ({
    at: formatPath(path),
    ...problem,
    ...places[index],
  }));
};

/** More would help nobody, and a hostile file could hold millions. */
const maxProblems = 100;

const list = z.array(z.unknown());
const headSchema = designSchema.extend({
  limits: z.looseObject({}).optional(),
  nodes: list,
  connections: list,
  suppressions: list.optional(),
});
const newerHeadSchema = headSchema.extend({ formatVersion: z.number() });
const limitSchema = z.number();

/** What keeps a file of the current format (or a newer one, read as well as can be) from being a design. */
export const checkDesign = (file: JsonObject, newer: boolean): readonly PlacedProblem[] => {
  const found = new Findings(file);
  found.check((newer ? newerHeadSchema : headSchema).safeParse(file), []);
  const { limits } = file;
  if (isJsonObject(limits)) {
    for (const [name, limit] of Object.entries(limits)) {
      if (!found.check(limitSchema.safeParse(limit), ['limits', name])) break;
    }
  }
  if (!found.checkSize()) return found.problems;
  found.checkEach('nodes', nodeSchema);
  found.checkEach('connections', connectionSchema);
  found.checkEach('suppressions', suppressionSchema);
  return found.problems;
};

/**
 * Ten times what can still be drawn and checked: more would only make a window stand still. Nobody gets there by
 * drawing, so nothing that was saved is refused.
 */
const mostNodes = 50_000;
const mostConnections = 200_000;
/** As deep as values may be nested. */
const deepestContainer = maxJsonDepth;

/** The index of a node that stands in too many containers. A ring of few is left to the rules, which can show it. */
const tooDeep = (nodes: readonly unknown[]): number | undefined => {
  const parents = new Map<unknown, unknown>();
  for (const node of nodes)
    if (isJsonObject(node) && !parents.has(node.id)) parents.set(node.id, node.parent);
  const depths = new Map<unknown, number>();
  for (const [index, node] of nodes.entries()) {
    const way: unknown[] = [];
    const seen = new Set<unknown>();
    let id: unknown = isJsonObject(node) ? node.id : undefined;
    while (id !== undefined && parents.has(id) && !depths.has(id) && !seen.has(id)) {
      seen.add(id);
      way.push(id);
      id = parents.get(id);
    }
    let depth = depths.get(id) ?? 0;
    for (const one of way.reverse()) {
      depth += 1;
      depths.set(one, depth);
    }
    if (depth > deepestContainer) return index;
  }
  return undefined;
};

/** Problems of a document, found part by part so that their number stays small whatever it holds. */
export class Findings {
  readonly problems: PlacedProblem[] = [];
  private readonly document: JsonObject;

  constructor(document: JsonObject) {
    this.document = document;
  }

  /** Checks each item of a list of the document. */
  checkEach(name: string, schema: z.ZodType): void {
    const items = Object.hasOwn(this.document, name) ? this.document[name] : undefined;
    if (!Array.isArray(items)) return;
    for (const [index, item] of items.entries()) {
      if (!this.check(schema.safeParse(item), [name, index])) return;
    }
  }

  /** Checks that there is not more than can be looked at. */
  checkSize(): boolean {
    const { nodes, connections } = this.document;
    const tooMany = (name: string, most: number, count: number): boolean => {
      if (count <= most) return true;
      const message = `The design has ${count} ${name}, and ${most} is the most that can be read.`;
      const hint = 'Split the design into several.';
      this.problems.push({ path: [name], problem: { code: 'too-many', message, hint } });
      return false;
    };
    if (Array.isArray(connections) && !tooMany('connections', mostConnections, connections.length))
      return false;
    if (!Array.isArray(nodes)) return true;
    if (!tooMany('nodes', mostNodes, nodes.length)) return false;
    const deepest = tooDeep(nodes);
    if (deepest === undefined) return true;
    const message = `Containers stand in one another more than ${deepestContainer} deep.`;
    const hint = 'Was the file made by a faulty program?';
    this.problems.push({
      path: ['nodes', deepest, 'parent'],
      problem: { code: 'too-deep', message, hint },
    });
    return false;
  }

  /** Checks that the document holds a list of this name. */
  needList(name: string): void {
    const value = Object.hasOwn(this.document, name) ? this.document[name] : undefined;
    this.check(list.safeParse(value), [name]);
  }

  /** Takes over the issues of one check; false when there are problems enough. */
  check(result: z.ZodSafeParseResult<unknown>, at: readonly PathStep[]): boolean {
    if (result.success) return true;
    for (const issue of result.error.issues) {
      if (this.problems.length >= maxProblems) {
        const message = `There are more problems than these ${maxProblems}.`;
        this.problems.push({ path: [], problem: { code: 'more-problems', message } });
        return false;
      }
      // zod allows symbols in paths; JSON has none.
      const path = [...at, ...issue.path.filter((step) => typeof step !== 'symbol')];
      this.problems.push({ path, problem: toProblem(issue, path, this.document) });
    }
    return true;
  }
}

const toProblem = (
  issue: Issue,
  path: readonly PathStep[],
  document: JsonObject,
): PlacedProblem['problem'] => {
  const field = path.at(-1);
  const { prefix, rest, subject } = placeOf(path, document);
  const value = valueAt(document, path);
  const hint = typeof field === 'string' ? hints.get(field) : undefined;
  const extra = {
    ...(subject === undefined ? {} : { subject }),
    ...(hint === undefined ? {} : { hint }),
  };
  if (value === undefined) {
    return { code: 'missing-field', message: `${prefix}${formatPath(rest)} is missing.`, ...extra };
  }
  const got = describeValue(value);
  const what = rest.length === 0 ? 'it' : formatPath(rest);
  return {
    code: issue.code === 'invalid_type' ? 'wrong-type' : 'wrong-value',
    message: `${prefix}${what} must be ${wanted(issue)}, but it is ${got}.`,
    got,
    ...extra,
  };
};

const nouns = new Map([
  ['nodes', 'node'],
  ['connections', 'connection'],
  ['suppressions', 'suppression'],
]);

const shortText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 80) : undefined;

type Place = {
  /** Whose field it is, in words: `The node "Orders" (orders): `. */
  readonly prefix: string;
  /** The path from there. */
  readonly rest: readonly PathStep[];
  readonly subject?: NonNullable<Problem['subject']>;
};

const placeOf = (path: readonly PathStep[], document: JsonObject): Place => {
  const [collection, index, ...rest] = path;
  const noun = typeof collection === 'string' ? nouns.get(collection) : undefined;
  if (collection === undefined || index === undefined || noun === undefined)
    return { prefix: '', rest: path };
  const item = valueAt(document, [collection, index]);
  const id = isJsonObject(item) ? shortText(item.id) : undefined;
  const name = isJsonObject(item) && noun === 'node' ? shortText(item.name) : undefined;
  const label =
    id === undefined
      ? `in ${formatPath([collection, index])}`
      : /^[!-~]+$/.test(id)
        ? id
        : quote(id);
  const words =
    name === undefined ? `The ${noun} ${label}: ` : `The ${noun} ${quote(name)} (${label}): `;
  const subject = {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
  };
  return { prefix: words, rest, ...((id ?? name) === undefined ? {} : { subject }) };
};

const valueAt = (document: JsonObject, path: readonly PathStep[]): unknown => {
  let here: unknown = document;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as { readonly [key: PathStep]: unknown })[step];
  }
  return here;
};

const typeNames = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['record', 'an object'],
]);

const wanted = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames.get(issue.expected) ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? JSON.stringify(issue.values[0])
        : `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'a text that is not empty' : `more than ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_format':
      return '1 to 128 characters without white space';
    default:
      return 'something else';
  }
};

const hints = new Map([
  ['id', 'Such as "order-queue": short, unique, and never changed afterwards.'],
  ['kind', 'Such as "lambda" or "sqs-queue"; `isobar kinds` lists them.'],
  ['type', 'Such as "sqs-queue--lambda"; `isobar connections` lists them.'],
  ['from', 'The id of the node it starts at.'],
  ['to', 'The id of the node it ends at.'],
  ['position', 'Such as "position": { "x": 0, "y": 0 }.'],
  ['x', 'Positions are whole numbers of pixels.'],
  ['y', 'Positions are whole numbers of pixels.'],
  ['size', 'Such as "size": { "width": 400, "height": 300 }, or leave it out.'],
  ['properties', 'Settings by name; "properties": {} when there are none.'],
  ['parent', 'The id of the container that holds the node, or leave it out.'],
  ['name', 'What people read on the canvas.'],
  ['region', 'Such as "eu-west-1".'],
  ['nodes', 'A list; "nodes": [] when there are none.'],
  ['connections', 'A list; "connections": [] when there are none.'],
  ['reason', 'Say why the finding does not matter here.'],
]);
