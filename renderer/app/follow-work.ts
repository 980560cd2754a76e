import type { HostProblem, Recovery } from '../../shared/host/host-api.ts';
import { hostProblem } from '../../shared/host/problems.ts';
import { fail, type Result } from '../../shared/lib/result.ts';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { type App, type AppState, ownDocument } from '../store/app-store.ts';
import { createRecoveryKeeper, type KeeperParts } from '../store/recovery-keeper.ts';

/**
 * Keeps a copy of unsaved work for after a crash, whatever happens in the window. Gives what to call when the window
 * may be about to end.
 */
export const followWork = (app: App, after: KeeperParts['after']): (() => void) => {
  const { host, now } = app.parts;
  let hasComplained = false;
  const write = (recovery: Recovery): Promise<Result<void, HostProblem>> =>
    host
      .writeRecovery(recovery)
      .catch((error: unknown) => fail(hostProblem('failed', String(error))));
  const keeper = createRecoveryKeeper({
    now,
    after,
    serialise: serialiseDesign,
    drafts: (key) => app.drafts.serialise(key),
    write: async (recovery) => {
      const written = await write(recovery);
      if (written.ok) hasComplained = false;
      else if (!hasComplained) {
        hasComplained = true;
        app.notify({
          tone: 'error',
          text: `No copy of your work is kept for after a crash, so save often. ${written.error.message}`,
        });
      }
      return written.ok;
    },
    drop: (key) => host.dropRecovery(key),
  });
  let seen: AppState['document'];
  app.store.subscribe((state) => {
    const document = ownDocument(state);
    if (document === seen) return;
    const before = seen?.key;
    seen = document;
    keeper.see(document);
    if (before !== undefined && before !== document?.key) app.drafts.forget(before);
  });
  app.drafts.subscribe(() => keeper.draftsChanged());
  return () => keeper.flush();
};
