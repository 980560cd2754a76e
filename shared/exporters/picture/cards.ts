import { categories } from '../../catalog/appearance.ts';
import { serviceOf } from '../../catalog/catalog.ts';
import { summaryOf } from '../../catalog/summary.ts';
import type { Graph } from '../../graph/graph.ts';
import { type Box, titleOfKind } from './boxes.ts';
import type { IconSheet } from './icons.ts';
import { decimal, escapeXml, fitText, oneLine } from './text.ts';
import type { Theme } from './theme.ts';

/** What everything of one picture is drawn with. */
export interface Drawing {
  readonly theme: Theme;
  readonly graph: Graph;
  readonly icons: IconSheet;
  /** True when nothing may hide what the picture is laid upon. */
  readonly isTransparent: boolean;
}

const nameStyle = { size: 13, isBold: true };
const summaryStyle = { size: 10.5 };
const radius = 10;
const iconSize = 38;
const iconLeft = 14;
const textLeft = 60;
const textRight = 8;

/** A node: its icon, its name, and the line that says what matters. */
export const cardMarkup = (box: Box, { theme, graph, icons }: Drawing): string => {
  const { node, x, y, width, height } = box;
  const service = serviceOf(node.kind);
  const kind = titleOfKind(node.kind);
  const accent = (service ? categories[service.category] : categories.container).accent[theme.name];
  const name = oneLine(node.name) === '' ? kind : node.name;
  const room = width - textLeft - textRight;
  const summary = summaryOf(graph, node);
  const [left, top] = [decimal(x), decimal(y)];
  const frame = `x="${left}" width="${width}" height="${height}" rx="${radius}"`;
  return [
    `<g><title>${escapeXml(`${oneLine(name)}, ${kind}${summary === kind ? '' : `: ${oneLine(summary)}`}`)}</title>`,
    `<rect ${frame} y="${decimal(y + 2)}" fill="${theme.shadow}" opacity="${theme.name === 'light' ? 0.06 : 0.3}"/>`,
    `<rect ${frame} y="${top}" fill="${theme.card}" stroke="${theme.border}"/>`,
    `<path d="M${decimal(x + 4)} ${decimal(y + 2.3)}v${height - 4.6}a${radius - 1} ${radius - 1} 0 0 1-4-${radius - 2.3}v-${height - 2 * radius}a${radius - 1} ${radius - 1} 0 0 1 4-${radius - 2.3}z" fill="${accent}"/>`,
    icons.draw(service?.icon ?? '', kind, {
      x: x + iconLeft,
      y: y + (height - iconSize) / 2,
      size: iconSize,
      color: accent,
    }),
    `<text x="${decimal(x + textLeft)}" y="${decimal(y + height / 2 - 3)}" font-size="${nameStyle.size}" font-weight="600" fill="${theme.text}">${escapeXml(fitText(name, room, nameStyle))}</text>`,
    `<text x="${decimal(x + textLeft)}" y="${decimal(y + height / 2 + 14)}" font-size="${summaryStyle.size}" fill="${theme.muted}">${escapeXml(fitText(summary, room, summaryStyle))}</text>`,
    '</g>',
  ].join('');
};
