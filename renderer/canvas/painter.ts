import { frames } from '../../shared/catalog/appearance.ts';
import { serviceOf } from '../../shared/catalog/catalog.ts';
import type { Box } from '../../shared/exporters/picture/boxes.ts';
import { overlapArea, type Rect } from '../../shared/exporters/picture/geometry.ts';
import type { LiveRoute } from '../../shared/exporters/picture/live-routes.ts';
import { iconPicture } from './icon-pictures.ts';
import { paintLines } from './paint-lines.ts';
import { accentOf, type Context, type Painting, type Palette, type View } from './painting.ts';

/*
 * Paints a whole design at once, for when it is seen from afar: hundreds of elements would be too many to move
 * smoothly, and too small to be of use. What is seen is the same, with less and less detail.
 */

/** From here on icons are painted, and from here names. */
const iconZoom = 0.22;
const nameZoom = 0.34;

/** Paints everything that is in view and not apart. */
export const paintScene = (context: Context, painting: Painting, view: View): void => {
  const { scene, isApart } = painting;
  start(context, view);
  const seen = seenPart(view);
  const isSeen = (box: Rect): boolean => overlapArea(box, seen) > 0;
  const boxes = scene.boxes.filter((box) => isSeen(box) && !isApart(box.node.id));
  paintFrames(context, boxes, painting, view);
  const routes: LiveRoute[] = [];
  for (const route of scene.routes.values())
    if (isNear(route.bounds, seen) && !isApart(route.from) && !isApart(route.to))
      routes.push(route);
  paintLines(context, routes, painting, view);
  paintCards(context, boxes, painting, view);
};

/** Paints what moves: boxes where they are now, and their lines. */
export const paintMove = (
  context: Context,
  painting: Painting,
  view: View,
  rects: ReadonlyMap<string, Rect>,
  routes: ReadonlyMap<string, LiveRoute>,
): void => {
  start(context, view);
  const boxes: Box[] = [];
  for (const [id, rect] of rects) {
    const box = painting.scene.byId.get(id);
    if (box) boxes.push({ ...box, ...rect });
  }
  boxes.sort((a, b) => a.depth - b.depth);
  paintFrames(context, boxes, painting, view);
  paintLines(context, [...routes.values()], painting, view);
  paintCards(context, boxes, painting, view);
};

const start = (context: Context, { x, y, zoom, ratio }: View): void => {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
};

const seenPart = ({ x, y, zoom, width, height }: View): Rect => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});

// A line that runs straight across has bounds without an area.
const isNear = (a: Rect, b: Rect): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

const paintFrames = (
  context: Context,
  boxes: readonly Box[],
  { palette, selection, worst }: Painting,
  { zoom }: View,
): void => {
  for (const box of boxes) {
    if (!box.isContainer) continue;
    const { node, x, y, width, height } = box;
    const accent = accentOf(node, palette.isDark);
    context.beginPath();
    context.roundRect(x, y, width, height, 10);
    context.globalAlpha = palette.isDark ? 0.07 : 0.045;
    context.fillStyle = accent;
    context.fill();
    context.globalAlpha = 0.75;
    context.strokeStyle = accent;
    context.lineWidth = Math.max(1.5, 1 / zoom);
    if (frames[node.kind]?.isDashed) context.setLineDash([6 / zoom, 4 / zoom]);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
    if (selection.has(node.id)) ring(context, box, palette.accent, zoom);
    const severity = worst(node.id);
    if (severity === 'error') ring(context, box, palette.error, zoom);
    // The title stays readable while there is room for it.
    const size = Math.min(Math.max(12, 9.5 / zoom), 26 / zoom);
    if (width * zoom < 60 || height * zoom < 22) continue;
    context.font = `600 ${size}px ${palette.font}`;
    context.textBaseline = 'middle';
    context.fillStyle = palette.text;
    context.fillText(
      shorten(context, node.name, width - size * 1.6),
      x + size * 0.8,
      y + Math.max(16, size),
    );
  }
};

const ring = (context: Context, box: Rect, color: string, zoom: number): void => {
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 8);
  context.strokeStyle = color;
  context.lineWidth = Math.max(2, 1.6 / zoom);
  context.stroke();
};

const paintCards = (
  context: Context,
  boxes: readonly Box[],
  painting: Painting,
  view: View,
): void => {
  const { palette, selection, worst } = painting;
  const { zoom } = view;
  const cards = boxes.filter(({ isContainer }) => !isContainer);
  const byAccent = new Map<string, Box[]>();
  for (const box of cards) {
    const accent = accentOf(box.node, palette.isDark);
    const known = byAccent.get(accent);
    if (known) known.push(box);
    else byAccent.set(accent, [box]);
  }
  if (zoom < iconZoom) {
    // Blocks of colour: what kind of thing stands where.
    context.fillStyle = palette.card;
    fillRects(context, cards, 0);
    for (const [accent, group] of byAccent) {
      context.fillStyle = accent;
      context.globalAlpha = palette.isDark ? 0.72 : 0.78;
      fillRects(context, group, zoom * 72 > 7 ? 8 : 0);
    }
    context.globalAlpha = 1;
  } else {
    context.fillStyle = palette.card;
    fillRects(context, cards, 8);
    context.strokeStyle = palette.cardBorder;
    context.lineWidth = Math.max(1, 0.7 / zoom);
    context.stroke();
    for (const [accent, group] of byAccent) {
      context.fillStyle = accent;
      context.beginPath();
      for (const { x, y, height } of group) context.roundRect(x, y, 4, height, [8, 0, 0, 8]);
      context.fill();
    }
    paintDetails(context, cards, palette, view);
  }
  for (const box of cards) {
    const severity = worst(box.node.id);
    if (selection.has(box.node.id)) ring(context, box, palette.accent, zoom);
    if (severity === 'error' || severity === 'warning') {
      const radius = Math.max(8, 3 / zoom);
      context.beginPath();
      context.arc(box.x + box.width, box.y, radius, 0, 2 * Math.PI);
      context.fillStyle = severity === 'error' ? palette.error : palette.warning;
      context.fill();
    }
  }
};

const fillRects = (context: Context, boxes: readonly Box[], radius: number): void => {
  context.beginPath();
  for (const { x, y, width, height } of boxes)
    if (radius === 0) context.rect(x, y, width, height);
    else context.roundRect(x, y, width, height, radius);
  context.fill();
};

const paintDetails = (
  context: Context,
  cards: readonly Box[],
  palette: Palette,
  { zoom, ratio }: View,
): void => {
  for (const { node, x, y, height } of cards) {
    const icon = iconPicture(serviceOf(node.kind)?.icon ?? '', 40 * zoom * ratio);
    if (icon) context.drawImage(icon, x + 12, y + height / 2 - 20, 40, 40);
  }
  if (zoom < nameZoom) return;
  context.font = `600 13px ${palette.font}`;
  context.textBaseline = 'middle';
  context.fillStyle = palette.text;
  for (const { node, x, y, width, height } of cards)
    context.fillText(shorten(context, node.name, width - 74), x + 62, y + height / 2 - 8);
};

const widths = new Map<string, string>();

/** The text, cut to a width. Measuring is dear, so what was cut once is remembered. */
const shorten = (context: Context, text: string, width: number): string => {
  const key = `${context.font}|${Math.round(width)}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > 20_000) widths.clear();
  let kept = text.slice(0, 120);
  while (kept.length > 1 && context.measureText(kept).width > width)
    kept = `${kept.replace(/….*$/, '').slice(0, -1)}…`.replace(/^…$/, '');
  widths.set(key, kept);
  return kept;
};
