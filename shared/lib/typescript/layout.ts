/** Expressions as docs, the way Biome's formatter lays them out. */
import { breaksAsChain, type ChainParts, chainDoc, isCurried } from './chain.ts';
import {
  best,
  breakParent,
  commaList,
  concat,
  type Doc,
  group,
  ifBroken,
  indent,
  indentIfBroken,
  line,
  softline,
  startsWithChain,
  willBreak,
} from './doc.ts';
import { flatText, templateText } from './flat.ts';
import {
  type Call,
  type CodeOf,
  hugsLast,
  isComposition,
  isMatrix,
  isMultilineTemplate,
  isNumberList,
  isPoorlyBreakable,
  isProps,
  needsParentheses,
  type Place,
} from './rules.ts';
import {
  checkedIdentifier,
  checkedName,
  checkedTypeName,
  isNegative,
  numberText,
  objectKey,
  quoted,
  sequenceWidth,
  textWidth,
} from './strings.ts';
import type { Code, ObjectEntry } from './syntax.ts';
import type { Writer } from './writer.ts';

export const textDoc = (text: string): Doc => {
  const width = textWidth(text);
  return width === text.length ? text : { kind: 'text', text, width, lastWidth: undefined };
};

const templateDoc = (code: CodeOf<'template'>): Doc => {
  const text = templateText(code, false);
  const lines = text.split('\n');
  const width = textWidth(lines[0] ?? '');
  return {
    kind: 'text',
    text,
    width,
    lastWidth: lines.length > 1 ? textWidth(lines.at(-1) ?? '') : undefined,
  };
};

/** Writes the lines between the braces of an object. */
export type WriteEntries = (
  entries: readonly ObjectEntry[],
  writer: Writer,
  indentation: number,
) => void;

/** Layout of expressions, in which the objects in `expanded` have a line for each entry. */
export class Layout implements ChainParts {
  readonly #expanded: ReadonlySet<object>;
  readonly #writeEntries: WriteEntries;

  constructor(expanded: ReadonlySet<object>, writeEntries: WriteEntries) {
    this.#expanded = expanded;
    this.#writeEntries = writeEntries;
  }

  expression(code: Code, place: Place, first = false): Doc {
    const doc = this.#bare(code, place, first);
    return needsParentheses(code, place, first) ? concat('(', doc, ')') : doc;
  }

