import { Modal } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { ErrorSign, OpenSign } from '../../../ui/fields/signs.tsx';
import classes from './form.module.css';
import { useForm } from './form-context.ts';

// Monaco is larger than all the rest: only whoever opens the editor waits for it.
const CodeEditor = lazy(() =>
  import('../../../ui/monaco/code-editor.tsx').then((module) => ({ default: module.CodeEditor })),
);

/** Opens what stands in a code field in an editor with room and colours. Both show the same text at any moment. */
export const CodeDialog = ({
  label,
  text,
  onText,
  problem,
  onClose,
}: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problem: string | undefined;
  readonly onClose: () => void;
}) => {
  const { isLocked } = useForm();
  const [isOpen, setIsOpen] = useState(false);
  const marker = useMemo(() => {
    if (problem === undefined) return undefined;
    return { line: Number(/^Line (\d+)/.exec(problem)?.[1] ?? 1), message: problem };
  }, [problem]);
  const close = (): void => {
    setIsOpen(false);
    onClose();
  };
  return (
    <>
      <button type="button" className={classes.openEditor} onClick={() => setIsOpen(true)}>
        <OpenSign />
        {isLocked ? 'Show in an editor' : 'Open in an editor'}
      </button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={label}
        size="min(900px, 92vw)"
        closeButtonProps={{ 'aria-label': 'Close the editor' }}
      >
        <div className={classes.editor}>
          <Suspense fallback={<p className={classes.quiet}>Loading the editor…</p>}>
            <CodeEditor
              text={text}
              onText={onText}
              label={label}
              isLocked={isLocked}
              problem={marker}
            />
          </Suspense>
        </div>
        <p className={classes.editorProblem} role="status">
          {problem !== undefined && (
            <>
              <ErrorSign />
              {problem}
            </>
          )}
        </p>
      </Modal>
    </>
  );
};
