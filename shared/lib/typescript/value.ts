import { commentLines } from './comment.ts';
import { concat, type Doc } from './doc.ts';
import { printDoc } from './doc-printer.ts';
import { writeFlat, writeFlatStart } from './flat.ts';
import { Layout } from './layout.ts';
import { isComposition, isProps, type Place } from './rules.ts';
import { objectKey, textWidth } from './strings.ts';
import type { Code, ObjectEntry } from './syntax.ts';
import type { Writer } from './writer.ts';

/**
 * Writes one statement, or one entry of an object, that is too long for its line. An object that breaks stays broken
 * when the text is formatted again, and that may change what is around it, so the layout is repeated until no other
 * object breaks.
 */
export const writeBroken = (
  writer: Writer,
  indentation: number,
  doc: (layout: Layout) => Doc,
): void => {
  const mark = writer.mark();
  const expanded = new Set<object>();
  for (;;) {
    const broken = printDoc(doc(new Layout(expanded, writeEntries)), indentation, writer);
    if (broken.length === 0) return;
    for (const source of broken) expanded.add(source);
    writer.backTo(mark);
  }
};

/**
 * Writes `start`, the value and `end`. The full layout, `doc`, is needed only when they do not fit on the line; and not
 * for the two most common values either, a construct with its props and an object, whose breaks are known.
 */
export const writeValue = (
  writer: Writer,
  indentation: number,
  start: string,
  value: Code,
  place: Place,
  end: string,
  doc: (layout: Layout) => Doc,
): void => {
  const attempt = writeFlat(writer, start, value, place, end);
  if (attempt === 'done') return;
  const mark = writer.mark();
  if (value.kind === 'new') {
    const props = value.args.at(-1);
    if (isProps(value) && props?.kind === 'object' && !isComposition(value.args)) {
      if (writeFlatStart(writer, start, value) === 'done' && writer.put(', {')) {
        writeEntries(props.entries, writer, indentation);
        writer.put(`})${end}`);
        return;
      }
      writer.backTo(mark);
    }
  }
  if (
    value.kind === 'object' &&
    value.entries.length > 0 &&
    place !== 'statement' &&
    attempt === 'too long'
  ) {
    if (writer.put(`${start}{`, textWidth(start) + 1)) {
      writeEntries(value.entries, writer, indentation);
      writer.put(`}${end}`);
      return;
    }
    writer.backTo(mark);
  }
  writeBroken(writer, indentation, doc);
};

/** The lines between the braces. */
const writeEntries = (
  entries: readonly ObjectEntry[],
  writer: Writer,
  indentation: number,
): void => {
  const inside = indentation + 2;
  for (const entry of entries) {
    if ('comment' in entry && entry.comment !== undefined)
      for (const text of commentLines(entry.comment)) {
        writer.newline(inside);
        writer.put(text);
      }
    writer.newline(inside);
    const doc = (layout: Layout): Doc => concat(layout.entry(entry), ',');
    if ('spread' in entry) writeValue(writer, inside, '...', entry.spread, 'spread', ',', doc);
    else writeValue(writer, inside, `${objectKey(entry.key)}: `, entry.value, 'plain', ',', doc);
  }
  writer.newline(indentation);
};
