import { Handle, type NodeProps, NodeResizer, Position } from '@xyflow/react';
import { memo } from 'react';
import { categories, frames } from '../../shared/catalog/appearance.ts';
import { serviceOf } from '../../shared/catalog/catalog.ts';
import { containerSize } from '../../shared/catalog/node-size.ts';
import { summaryOf } from '../../shared/catalog/summary.ts';
import { resizeNode } from '../../shared/model/edits/index.ts';
import { iconAddress } from '../assets/icons.ts';
import { useApp, useIsReadOnly, useNode, useWorst } from '../store/hooks.ts';
import { ChevronIcon } from '../ui/glyphs.tsx';
import classes from './canvas.module.css';
import { useCanvas } from './canvas-store.ts';
import { useLit } from './connecting/use-lit.ts';
import { CutText } from './cut-text.tsx';
import { FindingBadge } from './finding-badge.tsx';
import type { CardNode } from './flow-items.ts';
import { NodeName } from './node-name.tsx';

/** A region, VPC, subnet or group: a frame around what it holds, or a card that sums it up. */
export const ContainerFrame = memo(({ id, selected }: NodeProps<CardNode>) => {
  const app = useApp();
  const node = useNode(id);
  const worst = useWorst(id);
  const isReadOnly = useIsReadOnly();
  const lit = useLit(id);
  const hidden = useCanvas(({ scene }) => scene.collapsed.get(id));
  const isTarget = useCanvas(
    ({ move }) => move !== undefined && move.into === id && move.into !== move.outOf,
  );
  if (!node) return null;
  const isCollapsed = hidden !== undefined;
  const service = serviceOf(node.kind);
  const icon = service && iconAddress(service.icon);
  const frame = frames[node.kind];
  const accent = frame?.accent ?? categories[service?.category ?? 'container'].accent;
  const toggle = (): void =>
    app.setView(({ collapsed }) => {
      const next = new Set(collapsed);
      if (!next.delete(id)) next.add(id);
      return { collapsed: next };
    });
  return (
    <div
      className={classes.frame}
      data-selected={selected || undefined}
      data-dashed={frame?.isDashed || undefined}
      data-severity={worst}
      data-collapsed={isCollapsed || undefined}
      data-target={isTarget || undefined}
      data-lit={lit === 'lit' || undefined}
      data-dimmed={lit === 'dimmed' || undefined}
      style={{ '--accent-light': accent.light, '--accent-dark': accent.dark }}
    >
      {!isCollapsed && <div className={classes.border} />}
      <NodeResizer
        isVisible={selected && !isReadOnly && !isCollapsed}
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
        <div className={classes.frameTexts}>
          <NodeName node={node} className={classes.frameName} />
          <CutText className={classes.frameSummary}>
            {isCollapsed
              ? `${hidden} ${hidden === 1 ? 'node' : 'nodes'} inside`
              : summaryOf(app.graph, node)}
          </CutText>
        </div>
        <button
          type="button"
          className={`${classes.collapse} nodrag nopan`}
          aria-expanded={!isCollapsed}
          aria-label={`${isCollapsed ? 'Expand' : 'Collapse'} ${node.name}`}
          title={isCollapsed ? 'Expand' : 'Collapse'}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            toggle();
          }}
        >
          <ChevronIcon />
        </button>
      </div>
      {worst && <FindingBadge severity={worst} id={id} />}
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <Handle type="source" position={Position.Right} className={classes.handle} />
    </div>
  );
});
