import { inlineText } from '../lib/markdown.ts';
import type { Block, Page, Span, Target, Text } from './page.ts';

/** Where a target lies, seen from the page that is written; undefined for what has no page. */
export type Address = (target: Target) => string | undefined;

/** Text as code: a fence longer than any run of backticks in it. */
export const codeSpan = (text: string): string => {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (line === '') return '';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
};

const spanText = (span: Span, address: Address): string => {
  if (typeof span === 'string') return escaped(span);
  if ('code' in span) return codeSpan(span.code);
  if ('strong' in span) return `**${inlineText(span.strong)}**`;
  const place = address(span.to);
  return place === undefined
    ? inlineText(span.text)
    : `[${inlineText(span.text)}](${addressText(place)})`;
};

/** An address that nothing in it can end. */
const addressText = (address: string): string =>
  address.replaceAll(/[()<>\\\s]/g, (character) =>
    /[()]/.test(character)
      ? `%${character.charCodeAt(0).toString(16)}`
      : encodeURIComponent(character),
  );

/** As `inlineText`, but keeps the spaces at the ends: other pieces of text stand beside it. */
const escaped = (text: string): string => {
  const [before = '', after = ''] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  const inner = inlineText(text);
  return inner === '' ? before : `${before}${inner}${after}`;
};

export const markdownOf = (text: Text, address: Address): string =>
  typeof text === 'string'
    ? inlineText(text)
    : text
        .map((span) => spanText(span, address))
        .join('')
        .trim();

/** In a table a bar would end the cell, also in code. What `inlineText` has escaped stays. */
const cell = (text: Text, address: Address): string =>
  markdownOf(text, address).replaceAll(/\\?\|/g, '\\|');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const blockText = (block: Block, address: Address): string => {
  if ('heading' in block) return `${'#'.repeat(block.level)} ${inlineText(block.heading)}`;
  if ('text' in block) return markdownOf(block.text, address);
  if ('list' in block) return block.list.map((item) => `- ${markdownOf(item, address)}`).join('\n');
  if ('code' in block) {
    const longest = Math.max(2, ...[...block.code.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${block.language}\n${block.code.replace(/\n$/, '')}\n${fence}`;
  }
  const { head, rows } = block.table;
  return [
    row(head.map((title) => cell(title, address))),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map((text) => cell(text, address)))),
  ].join('\n');
};

/** A page as Markdown. */
export const markdownPage = ({ title, blocks }: Page, address: Address): string =>
  `${[`# ${inlineText(title)}`, ...blocks.map((block) => blockText(block, address))]
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
