import { connectionOf } from '../../shared/catalog/catalog.ts';
import type { Curve } from '../../shared/exporters/picture/geometry.ts';
import type { LiveRoute } from '../../shared/exporters/picture/live-routes.ts';
import type { Context, Painting, View } from './painting.ts';

type LineStyle = 'plain' | 'async' | 'poll' | 'config' | 'error' | 'chosen';

const styleOf = (id: string, { scene, selection, worst }: Painting): LineStyle => {
  const line = scene.lineById.get(id);
  if (line?.ids.some((one) => selection.has(one))) return 'chosen';
  if (worst(id) === 'error') return 'error';
  switch (connectionOf(line?.connection.type ?? '')?.delivery) {
    case 'async':
      return 'async';
    case 'poll':
    case 'stream':
      return 'poll';
    case 'config':
      return 'config';
    default:
      return 'plain';
  }
};

const order: readonly LineStyle[] = ['config', 'plain', 'async', 'poll', 'error', 'chosen'];

/** Paints lines, those of one style in one stroke. */
export const paintLines = (
  context: Context,
  routes: readonly LiveRoute[],
  painting: Painting,
  { zoom }: View,
): void => {
  const { palette } = painting;
  const byStyle = new Map<LineStyle, LiveRoute[]>();
  for (const route of routes) {
    const style = styleOf(route.id, painting);
    const known = byStyle.get(style);
    if (known) known.push(route);
    else byStyle.set(style, [route]);
  }
  // Dashes of a pixel or two are noise, and dear.
  const isDashed = zoom > 0.28;
  for (const style of order) {
    const group = byStyle.get(style);
    if (!group) continue;
    context.strokeStyle =
      style === 'chosen'
        ? palette.accent
        : style === 'error'
          ? palette.error
          : style === 'config'
            ? palette.quietLine
            : palette.line;
    context.globalAlpha = style === 'chosen' || style === 'error' || zoom > 0.3 ? 1 : 0.6;
    context.lineWidth = Math.max(style === 'config' ? 1.1 : 1.6, 0.75 / zoom);
    if (isDashed && style === 'async') context.setLineDash([7, 4]);
    if (isDashed && style === 'poll') context.setLineDash([2, 4]);
    context.beginPath();
    for (const { curve } of group) trace(context, curve, zoom);
    context.stroke();
    context.setLineDash([]);
    if (zoom > 0.28) {
      context.fillStyle = context.strokeStyle;
      context.beginPath();
      for (const { curve } of group) arrow(context, curve);
      context.fill();
    }
  }
  context.globalAlpha = 1;
};

const trace = (context: Context, [a, b, c, d]: Curve, zoom: number): void => {
  context.moveTo(a.x, a.y);
  // Nobody sees that a line of some pixels is bent.
  if ((Math.abs(d.x - a.x) + Math.abs(d.y - a.y)) * zoom < 24) context.lineTo(d.x, d.y);
  else context.bezierCurveTo(b.x, b.y, c.x, c.y, d.x, d.y);
};

const arrow = (context: Context, [, , c, d]: Curve): void => {
  const length = Math.hypot(d.x - c.x, d.y - c.y) || 1;
  const [ux, uy] = [(d.x - c.x) / length, (d.y - c.y) / length];
  context.moveTo(d.x, d.y);
  context.lineTo(d.x - ux * 9 + uy * 4.5, d.y - uy * 9 - ux * 4.5);
  context.lineTo(d.x - ux * 9 - uy * 4.5, d.y - uy * 9 + ux * 4.5);
  context.closePath();
};
