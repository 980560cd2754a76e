import type { PropertyTable } from '../../shared/catalog/property.ts';
import { describeProperty } from '../property-data.ts';
import { type Style, wrapText } from '../style.ts';

/*
 * The parts that pages of explanations are put together from. A part without content is left out.
 */

/** A line in bold, and under it the paragraphs. */
export const section = (
  style: Style,
  title: string,
  ...paragraphs: readonly (string | undefined)[]
): string => {
  const told = paragraphs.filter((text) => text !== undefined && text !== '');
  return told.length === 0 ? '' : [style.bold(title), ...told].join('\n');
};

/** The parts of a page, with an empty line between. */
export const page = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`;

/** A paragraph in lines that are not too long. */
export const paragraph = (text: string, indent = ''): string => wrapText(text, indent);

/** A settings table: name, what it takes, and what it is for. */
export const settings = (style: Style, table: PropertyTable): string =>
  Object.entries(table)
    .map(([name, definition]) =>
      [
        `  ${name}  ${style.dim(describeProperty(definition))}`,
        ...(definition.help === undefined ? [] : [wrapText(definition.help, '      ')]),
      ].join('\n'),
    )
    .join('\n');

export { titleOf } from '../../shared/connecting/words.ts';