  #bare(code: Code, place: Place, first: boolean): Doc {
    switch (code.kind) {
      case 'identifier':
        return textDoc(checkedIdentifier(code.name));
      case 'reference':
        throw new Error(`An unresolved reference cannot be printed: ${code.key}`);
      case 'member':
      case 'index':
        return this.#access(code, place, first, false, place);
      case 'call':
        return this.call(code, place, first, 0);
      case 'new':
        return concat(
          'new ',
          this.expression(code.callee, 'newCallee', first),
          this.#newArgs(code),
        );
      case 'string':
        return textDoc(quoted(code.value));
      case 'number':
        return numberText(code.value);
      case 'boolean':
        return String(code.value);
      case 'null':
      case 'undefined':
        return code.kind;
      case 'template':
        return templateDoc(code);
      case 'array':
        return this.#array(code);
      case 'object':
        return this.#object(code);
      case 'as': {
        const cast = concat(
          this.expression(code.value, 'as', first),
          ` as ${checkedTypeName(code.type)}`,
        );
        return place === 'callee' || place === 'newCallee' || place === 'object'
          ? group(concat(indent(softline, cast), softline))
          : cast;
      }
      case 'nonNull':
        return concat(this.expression(code.value, 'nonNull', first), '!');
      case 'arrow':
        return this.#arrow(code, false);
    }
  }

  /** `top` is where the whole of the accesses stands of which this is a part (`nested`). */
  #access(
    code: CodeOf<'member' | 'index'>,
    place: Place,
    first: boolean,
    nested: boolean,
    top: Place,
  ): Doc {
    const { object } = code;
    const objectDoc =
      object.kind === 'member' || object.kind === 'index'
        ? this.#access(object, 'object', first, true, top)
        : this.expression(object, 'object', first);
    if (code.kind === 'index') return concat(objectDoc, this.#lookup(code.index, top));
    const access = `.${checkedName(code.name)}`;
    const called = object.kind === 'nonNull' ? object.value : object;
    const assigned = place === 'initializer' || place === 'assigned' || place === 'memberAssigned';
    const together =
      (assigned &&
        ((called.kind === 'call' && called.args.length > 0) || startsWithChain(objectDoc))) ||
      (!nested &&
        object.kind === 'identifier' &&
        object.name !== 'this' &&
        object.name !== 'super') ||
      (!nested && object.kind === 'undefined') ||
      top === 'newCallee' ||
      top === 'memberAssigned';
    return concat(objectDoc, together ? access : group(indent(softline, access)));
  }

  #lookup(index: Code, top: Place): Doc {
    if (index.kind === 'number' && !isNegative(index)) return `[${numberText(index.value)}]`;
    const inside =
      index.kind === 'member' || index.kind === 'index'
        ? this.#access(index, 'plain', false, true, top)
        : this.expression(index, 'plain');
    return group(concat('[', indent(softline, inside), softline, ']'));
  }

  lookup(index: Code): Doc {
    return this.#lookup(index, 'callee');
  }

  call(code: Call, place: Place, first: boolean, outerArgs: number): Doc {
    const { callee } = code;
    if (callee.kind === 'member' || callee.kind === 'index')
      return chainDoc(code, place, first, outerArgs, this);
    const args = this.args(code.args, isCurried(code.args, outerArgs));
    return callee.kind === 'call'
      ? group(concat(this.call(callee, 'callee', first, code.args.length), args))
      : concat(this.expression(callee, 'callee', first), args);
  }

  #newArgs(code: CodeOf<'new'>): Doc {
    const props = code.args.at(-1);
    if (!isProps(code) || props?.kind !== 'object' || this.#expanded.has(props))
      return this.args(code.args, false);
    return new Layout(new Set([...this.#expanded, props]), this.#writeEntries).args(
      code.args,
      false,
    );
  }

  args(args: readonly Code[], curried: boolean): Doc {
    if (args.length === 0) return '()';
    const [only] = args;
    if (args.length === 1 && only !== undefined && isMultilineTemplate(only))
      return concat('(', this.expression(only, 'plain'), ')');
    const docs = args.map((arg) => this.expression(arg, 'plain'));
    const list = (last: Doc): Doc => concat(...commaList([...docs.slice(0, -1), last]));
    const lastDoc = docs.at(-1) ?? '';
    const broken = concat('(', indent(softline, list(lastDoc), ifBroken(',')), softline, ')');
    if (isComposition(args)) return group(broken, true);
    if (!hugsLast(args)) return curried ? broken : group(broken);
    if (docs.slice(0, -1).some(willBreak)) return group(broken, true);

    const last = args.at(-1);
    const hugged = last?.kind === 'arrow' ? this.#arrow(last, true) : lastDoc;
    const hugging = concat('(', list(group(hugged, true)), ')');
    const expanded = group(broken, true);
    return willBreak(lastDoc)
      ? concat(breakParent, best(hugging, expanded))
      : best(concat('(', list(hugged), ')'), hugging, expanded);
  }

  #array({ items }: CodeOf<'array'>): Doc {
    if (items.length === 0) return '[]';
    if (isNumberList(items)) {
      const last = items.length - 1;
      const numbers = items.map((item, index) => flatText(item) + (index < last ? ',' : ''));
      return concat(
        '[',
        group(concat(indent(softline, { kind: 'fill', items: numbers }), softline)),
        ']',
      );
    }
    const docs = items.map((item) => group(this.expression(item, 'plain')));
    const content = concat(indent(softline, ...commaList(docs), ifBroken(',')), softline);
    return concat('[', group(content, isMatrix(items)), ']');
  }

  #object(code: CodeOf<'object'>): Doc {
    const { entries } = code;
    if (entries.length === 0) return '{}';
    const commented = entries.some((entry) => 'comment' in entry && entry.comment !== undefined);
    if (commented || this.#expanded.has(code))
      return {
        kind: 'block',
        open: '{',
        write: (writer, indentation) => this.#writeEntries(entries, writer, indentation),
        close: '}',
      };
    const docs = entries.map((entry) => this.entry(entry));
    const content = concat(indent(line, ...commaList(docs), ifBroken(',')), line);
    return concat('{', group(content, false, code), '}');
  }

  entry(entry: ObjectEntry): Doc {
    if ('spread' in entry) return concat('...', this.expression(entry.spread, 'spread'));
    const key = objectKey(entry.key);
    return this.assignment(textDoc(key), ':', entry.value, 'plain', sequenceWidth(key) < 5, false);
  }

  /** `left = right`; `place` is that of the right. */
  assignment(
    left: Doc,
    operator: string,
    right: Code,
    place: Place,
    shortLeft: boolean,
    leftBreaks: boolean,
  ): Doc {
    const doc = this.expression(right, place);
    const start = concat(group(left), operator);
    let value = right;
    while (value.kind === 'nonNull') value = value.value;
    const isChainCall = (call: Call): boolean => breaksAsChain(call, false);
    const isRequire =
      right.kind === 'call' &&
      right.callee.kind === 'identifier' &&
      right.callee.name === 'require';
    if (isNegative(right) && right.kind === 'number')
      return group(concat(start, group(indent(line, doc))));
    if (shortLeft || isRequire) return group(concat(start, ' ', doc));
    if (value.kind === 'string' || isPoorlyBreakable(value, isChainCall))
      return group(concat(start, group(indent(line, doc))));
    if (
      !leftBreaks &&
      (value.kind === 'template' || value.kind === 'boolean' || value.kind === 'number')
    )
      return group(concat(start, ' ', doc));
    const gap = group(indent(line));
    return group(concat(start, gap, indentIfBroken(doc, gap)));
  }

  /** `hugged`: as the last argument that starts on the line of its call. */
  #arrow(code: CodeOf<'arrow'>, hugged: boolean): Doc {
    const { body } = code;
    if (body.kind === 'arrow')
      throw new Error('An arrow function that returns an arrow function is not supported');
    const names = code.parameters.map((name) => textDoc(checkedIdentifier(name)));
    const parameters =
      names.length === 0
        ? '()'
        : hugged
          ? concat('(', ...commaList(names, ' '), ')')
          : group(concat('(', indent(softline, ...commaList(names), ifBroken(',')), softline, ')'));
    const signature = concat(parameters, ' =>');
    const doc = this.expression(body, 'arrowBody', true);
    if (body.kind === 'object' || body.kind === 'array' || isMultilineTemplate(body))
      return concat(signature, ' ', doc);
    const end = hugged ? [ifBroken(','), softline] : [];
    return concat(signature, group(concat(indent(line, doc), ...end)));
  }
}
