import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { connectionOf } from '../../shared/catalog/catalog.ts';
import { type ConnectionLabel, labelOf } from '../../shared/catalog/connection-label.ts';
import { type Curve, centreOf, pointAt } from '../../shared/exporters/picture/geometry.ts';
import type { PlacedLabel } from '../../shared/exporters/picture/labels.ts';
import { useApp, useConnection, useWorst } from '../store/hooks.ts';
import classes from './canvas.module.css';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import type { LineEdge } from './flow-items.ts';
import { pathOf } from './line-ends.ts';
import { fanned } from './parallels.ts';

/** A connection: its style tells the delivery, its label what it does. */
export const ConnectionLine = memo(
  ({ id, selected, data }: EdgeProps<LineEdge>) => {
    const app = useApp();
    const canvas = useCanvasStore();
    const connection = useConnection(id);
    const worst = useWorst(id);
    const moved = useCanvas(({ move }) => move?.routes.get(id));
    const still = useCanvas(({ scene }) => scene.routes.get(id));
    const isFanned = useCanvas((state) => state.fanned === data?.line.pair);
    const route = moved ?? still;
    if (!connection || !route || !data) return null;
    const { line } = data;
    const siblings = isFanned
      ? canvas.state.scene.lines.filter(({ pair }) => pair === line.pair)
      : [line];
    const curve = fanned(
      route.curve,
      siblings.findIndex((other) => other.id === id),
      siblings.length,
    );
    const label: ConnectionLabel =
      line.ids.length > 1
        ? { text: `${line.ids.length} connections`, short: String(line.ids.length) }
        : labelOf(app.graph, connection);
    // What moves or is fanned out has its label in the middle, and whole; else it keeps off what lies near.
    const placed =
      moved || isFanned
        ? inMiddle(curve, label)
        : asShown(canvas.maker.labels.place(id, curve, label));
    const shown = placed ?? (selected ? inMiddle(curve, label) : undefined);
    const delivery = connectionOf(connection.type)?.delivery;
    return (
      <>
        <BaseEdge
          path={pathOf(curve)}
          className={classes.line ?? ''}
          data-delivery={delivery}
          data-selected={selected || undefined}
          data-severity={worst}
          markerEnd={delivery === 'config' ? 'url(#isobar-arrow-small)' : 'url(#isobar-arrow)'}
          interactionWidth={16}
        />
        {shown && shown.text !== '' && (
          <EdgeLabelRenderer>
            <div
              className={classes.label}
              data-selected={selected || undefined}
              data-fanned={isFanned || undefined}
              data-severity={worst}
              title={shown.text === label.text ? undefined : label.text}
              style={{ transform: `translate(-50%, -50%) translate(${shown.x}px, ${shown.y}px)` }}
            >
              {shown.text}
            </div>
          </EdgeLabelRenderer>
        )}
      </>
    );
  },
  // Where its ends are it asks the canvas itself; what React Flow works out from handles is not drawn.
  (a, b) => a.id === b.id && a.selected === b.selected && a.data === b.data,
);

interface ShownLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const asShown = (placed: PlacedLabel | undefined): ShownLabel | undefined =>
  placed && { text: placed.text, ...centreOf(placed.rect) };

const inMiddle = (curve: Curve, { text }: ConnectionLabel): ShownLabel => ({
  text,
  ...pointAt(curve, 0.5),
});
