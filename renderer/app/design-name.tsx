import { useEffect, useState } from 'react';
import { renameDesign } from '../commands/documents.ts';
import { useApp, useDesign, useIsReadOnly } from '../store/hooks.ts';
import classes from './design-name.module.css';

/** The name of the design: a field that looks like a title. */
export const DesignName = () => {
  const app = useApp();
  const { name } = useDesign();
  const isReadOnly = useIsReadOnly();
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  const finish = (): void => {
    const next = typed.trim();
    if (next === '') setTyped(name);
    else if (next !== name) renameDesign(app, next);
  };
  return (
    <span className={classes.name} data-value={typed}>
      <input
        value={typed}
        readOnly={isReadOnly}
        size={1}
        aria-label="Name of the design"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(name);
        }}
      />
    </span>
  );
};
