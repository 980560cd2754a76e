import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { App } from '../store/app-store.ts';
import { AppContext, useAppState, useSetting } from '../store/hooks.ts';
import { themeOf } from '../ui/theme.ts';
import { DropHint } from './drop-hint.tsx';
import { Home } from './home/home.tsx';
import { Notices } from './notices.tsx';
import { useAppearance, useIsStill } from './use-appearance.ts';
import { useHostEvents } from './use-host-events.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useUpdateCheck } from './use-update-check.ts';

// Drawing needs the catalog, and that is large: Home is there first.
const Workspace = lazy(() => import('./workspace.tsx'));
const Dialogs = lazy(() => import('./dialogs.tsx'));
const TourCard = lazy(() => import('./tour/tour-card.tsx'));

/** The whole window. */
export const Root = ({ app }: { readonly app: App }) => (
  <AppContext value={app}>
    <Screens />
  </AppContext>
);

const Screens = () => {
  const scheme = useSetting('theme');
  const isStill = useIsStill();
  const theme = useMemo(() => themeOf(isStill), [isStill]);
  const hasDesign = useAppState(({ document }) => document !== undefined);
  const hasTour = useAppState(({ view }) => view.tour !== undefined);
  const hasDialog = useAppState(({ view }) => view.dialog !== undefined);
  useAppearance();
  useKeyboard();
  useHostEvents();
  useUpdateCheck();
  // The rest is fetched while the person looks at Home.
  useEffect(() => void import('./workspace.tsx'), []);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(scheme === 'light' || scheme === 'dark' ? { forceColorScheme: scheme } : {})}
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
      {hasTour && (
        <Suspense fallback={null}>
          <TourCard />
        </Suspense>
      )}
      <Notices />
      <DropHint />
    </MantineProvider>
  );
};
