import { useEffect } from 'react';
import type { HostEvent } from '../../shared/host/host-api.ts';
import { type App, ownDocument } from '../store/app-store.ts';
import { useApp } from '../store/hooks.ts';
import { loadCore } from './load-core.ts';

const answer = async (app: App, event: HostEvent): Promise<void> => {
  const core = await loadCore(app);
  // Whatever it is about is meant for the person's own design.
  const own = ownDocument(app.state)?.file?.id;
  if (event.kind !== 'file-changed' || event.file.id === own) core.endTour(app);
  switch (event.kind) {
    case 'command': {
      const command = core.commandOf(event.id);
      if (command) core.runCommand(app, command);
      return;
    }
    case 'open-file':
      await core.openFile(app, event.opened);
      return;
    case 'file-changed': {
      const { document } = app.state;
      if (document?.file?.id !== event.file.id) return;
      if (event.version === undefined) {
        core.answerGone(app, true);
        app.notify({
          tone: 'error',
          text: `${event.file.name} was moved or deleted. Your design is still here: save it to keep it.`,
        });
      } else if (document.version === event.version) core.answerGone(app, false);
      else await core.answerChange(app);
      return;
    }
    case 'close-requested':
      core.closeWindow(app);
  }
};

/** Answers what the host tells: menu commands, files handed over, changes on disk, the wish to close. */
export const useHostEvents = (): void => {
  const app = useApp();
  useEffect(() => app.parts.host.listen((event) => void answer(app, event)), [app]);
};
