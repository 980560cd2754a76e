import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import type { App } from '../store/app-store.ts';
import { AppContext, useAppState, useSetting } from '../store/hooks.ts';
import { theme } from '../ui/theme.ts';
import { Home } from './home/home.tsx';
import { Notices } from './notices.tsx';
import { useHostEvents } from './use-host-events.ts';
import { useKeyboard } from './use-keyboard.ts';

// Drawing needs the catalog, and that is large: Home is there first.
const Workspace = lazy(() => import('./workspace.tsx'));
const Dialogs = lazy(() => import('./dialogs.tsx'));

/** The whole window. */
export const Root = ({ app }: { readonly app: App }) => (
  <AppContext value={app}>
    <Screens />
  </AppContext>
);

const Screens = () => {
  const scheme = useSetting('theme');
  const hasDesign = useAppState(({ document }) => document !== undefined);
  const hasDialog = useAppState(({ view }) => view.dialog !== undefined);
  useKeyboard();
  useHostEvents();
  // The rest is fetched while the person looks at Home.
  useEffect(() => void import('./workspace.tsx'), []);
  return (
    <MantineProvider
      theme={theme}
      {...(scheme === 'system'
        ? { defaultColorScheme: 'auto' as const }
        : { forceColorScheme: scheme })}
    >
      {hasDesign ? (
        <Suspense fallback={null}>
          <Workspace />
        </Suspense>
      ) : (
        <Home />
      )}
      {hasDialog && (
        <Suspense fallback={null}>
          <Dialogs />
        </Suspense>
      )}
      <Notices />
    </MantineProvider>
  );
};
