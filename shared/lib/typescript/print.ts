/** Prints TypeScript the way Biome's formatter (and Prettier) would, so that formatting the result changes nothing. */
import { commentLines, docLines } from './comment.ts';
import { commaList, concat, group, ifBroken, indent, mayBreak, softline } from './doc.ts';
import { flatText, writeFlat } from './flat.ts';
import { textDoc } from './layout.ts';
import {
  checkedIdentifier,
  checkedName,
  checkedType,
  checkedTypeName,
  quoted,
  textWidth,
} from './strings.ts';
import type { Code, Statement } from './syntax.ts';
import { writeBroken, writeValue } from './value.ts';
import { LINE_WIDTH, Writer } from './writer.ts';

type StatementOf<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** Told of the lines that a statement takes, also inside of classes; the first line is 1. */
export type StatementSpan = (statement: Statement, first: number, last: number) => void;

/** A file of these statements. Blank lines at its ends, and second ones in a row, are left out. */
export const printFile = (statements: readonly Statement[], span?: StatementSpan): string => {
  const writer = new Writer();
  writeStatements(statements, writer, 0, false, span);
  const { text } = writer;
  return text === '' ? '' : `${text}\n`;
};

const isNothing = (statement: Statement): boolean =>
  statement.kind === 'blank' || (statement.kind === 'comment' && statement.text === '');

const writeStatements = (
  statements: readonly Statement[],
  writer: Writer,
  indentation: number,
  inBlock: boolean,
  span: StatementSpan | undefined,
): void => {
  let started = false;
  let blank = false;
  // The formatter leaves no blank lines in a block that has nothing but comments.
  const onlyComments =
    inBlock && statements.every(({ kind }) => kind === 'comment' || kind === 'blank');
  for (const statement of statements) {
    if (statement.kind === 'blank') {
      blank = started && !onlyComments;
      continue;
    }
    if (statement.kind === 'comment' && statement.text === '') continue;
    if (started || inBlock) writer.newline(indentation, blank);
    const first = span && writer.line;
    writeStatement(statement, writer, indentation, span);
    if (first !== undefined) span?.(statement, first, writer.line);
    started = true;
    blank = false;
  }
};

const writeLines = (lines: readonly string[], writer: Writer, indentation: number): void => {
  lines.forEach((text, index) => {
    if (index > 0) writer.newline(indentation);
    writer.put(text);
  });
};

const writeStatement = (
  statement: Statement,
  writer: Writer,
  indentation: number,
  span: StatementSpan | undefined,
): void => {
  switch (statement.kind) {
    case 'blank':
      return;
    case 'const': {
      const name = checkedIdentifier(statement.name);
      const start = statement.exported ? 'export const ' : 'const ';
      const { value } = statement;
      writeValue(writer, indentation, `${start}${name} = `, value, 'initializer', ';', (layout) =>
        concat(
          start,
          layout.assignment(textDoc(name), ' =', value, 'initializer', false, false),
          ';',
        ),
      );
      return;
    }
    case 'assign':
      writeAssignment(statement, writer, indentation);
      return;
    case 'expression': {
      const { value } = statement;
      writeValue(writer, indentation, '', value, 'statement', ';', (layout) =>
        concat(layout.expression(value, 'statement', true), ';'),
      );
      return;
    }
    case 'comment':
      writeLines(commentLines(statement.text), writer, indentation);
      return;
    case 'import':
      writeImport(statement, writer);
      return;
    case 'interface':
      writeInterface(statement, writer, indentation);
      return;
    case 'class':
      writeClass(statement, writer, indentation, span);
  }
};

const isTarget = (code: Code): boolean =>
  code.kind === 'identifier' ||
  ((code.kind === 'member' || code.kind === 'index') && isTarget(code.object));

const writeAssignment = (
  { target, value }: StatementOf<'assign'>,
  writer: Writer,
  indentation: number,
): void => {
  if (!isTarget(target)) throw new Error(`Nothing can be assigned to this: ${target.kind}`);
  const place = target.kind === 'identifier' ? 'assigned' : 'memberAssigned';
  writeValue(writer, indentation, `${flatText(target)} = `, value, place, ';', (layout) => {
    const left = layout.expression(target, 'memberAssigned', true);
    return concat(layout.assignment(left, ' =', value, place, false, mayBreak(left)), ';');
  });
};

const importedName = (name: string): string => {
  const words = name.split(' ');
  const names = words[0] === 'type' && words.length % 2 === 0 ? words.slice(1) : words;
  const [imported = '', as, local] = names;
  if (names.length !== 1 && (names.length !== 3 || as !== 'as'))
    throw new Error(`Not an import: ${name}`);
  checkedName(imported);
  checkedIdentifier(local ?? imported);
  return name;
};

