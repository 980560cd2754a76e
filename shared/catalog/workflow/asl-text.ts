import type { Json, JsonObject } from '../../lib/json.ts';
import { locateInJson, readJson } from '../../lib/json-text.ts';
import type { AslPath, AslText } from './asl-types.ts';
import { readYaml, withYamlAt } from './yaml-text.ts';

/** AWS takes no more. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const mostAslCharacters = 1_048_576;

/** JSON where the text begins like an object, as the export tells the two apart; else YAML. */
export const formatOfAsl = (text: string): AslText['format'] =>
  text.trimStart().startsWith('{') ? 'json' : 'yaml';

/** Reads the text of a definition, JSON or YAML. Never throws, and no text takes long. */
export const readAslText = (text: string): AslText => {
  const format = formatOfAsl(text);
  if (text.length > mostAslCharacters)
    return { format, value: undefined, problems: [], isTooLong: true, linesOf };
  return format === 'json' ? readJsonDefinition(text) : { format, ...readYaml(text) };
};

const linesOf = (paths: readonly AslPath[]): readonly number[] => paths.map(() => 1);

const limits = { characters: mostAslCharacters, depth: 100, values: 200_000 };

const readJsonDefinition = (source: string): AslText => {
  const { text, isMarked } = markPlaceholders(source);
  const read = readJson(text, limits);
  const notes = read.ok ? read.value.notes : read.error;
  return {
    format: 'json',
    value: read.ok ? (isMarked ? unmarked(read.value.value) : read.value.value) : undefined,
    problems: notes.map(({ line = 1, message, hint }) => ({
      line,
      problem: hint === undefined ? message : `${message} ${hint}`,
    })),
    linesOf: (paths) =>
      read.ok ? locateInJson(text, paths).map(({ line }) => line) : linesOf(paths),
  };
};

/** Stands for the brackets of a placeholder; no text that people write has it. */
const mark = '\uE0A5';

/**
 * `"TimeoutSeconds": ${Seconds}` is no JSON before CloudFormation fills it in. Here it becomes a text of the same
 * length, so that all places stay.
 */
const markPlaceholders = (
  source: string,
): { readonly text: string; readonly isMarked: boolean } => {
  if (!/[:[,]\s*\$\{/.test(source) || source.includes(mark))
    return { text: source, isMarked: false };
  let text = '';
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const unit = source.charAt(at);
    if (unit === '"') at = endOfString(source, at);
    else if (unit === '$') {
      placeholder.lastIndex = at;
      const [whole = '', name = ''] = placeholder.exec(source) ?? [];
      if (whole === '') continue;
      text += `${source.slice(from, at)}"${mark}${name}"`;
      from = at + whole.length;
      at = from - 1;
    }
  }
  text += source.slice(from);
  return { text, isMarked: text !== source };
};

const placeholder = /\$\{([A-Za-z][A-Za-z0-9]{0,254})\}/y;

/** Where the text between quotation marks ends that begins here. */
const endOfString = (source: string, start: number): number => {
  for (let at = start + 1; at < source.length; at += 1) {
    const unit = source.charAt(at);
    if (unit === '\\') at += 1;
    else if (unit === '"') return at;
  }
  return source.length;
};

const marked = new RegExp(`"${mark}([A-Za-z][A-Za-z0-9]*)"`, 'g');

const unmarked = (value: Json): Json => {
  if (typeof value === 'string') return value.startsWith(mark) ? `\${${value.slice(1)}}` : value;
  if (Array.isArray(value)) return value.map((item: Json) => unmarked(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmarked(item)]));
};

/** The text with fields of a part set; its remarks stay. Undefined when it cannot be written. */
export const withTextAt = (
  source: string,
  path: AslPath,
  fields: JsonObject,
  change: (body: Json) => Json | undefined,
): string | undefined => {
  if (formatOfAsl(source) === 'yaml') return withYamlAt(source, path, fields);
  const { text } = markPlaceholders(source);
  const read = readJson(text, limits);
  const changed = read.ok ? change(read.value.value) : undefined;
  if (changed === undefined) return undefined;
  return `${JSON.stringify(changed, null, 2).replaceAll(marked, '${$1}')}\n`;
};
