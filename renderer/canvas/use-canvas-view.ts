import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useApp, useSetting, useView } from '../store/hooks.ts';
import type { Focus } from '../store/view.ts';
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

  /** The last request that was fulfilled; what the canvas is mounted with, it shows from the start. */
  const done = useRef<Focus | undefined>(focus?.kind === 'fit' ? focus : undefined);

  useLayoutEffect(() => {
    if (!focus || !pane.current || focus === done.current) return;
    done.current = focus;
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
    if (!next) return;
    const go = (): void => void flow.setViewport(next, focus.kind === 'fit' ? {} : { duration });
    if (focus.kind !== 'fit' || !isFarAt(next.zoom, scene.boxes.length, false)) return go();
    // Painted first and moved then: else everything would be drawn as elements once, for nothing.
    canvas.set({ isFar: true });
    const frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [focus, flow, app, canvas, pane, isStill]);

  useLayoutEffect(() => {
    const look = (): void => {
      const zoom = store.getState().transform[2];
      const isFar = isFarAt(zoom, canvas.state.scene.boxes.length, canvas.state.isFar);
      if (isFar !== canvas.state.isFar) canvas.set({ isFar, hovered: undefined });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Told when zooming has come to rest: whoever shows it need not be drawn with every step. */
    const tell = (): void => {
      const zoom = Math.round(store.getState().transform[2] * 100) / 100;
      if (zoom !== app.state.view.zoom) app.setView({ zoom });
    };
    look();
    tell();
    let { transform } = store.getState();
    let { scene } = canvas.state;
    const stops = [
      store.subscribe((now) => {
        if (now.transform === transform) return;
        const isZoomed = now.transform[2] !== transform[2];
        ({ transform } = now);
        look();
        if (!isZoomed) return;
        clearTimeout(timer);
        timer = setTimeout(tell, 150);
      }),
      canvas.subscribe(() => {
        if (canvas.state.scene === scene) return;
        ({ scene } = canvas.state);
        look();
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [app, store, canvas]);
};
