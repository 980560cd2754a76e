import { JsonTextError, type JsonTextProblem } from './json-text-problem.ts';
import { type PathStep, quote, shorten } from './problem.ts';

/** Bounds that keep reading within some seconds and some hundred megabytes whatever the text. */
export type JsonLimits = {
  readonly characters: number;
  readonly depth: number;
  readonly values: number;
};

/** Places to look for; `offset` is filled in by the scanner. */
export type Places = { offset?: number; readonly children: Map<PathStep, Places> };

const maxRemarks = 100;
const quoteUnit = 34;
const backslash = 92;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/**
 * Walks over a JSON text without building its value: says where and why it is no JSON (in the same words
 * in every engine), what JSON.parse would lose silently, and at which offsets given places are.
 */
export class JsonScanner {
  readonly remarks: JsonTextProblem[] = [];
  private at = 0;
  private values = 0;
  private readonly path: PathStep[] = [];
  private readonly text: string;
  private readonly limits: JsonLimits;

  constructor(text: string, limits: JsonLimits) {
    this.text = text;
    this.limits = limits;
  }

  /** Scans the whole text; throws JsonTextError at the first place that is no JSON. */
  scan(places?: Places): void {
    this.value(0, places);
    this.space();
    if (this.at < this.text.length) {
      this.stop(
        'There is more text after the end of the document.',
        'Remove what follows the last bracket.',
      );
    }
  }

  private value(depth: number, places: Places | undefined): void {
    this.space();
    if (places !== undefined) places.offset = this.at;
    this.values += 1;
    if (this.values > this.limits.values) {
      this.stop(
        `The document holds more than ${this.limits.values} values.`,
        'Split the design.',
        'json-too-large',
      );
    }
    const unit = this.text.charCodeAt(this.at);
    if (unit === quoteUnit) this.string();
    else if (unit === 123) this.object(depth + 1, places);
    else if (unit === 91) this.array(depth + 1, places);
    else if (unit === 45 || isDigit(unit)) this.number();
    else if (unit === 116) this.word('true');
    else if (unit === 102) this.word('false');
    else if (unit === 110) this.word('null');
    else this.stop(...this.noValue(unit));
  }

  private object(depth: number, places: Places | undefined): void {
    this.enter(depth);
    if (this.next(125)) return;
    const keys = new Set<string>();
    do {
      this.space();
      const start = this.at;
      if (this.text.charCodeAt(start) !== quoteUnit) this.stop(...this.noKey());
      const key = this.string();
      this.path.push(key);
      if (keys.has(key)) this.repeated(key, start);
      keys.add(key);
      if (!this.next(58))
        this.stop(`A colon is missing after ${quote(shorten(key, 40))}.`, 'Write "name": value.');
      this.value(depth, places?.children.get(key));
      this.path.pop();
    } while (this.next(44));
    if (!this.next(125)) this.stop(...this.unclosed('object', '}'));
  }

  private array(depth: number, places: Places | undefined): void {
    this.enter(depth);
    if (this.next(93)) return;
    let index = 0;
    do {
      this.path.push(index);
      this.value(depth, places?.children.get(index));
      this.path.pop();
      index += 1;
    } while (this.next(44));
    if (!this.next(93)) this.stop(...this.unclosed('list', ']'));
  }

  private enter(depth: number): void {
    if (depth > this.limits.depth) {
      this.stop(
        `Brackets are nested more than ${this.limits.depth} deep.`,
        'No design needs that; was the file made by hand or by a faulty program?',
        'json-too-deep',
      );
    }
    this.at += 1;
  }

