import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import type { Severity } from '../../../shared/rules/rule.ts';
import { useApp, useView } from '../../store/hooks.ts';
import {
  isFiltering,
  noFilter,
  type ProblemFilter,
  type ProblemList,
} from '../../store/problem-list.ts';
import { SearchIcon } from '../../ui/glyphs.tsx';
import classes from './problems-panel.module.css';
import { SeveritySign, severityWords } from './severity-sign.tsx';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What of the problems is shown: by text, severity, family, selection. */
export const FilterBar = ({ list }: { readonly list: ProblemList }) => {
  const app = useApp();
  const { filter } = useView('problems');
  const put = (change: Partial<ProblemFilter>): void =>
    app.setView(({ problems }) => ({
      problems: { ...problems, filter: { ...problems.filter, ...change } },
    }));
  const families = [...list.families].map(([family, count]) => ({
    value: family,
    label: `${family} (${count})`,
  }));
  // A family stays to be chosen while it has nothing to show.
  if (filter.family !== undefined && !list.families.has(filter.family))
    families.push({ value: filter.family, label: `${filter.family} (0)` });
  return (
    <search className={classes.bar} aria-label="Filter the problems">
      <TextInput
        className={classes.search ?? ''}
        size="xs"
        placeholder="Filter by text, node or rule"
        aria-label="Filter by text, node or rule"
        leftSection={<SearchIcon />}
        value={filter.text}
        onChange={(event) => put({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.text === '') return;
          event.preventDefault();
          put({ text: '' });
        }}
      />
      <div className={classes.chips}>
        {severities.map((severity) => {
          const isOn = filter.severities.has(severity);
          const count = list.counts[severity];
          const [one, several] = severityWords[severity];
          return (
            <button
              key={severity}
              type="button"
              className={classes.chip}
              aria-pressed={isOn}
              onClick={() => {
                const next = new Set(filter.severities);
                if (!next.delete(severity)) next.add(severity);
                put({ severities: next });
              }}
            >
              <SeveritySign severity={severity} isQuiet />
              {count} {(count === 1 ? one : several).toLowerCase()}
            </button>
          );
        })}
      </div>
      <Select
        className={classes.family ?? ''}
        size="xs"
        searchable
        clearable
        placeholder="All families"
        aria-label="Family of rules"
        data={families}
        value={filter.family ?? null}
        nothingFoundMessage="No such family"
        comboboxProps={{ position: 'top-start' }}
        clearButtonProps={{ 'aria-label': 'All families' }}
        onChange={(family) => put({ family: family ?? undefined })}
      />
      <Checkbox
        size="xs"
        label="Only selection"
        checked={filter.onlySelection}
        onChange={(event) => put({ onlySelection: event.currentTarget.checked })}
      />
      <span className={classes.grow} />
      {isFiltering(filter) && (
        <>
          <span className={classes.shown}>
            {list.shown} of {list.total}
          </span>
          <Button size="compact-xs" variant="subtle" onClick={() => put(noFilter)}>
            Clear filter
          </Button>
        </>
      )}
    </search>
  );
};
