import { connectionOf, kindFacts } from '../../catalog/catalog.ts';
import { labelOf } from '../../catalog/connection-label.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import { shortHash } from '../../lib/hash.ts';
import type { Design } from '../../model/design.ts';
import { boxesOf } from './boxes.ts';
import { cardMarkup, type Drawing } from './cards.ts';
import { frameMarkup, frameTitle } from './frames.ts';
import { boundsOf, inflate, type Rect } from './geometry.ts';
import { type IconLookup, IconSheet } from './icons.ts';
import { labelStyle, placeLabels } from './labels.ts';
import { labelMarkup, lineMarkup } from './lines.ts';
import { ownIcons } from './own-icons.ts';
import { curveBounds, type Route, routesOf } from './routes.ts';
import { escapeXml, oneLine } from './text.ts';
import { type ThemeName, themes } from './theme.ts';

export interface SvgOptions {
  readonly theme: ThemeName;
  /** Without a ground of its own. */
  readonly transparent?: boolean;
  /** AWS's icons, which the core does not hold; our own ones are found without it. */
  readonly icon: IconLookup;
}

const margin = 32;
const emptyBounds: Rect = { x: 0, y: 0, width: 320, height: 120 };
const fonts =
  "Inter, 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** Draws the design as it is laid out. Pure: the same design gives the same bytes. */
export const exportSvg = (design: Design, options: SvgOptions): string => {
  const theme = themes[options.theme];
  const graph = createGraph(kindFacts, design);
  const icons = new IconSheet((name) => ownIcons.get(name) ?? options.icon(name));
  const drawing: Drawing = {
    theme,
    graph,
    icons,
    isTransparent: options.transparent === true,
  };

  const boxes = boxesOf(design);
  const containers = boxes.filter(({ isContainer }) => isContainer);
  const cards = boxes.filter(({ isContainer }) => !isContainer);
  const titles = containers.map((box) => frameTitle(box, drawing).rect);
  const routes = routesOf(boxes, design.connections, titles);
  const labels = placeLabels(
    routes.map((route) => ({ route, label: labelOf(graph, route.connection) })),
    boxes,
    titles,
  );
  const layers = [
    ...layer(
      '',
      containers.map((box) => frameMarkup(box, drawing)),
    ),
    ...layer(
      'fill="none"',
      routes.map((route) =>
        lineMarkup(route, {
          theme,
          delivery: connectionOf(route.connection.type)?.delivery,
          title: titleOf(route, labelOf(graph, route.connection).text),
        }),
      ),
    ),
    ...layer(
      '',
      cards.map((box) => cardMarkup(box, drawing)),
    ),
    ...layer(
      `font-size="${labelStyle.size}" text-anchor="middle"`,
      labels.flatMap((label) => (label === undefined ? [] : labelMarkup(label, theme))),
    ),
  ];
  const view = viewOf([
    ...boxes,
    ...routes.map(({ curve }) => curveBounds(curve)),
    ...labels.flatMap((label) => (label === undefined ? [] : label.rect)),
  ]);
  // Several pictures may stand in one page: their titles must not be mistaken for one another.
  const id = `isobar-${shortHash(`${theme.name} ${layers.join('')}`).toLowerCase()}`;
  const symbols = icons.symbols();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.x} ${view.y} ${view.width} ${view.height}" width="${view.width}" height="${view.height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${fonts}">`,
    `<title id="${id}-title">${escapeXml(oneLine(design.name))}</title>`,
    `<desc id="${id}-desc">${escapeXml(describe(design, cards.length, routes.length))}</desc>`,
    ...(symbols.length === 0 ? [] : ['<defs>', ...symbols, '</defs>']),
    ...(drawing.isTransparent
      ? []
      : [
          `<rect x="${view.x}" y="${view.y}" width="${view.width}" height="${view.height}" fill="${theme.background}"/>`,
        ]),
    ...layers,
    '</svg>',
    '',
  ].join('\n');
};

const layer = (attributes: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [attributes === '' ? '<g>' : `<g ${attributes}>`, ...items, '</g>'];

/** For who cannot see the line, and for the pointer above it. */
const titleOf = ({ from, to }: Route, label: string): string =>
  `${oneLine(from.node.name)} to ${oneLine(to.node.name)}: ${oneLine(label)}`;

const viewOf = (rects: readonly Rect[]): Rect => {
  const { x, y, width, height } = inflate(boundsOf(rects) ?? emptyBounds, margin);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) - left,
    height: Math.ceil(y + height) - top,
  };
};

const describe = (design: Design, nodes: number, connections: number): string => {
  const counts = `${nodes} ${nodes === 1 ? 'node' : 'nodes'} and ${connections} ${connections === 1 ? 'connection' : 'connections'} on AWS, drawn with Isobar.`;
  const text = oneLine(design.description ?? '');
  return text === '' ? counts : `${text} ${counts}`;
};
