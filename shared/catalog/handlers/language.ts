import type { Shape, ShapeKind } from './shapes.ts';
import type { Variable } from './variables.ts';

/** Where the code of a function starts, from its `handler` setting. */
export interface EntryPoint {
  /** The file without its extension. */
  readonly file: string;
  readonly method: string;
}

/** What a handler is written from. */
export interface HandlerPlan {
  readonly shapes: readonly Shape[];
  readonly variables: readonly Variable[];
  readonly entry: EntryPoint;
  /** The logical id of the function. */
  readonly id: string;
  readonly runtime: string;
  readonly architecture: string;
}

/** Writes a handler in one language: file path below the function's folder, and text. */
export type HandlerWriter = (plan: HandlerPlan) => ReadonlyMap<string, string>;

/** One form of event in one language. */
export interface Snippet {
  /** The name of the function that handles it. */
  readonly name: string;
  /** An expression that is true for its events. */
  readonly test: string;
  /** The function, without a line break at the end. */
  readonly code: (shape: Shape) => string;
  /** Names of helpers that the function calls. */
  readonly needs?: readonly string[];
}

export type Snippets = Readonly<Record<ShapeKind, Snippet>>;

/** What each form of event is, as a comment in every language. */
export const notes: Readonly<Record<ShapeKind, string>> = {
  queue: 'Messages of a queue.',
  stream: 'Records of a Kinesis stream.',
  table: 'Changes of the items of a table.',
  bucket: 'What happened to objects of a bucket.',
  topic: 'Messages of a topic.',
  transform: 'Records on their way through Firehose: each must come back under its id.',
  logs: 'Lines of a log group, packed with gzip.',
  trigger: 'A step of sign-up or sign-in; the event has to be given back.',
  rotation: 'One of the four steps in which a secret gets a new value.',
  authorizer: 'Decides whether a request may pass: the answer is an IAM policy.',
  'http-authorizer': 'Decides whether a request may pass.',
  websocket: 'A client connects, leaves or sends a message.',
  rest: 'A request to a REST API.',
  http: 'A request to an HTTP API or a function URL.',
  event: 'An event that a rule has picked.',
  token: 'A step of a workflow that waits until the token is sent back.',
  input: 'Input from a schedule, a workflow or another caller.',
};

/** The helpers that the snippets of these shapes need, each once, in the order of the table. */
export const neededHelpers = (
  snippets: Snippets,
  shapes: readonly Shape[],
  helpers: Readonly<Record<string, string>>,
): readonly string[] => {
  const needed = new Set(shapes.flatMap(({ kind }) => snippets[kind].needs ?? []));
  return Object.entries(helpers).flatMap(([name, text]) => (needed.has(name) ? [text] : []));
};

const placeholder = 'handlerEntryPoint';

/** Code whose entry point has the given name; a function of ours that has it already gets another one. */
export const namedEntry = (
  snippets: Snippets,
  shapes: readonly Shape[],
  method: string,
  write: (entry: string) => string,
): string => {
  if (!shapes.some(({ kind }) => snippets[kind].name === method)) return write(method);
  return write(placeholder)
    .replaceAll(new RegExp(`\\b${method}\\b`, 'g'), `${method}Event`)
    .replaceAll(placeholder, method);
};
