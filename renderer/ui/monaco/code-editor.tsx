import { useEffect, useEffectEvent, useRef, useState } from 'react';
import classes from './code-view.module.css';
import type { JsonHelp } from './json-help.ts';
import { loadMonaco, type Monaco } from './load-monaco.ts';

type Editor = ReturnType<Monaco['api']['editor']['create']>;

/** Something to know about a line. */
export interface CodeMarker {
  readonly line: number;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'info';
}

const none: readonly CodeMarker[] = [];

/** Escape closes these first, and only then what the editor stands in. */
const nothingOpen =
  '!suggestWidgetVisible && !findWidgetVisible && !inSnippetMode && !editorHasMultipleSelections && !messageVisible';

/** An editor for a text of some length, such as JSON: loaded when it is first shown. */
export const CodeEditor = ({
  text,
  onText,
  label,
  language = 'json',
  help,
  isLocked = false,
  markers = none,
  onEscape,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is edited, for who cannot see it. */
  readonly label: string;
  readonly language?: 'json' | 'yaml';
  /** What may come next in JSON, and what it means. */
  readonly help?: JsonHelp | undefined;
  readonly isLocked?: boolean;
  /** What is wrong, and in which lines. */
  readonly markers?: readonly CodeMarker[];
  readonly onEscape?: () => void;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<{ readonly monaco: Monaco; readonly editor: Editor }>();
  const [failure, setFailure] = useState<string>();
  const start = useEffectEvent(() => ({ text, label, isLocked, language, help }));
  const changed = useEffectEvent(onText);
  const escaped = useEffectEvent(() => onEscape?.());

  useEffect(() => {
    let editor: Editor | undefined;
    let gone = false;
    // Lists and hints would be placed, and cut, by the dialog that the editor stands in.
    const widgets = document.createElement('div');
    widgets.className = `monaco-editor ${classes.widgets}`;
    loadMonaco().then(
      (monaco) => {
        const { current } = place;
        if (gone || !current) return;
        const { text: value, label: ariaLabel, isLocked: readOnly, ...how } = start();
        const address = monaco.api.Uri.parse(monaco.modelAddress(how.help));
        const model = monaco.api.editor.createModel(value, how.language, address);
        document.body.append(widgets);
        editor = monaco.api.editor.create(current, {
          ...monaco.commonOptions(),
          overflowWidgetsDomNode: widgets,
          model,
          ariaLabel,
          readOnly,
          automaticLayout: true,
          tabSize: 2,
          wordWrap: 'on',
          // Names of fields stand between quotation marks in JSON.
          quickSuggestions: { strings: true, other: true, comments: false },
          wordBasedSuggestions: 'off',
        });
        editor.addCommand(monaco.api.KeyCode.Escape, () => escaped(), nothingOpen);
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
      widgets.remove();
    };
  }, []);

  // A change from elsewhere, such as an undo; what was typed here is there already.
  useEffect(() => {
    const model = shown?.editor.getModel();
    if (model && model.getValue() !== text) model.setValue(text);
  }, [shown, text]);

  useEffect(() => {
    const model = shown?.editor.getModel();
    if (shown && model && model.getLanguageId() !== language)
      shown.monaco.api.editor.setModelLanguage(model, language);
  }, [shown, language]);

  useEffect(() => {
    const model = shown?.editor.getModel();
    if (!shown || !model) return;
    const { api } = shown.monaco;
    const severities = {
      error: api.MarkerSeverity.Error,
      warning: api.MarkerSeverity.Warning,
      info: api.MarkerSeverity.Info,
    };
    api.editor.setModelMarkers(
      model,
      'field',
      markers.map(({ line: wanted, message, severity }) => {
        const line = Math.min(Math.max(wanted, 1), model.getLineCount());
        return {
          severity: severities[severity],
          message,
          startLineNumber: line,
          endLineNumber: line,
          startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
          endColumn: model.getLineMaxColumn(line),
        };
      }),
    );
  }, [shown, markers]);

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
