import { kindFacts } from '../../shared/catalog/catalog.ts';
import { createGraph } from '../../shared/graph/incremental-graph.ts';
import type { App } from '../store/app-store.ts';
import { loadEngine } from '../store/engine.ts';
import { follow } from './follow.ts';

/*
 * What drawing needs and Home does not: the catalog, the commands, the parser. Loaded once, in the background.
 */

const emptyDesign = { formatVersion: 1, name: '', region: '', nodes: [], connections: [] } as const;
let prepared: App | undefined;

/** Hands the graph to the app and starts loading the rules; findings follow when they are there. */
export const prepare = (app: App): void => {
  if (prepared === app) return;
  prepared = app;
  app.setGraph(createGraph(kindFacts, emptyDesign));
  follow(app);
  const today = new Date(app.parts.now()).toISOString().slice(0, 10);
  loadEngine(today, () => performance.now())
    .then((engine) => app.setEngine(engine))
    .catch((error: unknown) =>
      app.notify({ tone: 'error', text: `The checks could not be loaded: ${String(error)}` }),
    );
};

export * from '../commands/documents.ts';
export { commandOf, commands } from '../commands/index.ts';
export { runCommand, runKeys } from '../commands/run.ts';
export * from '../commands/saving.ts';
export { endTour, startTour } from '../commands/tour.ts';
