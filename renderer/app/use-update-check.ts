import { useEffect } from 'react';
import type { App } from '../store/app-store.ts';
import { useApp } from '../store/hooks.ts';

/** Says that there is a newer version; silent about all else, since nobody asked just now. */
export const tellOfUpdate = async (app: App): Promise<void> => {
  const { host, settings } = app.state;
  if (!host.capabilities.updates || !settings.checkUpdates) return;
  const answer = await app.parts.host.checkForUpdate(false);
  if (!answer.ok || !answer.value.isNewer) return;
  app.notify({
    tone: 'info',
    text: `Isobar ${answer.value.newest} is there. This is ${host.version}.`,
    action: { label: 'What is new', run: () => void app.parts.host.openUpdatePage() },
  });
};

/** Looks for a new version at the start, for whoever turned that on. */
export const useUpdateCheck = (): void => {
  const app = useApp();
  useEffect(() => void tellOfUpdate(app), [app]);
};
