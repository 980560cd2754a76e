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
    const onKeyDown = (event: KeyboardEvent): void => {
      // The tour has the keyboard to itself.
      if (event.defaultPrevented || !core || app.state.view.tour) return;
      const place = placeOf(event, app.state.view.dialog !== undefined);
      if (place === 'elsewhere' && event.code === 'KeyC' && hasMarkedText()) return;
      if (core.runKeys(app, event, place)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [app]);
};
