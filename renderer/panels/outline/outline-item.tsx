import { type MouseEvent, useEffect, useRef } from 'react';
import { serviceOf } from '../../../shared/catalog/catalog.ts';
import { iconAddress } from '../../assets/icons.ts';
import { useFindingsAt, useIsSelected } from '../../store/hooks.ts';
import { ChevronIcon } from '../../ui/glyphs.tsx';
import classes from './outline-panel.module.css';
import type { OutlineRow } from './outline-rows.ts';

const severities = { error: 'errors', warning: 'warnings', info: 'advice' } as const;

/** One line of the outline: a node, what holds it to the left, its worst finding to the right. */
export const OutlineItem = ({
  id,
  row: { node, level, place, count, hasChildren, isOpen },
  height,
  isActive,
  isRenaming,
  onToggle,
  onChoose,
  onRename,
  onRenamed,
}: {
  readonly id: string;
  readonly row: OutlineRow;
  readonly height: number;
  readonly isActive: boolean;
  readonly isRenaming: boolean;
  readonly onToggle: () => void;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onRename: () => void;
  /** The new name; undefined keeps the old one. */
  readonly onRenamed: (name: string | undefined) => void;
}) => {
  const isSelected = useIsSelected(node.id);
  const findings = useFindingsAt(node.id);
  const worst = findings[0]?.severity;
  const service = serviceOf(node.kind);
  const icon = service && iconAddress(service.icon);
  const kind = service?.title ?? node.kind;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keyboard.
    // biome-ignore lint/a11y/useFocusableInteractive: the tree around it keeps the focus.
    <div
      id={id}
      role="treeitem"
      className={classes.row}
      style={{ height, '--level': level - 1 }}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={count}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isSelected}
      aria-label={`${node.name}, ${kind}${worst ? `, ${findings.length} findings, has ${severities[worst]}` : ''}`}
      data-active={isActive || undefined}
      onClick={onChoose}
      onDoubleClick={onRename}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the tree do the same. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is the sign of its row, which says that it opens. */}
      <span
        className={classes.twisty}
        data-open={isOpen || undefined}
        onClick={(event) => {
          if (!hasChildren) return;
          event.stopPropagation();
          onToggle();
        }}
      >
        {hasChildren && <ChevronIcon />}
      </span>
      {icon ? (
        <img src={icon} alt="" draggable={false} />
      ) : (
        <span className={classes.unknown}>?</span>
      )}
      {isRenaming ? (
        <NameField name={node.name} onDone={onRenamed} />
      ) : (
        <span className={classes.name} title={node.name}>
          {node.name}
        </span>
      )}
      {worst && (
        <span className={classes.badge} data-severity={worst}>
          {findings.length}
        </span>
      )}
    </div>
  );
};

const NameField = ({
  name,
  onDone,
}: {
  readonly name: string;
  readonly onDone: (name: string | undefined) => void;
}) => {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => field.current?.select(), []);
  const finish = (next: string | undefined): void => {
    // Taking the field away blurs it: only the first answer counts.
    if (isDone.current) return;
    isDone.current = true;
    onDone(next);
  };
  return (
    <input
      ref={field}
      className={classes.field}
      defaultValue={name}
      aria-label={`Name of ${name}`}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(undefined);
      }}
    />
  );
};
