import { useStore, ViewportPortal } from '@xyflow/react';
import classes from './canvas.module.css';
import { useCanvas } from './canvas-store.ts';
import type { Guide } from './guides.ts';

const none: readonly Guide[] = [];

/** What the dragged nodes are aligned with. */
export const GuideLines = () => {
  const guides = useCanvas(({ move }) => move?.guides ?? none);
  const thickness = useStore(({ transform }) => (guides.length === 0 ? 1 : 1 / transform[2]));
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          key={axis}
          className={classes.guide}
          style={
            axis === 'x'
              ? { transform: `translate(${at}px, ${from}px)`, width: thickness, height: to - from }
              : { transform: `translate(${from}px, ${at}px)`, width: to - from, height: thickness }
          }
        />
      ))}
    </ViewportPortal>
  );
};
