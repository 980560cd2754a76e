import type { App } from '../store/app-store.ts';

/** Loads what drawing needs, once, and makes the app ready for it. */
export const loadCore = async (app: App): Promise<typeof import('./core.ts')> => {
  const core = await import('./core.ts');
  core.prepare(app);
  return core;
};
