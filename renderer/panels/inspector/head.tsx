import { type ReactNode, useState } from 'react';
import { useApp, useFindingsAt } from '../../store/hooks.ts';
import classes from './inspector.module.css';

/** The top of the inspector: what it is about, and how it stands. */
export const Head = ({
  id,
  icon,
  title,
  place,
  name,
  isReadOnly,
  onRename,
}: {
  readonly id: string;
  readonly icon: string | undefined;
  readonly title: string;
  readonly place?: string | undefined;
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly onRename: (name: string) => void;
}) => {
  const app = useApp();
  // A name is never empty in the design; the field may be while one types.
  const [isEmptied, setIsEmptied] = useState(false);
  return (
    <header className={classes.head}>
      {icon !== undefined && <img className={classes.headIcon} src={icon} alt="" />}
      <div className={classes.headText}>
        <input
          className={classes.name}
          value={isEmptied ? '' : name}
          placeholder={name}
          readOnly={isReadOnly}
          aria-label="Name of the node"
          spellCheck={false}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setIsEmptied(next === '');
            if (next !== '') onRename(next);
          }}
          onBlur={() => {
            setIsEmptied(false);
            app.endGesture();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        <p className={classes.kind}>
          {title}
          {place !== undefined && <span> · {place}</span>}
        </p>
      </div>
      <Counts id={id} />
    </header>
  );
};

/** How many findings there are; shows them with their reasons. */
export const Counts = ({ id }: { readonly id: string }) => {
  const app = useApp();
  const findings = useFindingsAt(id);
  if (findings.length === 0) return null;
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts: readonly (readonly [string, number, string])[] = [
    ['error', count('error'), 'error'],
    ['warning', count('warning'), 'warning'],
    ['info', count('info'), 'advice'],
  ];
  const words = parts
    .filter(([, number]) => number > 0)
    .map(([, number, word]) => `${number} ${word}${number > 1 && word !== 'advice' ? 's' : ''}`)
    .join(', ');
  return (
    <button
      type="button"
      className={classes.counts}
      aria-label={`${words}: explain`}
      title={`${words}: explain`}
      onClick={() => app.setView({ inspectorTab: 'explain' })}
    >
      {parts.map(([severity, number]) =>
        number === 0 ? null : (
          <span key={severity} data-severity={severity}>
            {number}
          </span>
        ),
      )}
    </button>
  );
};

/** A head without a name of its own. */
export const PlainHead = ({
  title,
  detail,
  children,
}: {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly children?: ReactNode;
}) => (
  <header className={classes.head}>
    <div className={classes.headText}>
      <h2 className={classes.title}>{title}</h2>
      {detail !== undefined && <p className={classes.kind}>{detail}</p>}
    </div>
    {children}
  </header>
);
