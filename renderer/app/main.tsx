import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.layer.css';
import '../ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseHost } from '../host/choose-host.ts';
import { createApp } from '../store/app-store.ts';
import { settingsFrom } from '../store/settings.ts';
import { Root } from './root.tsx';

/** The clocks and the dice of the window; everything below gets them handed in. */
const now = (): number => Date.now();
const makeKey = (): string => crypto.randomUUID();

const afterPicture = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work));

const start = async (): Promise<void> => {
  const host = chooseHost(window, ISOBAR_VERSION);
  const [info, settings] = await Promise.all([host.info(), host.readSettings()]);
  const app = createApp({
    host,
    info,
    settings: settingsFrom(settings),
    now,
    makeKey,
    afterPicture,
  });
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no place for the window.');
  createRoot(element).render(
    <StrictMode>
      <Root app={app} />
    </StrictMode>,
  );
};

void start();
