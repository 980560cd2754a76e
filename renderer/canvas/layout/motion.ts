import type { App } from '../../store/app-store.ts';

/** True when things should not glide: the person's choice, or else the system's. */
export const isMotionless = ({ state: { settings } }: App): boolean =>
  settings.motion === 'reduced' ||
  (settings.motion === 'system' && matchMedia('(prefers-reduced-motion: reduce)').matches);
