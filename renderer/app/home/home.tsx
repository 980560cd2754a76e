import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useApp, useSetting } from '../../store/hooks.ts';
import {
  CloseIcon,
  FolderIcon,
  HelpIcon,
  KeyboardIcon,
  Mark,
  PlusIcon,
  SettingsIcon,
} from '../../ui/glyphs.tsx';
import { loadCore } from '../load-core.ts';
import { Contours } from './contours.tsx';
import classes from './home.module.css';
import { RecentDesigns } from './recent-designs.tsx';
import { RecoveredWork } from './recovered-work.tsx';
import { TemplateGallery } from './template-gallery.tsx';

/** What is seen first: work to recover, recent designs, templates, new and open. */
export const Home = () => {
  const app = useApp();
  const { platform, capabilities } = app.state.host;
  const mod = platform === 'mac' ? '⌘' : 'Ctrl ';
  // A browser keeps this one for itself: a window of our own does not.
  const newKeys = capabilities.nativeMenu && <Kbd className={classes.onAccent ?? ''}>{mod}N</Kbd>;
  return (
    <div className={classes.home}>
      <header className={classes.head}>
        <Contours />
        <div className={classes.width}>
          <div className={classes.tools}>
            <Tool
              label="Keyboard shortcuts"
              onClick={() => app.openDialog({ kind: 'shortcuts' })}
              icon={<KeyboardIcon />}
            />
            <Tool
              label="Settings"
              onClick={() => app.openDialog({ kind: 'settings' })}
              icon={<SettingsIcon />}
            />
            <Tool
              label="About Isobar"
              onClick={() => app.openDialog({ kind: 'about' })}
              icon={<HelpIcon />}
            />
          </div>
          <h1 className={classes.wordmark}>
            <Mark size="2.9rem" />
            Isobar
          </h1>
          <p className={classes.tagline}>
            Draw a serverless system on AWS. It is checked while you draw, and leaves as SAM or CDK.
          </p>
          <div className={classes.actions}>
            <Button
              data-start
              size="md"
              leftSection={<PlusIcon />}
              rightSection={newKeys}
              onClick={async () => (await loadCore(app)).openNew(app)}
            >
              New design
            </Button>
            <Button
              size="md"
              variant="default"
              leftSection={<FolderIcon />}
              rightSection={<Kbd>{mod}O</Kbd>}
              onClick={async () => (await loadCore(app)).askAndOpen(app)}
            >
              Open…
            </Button>
          </div>
        </div>
      </header>
      <main className={classes.width}>
        <RecoveredWork />
        <TourInvitation />
        <RecentDesigns />
        <TemplateGallery />
      </main>
    </div>
  );
};

const Tool = ({
  label,
  icon,
  onClick,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
}) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  </Tooltip>
);

const TourInvitation = () => {
  const app = useApp();
  const tourSeen = useSetting('tourSeen');
  if (tourSeen) return null;
  return (
    <section className={classes.invitation} aria-label="Tour">
      <p>
        <strong>New here?</strong> Five steps show how to draw, connect, mend and export.
      </p>
      <Button size="xs" variant="light" onClick={async () => (await loadCore(app)).startTour(app)}>
        Take the tour
      </Button>
      <Tooltip label="Skip the tour">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Skip the tour"
          onClick={() => app.setSettings({ tourSeen: true })}
        >
          <CloseIcon />
        </ActionIcon>
      </Tooltip>
    </section>
  );
};
