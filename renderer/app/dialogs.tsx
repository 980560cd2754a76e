import { lazy, Suspense } from 'react';
import { useView } from '../store/hooks.ts';
import { FileChangedDialog } from './dialogs/file-changed-dialog.tsx';
import { OpenProblemsDialog } from './dialogs/open-problems-dialog.tsx';
import { UnsavedDialog } from './dialogs/unsaved-dialog.tsx';

// Each is loaded when it is first opened; only what must never wait is here from the start.
const AboutDialog = lazy(() => import('./dialogs/about-dialog.tsx'));
const DeleteDialog = lazy(() => import('./dialogs/delete-dialog.tsx'));
const ExportDialog = lazy(() => import('./dialogs/export/export-dialog.tsx'));
const FindDialog = lazy(() => import('./dialogs/find-dialog.tsx'));
const PaletteDialog = lazy(() => import('./dialogs/palette-dialog.tsx'));
const SettingsDialog = lazy(() => import('./dialogs/settings-dialog.tsx'));
const ShortcutsDialog = lazy(() => import('./dialogs/shortcuts-dialog.tsx'));
const SuppressDialog = lazy(() => import('./dialogs/suppress-dialog.tsx'));

const OpenDialog = () => {
  const dialog = useView('dialog');
  switch (dialog?.kind) {
    case 'about':
      return <AboutDialog />;
    case 'delete':
      return <DeleteDialog {...dialog} />;
    case 'export':
      return <ExportDialog {...dialog} />;
    case 'find':
      return <FindDialog />;
    case 'palette':
      return <PaletteDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'suppress':
      return <SuppressDialog {...dialog} />;
    case 'unsaved':
      return <UnsavedDialog {...dialog} />;
    case 'file-changed':
      return <FileChangedDialog />;
    case 'open-problems':
      return <OpenProblemsDialog {...dialog} />;
    default:
      return null;
  }
};

/** Whatever dialog is open. */
const Dialogs = () => (
  <Suspense fallback={null}>
    <OpenDialog />
  </Suspense>
);

export default Dialogs;
