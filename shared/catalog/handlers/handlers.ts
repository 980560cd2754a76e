import type { Runtime } from '../runtimes.ts';
import type { NodeScope } from '../service.ts';
import { dotnet } from './dotnet.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import type { EntryPoint, HandlerWriter } from './language.ts';
import { nodejs } from './nodejs.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { shapesOf } from './shapes.ts';
import { variablesOf } from './variables.ts';

/** Go is the language of custom runtimes here: one program without anything else. */
const writers: Readonly<Record<Runtime['language'], HandlerWriter>> = {
  nodejs,
  python,
  java,
  dotnet,
  ruby,
  provided: go,
};

/** Languages whose code must be built; the CDK app deploys the folder `dist`, which `make` fills. */
const compiled: ReadonlySet<Runtime['language']> = new Set(['java', 'dotnet', 'provided']);

/** The folder below the function's that the CDK app deploys. */
export const deployedFolder = (runtime: Runtime): string =>
  compiled.has(runtime.language) ? 'dist' : '';

/** How `sam build` builds the code where SAM cannot see it from the runtime. */
export const buildMethod = (runtime: Runtime): string | undefined =>
  runtime.language === 'provided' ? 'makefile' : undefined;

/** Words that code uses for something else. */
const taken: ReadonlySet<string> = new Set(
  'and arraylist as async at await base64 break case catch class config console const context continue decoded def del delete do elif else end enum ensure except export extends failure false finally first for from function global if import in is is_valid isvalid json lambda let list logger map module next nil none nonlocal not null object of or os parsed pass process raise redo rescue retry return self static string super switch system then this throw true try typeof undefined unless until valid var void when while with yield'.split(
    ' ',
  ),
);

const word = '[A-Za-z_][A-Za-z0-9_]*';

/** Forms of the `handler` setting by language; only plain words get into code and into paths. */
const forms: Readonly<Partial<Record<Runtime['language'], RegExp>>> = {
  nodejs: new RegExp(`^(${word})\\.(${word})$`),
  python: new RegExp(`^(${word})\\.(${word})$`),
  ruby: new RegExp(`^(${word})\\.(${word})$`),
  java: new RegExp(`^((?:${word}\\.)*${word})::(${word})$`),
};

const parse = (language: Runtime['language'], handler: string): EntryPoint | undefined => {
  const [, file, method] = forms[language]?.exec(handler) ?? [];
  return file === undefined || method === undefined ? undefined : { file, method };
};

/** File and method that the `handler` setting names, as far as the generated code can have them. */
export const entryPoint = (runtime: Runtime, handler: unknown): EntryPoint => {
  const wished = typeof handler === 'string' ? parse(runtime.language, handler) : undefined;
  const words = wished === undefined ? [] : [...wished.file.split('.'), wished.method];
  return wished !== undefined && words.every((item) => !taken.has(item.toLowerCase()))
    ? wished
    : (parse(runtime.language, runtime.handler) ?? { file: 'index', method: 'handler' });
};

/**
 * A small working handler in the function's language: file path below the function's folder, and text. It has a
 * function of its own for each form of event that the drawing sends it.
 */
export const handlerFiles = (
  runtime: Runtime,
  scope: NodeScope,
  environment: readonly string[],
): ReadonlyMap<string, string> =>
  writers[runtime.language]({
    shapes: shapesOf(scope),
    variables: variablesOf(environment, scope.clientOf),
    entry: entryPoint(runtime, scope.value('handler')),
    id: scope.id,
    runtime: runtime.id,
    architecture: String(scope.read('architecture') ?? 'arm64'),
  });
