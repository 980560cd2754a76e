import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { counted } from '../../../shared/rules/text.ts';
import { problemsOf } from '../../commands/problems.ts';
import { useApp, useAppState, useFindings, useView } from '../../store/hooks.ts';
import { isFiltering, noFilter } from '../../store/problem-list.ts';
import { CheckIcon } from '../../ui/glyphs.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ProblemGrid } from './problem-grid.tsx';
import classes from './problems-panel.module.css';

/** Everything that is wrong or could be better, live while the design changes. */
export const ProblemsPanel = () => {
  const app = useApp();
  const list = useAppState(() => problemsOf(app));
  const { ready } = useFindings();
  const hasRows = list.groups.length > 0;
  return (
    <div className={classes.panel}>
      {ready && (list.total > 0 || hasRows) && <FilterBar list={list} />}
      {!ready ? (
        <div className={classes.empty} role="status">
          <Loader size="sm" />
          <p>Loading the checks…</p>
        </div>
      ) : hasRows ? (
        <ProblemGrid list={list} label="Problems" />
      ) : (
        <Empty total={list.total} />
      )}
      <Announcement />
    </div>
  );
};

const Empty = ({ total }: { readonly total: number }) => {
  const app = useApp();
  const { filter } = useView('problems');
  const hasSelection = useAppState(({ view }) => view.selection.size > 0);
  const isEmptyDesign = useAppState(({ document }) => document?.design.nodes.length === 0);
  if (total > 0 && isFiltering(filter))
    return (
      <div className={classes.empty}>
        <p className={classes.emptyTitle}>
          {filter.onlySelection && !hasSelection
            ? 'Nothing is selected'
            : `None of ${counted(total, 'problem')} matches the filter`}
        </p>
        {filter.onlySelection && !hasSelection && (
          <p>Select a node or a connection to see its problems alone.</p>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            app.setView(({ problems }) => ({ problems: { ...problems, filter: noFilter } }))
          }
        >
          Clear filter
        </Button>
      </div>
    );
  return (
    <div className={classes.empty}>
      <span className={classes.fine}>
        <CheckIcon />
      </span>
      <p className={classes.emptyTitle}>
        {isEmptyDesign ? 'Nothing to check yet' : 'No problems found'}
      </p>
      <p>
        {isEmptyDesign
          ? 'Drag a service onto the canvas. Every change is checked at once, and what AWS would refuse is explained here.'
          : 'Well drawn. Every change is checked at once: what AWS would refuse, what could fail and what could be better shows up here.'}
      </p>
    </div>
  );
};

/** Long enough that typing a number is told once, when it is typed. */
const settled = 700;

/** Tells a screen reader how many problems there are when that has changed, without interrupting it. */
const Announcement = () => {
  const { counts, ready } = useFindings();
  const text = !ready
    ? ''
    : counts.error + counts.warning + counts.info === 0
      ? 'No problems'
      : `${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counts.info} pieces of advice`;
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(text), settled);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="status" aria-live="polite" className={classes.heard}>
      {told}
    </div>
  );
};
