import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useApp } from '../store/hooks.ts';
import { useCanvasStore } from './canvas-store.ts';
import { containerAround, lineAt, nodeAt, nodesWithin } from './pick.ts';

const near = 7;

/**
 * What the pointer does on the canvas itself: it chooses what is painted and no element, opens out parallel lines,
 * and draws a marquee.
 */
export const usePicking = () => {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useReactFlow();
  const store = useStoreApi();
  /** What was chosen before the marquee, when it adds to it. */
  const kept = useRef<ReadonlySet<string>>(new Set());

  // The marquee is a rectangle of React Flow's; what lies in it is asked of the scene, for not all are elements.
  useEffect(() => {
    let last = store.getState().userSelectionRect;
    return store.subscribe(({ userSelectionRect: rect, userSelectionActive, transform }) => {
      if (rect === last) return;
      last = rect;
      if (!rect || !userSelectionActive) return;
      const [x, y, zoom] = transform;
      const area = {
        x: (rect.x - x) / zoom,
        y: (rect.y - y) / zoom,
        width: rect.width / zoom,
        height: rect.height / zoom,
      };
      app.select([...kept.current, ...nodesWithin(canvas.state.scene, area)]);
    });
  }, [app, canvas, store]);

  // Lines that are fanned out come together when the pointer leaves them all, not when they move from under it.
  useEffect(() => {
    const look = (event: globalThis.PointerEvent): void => {
      const { fanned, scene } = canvas.state;
      if (fanned === undefined) return;
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const margin = 48;
      const isNear = scene.lines.some(({ id, pair }) => {
        const bounds = pair === fanned ? scene.routes.get(id)?.bounds : undefined;
        return (
          bounds !== undefined &&
          at.x > bounds.x - margin &&
          at.y > bounds.y - margin &&
          at.x < bounds.x + bounds.width + margin &&
          at.y < bounds.y + bounds.height + margin
        );
      });
      if (!isNear) canvas.set({ fanned: undefined });
    };
    document.addEventListener('pointermove', look);
    return () => document.removeEventListener('pointermove', look);
  }, [canvas, flow]);

  const handlers = useMemo(
    () => ({
      onPointerMove: (event: PointerEvent): void => {
        const { isFar, scene, hovered, move } = canvas.state;
        // Whoever holds a button is doing something with what is there already.
        if (!isFar || move || event.buttons !== 0) return;
        const zoom = store.getState().transform[2];
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const found = nodeAt(scene, at, zoom);
        // At once: the press that may follow must meet the element.
        if (found !== hovered) flushSync(() => canvas.set({ hovered: found }));
      },
      onPointerLeave: (): void => {
        if (canvas.state.hovered !== undefined) canvas.set({ hovered: undefined });
      },
      onEdgeMouseEnter: (_event: unknown, { id }: { readonly id: string }): void => {
        const { scene, fanned } = canvas.state;
        const pair = scene.lineById.get(id)?.pair;
        if (pair === undefined || pair === fanned) return;
        const count = scene.lines.reduce((sum, line) => sum + (line.pair === pair ? 1 : 0), 0);
        if (count > 1) canvas.set({ fanned: pair });
      },
      onSelectionStart: (event: MouseEvent): void => {
        const adds = event.shiftKey || event.ctrlKey || event.metaKey;
        kept.current = adds ? app.state.view.selection : new Set();
      },
      onPaneClick: (event: MouseEvent): void => {
        const { isFar, scene } = canvas.state;
        const zoom = store.getState().transform[2];
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const found =
          (isFar ? (nodeAt(scene, at, zoom) ?? lineAt(scene, at, near / zoom)) : undefined) ??
          containerAround(scene, at);
        // After React Flow, which chooses nothing when the ground is clicked.
        queueMicrotask(() => app.select(found === undefined ? [] : [found]));
      },
    }),
    [app, canvas, flow, store],
  );
  /** True while a marquee is drawn: then React Flow's own choice does not count. */
  const isMarquee = useCallback(() => store.getState().userSelectionRect !== null, [store]);
  return { ...handlers, isMarquee };
};