const writeImport = (statement: StatementOf<'import'>, writer: Writer): void => {
  const { namespace, names } = statement;
  if (namespace !== undefined && names !== undefined)
    throw new Error('An import has a namespace or names, not both');
  const start = statement.typeOnly ? 'import type ' : 'import ';
  const from = `${quoted(statement.from)};`;
  if (namespace !== undefined) {
    writer.put(`${start}* as ${checkedIdentifier(namespace)} from ${from}`);
    return;
  }
  if (names === undefined) {
    writer.put(`import ${from}`);
    return;
  }
  const list = names.map(importedName);
  const oneLine =
    list.length === 0 ? `${start}{} from ${from}` : `${start}{ ${list.join(', ')} } from ${from}`;
  if (list.length < 2 || textWidth(oneLine) <= LINE_WIDTH) {
    writer.put(oneLine);
    return;
  }
  writer.put(`${start}{`);
  for (const name of list) {
    writer.newline(2);
    writer.put(`${name},`);
  }
  writer.newline(0);
  writer.put(`} from ${from}`);
};

/** A name that may end in `?`. */
const memberName = (name: string): string => {
  checkedName(name.endsWith('?') ? name.slice(0, -1) : name);
  return name;
};

const writeInterface = (
  statement: StatementOf<'interface'>,
  writer: Writer,
  indentation: number,
): void => {
  writer.put(`export interface ${checkedIdentifier(statement.name)}`);
  if (statement.extends !== undefined) {
    const clause = `extends ${checkedType(statement.extends)}`;
    if (writer.column + 1 + textWidth(clause) + 2 > LINE_WIDTH) writer.newline(indentation + 2);
    else writer.put(' ');
    writer.put(clause);
  }
  writer.put(' {');
  for (const { name, type, doc } of statement.members) {
    writer.newline(indentation + 2);
    if (doc !== undefined) {
      writeLines(docLines(doc), writer, indentation + 2);
      writer.newline(indentation + 2);
    }
    writer.put(`readonly ${memberName(name)}: ${checkedType(type)};`);
  }
  if (statement.members.length > 0) writer.newline(indentation);
  writer.put('}');
};

type Parameter = StatementOf<'class'>['parameters'][number];

const parameterStart = (parameter: Parameter): string => {
  const { name, type } = parameter;
  checkedIdentifier(name.endsWith('?') ? name.slice(0, -1) : name);
  return parameter.default === undefined
    ? `${name}: ${checkedType(type)}`
    : `${name}: ${checkedTypeName(type)} = `;
};

const writeParameters = (
  parameters: readonly Parameter[],
  end: string,
  writer: Writer,
  indentation: number,
): void => {
  const mark = writer.mark();
  const fits = parameters.every((parameter, index) => {
    const start = `${index > 0 ? ', ' : 'constructor('}${parameterStart(parameter)}`;
    return parameter.default === undefined
      ? writer.put(start, textWidth(start))
      : writeFlat(writer, start, parameter.default, 'initializer', '') === 'done';
  });
  if (parameters.length === 0) writer.put('constructor(');
  if (fits && writer.put(end)) return;
  writer.backTo(mark);
  writeBroken(writer, indentation, (layout) => {
    const docs = parameters.map((parameter) => {
      const start = textDoc(parameterStart(parameter));
      return parameter.default === undefined
        ? start
        : concat(start, layout.expression(parameter.default, 'initializer'));
    });
    return concat(
      'constructor',
      group(concat('(', indent(softline, ...commaList(docs), ifBroken(',')), softline, end)),
    );
  });
};

const writeClass = (
  statement: StatementOf<'class'>,
  writer: Writer,
  indentation: number,
  span: StatementSpan | undefined,
): void => {
  const { fields, parameters, body } = statement;
  if (statement.doc !== undefined) {
    writeLines(docLines(statement.doc), writer, indentation);
    writer.newline(indentation);
  }
  writer.put(
    `export class ${checkedIdentifier(statement.name)} extends ${checkedType(statement.extends)} {`,
  );
  const inside = indentation + 2;
  for (const { name, type } of fields) {
    writer.newline(inside);
    writer.put(`readonly ${memberName(name)}: ${checkedType(type)};`);
  }
  const hasConstructor = parameters.length > 0 || body.length > 0;
  if (hasConstructor) {
    writer.newline(inside, fields.length > 0);
    const isEmpty = body.every(isNothing);
    const end = isEmpty ? ') {}' : ') {';
    writeParameters(parameters, end, writer, inside);
    if (!isEmpty) {
      writeStatements(body, writer, inside + 2, true, span);
      writer.newline(inside);
      writer.put('}');
    }
  }
  const getters = statement.getters ?? [];
  getters.forEach((getter, index) => {
    writer.newline(inside, hasConstructor || fields.length > 0 || index > 0);
    writeGetter(getter, writer, inside);
  });
  if (hasConstructor || fields.length > 0 || getters.length > 0) writer.newline(indentation);
  writer.put('}');
};

type Getter = NonNullable<StatementOf<'class'>['getters']>[number];

const writeGetter = (getter: Getter, writer: Writer, indentation: number): void => {
  if (getter.doc !== undefined) {
    writeLines(docLines(getter.doc), writer, indentation);
    writer.newline(indentation);
  }
  writer.put(`get ${checkedName(getter.name)}(): ${checkedType(getter.type)} {`);
  const inside = indentation + 2;
  writer.newline(inside);
  writeValue(writer, inside, 'return ', getter.value, 'initializer', ';', (layout) =>
    concat('return ', layout.expression(getter.value, 'initializer'), ';'),
  );
  writer.newline(indentation);
  writer.put('}');
};
