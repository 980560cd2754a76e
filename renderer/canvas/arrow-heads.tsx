import { memo } from 'react';
import classes from './canvas.module.css';

/** The heads of arrows, in the colour of their line; a small one for thin lines. */
export const ArrowHeads = memo(() => (
  <svg className={classes.markers} aria-hidden="true">
    <defs>
      <Head id="isobar-arrow" size={10} />
      <Head id="isobar-arrow-small" size={7} />
    </defs>
  </svg>
));

const Head = ({ id, size }: { readonly id: string; readonly size: number }) => (
  <marker
    id={id}
    viewBox="0 0 10 10"
    refX="5"
    refY="5"
    markerWidth={size}
    markerHeight={size}
    orient="auto-start-reverse"
    markerUnits="userSpaceOnUse"
  >
    <path d="M0.5 0.8 L10 5 L0.5 9.2 Z" className={classes.arrow} />
  </marker>
);
