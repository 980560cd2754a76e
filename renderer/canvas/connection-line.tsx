import {
  BaseEdge,
  EdgeLabelRenderer,
  type EdgeProps,
  getBezierPath,
  useInternalNode,
} from '@xyflow/react';
import { memo } from 'react';
import { connectionOf } from '../../shared/catalog/catalog.ts';
import { labelOf } from '../../shared/catalog/connection-label.ts';
import { useApp, useConnection, useWorst } from '../store/hooks.ts';
import classes from './canvas.module.css';
import type { LineEdge } from './flow-items.ts';
import { lineEnds } from './line-ends.ts';

/** A connection: its style tells the delivery, its label what it does. */
export const ConnectionLine = memo(
  ({ id, source, target, selected, data }: EdgeProps<LineEdge>) => {
    const app = useApp();
    const connection = useConnection(id);
    const worst = useWorst(id);
    const from = useInternalNode(source);
    const to = useInternalNode(target);
    if (!connection || !from || !to) return null;
    const ends = lineEnds(from, to, data?.index ?? 0, data?.count ?? 1);
    const [path, labelX, labelY] = getBezierPath(ends);
    const delivery = connectionOf(connection.type)?.delivery;
    const label = labelOf(app.graph, connection).text;
    return (
      <>
        <BaseEdge
          path={path}
          className={classes.line ?? ''}
          data-delivery={delivery}
          data-selected={selected || undefined}
          data-severity={worst}
          markerEnd="url(#isobar-arrow)"
          interactionWidth={16}
        />
        {label !== '' && (
          <EdgeLabelRenderer>
            <div
              className={classes.label}
              data-selected={selected || undefined}
              data-severity={worst}
              style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            >
              {label}
            </div>
          </EdgeLabelRenderer>
        )}
      </>
    );
  },
);
