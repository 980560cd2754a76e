import { useEffect } from 'react';
import type { KeyPlace } from '../commands/run.ts';
import { useApp } from '../store/hooks.ts';
import { loadCore } from './load-core.ts';

/** True while a text is being typed: letters and arrows belong to the field then. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Who a press of keys is for. A dialog has the keyboard to itself, but for what works everywhere. */
const placeOf = ({ target, key }: KeyboardEvent, hasDialog: boolean): KeyPlace => {
  if (hasDialog || isTyping(target)) return 'field';
  const isOnCanvas = target instanceof Element && target.closest('[data-keys="canvas"]') !== null;
  // Where nothing has the keyboard the canvas gets what is typed; Tab goes to the first thing on the page then.
  return isOnCanvas || (target === document.body && key !== 'Tab') ? 'canvas' : 'elsewhere';
};

/** True while a menu or a list hangs open: Escape is meant for that alone. */
const hasOpenMenu = (): boolean =>
  document.querySelector('[aria-haspopup][aria-expanded="true"], [role="menu"]:not([hidden])') !==
  null;

/** True when text on the page is marked: then it is what a person wants to copy. */
const hasMarkedText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';

/** Hands presses of keys to the commands. The one place that listens to the keyboard for them. */
export const useKeyboard = (): void => {
  const app = useApp();
  useEffect(() => {
    let core: Awaited<ReturnType<typeof loadCore>> | undefined;
    void loadCore(app).then((loaded) => {
      core = loaded;
    });
    let isForOther = false;
    // Asked before anybody answers the press: the menu or the dialog is closed when it gets here.
    const onBefore = (event: KeyboardEvent): void => {
      const hasDialog = app.state.view.dialog !== undefined;
      isForOther = event.key === 'Escape' && (hasDialog || hasOpenMenu());
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isForOther) return;
      // The tour has the keyboard to itself.
      if (event.defaultPrevented || !core || app.state.view.tour) return;
      const place = placeOf(event, app.state.view.dialog !== undefined);
      if (place === 'elsewhere' && event.code === 'KeyC' && hasMarkedText()) return;
      if (core.runKeys(app, event, place)) event.preventDefault();
    };
    window.addEventListener('keydown', onBefore, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onBefore, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [app]);
};
