import { kindFacts } from '../../../shared/catalog/catalog.ts';
import { createGraph } from '../../../shared/graph/incremental-graph.ts';
import { memoryHost } from '../../../shared/host/memory-host.ts';
import type { Design } from '../../../shared/model/design.ts';
import { type App, createApp } from '../../store/app-store.ts';
import { openDocument } from '../../store/document.ts';
import { commandOf } from '../index.ts';

/** An app in memory with a design open, and a clock that the test turns. */
export interface OpenApp {
  readonly app: App;
  readonly clock: { now: number };
  readonly design: () => Design;
  /** Runs a command as a menu does: only when it makes sense. Gives false when it does not. */
  readonly run: (id: string) => Promise<boolean>;
}

/** Opens a design. */
export const openApp = async (design: Design): Promise<OpenApp> => {
  const clock = { now: 1_000_000 };
  const { host } = memoryHost({ now: () => clock.now });
  const app = createApp({
    host,
    info: await host.info(),
    now: () => clock.now,
    makeKey: () => 'key',
  });
  app.setGraph(createGraph(kindFacts, design));
  app.show(openDocument('key', design));
  return {
    app,
    clock,
    design: () => app.state.document?.design ?? design,
    run: async (id) => {
      const command = commandOf(id);
      if (!command) throw new Error(`There is no command ${id}.`);
      if (command.when?.(app) === false) return false;
      await command.run(app);
      return true;
    },
  };
};
