import { Modal } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import { useFindingsAt } from '../../../store/hooks.ts';
import { ErrorSign, OpenSign } from '../../../ui/fields/signs.tsx';
import { codeLanguage, helpFor, markersOf } from '../values/code-help.ts';
import { baseOf } from '../values/sections.ts';
import classes from './form.module.css';
import { useForm } from './form-context.ts';

// Monaco is larger than all the rest: only whoever opens the editor waits for it.
const CodeEditor = lazy(() =>
  import('../../../ui/monaco/code-editor.tsx').then((module) => ({ default: module.CodeEditor })),
);

/** Opens what stands in a code field in an editor with room and colours. Both show the same text at any moment. */
export const CodeDialog = ({
  label,
  definition,
  property,
  text,
  onText,
  problem,
  onClose,
}: {
  readonly label: string;
  readonly definition: PropertyDefinition;
  /** The property of the node or connection; undefined for a part of one. */
  readonly property: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problem: string | undefined;
  readonly onClose: () => void;
}) => {
  const { isLocked, owners } = useForm();
  const [isOpen, setIsOpen] = useState(false);
  const [owner, ...others] = owners;
  const found = useFindingsAt(owner && others.length === 0 ? owner.id : '');
  const markers = useMemo(() => {
    if (!isOpen) return [];
    // What is no value is not what the checks have seen.
    if (problem !== undefined) {
      const line = Number(/^Line (\d+)/.exec(problem)?.[1] ?? 1);
      return [{ line, message: problem, severity: 'error' as const }];
    }
    const own = found.filter(
      (finding) =>
        property !== undefined &&
        finding.property !== undefined &&
        finding.suppressed === undefined &&
        baseOf(finding.property) === property,
    );
    return markersOf(definition, text, own);
  }, [isOpen, problem, found, property, definition, text]);
  const count = markers.filter(({ severity }) => severity !== 'info').length;
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
        // The editor closes its own lists by Escape first.
        closeOnEscape={false}
        onKeyDown={({ key, target }) => {
          const isInEditor = target instanceof Element && target.closest('.monaco-editor') !== null;
          if (key === 'Escape' && !isInEditor) close();
        }}
        closeButtonProps={{ 'aria-label': 'Close the editor' }}
      >
        <div className={classes.editor}>
          <Suspense fallback={<p className={classes.quiet}>Loading the editor…</p>}>
            <CodeEditor
              text={text}
              onText={onText}
              label={label}
              isLocked={isLocked}
              language={codeLanguage(definition, text)}
              help={helpFor(definition)}
              markers={markers}
              onEscape={close}
            />
          </Suspense>
        </div>
        <p className={classes.editorProblem} role="status">
          {problem !== undefined ? (
            <>
              <ErrorSign />
              {problem}
            </>
          ) : (
            count > 0 &&
            `The checks have ${count === 1 ? 'a remark' : `${count} remarks`}; they are marked in the text.`
          )}
        </p>
      </Modal>
    </>
  );
};
