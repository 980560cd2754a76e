import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Recovery } from '../../../shared/host/host-api.ts';
import { useApp } from '../../store/hooks.ts';
import { ClockIcon } from '../../ui/glyphs.tsx';
import { loadCore } from '../load-core.ts';
import classes from './home.module.css';
import { agoInWords } from './words.ts';

/** Work that was not saved when Isobar ended: offered before anything else. */
export const RecoveredWork = () => {
  const app = useApp();
  const { host, now } = app.parts;
  const [found, setFound] = useState<readonly Recovery[]>([]);
  useEffect(() => {
    let isGone = false;
    void host.recoveries().then((recoveries) => {
      if (!isGone) setFound(recoveries);
    });
    return () => {
      isGone = true;
    };
  }, [host]);
  if (found.length === 0) return null;
  const discard = async ({ key }: Recovery): Promise<void> => {
    setFound((shown) => shown.filter((other) => other.key !== key));
    await host.dropRecovery(key);
  };
  return (
    <section className={classes.recovered} aria-labelledby="home-recovered">
      <h2 id="home-recovered">Unsaved work from last time</h2>
      <p>Isobar ended before this was saved. Nothing is lost: open it and save it.</p>
      <ul>
        {found.map((recovery) => (
          <li key={recovery.key}>
            <ClockIcon />
            <span className={classes.recoveredName}>
              <strong>{recovery.name}</strong>
              <span>
                {recovery.file ? `${recovery.file.name}, ` : 'Not in a file yet, '}
                {agoInWords(recovery.savedAt, now())}
              </span>
            </span>
            <Button
              size="xs"
              aria-label={`Recover ${recovery.name}`}
              onClick={async () => (await loadCore(app)).recover(app, recovery)}
            >
              Recover
            </Button>
            <Button
              size="xs"
              variant="default"
              aria-label={`Discard ${recovery.name}`}
              onClick={() => discard(recovery)}
            >
              Discard
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
