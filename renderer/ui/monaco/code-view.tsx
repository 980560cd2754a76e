import { useEffect, useEffectEvent, useRef, useState } from 'react';
import classes from './code-view.module.css';
import { loadMonaco, type Monaco } from './load-monaco.ts';
import { minimalEdit } from './minimal-edit.ts';

type Editor = ReturnType<Monaco['api']['editor']['create']>;
type Model = ReturnType<Monaco['api']['editor']['createModel']>;

/** The languages that have colours; everything else is plain text. */
export type CodeLanguage = 'yaml' | 'typescript' | 'json' | 'markdown' | 'plaintext';

/** Lines, counted from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export interface CodeViewProps {
  /** Tells one file from another: each keeps its scroll position and what is folded. */
  readonly file: string;
  readonly text: string;
  readonly language: CodeLanguage;
  /** What the code is, for who cannot see it. */
  readonly label: string;
  /** Lines that stand out. */
  readonly highlights: readonly LineRange[];
  /** A line to bring into view; each request is an object of its own. */
  readonly reveal: { readonly line: number } | undefined;
  readonly wrap: boolean;
  /** What a click on a line does, and Enter; `title` says it in the context menu. */
  readonly lineAction?: { readonly title: string; readonly run: (line: number) => void };
}

/** Shows code that is made by the program: to read, to find in, to copy, not to change. */
export const CodeView = (props: CodeViewProps) => {
  const { file, text, language, label, highlights, reveal, wrap } = props;
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<{ readonly monaco: Monaco; readonly editor: Editor }>();
  const [failure, setFailure] = useState<string>();
  const onLine = useEffectEvent((line: number) => props.lineAction?.run(line));
  const action = useEffectEvent(() => props.lineAction?.title);

  useEffect(() => {
    let editor: Editor | undefined;
    let gone = false;
    loadMonaco().then(
      (monaco) => {
        const { current } = place;
        if (gone || !current) return;
        editor = makeEditor(monaco, current, action(), onLine);
        setShown({ monaco, editor });
      },
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      setShown(undefined);
      editor?.dispose();
    };
  }, []);

  useFiles(shown, file, text, language);

  useEffect(() => shown?.editor.updateOptions({ ariaLabel: label }), [shown, label]);
  useEffect(() => shown?.editor.updateOptions({ wordWrap: wrap ? 'on' : 'off' }), [shown, wrap]);

  // After the text: lines that are not there yet cannot be marked.
  useEffect(() => {
    if (!shown) return;
    // `text` and `file` decide where the lines stand.
    void [text, file];
    const marked = shown.editor.createDecorationsCollection(
      highlights.map(({ first, last }) => ({
        range: new shown.monaco.api.Range(first, 1, last, 1),
        options: {
          isWholeLine: true,
          className: classes.line ?? null,
          linesDecorationsClassName: classes.edge ?? null,
          overviewRuler: {
            color: getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
            position: shown.monaco.api.editor.OverviewRulerLane.Full,
          },
        },
      })),
    );
    return () => marked.clear();
  }, [shown, highlights, text, file]);

  useEffect(() => {
    if (shown && reveal) showLine(shown.editor, reveal.line);
  }, [shown, reveal]);

  return (
    <div className={classes.root}>
      {failure !== undefined ? (
        <p className={classes.message} role="alert">
          The editor could not be loaded: {failure}
        </p>
      ) : (
        !shown && <p className={classes.message}>Loading the editor…</p>
      )}
      {/* Monaco defines its colours for its own class; menus are drawn beside the editor and need them too. */}
      <div
        ref={place}
        className={`${classes.place} monaco-component`}
        data-ready={shown !== undefined}
      />
    </div>
  );
};

const makeEditor = (
  { api, commonOptions }: Monaco,
  place: HTMLElement,
  lineAction: string | undefined,
  onLine: (line: number) => void,
): Editor => {
  const editor = api.editor.create(place, {
    ...commonOptions(),
    model: null,
    readOnly: true,
    domReadOnly: true,
    // Nothing is typed here, so Tab goes on to the next thing of the window.
    tabFocusMode: true,
    automaticLayout: true,
  });
  if (lineAction === undefined) return editor;
  const { MouseTargetType } = api.editor;
  const lineTargets = new Set([
    MouseTargetType.CONTENT_TEXT,
    MouseTargetType.CONTENT_EMPTY,
    MouseTargetType.GUTTER_LINE_NUMBERS,
  ]);
  editor.onMouseUp(({ target, event }) => {
    // Marking text to copy it chooses nothing.
    if (!event.leftButton || !lineTargets.has(target.type)) return;
    if (target.position && editor.getSelection()?.isEmpty() !== false)
      onLine(target.position.lineNumber);
  });
  editor.addAction({
    id: 'isobar.choose-line',
    label: lineAction,
    keybindings: [api.KeyCode.Enter],
    contextMenuGroupId: 'navigation',
    run: () => {
      const line = editor.getPosition()?.lineNumber;
      if (line !== undefined) onLine(line);
    },
  });
  return editor;
};

/** Shows the file, and its new text when that changes, without moving what is being read. */
const useFiles = (
  shown: { readonly monaco: Monaco; readonly editor: Editor } | undefined,
  file: string,
  text: string,
  language: CodeLanguage,
): void => {
  const models = useRef(new Map<string, Model>());
  const positions = useRef(new Map<string, ReturnType<Editor['saveViewState']>>());
  const content = useEffectEvent(() => text);

  useEffect(() => {
    if (!shown) return;
    const { editor, monaco } = shown;
    const known = models.current.get(file);
    const model = known ?? monaco.api.editor.createModel(content(), language);
    models.current.set(file, model);
    editor.setModel(model);
    const position = positions.current.get(file);
    if (position) editor.restoreViewState(position);
    return () => {
      positions.current.set(file, editor.saveViewState());
    };
  }, [shown, file, language]);

  useEffect(() => {
    const model = models.current.get(file);
    if (shown && model) updateText(shown, model, text);
  }, [shown, file, text]);

  useEffect(() => {
    const all = models.current;
    return () => {
      for (const model of all.values()) model.dispose();
      all.clear();
    };
  }, []);
};

/** Changes the lines that differ; the lines in view stay where they are. */
const updateText = (
  { editor, monaco }: { readonly monaco: Monaco; readonly editor: Editor },
  model: Model,
  text: string,
): void => {
  const edit = minimalEdit(model.getValue(), text);
  if (!edit) return;
  const top = editor.getVisibleRanges()[0]?.startLineNumber ?? 1;
  const offset = editor.getScrollTop() - editor.getTopForLineNumber(top);
  const count = model.getLineCount();
  const range = monaco.api.Range.fromPositions(
    model.getPositionAt(edit.start),
    model.getPositionAt(edit.end),
  );
  model.applyEdits([{ range, text: edit.text }]);
  if (range.endLineNumber >= top) return;
  const moved = top + model.getLineCount() - count;
  editor.setScrollTop(editor.getTopForLineNumber(Math.max(1, moved)) + offset);
};

/** Lines that should be in view behind one that is shown, so that it is seen what it begins. */
const linesBehind = 4;

/** Brings a line to the top with one above it, unless it is in view. */
const showLine = (editor: Editor, line: number): void => {
  const isVisible = editor
    .getVisibleRanges()
    .some(
      ({ startLineNumber, endLineNumber }) =>
        line >= startLineNumber && line + linesBehind <= endLineNumber,
    );
  if (!isVisible) editor.setScrollTop(editor.getTopForLineNumber(Math.max(1, line - 1)));
  editor.setPosition({ lineNumber: line, column: 1 });
};
