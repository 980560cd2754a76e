import { getViewportForBounds, type Viewport } from '@xyflow/react';
import { boundsOf, type Rect } from '../../shared/exporters/picture/geometry.ts';
import type { Focus } from '../store/view.ts';
import type { Scene } from './scene.ts';

/** How far one can zoom out and in. */
export const [minZoom, maxZoom] = [0.02, 4];

/** Room for the controls, which lie over the lower edge. */
const lowerEdge = 36;

/** The box around nodes and the ends of connections; of all when no ids are given. */
export const boundsOfIds = (scene: Scene, ids?: ReadonlySet<string>): Rect | undefined => {
  if (!ids) return boundsOf(scene.boxes);
  const boxes: Rect[] = [];
  const add = (id: string): void => {
    const box = scene.byId.get(id);
    if (box) boxes.push(box);
  };
  for (const id of ids) {
    const line = scene.lineById.get(id);
    if (line) {
      add(line.from);
      add(line.to);
    } else add(id);
  }
  return boundsOf(boxes);
};

/** Where the view goes to show what was asked for; undefined when there is nothing to show. */
export const viewportFor = (
  focus: Exclude<Focus, { readonly kind: 'zoom' }>,
  scene: Scene,
  selection: ReadonlySet<string>,
  pane: { readonly width: number; readonly height: number },
  now: Viewport,
): Viewport | undefined => {
  const ids =
    focus.kind === 'fit' ? undefined : focus.kind === 'ids' ? new Set(focus.ids) : selection;
  const bounds = boundsOfIds(scene, ids);
  if (!bounds || pane.width === 0 || pane.height === 0) return undefined;
  const height = Math.max(80, pane.height - lowerEdge);
  const most = focus.kind === 'selection' ? 1.5 : 1;
  const fitting = getViewportForBounds(bounds, pane.width, height, minZoom, most, 0.07);
  if (focus.kind !== 'ids') return fitting;
  // Whoever looks for something wants to see it where it stands: as large as before, if it can be read and is all there.
  const zoom = Math.min(Math.max(now.zoom, 0.7), fitting.zoom, 1.25);
  return {
    zoom,
    x: pane.width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: height / 2 - (bounds.y + bounds.height / 2) * zoom,
  };
};
