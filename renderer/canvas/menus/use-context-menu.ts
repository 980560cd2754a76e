import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { useApp } from '../../store/hooks.ts';
import { useCanvasStore } from '../canvas-store.ts';
import { containerAround, lineAt, nodeAt } from '../pick.ts';
import type { OpenPopup } from './popup.ts';

/** How far the pointer may go with the right button down before that is panning, in pixels. */
const slack = 5;
/** How near to a line one has to be. */
const reach = 8;

/** True where the browser's own menu belongs: a name that is being typed. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea') !== null;

/**
 * Opens the context menu on a right click, and not after panning with the right button: some systems ask for it when
 * the button goes down, others when it comes up. `surface` lies over all of the canvas.
 */
export const useContextMenu = (
  surface: RefObject<HTMLDivElement | null>,
  openPopup: OpenPopup,
): void => {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useReactFlow();
  useEffect(() => {
    const pane = surface.current?.parentElement;
    if (!pane) return;
    let press: { readonly x: number; readonly y: number; hasMoved: boolean } | undefined;

    /** What lies at a point of the window. */
    const idAt = (at: { readonly x: number; readonly y: number }): string | undefined => {
      const { scene } = canvas.state;
      const { zoom } = flow.getViewport();
      const point = flow.screenToFlowPosition(at, { snapToGrid: false });
      const element = document.elementFromPoint(at.x, at.y);
      return (
        element?.closest('.react-flow__node')?.getAttribute('data-id') ??
        element?.closest('.react-flow__edge')?.getAttribute('data-id') ??
        nodeAt(scene, point, zoom) ??
        lineAt(scene, point, reach / zoom) ??
        containerAround(scene, point)
      );
    };
    const open = (at: { readonly x: number; readonly y: number }): void => {
      const id = idAt(at);
      if (id === undefined) app.select([]);
      else if (!app.state.view.selection.has(id)) app.select([id]);
      surface.current?.focus({ preventScroll: true });
      openPopup({ kind: 'menu', at });
    };
    const onDown = (event: PointerEvent): void => {
      const isRight = event.button === 2 && event.pointerType !== 'touch';
      if (!isRight || isField(event.target)) return;
      press = { x: event.clientX, y: event.clientY, hasMoved: false };
    };
    const onMove = (event: PointerEvent): void => {
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > slack)
        press.hasMoved = true;
    };
    const onUp = (event: PointerEvent): void => {
      if (event.button !== 2 || !press) return;
      if (!press.hasMoved) open({ x: press.x, y: press.y });
      press = undefined;
    };
    const onMenu = (event: MouseEvent): void => {
      if (isField(event.target)) return;
      event.preventDefault();
      // The right button opens it when it comes up; here come the menu key, a long touch, and Ctrl with a click.
      if (event.button === 2) return;
      const isByKey = event.target === surface.current;
      if (isByKey) app.canvas?.openMenu();
      else open({ x: event.clientX, y: event.clientY });
    };
    pane.addEventListener('pointerdown', onDown, true);
    window.addEventListener('pointermove', onMove, true);
    window.addEventListener('pointerup', onUp, true);
    pane.addEventListener('contextmenu', onMenu);
    return () => {
      pane.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('pointermove', onMove, true);
      window.removeEventListener('pointerup', onUp, true);
      pane.removeEventListener('contextmenu', onMenu);
    };
  }, [app, canvas, flow, surface, openPopup]);
};
