import { useEffect, useRef, useState } from 'react';
import classes from './code-view.module.css';
import type { CodeLanguage } from './code-view.tsx';
import { loadMonaco } from './load-monaco.ts';

/** Shows how a text would change: lines that go, lines that come, what stays folded away. */
export const DiffView = ({
  before,
  after,
  language,
  label,
}: {
  readonly before: string;
  readonly after: string;
  readonly language: CodeLanguage;
  readonly label: string;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  useEffect(() => {
    let gone = false;
    let tidy = (): void => undefined;
    loadMonaco().then(
      ({ api, commonOptions }) => {
        const { current } = place;
        if (gone || !current) return;
        const editor = api.editor.createDiffEditor(current, {
          ...commonOptions(),
          readOnly: true,
          domReadOnly: true,
          originalEditable: false,
          renderSideBySide: false,
          hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4 },
          renderOverviewRuler: false,
          lineNumbersMinChars: 3,
          tabFocusMode: true,
          automaticLayout: true,
          wordWrap: 'on',
        });
        editor.getOriginalEditor().updateOptions({ ariaLabel: `${label}, as it is there` });
        editor.getModifiedEditor().updateOptions({ ariaLabel: `${label}, as it would be` });
        const model = {
          original: api.editor.createModel(before, language),
          modified: api.editor.createModel(after, language),
        };
        editor.setModel(model);
        setState('ready');
        tidy = () => {
          editor.dispose();
          model.original.dispose();
          model.modified.dispose();
        };
      },
      () => setState('failed'),
    );
    return () => {
      gone = true;
      tidy();
    };
  }, [before, after, language, label]);
  return (
    <div className={classes.root}>
      {state !== 'ready' && (
        <p className={classes.message}>
          {state === 'loading' ? 'Comparing…' : 'The editor could not be loaded.'}
        </p>
      )}
      <div ref={place} className={`${classes.place} monaco-component`} />
    </div>
  );
};
