import { useEffect, useEffectEvent, useRef, useState } from 'react';
import classes from './code-view.module.css';
import { loadMonaco, type Monaco } from './load-monaco.ts';

type Editor = ReturnType<Monaco['api']['editor']['create']>;

/** An editor for a text of some length, such as JSON: loaded when it is first shown. */
export const CodeEditor = ({
  text,
  onText,
  label,
  isLocked = false,
  problem,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is edited, for who cannot see it. */
  readonly label: string;
  readonly isLocked?: boolean;
  /** What is wrong, and in which line. */
  readonly problem?: { readonly line: number; readonly message: string } | undefined;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<{ readonly monaco: Monaco; readonly editor: Editor }>();
  const [failure, setFailure] = useState<string>();
  const start = useEffectEvent(() => ({ text, label, isLocked }));
  const changed = useEffectEvent(onText);

  useEffect(() => {
    let editor: Editor | undefined;
    let gone = false;
    loadMonaco().then(
      (monaco) => {
        const { current } = place;
        if (gone || !current) return;
        const { text: value, label: ariaLabel, isLocked: readOnly } = start();
        const model = monaco.api.editor.createModel(value, 'json');
        editor = monaco.api.editor.create(current, {
          ...monaco.commonOptions(),
          model,
          ariaLabel,
          readOnly,
          automaticLayout: true,
          tabSize: 2,
          wordWrap: 'on',
        });
        editor.onDidChangeModelContent(() => changed(model.getValue()));
        editor.focus();
        setShown({ monaco, editor });
      },
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      editor?.getModel()?.dispose();
      editor?.dispose();
    };
  }, []);

  // A change from elsewhere, such as an undo; what was typed here is there already.
  useEffect(() => {
    const model = shown?.editor.getModel();
    if (model && model.getValue() !== text) model.setValue(text);
  }, [shown, text]);

  useEffect(() => {
    const model = shown?.editor.getModel();
    if (!shown || !model) return;
    const { api } = shown.monaco;
    const line = Math.min(Math.max(problem?.line ?? 1, 1), model.getLineCount());
    api.editor.setModelMarkers(
      model,
      'field',
      problem === undefined
        ? []
        : [
            {
              severity: api.MarkerSeverity.Error,
              message: problem.message,
              startLineNumber: line,
              endLineNumber: line,
              startColumn: 1,
              endColumn: model.getLineMaxColumn(line),
            },
          ],
    );
  }, [shown, problem]);

  return (
    <div className={classes.root}>
      {failure !== undefined ? (
        <p className={classes.message} role="alert">
          The editor could not be loaded: {failure}
        </p>
      ) : (
        !shown && <p className={classes.message}>Loading the editor…</p>
      )}
      <div ref={place} className={classes.place} data-ready={shown !== undefined} />
    </div>
  );
};
