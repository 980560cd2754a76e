import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApp, useIsReadOnly } from '../../store/hooks.ts';
import { useCanvasStore } from '../canvas-store.ts';
import { DropPreview } from '../menus/drop-preview.tsx';
import type { Popup } from '../menus/popup.ts';
import { PopupView } from '../menus/popups.tsx';
import { useContextMenu } from '../menus/use-context-menu.ts';
import { lineAt, nodeAt } from '../pick.ts';
import { Announcer } from './announcer.tsx';
import { KeyboardSurface } from './keyboard-surface.tsx';
import { useCanvasPort } from './use-canvas-port.ts';

/** What has the keyboard, or a press of its own, on the canvas. */
const controls = 'input, textarea, select, button, a, [role="dialog"], [role="toolbar"]';

/** Everything on the canvas that is done by keys and menus. Lies in the element that the canvas fills. */
export const CanvasGestures = () => {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useReactFlow();
  const isReadOnly = useIsReadOnly();
  const surface = useRef<HTMLDivElement>(null);
  const [popup, setPopup] = useState<Popup>();
  const shown = useRef<Popup>(undefined);
  const open = useCallback((next: Popup | undefined) => {
    shown.current = next;
    setPopup(next);
  }, []);
  const close = useCallback(() => {
    // What was picked in a menu may have opened something else meanwhile.
    if (shown.current === popup) open(undefined);
    surface.current?.focus({ preventScroll: true });
  }, [popup, open]);
  useCanvasPort(surface, open, shown);
  useContextMenu(surface, open);

  useEffect(() => {
    const pane = surface.current?.parentElement;
    if (!pane) return;
    // After the press, which takes the keyboard from whatever had it.
    const onPress = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.closest(controls)) return;
      setTimeout(() => {
        const has = document.activeElement;
        const isTyping = has instanceof HTMLInputElement && pane.contains(has);
        if (!isTyping && !shown.current) surface.current?.focus({ preventScroll: true });
      });
    };
    const onDoubleClick = (event: MouseEvent): void => {
      if (isReadOnly || !(event.target instanceof Element) || event.target.closest(controls))
        return;
      if (!pane.querySelector('.react-flow')?.contains(event.target)) return;
      const place = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const { scene } = canvas.state;
      const { zoom } = flow.getViewport();
      // A card, a title and a line mean something else; the ground of a container is empty canvas.
      if (nodeAt(scene, place, zoom) ?? lineAt(scene, place, 6 / zoom)) return;
      open({ kind: 'services', at: { x: event.clientX, y: event.clientY }, place });
    };
    pane.addEventListener('mousedown', onPress, true);
    pane.addEventListener('dblclick', onDoubleClick);
    return () => {
      pane.removeEventListener('mousedown', onPress, true);
      pane.removeEventListener('dblclick', onDoubleClick);
    };
  }, [canvas, flow, isReadOnly, open]);

  // Escape closes what is open, and is not meant for what is chosen. Listens first, for closing takes the rest away.
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && shown.current) event.preventDefault();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  // A menu gives the keyboard back to what had it, a little later, and that may be gone with the menu.
  useEffect(() => {
    if (popup) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) surface.current?.focus({ preventScroll: true });
    }, 50);
    return () => clearTimeout(timer);
  }, [popup]);

  // A design that was just opened has the keyboard, unless somebody is typing.
  useEffect(() => {
    if (document.activeElement === document.body) app.canvas?.takeKeyboard();
  }, [app]);

  return (
    <>
      <KeyboardSurface surface={surface} />
      <Announcer surface={surface} />
      <DropPreview surface={surface} />
      {popup && <PopupView popup={popup} onClose={close} />}
    </>
  );
};
