import { useEffect, useRef } from 'react';
import type { Node } from '../../shared/model/design.ts';
import { rename } from '../../shared/model/edits/index.ts';
import { useApp, useAppState, useIsReadOnly } from '../store/hooks.ts';
import classes from './canvas.module.css';
import { titleWhenCut } from './cut-text.tsx';

/** A node's name; F2 or a double click makes it a field. */
export const NodeName = ({
  node,
  className,
}: {
  readonly node: Node;
  readonly className: string | undefined;
}) => {
  const app = useApp();
  const isReadOnly = useIsReadOnly();
  const isRenaming = useAppState(({ view }) => view.renaming === node.id);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isRenaming) return;
    field.current?.focus();
    field.current?.select();
  }, [isRenaming]);
  if (!isRenaming)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: F2 does the same by keyboard.
      <div
        className={className}
        onMouseEnter={titleWhenCut}
        onDoubleClick={() => !isReadOnly && app.setView({ renaming: node.id })}
      >
        {node.name}
      </div>
    );
  const finish = (keep: boolean): void => {
    // Leaving the field by a key takes it away, and that is felt as leaving it once more.
    if (app.state.view.renaming !== node.id) return;
    const name = field.current?.value.trim() ?? '';
    app.setView({ renaming: undefined });
    if (keep && name !== '') app.edit(`Rename "${node.name}"`, rename(node.id, name));
  };
  return (
    <input
      ref={field}
      className={`${classes.nameField} nodrag nopan`}
      defaultValue={node.name}
      aria-label={`Name of ${node.name}`}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
};
