import { useEffect } from 'react';
import { useApp } from '../store/hooks.ts';
import { loadCore } from './load-core.ts';

/** True while a text is being typed: letters and arrows belong to the field then. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Hands presses of keys to the commands. The one place that listens to the keyboard for them. */
export const useKeyboard = (): void => {
  const app = useApp();
  useEffect(() => {
    let core: Awaited<ReturnType<typeof loadCore>> | undefined;
    void loadCore(app).then((loaded) => {
      core = loaded;
    });
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !core) return;
      // A dialog has the keyboard to itself, but for what works everywhere.
      const typing = isTyping(event.target) || app.state.view.dialog !== undefined;
      if (core.runKeys(app, event, typing)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [app]);
};
