import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import classes from './canvas.module.css';

/** The distance of two dots at actual size. */
const step = 16;

/** The quiet dots of the ground. Zoomed out, only every other one stays, so that they never run together. */
export const Grid = () => {
  const flow = useStoreApi();
  const ground = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = ([x, y, zoom]: readonly [number, number, number]): void => {
      let size = step * zoom;
      while (size < 12) size *= 2;
      const { current } = ground;
      if (!current) return;
      // Moved as a whole by less than one step: nothing is painted anew while the canvas is moved.
      const shift = (value: number): number =>
        (value % size) - size / 2 - (value % size > 0 ? size : 0);
      current.style.backgroundSize = `${size}px ${size}px`;
      current.style.transform = `translate(${shift(x)}px, ${shift(y)}px)`;
    };
    let { transform } = flow.getState();
    place(transform);
    return flow.subscribe((now) => {
      if (now.transform === transform) return;
      ({ transform } = now);
      place(transform);
    });
  }, [flow]);
  return <div ref={ground} className={classes.grid} aria-hidden="true" />;
};
