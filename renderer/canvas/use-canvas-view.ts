import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect } from 'react';
import { useApp, useSetting, useView } from '../store/hooks.ts';
import { useCanvasStore } from './canvas-store.ts';
import { viewportFor } from './focus.ts';
import { isFarAt } from './level-of-detail.ts';

/** True when things should not glide. */
const useIsStill = (): boolean => {
  const motion = useSetting('motion');
  return (
    motion === 'reduced' ||
    (motion === 'system' && matchMedia('(prefers-reduced-motion: reduce)').matches)
  );
};

/** Brings into view what the app asks for, and keeps an eye on how far one is zoomed out. */
export const useCanvasView = (pane: RefObject<HTMLDivElement | null>): void => {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useReactFlow();
  const store = useStoreApi();
  const focus = useView('focus');
  const isStill = useIsStill();

  // Before anything is painted, so that an opened design does not jump.
  useLayoutEffect(() => {
    if (!focus || !pane.current) return;
    const duration = isStill ? 0 : 200;
    if (focus.kind === 'zoom') {
      if (focus.to === 'in') void flow.zoomIn({ duration });
      else if (focus.to === 'out') void flow.zoomOut({ duration });
      else void flow.zoomTo(1, { duration });
      return;
    }
    const size = pane.current.getBoundingClientRect();
    const { scene } = canvas.state;
    const next = viewportFor(focus, scene, app.state.view.selection, size, flow.getViewport());
    if (next) void flow.setViewport(next, focus.kind === 'fit' ? {} : { duration });
  }, [focus, flow, app, canvas, pane, isStill]);

  useLayoutEffect(() => {
    const look = (): void => {
      const zoom = store.getState().transform[2];
      const isFar = isFarAt(zoom, canvas.state.scene.boxes.length, canvas.state.isFar);
      if (isFar !== canvas.state.isFar) canvas.set({ isFar, hovered: undefined });
    };
    look();
    const stops = [store.subscribe(look), canvas.subscribe(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, canvas]);
};
