import type { Block, Page, Span, Text } from '../../shared/explain/page.ts';
import { type Style, wrapText } from '../style.ts';

/*
 * A page as text on a terminal. What Markdown links to, here one types.
 */

const spanText = (span: Span): string => {
  if (typeof span === 'string') return span;
  if ('code' in span) return span.code;
  if ('strong' in span) return span.strong;
  return 'url' in span.to && span.to.url !== span.text ? `${span.text}: ${span.to.url}` : span.text;
};

const textOf = (text: Text): string =>
  typeof text === 'string' ? text : text.map(spanText).join('').trim();

/** Longer cells go below their row. */
const shortCell = 44;

/** Heads of columns that say what their cells are anyway. */
const plainHeads: ReadonlySet<string> = new Set(['What for', 'Why not', 'Why', 'The shortest way']);

const rowText = (head: readonly string[], row: readonly Text[], style: Style): string => {
  const [name = '', ...cells] = row.map(textOf);
  const told = cells
    .map((cell, at) => ({ cell, title: head[at + 1] ?? '' }))
    .filter(({ cell }) => cell !== '')
    .map(({ cell, title }) => ({
      title,
      cell: title === 'Unless set' && cell !== 'required' ? `${cell} unless set` : cell,
    }));
  const isBelow = ({ cell, title }: (typeof told)[number]): boolean =>
    cell.length > (title === 'Takes' ? 2 * shortCell : shortCell) ||
    plainHeads.has(title) ||
    title === 'Grants';
  const beside = told.filter((it) => !isBelow(it)).map(({ cell }) => cell);
  return [
    `  ${name}${beside.length === 0 ? '' : `  ${style.dim(beside.join('; '))}`}`,
    ...told
      .filter(isBelow)
      .map(({ cell, title }) =>
        wrapText(plainHeads.has(title) ? cell : `${title}: ${cell}`, '      '),
      ),
  ].join('\n');
};

const blockText = (block: Block, style: Style): string => {
  if ('heading' in block) return style.bold(block.heading);
  if ('text' in block) {
    const text = textOf(block.text);
    const [only, ...others] = typeof block.text === 'string' ? [] : block.text;
    const isStrong = typeof only === 'object' && 'strong' in only && others.length === 0;
    const lines = wrapText(text);
    return isStrong ? style.bold(lines) : lines;
  }
  if ('list' in block)
    return block.list
      .map((item) => wrapText(textOf(item), '    ').replace(/^ {4}/, '  - '))
      .join('\n');
  if ('code' in block) return block.code.replaceAll(/^/gm, '  ');
  const { head, rows } = block.table;
  return rows.map((row) => rowText(head, row, style)).join('\n');
};

/** What stands right below a heading belongs to it; all else has an empty line in front. */
export const terminalPage = ({ title, id, blocks }: Page, style: Style): string => {
  let text = title === id ? style.bold(title) : `${style.bold(title)}  ${style.dim(id)}`;
  let isBelowHeading = false;
  for (const block of blocks) {
    const shown = blockText(block, style);
    if (shown === '') continue;
    text += `${isBelowHeading ? '\n' : '\n\n'}${shown}`;
    isBelowHeading = 'heading' in block;
  }
  return `${text}\n`;
};
