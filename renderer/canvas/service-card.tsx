import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { categories } from '../../shared/catalog/appearance.ts';
import { serviceOf } from '../../shared/catalog/catalog.ts';
import { summaryOf } from '../../shared/catalog/summary.ts';
import { iconAddress } from '../assets/icons.ts';
import { useApp, useNode, useView, useWorst } from '../store/hooks.ts';
import classes from './canvas.module.css';
import { useLit } from './connecting/use-lit.ts';
import { CutText, wrappable } from './cut-text.tsx';
import { FindingBadge } from './finding-badge.tsx';
import type { CardNode } from './flow-items.ts';
import { NodeName } from './node-name.tsx';
import { PinnedSign, pinnedRegionOf } from './pinned-sign.tsx';

/** One service on the canvas: AWS's icon, the name, one line that says what matters, the worst finding. */
export const ServiceCard = memo(({ id, selected }: NodeProps<CardNode>) => {
  const app = useApp();
  const node = useNode(id);
  const worst = useWorst(id);
  const connectingFrom = useView('connectingFrom');
  const lit = useLit(id);
  if (!node) return null;
  const service = serviceOf(node.kind);
  const icon = service && iconAddress(service.icon);
  const pinned = pinnedRegionOf(node.kind);
  const accent = service && categories[service.category].accent;
  return (
    <div
      className={classes.card}
      data-selected={selected || undefined}
      data-severity={worst}
      data-source={connectingFrom === node.id || undefined}
      data-lit={lit === 'lit' || undefined}
      data-dimmed={lit === 'dimmed' || undefined}
      style={accent && { '--accent-light': accent.light, '--accent-dark': accent.dark }}
    >
      {icon ? (
        <img className={classes.icon} src={icon} alt="" draggable={false} />
      ) : (
        <span className={classes.unknownIcon}>?</span>
      )}
      <div className={classes.texts}>
        <NodeName node={node} className={classes.name} />
        <CutText className={classes.summary}>{wrappable(summaryOf(app.graph, node))}</CutText>
      </div>
      {pinned !== undefined && <PinnedSign region={pinned} />}
      {worst && <FindingBadge severity={worst} id={id} />}
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <Handle type="source" position={Position.Right} className={classes.handle} />
    </div>
  );
});
