import type { Severity } from '../../shared/rules/rule.ts';
import { useApp } from '../store/hooks.ts';
import classes from './canvas.module.css';

const words: Readonly<Record<Severity, string>> = {
  error: 'Has errors',
  warning: 'Has warnings',
  info: 'Has advice',
};

/** The worst finding of a node or connection; a click shows the problems. */
export const FindingBadge = ({
  severity,
  id,
}: {
  readonly severity: Severity;
  readonly id: string;
}) => {
  const app = useApp();
  return (
    <button
      type="button"
      className={`${classes.badge} nodrag nopan`}
      data-severity={severity}
      title={words[severity]}
      aria-label={words[severity]}
      tabIndex={-1}
      onClick={() => {
        app.select([id]);
        app.setView(({ open }) => ({ bottomTab: 'problems', open: { ...open, bottom: true } }));
      }}
    >
      {severity === 'info' ? 'i' : '!'}
    </button>
  );
};