  private string(): string {
    const { text } = this;
    const start = this.at;
    let escaped = false;
    let at = start + 1;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit === quoteUnit) break;
      if (unit === backslash) {
        escaped = true;
        const length = this.escapeLength(at);
        if (length === 0) {
          this.at = at;
          this.stop(
            'A backslash stands before a character that needs none.',
            'Write \\\\ for one backslash.',
          );
        }
        at += length;
      } else if (unit < 32 || Number.isNaN(unit)) {
        this.at = Number.isNaN(unit) ? start : at;
        this.stop(
          Number.isNaN(unit) || unit === 10 || unit === 13
            ? 'A text is not closed on its line.'
            : 'A text holds an invisible control character.',
          'Close it with ", and write line breaks as \\n and tabs as \\t.',
        );
      } else at += 1;
    }
    this.at = at + 1;
    return escaped ? String(JSON.parse(text.slice(start, at + 1))) : text.slice(start + 1, at);
  }

  private escapeLength(at: number): number {
    const letter = this.text.charAt(at + 1);
    if (letter === 'u') return /^[0-9a-fA-F]{4}$/.test(this.text.slice(at + 2, at + 6)) ? 6 : 0;
    return letter !== '' && '"\\/bfnrt'.includes(letter) ? 2 : 0;
  }

  private number(): void {
    const { text } = this;
    const start = this.at;
    if (text.charCodeAt(this.at) === 45) this.at += 1;
    const first = this.at;
    this.digits();
    if (text.charCodeAt(first) === 48 && this.at > first + 1) {
      this.at = first;
      this.stop(
        'A number starts with 0.',
        'Remove the zero, or put the value in quotes to make it a text.',
      );
    }
    let whole = true;
    if (text.charCodeAt(this.at) === 46) {
      whole = false;
      this.at += 1;
      this.digits();
    }
    if (text.charCodeAt(this.at) === 101 || text.charCodeAt(this.at) === 69) {
      whole = false;
      this.at += 1;
      const sign = text.charCodeAt(this.at);
      if (sign === 43 || sign === 45) this.at += 1;
      this.digits();
    }
    if (this.at - start > 15 || !whole) this.checkPrecision(start, whole);
  }

  private digits(): void {
    const start = this.at;
    while (isDigit(this.text.charCodeAt(this.at))) this.at += 1;
    if (this.at === start) this.stop('A number is not complete.', 'Such as 0, 12, -3 or 1.5.');
  }

  private checkPrecision(start: number, whole: boolean): void {
    const source = this.text.slice(start, this.at);
    const value = Number(source);
    const got = shorten(source, 40);
    const hint = 'Put it in quotes to keep every digit, as AWS does with account ids.';
    if (!Number.isFinite(value)) {
      this.remark({
        code: 'number-too-large',
        message: `The number ${got} is too large.`,
        offset: start,
        got,
        hint,
      });
    } else if (whole && !Number.isSafeInteger(value) && BigInt(value) !== BigInt(source)) {
      const message = `The number ${got} has too many digits: it is read as ${BigInt(value)}.`;
      this.remark({ code: 'number-imprecise', message, offset: start, got, hint });
    }
  }

  private repeated(key: string, offset: number): void {
    const got = shorten(key, 40);
    const message = `The key ${quote(got)} is written twice in one object; only the last one counts.`;
    this.remark({
      code: 'duplicate-key',
      message,
      offset,
      got,
      hint: 'Remove the one that is wrong.',
    });
  }

  private remark(remark: Omit<JsonTextProblem, 'path'>): void {
    if (this.remarks.length < maxRemarks) this.remarks.push({ ...remark, path: [...this.path] });
  }

  private word(word: string): void {
    if (!this.text.startsWith(word, this.at))
      this.stop(...this.noValue(this.text.charCodeAt(this.at)));
    this.at += word.length;
  }

  /** Skips white space; true, and past it, when the wanted character follows. */
  private next(wanted: number): boolean {
    this.space();
    if (this.text.charCodeAt(this.at) !== wanted) return false;
    this.at += 1;
    return true;
  }

  private space(): void {
    for (;;) {
      const unit = this.text.charCodeAt(this.at);
      if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return;
      this.at += 1;
    }
  }

  private found(): string {
    const unit = this.text.codePointAt(this.at);
    return unit === undefined ? 'the end of the file' : quote(String.fromCodePoint(unit));
  }

  private noValue(unit: number): readonly [string, string] {
    if (Number.isNaN(unit)) {
      return ['The file ends in the middle of the document.', 'Was it saved or copied whole?'];
    }
    if (unit === 93 || unit === 125) {
      return ['A value is missing before the closing bracket.', 'Is there a comma too many?'];
    }
    if (unit === 39)
      return ['A text is written in single quotes.', 'JSON wants double quotes: "text".'];
    if (unit === 47 || unit === 35)
      return ['A comment stands where a value belongs.', 'JSON has no comments: remove it.'];
    return [
      `A value was expected, but ${this.found()} was found.`,
      'Values are "text", numbers, true, false, null, [lists] and {objects}.',
    ];
  }

  private noKey(): readonly [string, string] {
    const unit = this.text.charCodeAt(this.at);
    if (unit === 125) return ['There is a comma before the closing bracket.', 'Remove the comma.'];
    if (Number.isNaN(unit) || unit === 47 || unit === 35) return this.noValue(unit);
    return [
      `A name in double quotes was expected, but ${this.found()} was found.`,
      'Write "name": value.',
    ];
  }

  private unclosed(what: string, bracket: string): readonly [string, string] {
    if (this.at >= this.text.length) return this.noValue(Number.NaN);
    return [
      `A comma or ${bracket} was expected in this ${what}, but ${this.found()} was found.`,
      'Is a comma missing before it?',
    ];
  }

  private stop(
    message: string,
    hint: string,
    code: JsonTextProblem['code'] = 'json-syntax',
  ): never {
    throw new JsonTextError({ code, message, hint, offset: this.at, path: [...this.path] });
  }
}
