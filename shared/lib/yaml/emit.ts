import { commentLines, literalBlock, scalarNumber, scalarText } from './scalar.ts';

export type YamlValue =
  | null
  | boolean
  | number
  | string
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

type YamlMap = { readonly [key: string]: YamlValue | undefined };

export interface YamlOptions {
  /** Writes `{ Ref: 'Orders' }` as `!Ref Orders`, and so on. */
  readonly intrinsics?: boolean;
  /** Lines to write above the key (or the dash) of an object or a list. */
  readonly comments?: ReadonlyMap<object, string>;
  /** Called for each object and list below the root with the lines it takes, its key's included; the first line is 1. */
  readonly spans?: (value: object, first: number, last: number) => void;
}

/** CloudFormation's short forms: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
const functions =
  'And Base64 Cidr Equals FindInMap GetAZs GetAtt If ImportValue Join Not Or Select Split Sub';
const tags = new Map([
  ['Ref', '!Ref'],
  ['Condition', '!Condition'],
  ...functions.split(' ').map((name) => [`Fn::${name}`, `!${name}`] as const),
]);

/** A key longer than this needs a `?` before it: https://yaml.org/spec/1.2.2/#example-single-pair-explicit-entry */
const LONGEST_KEY = 1000;

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);
const isMap = (value: YamlValue): value is YamlMap =>
  typeof value === 'object' && value !== null && !isList(value);

interface Intrinsic {
  readonly tag: string;
  readonly argument: string | readonly YamlValue[];
}

/** A short form, if there is one: a node has one tag only, so not for `!Base64 !Sub`, nor for what is no text and no list. */
const intrinsicOf = (value: YamlMap): Intrinsic | undefined => {
  let key: string | undefined;
  for (const name in value) {
    if (key !== undefined) return undefined;
    key = name;
  }
  const tag = key === undefined ? undefined : tags.get(key);
  if (key === undefined || tag === undefined || !Object.hasOwn(value, key)) return undefined;
  const argument = value[key];
  if (key === 'Ref' || key === 'Condition')
    return typeof argument === 'string' ? { tag, argument } : undefined;
  if (key === 'Fn::GetAtt') {
    if (argument === undefined || !isList(argument)) return undefined;
    const [id, attribute] = argument;
    const isPath =
      argument.length === 2 &&
      typeof id === 'string' &&
      typeof attribute === 'string' &&
      /^[^.]+$/.test(id);
    return { tag, argument: isPath ? `${id}.${attribute}` : argument };
  }
  return typeof argument === 'string' || (argument !== undefined && isList(argument))
    ? { tag, argument }
    : undefined;
};

class Emitter {
  text = '';
  #line = 1;
  readonly #options: YamlOptions;
  readonly #keys = new Map<string, string>();
  readonly #lineStarts: string[] = [];

  constructor(options: YamlOptions) {
    this.#options = options;
  }

  root(value: YamlValue): void {
    if (typeof value === 'object' && value !== null) this.#comment(value, 0, true);
    if (isList(value) && value.length > 0) this.#items(value, 0, true);
    else if (isMap(value) && !this.#isShort(value) && hasKeys(value)) this.#entries(value, 0, true);
    else this.#value(value, -2, false);
    this.text = `${this.text.startsWith(' ') ? this.text.slice(1) : this.text}\n`;
  }

  #isShort(value: YamlMap): boolean {
    return this.#options.intrinsics === true && intrinsicOf(value) !== undefined;
  }

