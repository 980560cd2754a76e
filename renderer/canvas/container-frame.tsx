import { Handle, type NodeProps, NodeResizer, Position } from '@xyflow/react';
import { memo } from 'react';
import { categories, frames } from '../../shared/catalog/appearance.ts';
import { serviceOf } from '../../shared/catalog/catalog.ts';
import { containerSize } from '../../shared/catalog/node-size.ts';
import { summaryOf } from '../../shared/catalog/summary.ts';
import { resizeNode } from '../../shared/model/edits/index.ts';
import { iconAddress } from '../assets/icons.ts';
import { useApp, useIsReadOnly, useNode, useWorst } from '../store/hooks.ts';
import classes from './canvas.module.css';
import { FindingBadge } from './finding-badge.tsx';
import type { CardNode } from './flow-items.ts';
import { NodeName } from './node-name.tsx';

/** A region, VPC, subnet or group: a frame around what it holds. */
export const ContainerFrame = memo(({ id, selected }: NodeProps<CardNode>) => {
  const app = useApp();
  const node = useNode(id);
  const worst = useWorst(id);
  const isReadOnly = useIsReadOnly();
  if (!node) return null;
  const service = serviceOf(node.kind);
  const icon = service && iconAddress(service.icon);
  const frame = frames[node.kind];
  const accent = frame?.accent ?? categories[service?.category ?? 'container'].accent;
  return (
    <div
      className={classes.frame}
      data-selected={selected || undefined}
      data-dashed={frame?.isDashed || undefined}
      data-severity={worst}
      style={{ '--accent-light': accent.light, '--accent-dark': accent.dark }}
    >
      <NodeResizer
        isVisible={selected && !isReadOnly}
        minWidth={containerSize.width / 2}
        minHeight={containerSize.height / 2}
        lineClassName={classes.resizeLine ?? ''}
        handleClassName={classes.resizeHandle ?? ''}
        onResizeEnd={(_event, { x, y, width, height }) =>
          app.edit(`Resize "${node.name}"`, resizeNode(node.id, { width, height }, { x, y }))
        }
      />
      <div className={classes.frameTitle}>
        {icon && <img className={classes.frameIcon} src={icon} alt="" draggable={false} />}
        <NodeName node={node} className={classes.frameName} />
        <span className={classes.frameSummary}>{summaryOf(app.graph, node)}</span>
        {worst && <FindingBadge severity={worst} id={id} />}
      </div>
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <Handle type="source" position={Position.Right} className={classes.handle} />
    </div>
  );
});
