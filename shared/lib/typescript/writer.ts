/** Columns a line may take. */
export const LINE_WIDTH = 100;

const lineStarts = Array.from({ length: 20 }, (_, indent) => `\n${' '.repeat(indent)}`);

/** Collects the text of a file. */
export class Writer {
  readonly #pieces: string[] = [];
  column = 0;
  /** What fits on the line is known up to its end: after a line break, even what is flat is measured again. */
  measured = false;
  #lines = 1;
  #counted = 0;

  get text(): string {
    return this.#pieces.join('');
  }

  /** Adds text that has no line breaks. False when the line is now too long. */
  put(text: string, width = text.length): boolean {
    this.#pieces.push(text);
    this.column += width;
    return this.column <= LINE_WIDTH;
  }

  get isTooLong(): boolean {
    return this.column > LINE_WIDTH;
  }

  newline(indent: number, blankLineBefore = false): void {
    if (blankLineBefore) this.#pieces.push('\n');
    this.#pieces.push(lineStarts[indent] ?? `\n${' '.repeat(indent)}`);
    this.column = indent;
    this.measured = false;
  }

  /** The line that is being written; the first is 1. Not between `mark` and `backTo`. */
  get line(): number {
    for (; this.#counted < this.#pieces.length; this.#counted += 1) {
      const piece = this.#pieces[this.#counted] ?? '';
      for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1))
        this.#lines += 1;
    }
    return this.#lines;
  }

  /** Takes a place to go back to. */
  mark(): Mark {
    return { pieces: this.#pieces.length, column: this.column };
  }

  /** Takes away what was written since. */
  backTo(mark: Mark): void {
    this.#pieces.length = mark.pieces;
    this.column = mark.column;
  }
}

interface Mark {
  readonly pieces: number;
  readonly column: number;
}
