import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useApp } from '../../store/hooks.ts';
import classes from './dialogs.module.css';

/** A dialog with a title, what it holds, and buttons below. Escape and a click outside close it. */
export const DialogFrame = ({
  title,
  size = 'md',
  buttons,
  onClose,
  children,
}: {
  readonly title: string;
  readonly size?: string;
  readonly buttons?: ReactNode;
  /** Instead of only closing it. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}) => {
  const app = useApp();
  return (
    <Modal
      opened
      onClose={onClose ?? (() => app.openDialog(undefined))}
      title={title}
      size={size}
      // In a dialog it heads nothing of the page.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{
        title: classes.title ?? '',
        header: classes.header ?? '',
        content: classes.content ?? '',
        body: classes.body ?? '',
      }}
    >
      {children}
      {buttons && <div className={classes.buttons}>{buttons}</div>}
    </Modal>
  );
};
