import type { Doc } from './doc.ts';
import { LINE_WIDTH, type Writer } from './writer.ts';

/** What is left to do: docs, each with its indentation and whether it is laid out flat. The next one is the last. */
class Queue {
  readonly docs: Doc[] = [];
  readonly indents: number[] = [];
  readonly flats: boolean[] = [];

  push(doc: Doc, indent: number, flat: boolean): void {
    this.docs.push(doc);
    this.indents.push(indent);
    this.flats.push(flat);
  }
}

/** Whether `first` laid out flat, and what follows it up to the next possible break, fits in `room` columns. */
const fits = (first: Doc, rest: Queue, room: number): boolean => {
  let left = room;
  let next = rest.docs.length;
  const docs: Doc[] = [first];
  const flats: boolean[] = [true];
  for (;;) {
    let doc = docs.pop();
    let flat = flats.pop() ?? false;
    if (doc === undefined) {
      next -= 1;
      doc = rest.docs[next];
      if (doc === undefined) return true;
      flat = rest.flats[next] ?? false;
    }
    if (typeof doc === 'string') {
      left -= doc.length;
      if (left < 0) return false;
      continue;
    }
    switch (doc.kind) {
      case 'text':
        left -= doc.width;
        if (left < 0 || doc.lastWidth !== undefined) return left >= 0;
        break;
      case 'concat':
        for (let index = doc.parts.length - 1; index >= 0; index -= 1) {
          docs.push(doc.parts[index] ?? '');
          flats.push(flat);
        }
        break;
      case 'line':
        if (!flat) return true;
        left -= doc.flat.length;
        break;
      case 'hardline':
        return true;
      case 'indent':
      case 'indentIfBroken':
        docs.push(doc.content);
        flats.push(flat);
        break;
      case 'group':
        docs.push(doc.content);
        flats.push(flat && !doc.expanded);
        break;
      case 'best':
        docs.push(doc.variants[flat ? 0 : doc.variants.length - 1] ?? '');
        flats.push(flat);
        break;
      case 'ifBroken':
        if (!flat) left -= doc.text.length;
        break;
      case 'fill':
        if (!flat) return left >= (doc.items[0]?.length ?? 0);
        left -= doc.items.join(' ').length;
        break;
      case 'block':
        return left >= doc.open.length;
    }
    if (left < 0) return false;
  }
};

const printFill = (
  items: readonly string[],
  flat: boolean,
  indentation: number,
  writer: Writer,
): void => {
  items.forEach((item, index) => {
    // The last item is followed by a comma when the list breaks.
    const text = flat || index < items.length - 1 ? item : `${item},`;
    if (index > 0) {
      if (flat || writer.column + 1 + text.length <= LINE_WIDTH) writer.put(' ');
      else writer.newline(indentation);
    }
    writer.put(text);
  });
};

/** Writes the doc and returns the sources of the groups that broke only because they did not fit. */
export const printDoc = (root: Doc, indentation: number, writer: Writer): object[] => {
  const broken: object[] = [];
  const queue = new Queue();
  queue.push(root, indentation, false);
  for (;;) {
    const doc = queue.docs.pop();
    if (doc === undefined) return broken;
    const level = queue.indents.pop() ?? 0;
    const flat = queue.flats.pop() ?? false;
    if (typeof doc === 'string') {
      writer.put(doc);
      continue;
    }
    switch (doc.kind) {
      case 'text':
        writer.put(doc.text, doc.width);
        if (doc.lastWidth !== undefined) {
          writer.column = doc.lastWidth;
          writer.measured = false;
        }
        break;
      case 'concat':
        for (let index = doc.parts.length - 1; index >= 0; index -= 1)
          queue.push(doc.parts[index] ?? '', level, flat);
        break;
      case 'line':
        if (flat) writer.put(doc.flat);
        else writer.newline(level);
        break;
      case 'hardline':
        writer.newline(level);
        break;
      case 'indent':
        queue.push(doc.content, level + 2, flat);
        break;
      case 'group': {
        const known = flat && writer.measured;
        if (!doc.expanded) writer.measured = true;
        doc.broken =
          doc.expanded || !(known || fits(doc.content, queue, LINE_WIDTH - writer.column));
        if (doc.broken && doc.source !== undefined) broken.push(doc.source);
        queue.push(doc.content, level, !doc.broken);
        break;
      }
      case 'best': {
        const last = doc.variants.length - 1;
        const known = flat && writer.measured;
        writer.measured = true;
        let index = 0;
        while (
          !known &&
          index < last &&
          !fits(doc.variants[index] ?? '', queue, LINE_WIDTH - writer.column)
        )
          index += 1;
        queue.push(doc.variants[index] ?? '', level, known || index < last);
        break;
      }
      case 'ifBroken':
        if (!flat) writer.put(doc.text);
        break;
      case 'indentIfBroken':
        queue.push(doc.content, level + (doc.group.broken ? 2 : 0), flat);
        break;
      case 'fill':
        printFill(doc.items, flat && writer.measured, level, writer);
        break;
      case 'block':
        writer.put(doc.open);
        doc.write(writer, level);
        writer.put(doc.close);
        break;
    }
  }
};
