import { useMemo } from 'react';
import { changeTexts } from '../../../shared/catalog/change-text.ts';
import type { Fix } from '../../../shared/rules/rule.ts';
import { useDesign } from '../../store/hooks.ts';
import classes from './problems-panel.module.css';

const signs = { add: '+', remove: '−', change: '~' } as const;
/** A fix that does more says so in a line; the list is a preview, not a report. */
const most = 6;

/** What a fix would change, line by line. */
export const FixPreview = ({ fix }: { readonly fix: Fix }) => {
  const design = useDesign();
  const texts = useMemo(() => changeTexts(design, fix.edit(design)), [design, fix]);
  return (
    <ul className={classes.preview} aria-label="What it changes">
      {texts.slice(0, most).map(({ kind, text }) => (
        <li key={text} data-kind={kind}>
          <span className={classes.previewSign} aria-hidden="true">
            {signs[kind]}
          </span>
          {text}
        </li>
      ))}
      {texts.length > most && <li>and {texts.length - most} more</li>}
      {texts.length === 0 && <li>Nothing: the design has changed since.</li>}
    </ul>
  );
};
