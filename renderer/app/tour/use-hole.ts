import { useLayoutEffect, useState } from 'react';
import type { TourPlace } from '../../commands/tour.ts';
import { type Box, holeAround } from './place-card.ts';

/** Where each place is in the document. */
const selectors: Readonly<Record<TourPlace, string>> = {
  services: '#left',
  canvas: '#canvas',
  inspector: '#right',
  problems: '#bottom',
  export: '[data-tour="export"]',
};

const isSame = (a: Box | undefined, b: Box | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height);

/** What is to show through, followed while the window and its panes change; undefined when it cannot be seen. */
export const useHole = (place: TourPlace): Box | undefined => {
  const [hole, setHole] = useState<Box>();
  useLayoutEffect(() => {
    let frame = 0;
    let last: Box | undefined;
    // Asked for with every picture: a pane opens a little later, and a bar moves without changing its size.
    const look = (): void => {
      frame = requestAnimationFrame(look);
      const box = document.querySelector(selectors[place])?.getBoundingClientRect();
      const next =
        box && box.width > 0 && box.height > 0
          ? holeAround(
              { x: box.x, y: box.y, width: box.width, height: box.height },
              { width: window.innerWidth, height: window.innerHeight },
              place === 'export' ? 6 : 0,
            )
          : undefined;
      if (isSame(next, last)) return;
      last = next;
      setHole(next);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [place]);
  return hole;
};
