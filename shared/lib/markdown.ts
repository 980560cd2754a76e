// What turns the reading direction round could make a line read as something else.
const directions = /[\u202a-\u202e\u2066-\u2069]/g;
// Code, emphasis, links, HTML, entities, tables, formulas; and the addresses that GitHub makes links of.
const marks = /[\\`*_[\]<>|&~$@]|:(?=\/\/)|(?<=www)\./gi;
// Readers differ in whether a backslash before it counts when another one follows in the line.
const backtick = '&#96;';
// Headings, lists and rules, which begin a line.
const starts = /^(?:[-+#=]|\d+(?=[.)]))/;

/** Text from a design as one line of Markdown: nothing in it is markup, a link or a line break. */
export const inlineText = (text: string): string =>
  text
    .replaceAll(directions, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replaceAll(marks, (mark) => (mark === '`' ? backtick : `\\${mark}`))
    .replace(starts, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
