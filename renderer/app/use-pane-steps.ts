import { useEffect, useRef } from 'react';
import { focusFirst } from '../canvas/keyboard/tab-stops.ts';
import { useApp, useView } from '../store/hooks.ts';

/** The parts of the window, in the order in which they are gone round. */
const panes = ['header', '#left', '#canvas', '#right', '#bottom'] as const;

/** A closed pane is there, but nothing in it can be reached. */
const isReachable = (pane: Element): boolean => {
  const { width, height } = pane.getBoundingClientRect();
  return width > 0 && height > 0 && pane.closest('[inert]') === null;
};

/** Goes round the panes when a command asks for it. A pane that is come back to has the keyboard where it was. */
export const usePaneSteps = (): void => {
  const app = useApp();
  const step = useView('paneStep');
  const lastIn = useRef(new Map<Element, Element>());
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      const pane = target.closest(panes.join());
      if (pane) lastIn.current.set(pane, target);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    if (!step) return;
    const all = panes.flatMap((selector) => document.querySelector(selector) ?? []);
    const from = all.findIndex((pane) => pane.contains(document.activeElement));
    // From nowhere, forwards begins with the first and backwards with the last.
    const start = from < 0 && step.by < 0 ? 0 : from;
    for (let walked = 1; walked <= all.length; walked += 1) {
      const pane = all[(start + step.by * walked + all.length * 2) % all.length];
      if (!pane || !isReachable(pane)) continue;
      if (pane.id === 'canvas' && app.canvas) return app.canvas.takeKeyboard();
      const last = lastIn.current.get(pane);
      if (last instanceof HTMLElement && pane.contains(last)) {
        last.focus();
        if (document.activeElement === last) return;
      }
      if (focusFirst(pane)) return;
    }
  }, [app, step]);
};
