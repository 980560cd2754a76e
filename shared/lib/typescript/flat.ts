/** Expressions on one line. */
import {
  isComposition,
  isMatrix,
  isMultilineTemplate,
  isProps,
  needsParentheses,
  type Place,
} from './rules.ts';
import {
  checkedIdentifier,
  checkedName,
  checkedTypeName,
  numberText,
  objectKey,
  quoted,
  templateChunk,
  textWidth,
} from './strings.ts';
import type { Code, ObjectEntry } from './syntax.ts';
import { Writer } from './writer.ts';

/** Above this many calls a chain may have to break even if it fits: left to the full layout. */
const SHORT_CHAIN = 2;

const callsInChain = (code: Code): number => {
  let calls = 0;
  let current: Code | undefined = code;
  while (current !== undefined) {
    if (current.kind === 'call') {
      calls += 1;
      current = current.callee;
    } else if (current.kind === 'member' || current.kind === 'index') current = current.object;
    else current = current.kind === 'nonNull' ? current.value : undefined;
  }
  return calls;
};

/** Writes code on one line. Each of its methods is false when there is no room, or when the code has to break. */
class FlatWriter {
  readonly #writer: Writer;
  /** On one line whatever it takes, as in the `${}` of a template. */
  readonly #always: boolean;

  constructor(writer: Writer, always: boolean) {
    this.#writer = writer;
    this.#always = always;
  }

  /** For text that is known to be ASCII. */
  #put(text: string): boolean {
    return this.#writer.put(text) || this.#always;
  }

  #putText(text: string): boolean {
    return this.#writer.put(text, textWidth(text)) || this.#always;
  }

  /** The first `count` items. */
  list(items: readonly Code[], count = items.length): boolean {
    for (let index = 0; index < count; index += 1) {
      const item = items[index];
      if (item === undefined) continue;
      if ((index > 0 && !this.#put(', ')) || !this.code(item, 'plain', false)) return false;
    }
    return true;
  }

  /** `new X(` */
  callee({ callee }: Extract<Code, { kind: 'new' }>, first: boolean): boolean {
    return this.#put('new ') && this.code(callee, 'newCallee', first) && this.#put('(');
  }

  code(code: Code, place: Place, first: boolean): boolean {
    return needsParentheses(code, place, first)
      ? this.#put('(') && this.#bare(code, first) && this.#put(')')
      : this.#bare(code, first);
  }

  #bare(code: Code, first: boolean): boolean {
    switch (code.kind) {
      case 'identifier':
        return this.#putText(checkedIdentifier(code.name));
      case 'reference':
        throw new Error(`An unresolved reference cannot be printed: ${code.key}`);
      case 'member':
        return (
          this.code(code.object, 'object', first) &&
          this.#put('.') &&
          this.#putText(checkedName(code.name))
        );
      case 'index':
        return (
          this.code(code.object, 'object', first) &&
          this.#put('[') &&
          this.code(code.index, 'plain', false) &&
          this.#put(']')
        );
      case 'call':
        if (!this.#always && (isComposition(code.args) || callsInChain(code) > SHORT_CHAIN))
          return false;
        return (
          this.code(code.callee, 'callee', first) &&
          this.#put('(') &&
          this.list(code.args) &&
          this.#put(')')
        );
      case 'new':
        if (!this.#always && (isComposition(code.args) || isProps(code))) return false;
        return this.callee(code, first) && this.list(code.args) && this.#put(')');
      case 'string':
        return this.#putText(quoted(code.value));
      case 'number':
        return this.#put(numberText(code.value));
      case 'boolean':
        return this.#put(code.value ? 'true' : 'false');
      case 'null':
      case 'undefined':
        return this.#put(code.kind);
      case 'template':
        return (
          (this.#always || !isMultilineTemplate(code)) && this.#putText(templateText(code, true))
        );
      case 'array':
        if (!this.#always && isMatrix(code.items)) return false;
        return this.#put('[') && this.list(code.items) && this.#put(']');
      case 'object':
        return this.#object(code.entries);
      case 'as':
        return (
          this.code(code.value, 'as', first) &&
          this.#put(' as ') &&
          this.#putText(checkedTypeName(code.type))
        );
      case 'nonNull':
        return this.code(code.value, 'nonNull', first) && this.#put('!');
      case 'arrow': {
        if (code.body.kind === 'arrow')
          throw new Error('An arrow function that returns an arrow function is not supported');
        const parameters = code.parameters.map(checkedIdentifier).join(', ');
        return this.#putText(`(${parameters}) => `) && this.code(code.body, 'arrowBody', true);
      }
    }
  }

  #object(entries: readonly ObjectEntry[]): boolean {
    if (entries.length === 0) return this.#put('{}');
    let separator = '{ ';
    for (const entry of entries) {
      if (!this.#put(separator) || !this.#entry(entry)) return false;
      separator = ', ';
    }
    return this.#put(' }');
  }

  #entry(entry: ObjectEntry): boolean {
    if ('spread' in entry) return this.#put('...') && this.code(entry.spread, 'spread', false);
    if (entry.comment !== undefined && !this.#always) return false;
    return (
      this.#putText(objectKey(entry.key)) &&
      this.#put(': ') &&
      this.code(entry.value, 'plain', false)
    );
  }
}

/** A template literal; what is in its `${}` is on one line. Line breaks of its text stay, unless `oneLine`. */
export const templateText = (
  code: Extract<Code, { kind: 'template' }>,
  oneLine: boolean,
): string => {
  const chunks: (string | Code)[] = [];
  for (const part of code.parts) {
    const last = chunks.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      chunks[chunks.length - 1] = last + part;
    else chunks.push(part);
  }
  const body = chunks.map((part) =>
    typeof part === 'string' ? templateChunk(part, oneLine) : `\${${flatText(part)}}`,
  );
  return `\`${body.join('')}\``;
};

/** The code on one line, however long. */
export const flatText = (code: Code): string => {
  const writer = new Writer();
  new FlatWriter(writer, true).code(code, 'plain', false);
  return writer.text;
};

/** How far an attempt to write on one line came; what it wrote is taken back unless it is `done`. */
export type Attempt = 'done' | 'too long' | 'may break';

const attempt = (writer: Writer, write: (flat: FlatWriter) => boolean): Attempt => {
  const mark = writer.mark();
  if (write(new FlatWriter(writer, false))) return 'done';
  const tooLong = writer.isTooLong;
  writer.backTo(mark);
  return tooLong ? 'too long' : 'may break';
};

/** Writes `start`, the code and `end` if they fit on the line. */
export const writeFlat = (
  writer: Writer,
  start: string,
  code: Code,
  place: Place,
  end: string,
): Attempt =>
  attempt(
    writer,
    (flat) =>
      writer.put(start, textWidth(start)) &&
      flat.code(code, place, place === 'statement') &&
      writer.put(end),
  );

/** Writes `start` and all of `new X(scope, id, {})` before its last argument, if that fits on the line. */
export const writeFlatStart = (
  writer: Writer,
  start: string,
  code: Extract<Code, { kind: 'new' }>,
): Attempt =>
  attempt(
    writer,
    (flat) =>
      writer.put(start, textWidth(start)) &&
      flat.callee(code, false) &&
      flat.list(code.args, code.args.length - 1),
  );
