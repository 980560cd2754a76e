import { Button, CloseButton, Paper, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useApp, useAppState, useSetting, useView } from '../store/hooks.ts';
import type { Notice } from '../store/view.ts';
import classes from './notices.module.css';

/** Short messages, where they cover nothing one works with; those that tell no error go by themselves. */
export const Notices = () => {
  const notices = useView('notices');
  const hasDesign = useAppState(({ document }) => document !== undefined);
  const open = useView('open');
  const isMaximised = useSetting('maximised') && open.bottom && hasDesign;
  return (
    <div
      className={classes.stack}
      role="status"
      aria-live="polite"
      data-over-canvas={(hasDesign && !isMaximised) || undefined}
      data-over-pane={isMaximised || undefined}
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
};

/** Long enough to read and to reach the button. */
const shownFor = 8000;

const NoticeCard = ({ notice }: { readonly notice: Notice }) => {
  const app = useApp();
  const { id, tone, text, action } = notice;
  useEffect(() => {
    if (tone === 'error') return;
    const timer = setTimeout(() => app.dismiss(id), shownFor);
    return () => clearTimeout(timer);
  }, [app, id, tone]);
  return (
    <Paper className={classes.notice ?? ''} data-tone={tone} withBorder shadow="md">
      <Text size="sm" className={classes.text ?? ''}>
        {text}
      </Text>
      {action && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            app.dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <CloseButton size="sm" aria-label="Dismiss" onClick={() => app.dismiss(id)} />
    </Paper>
  );
};
