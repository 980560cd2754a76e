import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { useApp } from '../store/hooks.ts';
import classes from './canvas.module.css';
import { type CanvasState, useCanvasStore } from './canvas-store.ts';
import { onIconsLoaded } from './icon-pictures.ts';
import { paintMove, paintScene } from './painter.ts';
import type { View } from './painting.ts';
import { usePalette } from './palette.ts';

/**
 * The design as one picture, below what React Flow draws: for when it is seen from afar. What is dragged is painted
 * upon a second one, so that the first need not be painted again for every step.
 */
export const PaintedLayer = () => {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const palette = usePalette();
  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    const [below, above] = [still.current?.getContext('2d'), moving.current?.getContext('2d')];
    if (!below || !above) return;
    let frame = 0;
    let isStale = true;
    let hadMove = false;
    /** The view that was painted, with what of the state it showed. */
    const paint = (): void => {
      frame = 0;
      const { width, height, transform } = flow.getState();
      const view: View = {
        x: transform[0],
        y: transform[1],
        zoom: transform[2],
        width,
        height,
        ratio: devicePixelRatio,
      };
      for (const { canvas: element } of [below, above]) {
        const [across, down] = [Math.round(width * view.ratio), Math.round(height * view.ratio)];
        if (element.width === across && element.height === down) continue;
        element.width = across;
        element.height = down;
        isStale = true;
      }
      const { scene, move } = canvas.state;
      const { findings, view: chosen } = app.state;
      const painting = {
        scene,
        palette,
        selection: chosen.selection,
        worst: (id: string) => findings.at.get(id)?.[0]?.severity,
        isApart: (id: string) => move?.rects.has(id) === true,
      };
      if (isStale) paintScene(below, painting, view);
      isStale = false;
      if (move) paintMove(above, painting, view, move.rects, move.routes);
      else if (hadMove) above.clearRect(0, 0, 1e9, 1e9);
      hadMove = move !== undefined;
    };
    const ask = (stale: boolean): void => {
      isStale ||= stale;
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    let { transform, width, height } = flow.getState();
    let before: CanvasState = canvas.state;
    let { findings, view } = app.state;
    const stops = [
      flow.subscribe((now) => {
        if (now.transform === transform && now.width === width && now.height === height) return;
        ({ transform, width, height } = now);
        ask(true);
      }),
      canvas.subscribe(() => {
        const now = canvas.state;
        // Other steps of the same drag leave the still picture as it is.
        const startsOrEnds = (now.move === undefined) !== (before.move === undefined);
        if (now.scene !== before.scene || startsOrEnds) ask(true);
        else if (now.move !== before.move) ask(false);
        before = now;
      }),
      app.store.subscribe((now) => {
        if (now.findings === findings && now.view.selection === view.selection) return;
        ({ findings, view } = now);
        ask(true);
      }),
      onIconsLoaded(() => ask(true)),
      () => cancelAnimationFrame(frame),
    ];
    // At once and not with the next frame: the elements have gone already.
    paint();
    return () => {
      for (const stop of stops) stop();
    };
  }, [app, canvas, flow, palette]);

  return (
    <div className={classes.painted} aria-hidden="true">
      <canvas ref={still} className={classes.painted} />
      <canvas ref={moving} className={classes.painted} />
    </div>
  );
};
