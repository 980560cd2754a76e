import type { Delivery } from '../../catalog/connection.ts';
import { distance, type Point } from './geometry.ts';
import type { PlacedLabel } from './labels.ts';
import type { Route } from './routes.ts';
import { decimal, escapeXml } from './text.ts';
import { lineStyle, type Theme } from './theme.ts';

/** A connection's line and the head of its arrow. */
export const lineMarkup = (
  { curve: [start, one, two, end] }: Route,
  {
    theme,
    delivery,
    title,
  }: { readonly theme: Theme; readonly delivery: Delivery | undefined; readonly title: string },
): string => {
  const { color, width, dashes, isRound } = lineStyle(theme, delivery);
  const size = delivery === 'config' ? 5 : 8;
  const back = unit(end, two);
  // The line ends inside the head, so that no dash sticks out of its point.
  const stop = { x: end.x + back.x * size * 0.8, y: end.y + back.y * size * 0.8 };
  const [left, right] = [1, -1].map((side) => ({
    x: end.x + back.x * size - back.y * side * size * 0.5,
    y: end.y + back.y * size + back.x * side * size * 0.5,
  })) as [Point, Point];
  return [
    `<g><title>${escapeXml(title)}</title><path d="M${pair(start)}C${pair(one)} ${pair(two)} ${pair(stop)}" stroke="${color}" stroke-width="${width}"`,
    dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`,
    isRound === true ? ' stroke-linecap="round"' : '',
    `/><path d="M${pair(end)}L${pair(left)}L${pair(right)}z" fill="${color}"/></g>`,
  ].join('');
};

const pair = ({ x, y }: Point): string => `${decimal(x)} ${decimal(y)}`;

const unit = (from: Point, to: Point): Point => {
  const length = distance(from, to);
  return length === 0
    ? { x: -1, y: 0 }
    : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
};

/** A label on a ground of its own, so that the line does not run through its letters. */
export const labelMarkup = ({ text, rect }: PlacedLabel, theme: Theme): string => {
  const { x, y, width, height } = rect;
  return `<rect x="${decimal(x)}" y="${decimal(y)}" width="${decimal(width)}" height="${height}" rx="5" fill="${theme.background}" fill-opacity="0.9"/><text x="${decimal(x + width / 2)}" y="${decimal(y + height / 2 + 3.6)}" fill="${theme.label}">${escapeXml(text)}</text>`;
};
