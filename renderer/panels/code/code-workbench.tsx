import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { SourceRange } from '../../../shared/exporters/exported.ts';
import { useApp, useSelection, useView } from '../../store/hooks.ts';
import { CodeView, type LineRange } from '../../ui/monaco/code-view.tsx';
import { CodeBar } from './code-bar.tsx';
import { codeFormats, firstPlace, languageOf, ownerAt, placesOf, shownFile } from './code-files.ts';
import classes from './code-panel.module.css';
import { CodeProblems } from './code-problems.tsx';
import { FileList } from './file-list.tsx';
import { useMadeExport } from './use-made-export.ts';

const noRanges: readonly LineRange[] = [];

/** The code of the open design, its files, and what of it belongs to what is chosen. */
export const CodeWorkbench = () => {
  const app = useApp();
  const code = useView('code');
  const selection = useSelection();
  const { made, good, isCurrent, failure } = useMadeExport(code.format);
  const path = good && shownFile(good, code.files[code.format]);
  const file = good?.files.find((item) => item.path === path);
  const places = useMemo(() => (good ? placesOf(good, selection) : []), [good, selection]);
  const highlights = useMemo(
    () => (places.length === 0 ? noRanges : places.filter((place) => place.path === path)),
    [places, path],
  );
  const [reveal, setReveal] = useState<{ readonly line: number }>();
  /** What a click in the code chose: it is in view already. */
  const chosenHere = useRef<string>(undefined);

  const showFile = (next: string): void =>
    app.setView(({ code: before }) => ({
      code: { ...before, files: { ...before.files, [before.format]: next } },
    }));
  const showPlace = (place: SourceRange): void => {
    if (place.path !== path) showFile(place.path);
    setReveal({ line: place.first });
  };

  // What is chosen elsewhere is brought into view, in this file if it has lines here.
  const onSelection = useEffectEvent(() => {
    const first = firstPlace(places, path);
    const isFromHere = selection.size === 1 && selection.has(chosenHere.current ?? '');
    chosenHere.current = undefined;
    if (first && !isFromHere) showPlace(first);
  });
  // Also when its lines arrive later than it was chosen, as those of a new node do.
  const hasPlaces = places.length > 0;
  useEffect(() => {
    // Once for each selection and format, and not again when the code changes.
    void [selection, code.format];
    if (hasPlaces) onSelection();
  }, [selection, code.format, hasPlaces]);

  const chooseLine = (line: number): void => {
    const owner = good && path !== undefined ? ownerAt(good.ranges, path, line) : undefined;
    if (owner === undefined || (selection.size === 1 && selection.has(owner))) return;
    chosenHere.current = owner;
    app.select([owner]);
  };

  const title = codeFormats.find(({ id }) => id === code.format)?.title ?? '';
  const isStale = made !== undefined && made.files.length === 0;
  return (
    <div className={classes.root}>
      <CodeBar file={file} places={places} isBusy={!isCurrent} onPlace={showPlace} />
      <CodeProblems title={title} made={made} hasCode={good !== undefined} failure={failure} />
      <div className={classes.body} data-stale={isStale}>
        {good && good.files.length > 1 && (
          <FileList files={good.files} places={places} shown={path} onShow={showFile} />
        )}
        {file ? (
          <CodeView
            file={`${code.format}/${file.path}`}
            text={file.text}
            language={languageOf(file.path)}
            label={`${title}: ${file.path}, read-only`}
            highlights={highlights}
            reveal={reveal}
            wrap={code.wrap}
            lineAction={{ title: 'Select in the design', run: chooseLine }}
          />
        ) : (
          !isStale && failure === undefined && <p className={classes.waiting}>Writing {title}…</p>
        )}
      </div>
    </div>
  );
};
