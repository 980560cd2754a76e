import { memo } from 'react';
import { serviceOf } from '../../../shared/catalog/catalog.ts';
import { iconAddress } from '../../assets/icons.ts';
import { showAgain, showProblem } from '../../commands/problems.ts';
import { useApp, useIsReadOnly, useNode } from '../../store/hooks.ts';
import { isIdle } from '../../store/idle-suppressions.ts';
import { ChevronIcon } from '../../ui/glyphs.tsx';
import { FixButton } from './fix-button.tsx';
import { ProblemDetails } from './problem-details.tsx';
import classes from './problems-panel.module.css';
import type { EntryRow, GroupRow } from './rows.ts';
import { SeveritySign, severityWords } from './severity-sign.tsx';

interface RowProps<T> {
  readonly row: T;
  readonly isCurrent: boolean;
  readonly onToggle: (row: T) => void;
}

/** The heading of a severity, or of what was set aside; folds what is under it. */
export const GroupHeading = memo(({ row, isCurrent, onToggle }: RowProps<GroupRow>) => {
  const { group, count, isFolded, key, top } = row;
  return (
    <tbody className={classes.item} style={{ top }}>
      <tr
        aria-level={1}
        aria-expanded={!isFolded}
        tabIndex={isCurrent ? 0 : -1}
        className={classes.heading}
        data-row={key}
        onClick={() => onToggle(row)}
      >
        <td className={classes.headingText}>
          <span className={classes.chevron} data-open={!isFolded || undefined}>
            <ChevronIcon />
          </span>
          {group !== 'suppressed' && <SeveritySign severity={group} isQuiet />}
          <span>{group === 'suppressed' ? 'Suppressed' : severityWords[group][1]}</span>
          <span className={classes.count}>{count}</span>
        </td>
      </tr>
    </tbody>
  );
});

/** One finding: what, where, which rule; with the reasons and the ways out when it is open. */
export const ProblemRow = memo(
  ({
    row,
    isCurrent,
    onToggle,
    measure,
  }: RowProps<EntryRow> & { readonly measure: (element: HTMLElement | null) => void }) => {
    const app = useApp();
    const isReadOnly = useIsReadOnly();
    const { entry, isOpen, startsPlace, key, top, position, size } = row;
    const { finding } = entry;
    const tabIndex = isCurrent ? 0 : -1;
    return (
      <tbody
        className={classes.item}
        style={{ top }}
        data-open={isOpen || undefined}
        ref={isOpen ? measure : undefined}
      >
        <tr
          aria-level={2}
          aria-posinset={position}
          aria-setsize={size}
          aria-expanded={isOpen}
          aria-selected={isCurrent}
          tabIndex={tabIndex}
          className={classes.row}
          data-suppressed={finding.suppressed !== undefined || undefined}
          data-row={key}
          onClick={(event) => {
            if (!isButton(event.target)) showProblem(app, entry);
          }}
        >
          <td className={classes.lead}>
            <button
              type="button"
              className={classes.chevron}
              data-open={isOpen || undefined}
              aria-hidden="true"
              tabIndex={-1}
              onClick={() => onToggle(row)}
            >
              <ChevronIcon />
            </button>
            <SeveritySign severity={finding.severity} />
          </td>
          <td className={classes.place} data-repeated={!startsPlace || undefined}>
            <PlaceIcon
              id={finding.at.kind === 'node' ? finding.at.id : undefined}
              kind={finding.at.kind}
            />
            <button
              type="button"
              className={classes.placeName}
              tabIndex={tabIndex}
              title={`Show ${entry.place} on the canvas`}
              onClick={() => showProblem(app, entry)}
            >
              {entry.place}
            </button>
          </td>
          <td className={classes.message} title={isOpen ? undefined : finding.message}>
            {finding.suppressed && (
              <span className={classes.rowReason}>“{finding.suppressed.reason}” </span>
            )}
            {finding.message}
          </td>
          <td className={classes.rule} title={finding.rule}>
            {finding.rule}
          </td>
          <td className={classes.actions}>
            <button
              type="button"
              className={classes.quietButton}
              tabIndex={tabIndex}
              aria-expanded={isOpen}
              onClick={() => onToggle(row)}
            >
              Why?
            </button>
            {isReadOnly ? null : finding.suppressed ? (
              <button
                type="button"
                className={classes.quietButton}
                tabIndex={tabIndex}
                onClick={() => showAgain(app, finding)}
              >
                {isIdle(finding) ? 'Remove' : 'Show again'}
              </button>
            ) : (
              <FixButton finding={finding} tabIndex={tabIndex} />
            )}
          </td>
        </tr>
        {isOpen && (
          <tr aria-level={3} className={classes.more}>
            <td className={classes.moreCell}>
              <ProblemDetails finding={finding} />
            </td>
          </tr>
        )}
      </tbody>
    );
  },
);

const isButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, [role="menu"]') !== null;

/** The icon of the node; a line for a connection, a sheet for the design itself. */
const PlaceIcon = ({
  id,
  kind,
}: {
  readonly id: string | undefined;
  readonly kind: 'node' | 'connection' | 'design';
}) => {
  const node = useNode(id);
  const service = node && serviceOf(node.kind);
  if (service) return <img className={classes.placeIcon} src={iconAddress(service.icon)} alt="" />;
  return (
    <svg className={classes.placeIcon} viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={
          kind === 'connection'
            ? 'M1.5 8h11m-3.5-3.5L12.5 8 9 11.5'
            : 'M3 2.5h10v11H3zM5.5 6h5m-5 3h5'
        }
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
};