  #lineStart(indent: number): string {
    const known = this.#lineStarts[indent];
    if (known !== undefined) return known;
    const start = `\n${' '.repeat(indent)}`;
    this.#lineStarts[indent] = start;
    return start;
  }

  #newline(indent: number): void {
    this.text += this.#lineStart(indent);
    this.#line += 1;
  }

  /** What comes after `key:` or `-`, which stand at `indent`. */
  #value(value: YamlValue, indent: number, inList: boolean): void {
    if (typeof value === 'string') this.#string(value, indent);
    else if (typeof value === 'number') this.text += ` ${scalarNumber(value)}`;
    else if (typeof value !== 'object' || value === null) this.text += ` ${value}`;
    else if (isList(value)) this.#list(value, indent, inList);
    else this.#map(value, indent, inList);
  }

  #string(text: string, indent: number): void {
    const block =
      text.includes('\n') && indent >= 0
        ? literalBlock(text, this.#lineStart(indent + 2))
        : undefined;
    this.text += ` ${block ?? scalarText(text)}`;
    if (block === undefined) return;
    for (let at = block.indexOf('\n'); at >= 0; at = block.indexOf('\n', at + 1)) this.#line += 1;
  }

  #list(items: readonly YamlValue[], indent: number, inList: boolean): void {
    if (items.length === 0) {
      this.text += ' []';
      return;
    }
    const inline = inList && !this.#hasComment(items[0]);
    if (inline) this.text += ' ';
    this.#items(items, indent + 2, inline);
  }

  #map(map: YamlMap, indent: number, inList: boolean): void {
    const short = this.#options.intrinsics === true ? intrinsicOf(map) : undefined;
    if (short !== undefined) {
      this.text += ` ${short.tag}`;
      this.#value(short.argument, indent, false);
      return;
    }
    const first = firstValue(map);
    if (first === undefined) {
      this.text += ' {}';
      return;
    }
    const inline = inList && !this.#hasComment(first);
    if (inline) this.text += ' ';
    this.#entries(map, indent + 2, inline);
  }

  /** `inline`: the first one is on the line that is there already. */
  #items(items: readonly YamlValue[], indent: number, inline: boolean): void {
    let onLine = inline;
    for (const item of items) {
      this.#start(item, indent, onLine);
      onLine = false;
      const first = this.#line;
      this.text += '-';
      this.#value(item, indent, true);
      this.#span(item, first);
    }
  }

  #entries(map: YamlMap, indent: number, inline: boolean): void {
    let onLine = inline;
    for (const key of Object.keys(map)) {
      const value = map[key];
      if (value === undefined) continue;
      this.#start(value, indent, onLine);
      onLine = false;
      const first = this.#line;
      this.text += this.#key(key, indent);
      this.#value(value, indent, false);
      this.#span(value, first);
    }
  }

  /** Goes to the line of a key or an item, and writes its comment above. */
  #start(value: YamlValue, indent: number, onLine: boolean): void {
    if (this.#hasComment(value)) this.#comment(value, indent, onLine);
    else if (!onLine) this.#newline(indent);
  }

  #span(value: YamlValue, first: number): void {
    if (typeof value === 'object' && value !== null)
      this.#options.spans?.(value, first, this.#line);
  }

  #hasComment(value: YamlValue | undefined): value is YamlMap | readonly YamlValue[] {
    const { comments } = this.#options;
    return (
      comments !== undefined && typeof value === 'object' && value !== null && comments.has(value)
    );
  }

  #comment(value: object, indent: number, onLine: boolean): void {
    const comment = this.#options.comments?.get(value);
    if (comment === undefined) return;
    commentLines(comment).forEach((text, index) => {
      if (index > 0 || !onLine) this.#newline(indent);
      this.text += text;
    });
    this.#newline(indent);
  }

  #key(key: string, indent: number): string {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const scalar = scalarText(key);
    if (scalar.length > LONGEST_KEY) {
      this.#line += 1;
      return `? ${scalar}${this.#lineStart(indent)}:`;
    }
    const text = `${scalar}:`;
    this.#keys.set(key, text);
    return text;
  }
}

const firstValue = (map: YamlMap): YamlValue | undefined => {
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value !== undefined) return value;
  }
  return undefined;
};

const hasKeys = (map: YamlMap): boolean => firstValue(map) !== undefined;

/** Writes a value as block-style YAML that readers of YAML 1.1 and of 1.2 read alike. Same value, same text. */
export const emitYaml = (value: YamlValue, options: YamlOptions = {}): string => {
  const emitter = new Emitter(options);
  emitter.root(value);
  return emitter.text;
};
