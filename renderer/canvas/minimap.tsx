import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { boundsOf, type Rect } from '../../shared/exporters/picture/geometry.ts';
import classes from './canvas.module.css';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { accentOf } from './painting.ts';
import { usePalette } from './palette.ts';
import type { Scene } from './scene.ts';

const size = { width: 160, height: 110 };
const margin = 8;

/** How the design lies in the map. */
interface Fit {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const remembered = new WeakMap<Scene, Rect | undefined>();

const boundsOfScene = (scene: Scene): Rect | undefined => {
  if (!remembered.has(scene)) remembered.set(scene, boundsOf(scene.boxes));
  return remembered.get(scene);
};

const fitOf = (scene: Scene): Fit => {
  const bounds = boundsOfScene(scene) ?? { x: 0, y: 0, width: 1, height: 1 };
  const scale = Math.min(
    (size.width - 2 * margin) / Math.max(bounds.width, 1),
    (size.height - 2 * margin) / Math.max(bounds.height, 1),
    0.12,
  );
  return {
    scale,
    x: size.width / 2 - (bounds.x + bounds.width / 2) * scale,
    y: size.height / 2 - (bounds.y + bounds.height / 2) * scale,
  };
};

/**
 * The whole design in small, in the colours of its services, with the part that is seen. It is there while there is
 * more to see than the window shows; painted once for each design, so that it costs nothing while one moves about.
 */
export const Minimap = () => {
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const { setCenter, getZoom } = useReactFlow();
  const palette = usePalette();
  const scene = useCanvas((state) => state.scene);
  const map = useRef<HTMLCanvasElement>(null);
  const seen = useRef<HTMLDivElement>(null);
  const [isNeeded, setNeeded] = useState(false);

  useEffect(() => {
    const context = map.current?.getContext('2d');
    if (!context || !isNeeded) return;
    const { x, y, scale } = fitOf(scene);
    const ratio = devicePixelRatio;
    context.canvas.width = size.width * ratio;
    context.canvas.height = size.height * ratio;
    context.setTransform(ratio * scale, 0, 0, ratio * scale, x * ratio, y * ratio);
    for (const box of scene.boxes) {
      context.fillStyle = accentOf(box.node, palette.isDark);
      context.globalAlpha = box.isContainer ? 0.12 : 0.85;
      // A speck at least, however large the design is.
      const [width, height] = [Math.max(box.width, 2 / scale), Math.max(box.height, 1.5 / scale)];
      context.fillRect(box.x, box.y, width, height);
      if (!box.isContainer) continue;
      context.globalAlpha = 0.6;
      context.lineWidth = 1 / scale;
      context.strokeStyle = palette.line;
      context.strokeRect(box.x, box.y, width, height);
    }
  }, [scene, palette, isNeeded]);

  useLayoutEffect(() => {
    const place = (): void => {
      const { transform, width, height } = flow.getState();
      const [x, y, zoom] = transform;
      const view: Rect = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      const bounds = boundsOfScene(canvas.state.scene);
      const isWhole =
        !bounds ||
        (bounds.x >= view.x &&
          bounds.y >= view.y &&
          bounds.x + bounds.width <= view.x + view.width &&
          bounds.y + bounds.height <= view.y + view.height);
      setNeeded(!isWhole);
      const { current } = seen;
      if (!current) return;
      const fit = fitOf(canvas.state.scene);
      const left = Math.max(0, fit.x + view.x * fit.scale);
      const top = Math.max(0, fit.y + view.y * fit.scale);
      const right = Math.min(size.width, fit.x + (view.x + view.width) * fit.scale);
      const bottom = Math.min(size.height, fit.y + (view.y + view.height) * fit.scale);
      current.style.transform = `translate(${left}px, ${top}px)`;
      current.style.width = `${Math.max(4, right - left)}px`;
      current.style.height = `${Math.max(4, bottom - top)}px`;
    };
    place();
    let { transform, width, height } = flow.getState();
    let drawn = canvas.state.scene;
    const stops = [
      flow.subscribe((now) => {
        if (now.transform === transform && now.width === width && now.height === height) return;
        ({ transform, width, height } = now);
        place();
      }),
      canvas.subscribe(() => {
        if (canvas.state.scene === drawn) return;
        drawn = canvas.state.scene;
        place();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [canvas, flow]);

  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const fit = fitOf(canvas.state.scene);
    void setCenter(
      (event.clientX - box.left - fit.x) / fit.scale,
      (event.clientY - box.top - fit.y) / fit.scale,
      { zoom: getZoom() },
    );
  };
  return (
    <div
      className={classes.minimap}
      data-needed={isNeeded || undefined}
      aria-hidden="true"
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={map} className={classes.minimapPicture} />
      <div ref={seen} className={classes.minimapView} />
    </div>
  );
};
