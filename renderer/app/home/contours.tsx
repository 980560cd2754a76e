import { memo } from 'react';
import classes from './home.module.css';

/** A ring around a centre, a little out of round; which way, its phase says. */
const ring = (x: number, y: number, radius: number, phase: number): string => {
  const points = Array.from({ length: 72 }, (_, index) => {
    const angle = (index / 72) * Math.PI * 2;
    const wobble =
      1 + 0.11 * Math.sin(angle * 2 + phase) + 0.05 * Math.cos(angle * 3 - phase * 1.7);
    return `${(x + Math.cos(angle) * radius * wobble * 1.35).toFixed(1)} ${(y + Math.sin(angle) * radius * wobble).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
};

const lines = Array.from({ length: 15 }, (_, index) =>
  ring(560 - index * 7, 120 + index * 3, 18 + index * 24, 0.5 + index * 0.13),
);

/** Isobars behind the head of Home: nothing but decoration. */
export const Contours = memo(() => (
  <svg
    className={classes.contours}
    viewBox="0 0 760 260"
    preserveAspectRatio="xMaxYMid slice"
    fill="none"
    aria-hidden="true"
  >
    {lines.map((path, index) => (
      <path key={path} d={path} stroke="currentColor" strokeOpacity={0.5 - index * 0.026} />
    ))}
  </svg>
));
