import { type RefObject, useEffect, useState } from 'react';
import { useApp } from '../../store/hooks.ts';
import { announcementOf } from './announcement.ts';
import classes from './keyboard.module.css';

/** Says what was done, undone and chosen, to those who do not see it. */
export const Announcer = ({ surface }: { readonly surface: RefObject<HTMLDivElement | null> }) => {
  const app = useApp();
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    let before = app.state;
    return app.store.subscribe(() => {
      const isRead = document.activeElement === surface.current;
      const text = announcementOf(before, app.state, app.graph, isRead);
      before = app.state;
      if (text !== undefined) setSaid(({ count }) => ({ text, count: count + 1 }));
    });
  }, [app, surface]);
  // The same words twice are two messages: another element each time.
  return (
    <div className={classes.unseen} role="status" aria-live="polite" data-announcer>
      <span key={said.count}>{said.text}</span>
    </div>
  );
};
