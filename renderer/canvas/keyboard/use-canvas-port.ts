import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import type { Position } from '../../../shared/model/design.ts';
import { useApp } from '../../store/hooks.ts';
import { useCanvasStore } from '../canvas-store.ts';
import { boundsOfIds } from '../focus.ts';
import { layoutDesign } from '../layout/layout-design.ts';
import { isMotionless } from '../layout/motion.ts';
import type { OpenPopup, Popup } from '../menus/popup.ts';
import { focusAfter, focusFirstField } from './tab-stops.ts';

/** Room around what is moved into view, in pixels of the window. */
const margin = 32;

/** Shifts a stretch by as little as it takes to lie within a length; not at all when it is too long for that. */
const shiftInto = (start: number, end: number, length: number): number => {
  if (end - start > length - 2 * margin)
    return start > length - margin || end < margin ? margin - start : 0;
  if (start < margin) return margin - start;
  return end > length - margin ? length - margin - end : 0;
};

/** Answers what commands ask of the canvas, while it is shown. `surface` lies over all of it. */
export const useCanvasPort = (
  surface: RefObject<HTMLDivElement | null>,
  openPopup: OpenPopup,
  /** What is open now. */
  popup: RefObject<Popup | undefined>,
): void => {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useReactFlow();

  useEffect(() => {
    const pane = surface.current?.parentElement;
    if (!pane) return;
    let pointer: Position | undefined;
    const onMove = (event: PointerEvent): void => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    const onLeave = (): void => {
      pointer = undefined;
    };
    /** Where the person is pointing, or was when the menu was opened. */
    const pointed = (): Position | undefined => {
      const at = popup.current?.kind === 'menu' ? popup.current.at : pointer;
      return at && flow.screenToFlowPosition(at, { snapToGrid: false });
    };
    pane.addEventListener('pointermove', onMove);
    pane.addEventListener('pointerleave', onLeave);

    const toWindow = (at: Position): Position => flow.flowToScreenPosition(at);
    const middle = () => {
      const { left, top, width, height } = pane.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 3 };
    };
    /** The window's point at which something about what is chosen opens. */
    const besideChosen = () => {
      const { scene } = canvas.state;
      const [id, ...others] = app.state.view.selection;
      const route = id !== undefined && others.length === 0 ? scene.routes.get(id) : undefined;
      const bounds = route?.bounds ?? boundsOfIds(scene, app.state.view.selection);
      if (app.state.view.selection.size === 0 || !bounds) return middle();
      const { left, top, right, bottom } = pane.getBoundingClientRect();
      const at = toWindow(
        route
          ? { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }
          : { x: bounds.x + 24, y: bounds.y + Math.min(40, bounds.height / 2) },
      );
      return {
        x: Math.min(Math.max(at.x, left), right),
        y: Math.min(Math.max(at.y, top), bottom),
      };
    };

    app.setCanvas({
      visible: () => {
        const { width, height } = pane.getBoundingClientRect();
        const { x, y, zoom } = flow.getViewport();
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      },
      pointer: pointed,
      reveal: (ids) => {
        const bounds = boundsOfIds(canvas.state.scene, new Set(ids));
        if (!bounds) return;
        const { width, height } = pane.getBoundingClientRect();
        const { x, y, zoom } = flow.getViewport();
        const dx = shiftInto(bounds.x * zoom + x, (bounds.x + bounds.width) * zoom + x, width);
        const dy = shiftInto(bounds.y * zoom + y, (bounds.y + bounds.height) * zoom + y, height);
        if (dx === 0 && dy === 0) return;
        void flow.setViewport(
          { x: x + dx, y: y + dy, zoom },
          { duration: isMotionless(app) ? 0 : 150 },
        );
      },
      takeKeyboard: () => surface.current?.focus({ preventScroll: true }),
      leaveKeyboard: (to) => {
        if (to === 'next') return focusAfter(pane);
        // The pane may open only now, and its fields are drawn after that.
        let tries = 10;
        const look = (): void => {
          const inspector = document.getElementById('right');
          tries -= 1;
          if (!(inspector && focusFirstField(inspector)) && tries > 0) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      openMenu: () => openPopup({ kind: 'menu', at: besideChosen() }),
      pickService: (at) => {
        const place = at ?? pointed();
        openPopup({ kind: 'services', at: place ? toWindow(place) : middle(), place });
      },
      pickContainer: () => openPopup({ kind: 'containers', at: besideChosen() }),
      layout: (ids) => layoutDesign(app, ids),
    });
    return () => {
      app.setCanvas(undefined);
      pane.removeEventListener('pointermove', onMove);
      pane.removeEventListener('pointerleave', onLeave);
    };
  }, [app, canvas, flow, surface, openPopup, popup]);
};
