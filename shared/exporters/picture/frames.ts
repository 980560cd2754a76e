import { categories, frames } from '../../catalog/appearance.ts';
import { serviceOf } from '../../catalog/catalog.ts';
import { summaryOf } from '../../catalog/summary.ts';
import { type Box, titleOfKind } from './boxes.ts';
import type { Drawing } from './cards.ts';
import type { Rect } from './geometry.ts';
import { decimal, escapeXml, fitText, measure, oneLine } from './text.ts';
import { mix } from './theme.ts';

const nameStyle = { size: 12, isBold: true };
const summaryStyle = { size: 10.5 };
const iconSize = 22;
const inset = 12;
const gap = 8;

const lookOf = (kind: string) =>
  (Object.hasOwn(frames, kind) ? frames[kind] : undefined) ?? {
    accent: categories.container.accent,
    isDashed: true,
  };

/** The title line of a container, shortened to its width, and the place that it takes. */
export const frameTitle = (
  box: Box,
  { graph }: Pick<Drawing, 'graph'>,
): { readonly name: string; readonly summary: string; readonly rect: Rect } => {
  const kind = titleOfKind(box.node.kind);
  const text = summaryOf(graph, box.node);
  const room = Math.max(24, box.width - iconSize - gap - 2 * inset);
  const name = fitText(oneLine(box.node.name) === '' ? kind : box.node.name, room, nameStyle);
  const taken = measure(name, nameStyle);
  const left = room - taken - gap;
  const summary = left < 40 ? '' : fitText(text, left, summaryStyle);
  const width =
    iconSize + gap + taken + (summary === '' ? 0 : gap + measure(summary, summaryStyle));
  return {
    name,
    summary,
    rect: { x: box.x + inset, y: box.y + inset - 2, width, height: iconSize + 2 },
  };
};

/** A container: a frame with its title. */
export const frameMarkup = (box: Box, drawing: Drawing): string => {
  const { theme, icons } = drawing;
  const { node, x, y, width, height } = box;
  const look = lookOf(node.kind);
  const accent = look.accent[theme.name];
  const kind = titleOfKind(node.kind);
  const { name, summary } = frameTitle(box, drawing);
  const nameLeft = x + inset + iconSize + gap;
  const baseline = y + inset + 15;
  // A solid mixture: the grounds of nested containers would add up to mud.
  const ground = drawing.isTransparent
    ? `fill="${accent}" fill-opacity="${theme.tint}"`
    : `fill="${mix(theme.background, accent, theme.tint)}"`;
  const rect = `x="${decimal(x)}" y="${decimal(y)}" width="${decimal(width)}" height="${decimal(height)}" rx="12"`;
  return [
    `<g><title>${escapeXml(`${oneLine(node.name)}, ${kind}`)}</title>`,
    `<rect ${rect} ${ground} stroke="${accent}" stroke-opacity="0.75" stroke-width="1.3"${look.isDashed ? ' stroke-dasharray="6 4"' : ''}/>`,
    icons.draw(serviceOf(node.kind)?.icon ?? '', kind, {
      x: x + inset,
      y: y + inset - 1,
      size: iconSize,
      color: accent,
    }),
    `<text x="${decimal(nameLeft)}" y="${decimal(baseline)}" font-size="${nameStyle.size}" font-weight="600" fill="${theme.text}">${escapeXml(name)}</text>`,
    ...(summary === ''
      ? []
      : [
          `<text x="${decimal(nameLeft + measure(name, nameStyle) + gap)}" y="${decimal(baseline)}" font-size="${summaryStyle.size}" fill="${theme.muted}">${escapeXml(summary)}</text>`,
        ]),
    '</g>',
  ].join('');
};
