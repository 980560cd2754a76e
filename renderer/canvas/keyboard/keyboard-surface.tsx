import { type RefObject, useEffect, useId, useMemo } from 'react';
import { describeNode } from '../../../shared/catalog/describe-node.ts';
import { nodesInOrder } from '../../commands/selection.ts';
import { useApp, useDesign, useFindings, useSelection, useView } from '../../store/hooks.ts';
import { countFindings } from './count-findings.ts';
import classes from './keyboard.module.css';

/** How many nodes before and after the current one are there to be read. */
const around = 3;

/**
 * Where the canvas has the keyboard: one stop of Tab, and a list of the nodes in reading order of which the chosen one
 * is current. Cards far away are no elements, so the list has those near the current one, and says how many there are.
 */
export const KeyboardSurface = ({
  surface,
}: {
  readonly surface: RefObject<HTMLDivElement | null>;
}) => {
  const app = useApp();
  const id = useId();
  const design = useDesign();
  const selection = useSelection();
  const findings = useFindings();
  const renaming = useView('renaming');
  const order = useMemo(() => nodesInOrder(design), [design]);
  const at = useMemo(
    () => (selection.size === 0 ? -1 : order.findLastIndex((node) => selection.has(node))),
    [order, selection],
  );
  const start = Math.max(0, at - around);
  const shown = order.slice(start, Math.max(0, at) + around + 1);
  const current = order[at];

  // A name field that closes leaves the keyboard nowhere.
  useEffect(() => {
    if (renaming !== undefined) return;
    if (document.activeElement === document.body) surface.current?.focus({ preventScroll: true });
  }, [renaming, surface]);

  return (
    <>
      <div
        ref={surface}
        className={classes.surface}
        tabIndex={0}
        role="listbox"
        aria-label="Canvas"
        aria-describedby={`${id}-help`}
        data-keys="canvas"
        aria-multiselectable="true"
        {...(current !== undefined && { 'aria-activedescendant': `${id}-${current}` })}
      >
        {shown.map((node, index) => {
          const found = app.graph.node(node);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the keyboard, and names the current one.
            <div
              key={node}
              id={`${id}-${node}`}
              className={classes.unseen}
              role="option"
              aria-selected={selection.has(node)}
              aria-posinset={start + index + 1}
              aria-setsize={order.length}
            >
              {found && describeNode(app.graph, found, countFindings(findings, node))}
            </div>
          );
        })}
      </div>
      <p id={`${id}-help`} className={classes.unseen}>
        Tab goes from node to node, N along the connections of a node. Enter shows properties, F2
        renames, C connects, arrow keys move, slash adds a service, Escape leaves.
      </p>
    </>
  );
};
