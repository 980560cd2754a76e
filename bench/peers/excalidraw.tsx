import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { createRoot } from 'react-dom/client';
import type { Picture } from '../picture.ts';
import { boundsOf, hiddenOf, middleCard, painted, root, until } from './peer.ts';

/* Excalidraw as it comes: rectangles with their names in them, and arrows that are bound to them. */

type Skeleton = NonNullable<Parameters<typeof convertToExcalidrawElements>[0]>[number];

const skeletonsOf = ({ nodes, arrows }: Picture): Skeleton[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const boxes = nodes.map(
    ({ id, name, x, y, width, height, isContainer }): Skeleton => ({
      type: 'rectangle',
      id,
      x,
      y,
      width,
      height,
      // What has no ground can be taken at its border only.
      ...(!isContainer && { backgroundColor: '#e7f5ff', fillStyle: 'solid' }),
      label: { text: name, fontSize: 16, ...(isContainer && { verticalAlign: 'top' }) },
    }),
  );
  const lines = arrows.flatMap(({ id, from, to }): Skeleton[] => {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (!start || !end) return [];
    const [x, y] = [start.x + start.width, start.y + start.height / 2];
    const [width, height] = [end.x - x, end.y + end.height / 2 - y];
    return [
      { type: 'arrow', id, x, y, width, height, start: { id: start.id }, end: { id: end.id } },
    ];
  });
  return [...boxes, ...lines];
};

let api: ExcalidrawImperativeAPI | undefined;
let drawn: Picture = { nodes: [], arrows: [] };

createRoot(root()).render(
  <Excalidraw
    excalidrawAPI={(made) => {
      api = made;
    }}
  />,
);

const ready = (): Promise<ExcalidrawImperativeAPI> =>
  until(() => (api && !api.getAppState().isLoading ? api : undefined));

/** Looks at a rectangle of the picture. */
const lookAt = async (
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  zoom: number,
): Promise<void> => {
  const excalidraw = await ready();
  const { width: across, height: down } = excalidraw.getAppState();
  excalidraw.updateScene({
    appState: {
      zoom: { value: zoom } as ReturnType<ExcalidrawImperativeAPI['getAppState']>['zoom'],
      scrollX: across / zoom / 2 - (x + width / 2),
      scrollY: down / zoom / 2 - (y + height / 2),
    },
  });
  await painted();
};

/** Its own limit: its wheel goes no farther. */
const farthest = 0.1;

window.benchPeer = {
  async open(picture) {
    const excalidraw = await ready();
    drawn = picture;
    const elements = convertToExcalidrawElements(skeletonsOf(picture), { regenerateIds: false });
    excalidraw.updateScene({ elements });
    const bounds = boundsOf(picture.nodes);
    const { width: across, height: down } = excalidraw.getAppState();
    const fitting = Math.min(1, (across / bounds.width) * 0.9, (down / bounds.height) * 0.9);
    await lookAt(bounds, Math.max(farthest, fitting));
  },
  showNear: () => lookAt(middleCard(drawn), 1),
  isCardAt(x, y) {
    if (!api) return false;
    const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState();
    const [atX, atY] = [
      (x - offsetLeft) / zoom.value - scrollX,
      (y - offsetTop) / zoom.value - scrollY,
    ];
    return api
      .getSceneElements()
      .some(
        (element) =>
          element.type === 'rectangle' &&
          element.backgroundColor !== 'transparent' &&
          atX > element.x &&
          atX < element.x + element.width &&
          atY > element.y &&
          atY < element.y + element.height,
      );
  },
  places: () => JSON.stringify(api?.getSceneElements().map(({ x, y }) => [x, y])),
  hidden() {
    if (!api) return 0;
    const { width, height, zoom } = api.getAppState();
    return hiddenOf(drawn, { width, height, zoom: zoom.value });
  },
};
