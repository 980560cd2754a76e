import { Menu } from '@mantine/core';
import { useStore } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { connectionOf } from '../../../shared/catalog/catalog.ts';
import { labelOf } from '../../../shared/catalog/connection-label.ts';
import { meaningsOf, turnsOf } from '../../../shared/connecting/edits.ts';
import { explainWay, quoted } from '../../../shared/connecting/words.ts';
import { centreOf, pointAt } from '../../../shared/exporters/picture/geometry.ts';
import { findNode } from '../../../shared/model/tree.ts';
import { giveMeaning, turnRound } from '../../commands/connect.ts';
import { useApp, useChosen, useConnection, useDesign } from '../../store/hooks.ts';
import { CheckIcon, ChevronIcon } from '../../ui/glyphs.tsx';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import classes from './connecting.module.css';
import type { Moved } from './phase.ts';

const ends = ['from', 'to'] as const;

/** How far from a node the grip lies: where the line meets it is the node's own handle. In pixels of the window. */
const gripReach = 22;

/** What can be done with the one chosen connection where it lies: drag its ends, change its meaning, turn it round. */
export const SelectedConnection = ({
  onMove,
}: {
  readonly onMove: (moved: Moved, at: { readonly x: number; readonly y: number }) => void;
}) => {
  const app = useApp();
  const design = useDesign();
  const chosen = useChosen();
  const connection = useConnection(chosen);
  const route = useCanvas(({ scene, move }) =>
    chosen === undefined || move ? undefined : scene.routes.get(chosen),
  );
  const canvas = useCanvasStore();
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const single = useCanvas(({ scene }) =>
    chosen === undefined ? undefined : scene.lineById.get(chosen)?.ids.length === 1,
  );
  if (!connection || !route || !single) return null;
  const shown = (point: { readonly x: number; readonly y: number }) => ({
    x: point.x * zoom + x,
    y: point.y * zoom + y,
  });
  const [source, target] = [findNode(design, connection.from), findNode(design, connection.to)];
  if (!source || !target) return null;
  const row = connectionOf(connection.type);
  const meanings = meaningsOf(design, connection);
  const others = meanings.filter(({ id }) => id !== connection.type);
  const [back] = turnsOf(design, connection);
  const { curve } = route;
  const length = Math.hypot(curve[3].x - curve[0].x, curve[3].y - curve[0].y) * zoom;
  const share = Math.min(0.3, gripReach / Math.max(1, length));
  const label = labelOf(app.graph, connection);
  const placed = canvas.maker.labels.place(connection.id, curve, label);
  const middle = placed ? centreOf(placed.rect) : pointAt(curve, 0.5);
  const width = placed?.rect.width ?? label.text.length * 6 + 14;
  const edge = shown({ x: middle.x + width / 2, y: middle.y });
  const grips = { from: shown(pointAt(curve, share)), to: shown(pointAt(curve, 1 - share)) };
  return (
    <>
      {ends.map((end) => (
        <div
          key={end}
          className={classes.grip}
          style={{ left: grips[end].x, top: grips[end].y }}
          title={`Drag to hang the ${end === 'from' ? 'start' : 'end'} on another node`}
          data-connection-end={end}
          onPointerDown={(event: PointerEvent) => {
            if (event.button !== 0) return;
            event.preventDefault();
            event.stopPropagation();
            onMove({ connection, end }, { x: event.clientX, y: event.clientY });
          }}
        />
      ))}
      {zoom > 0.35 && (others.length > 0 || back) && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <button
              type="button"
              className={classes.more}
              style={{ left: edge.x, top: edge.y }}
              aria-label={`Meaning of the connection from ${source.name} to ${target.name}: ${row?.label ?? connection.type}`}
              title="Change what it means"
            >
              <ChevronIcon />
            </button>
          </Menu.Target>
          <Menu.Dropdown className={classes.meanings ?? ''} aria-label="Meanings">
            {meanings.map((meaning) => (
              <Menu.Item
                key={meaning.id}
                leftSection={
                  meaning.id === connection.type ? <CheckIcon /> : <span className={classes.gap} />
                }
                onClick={() => giveMeaning(app, connection, meaning)}
              >
                <span className={classes.verb}>{meaning.label}</span>
                <span className={classes.line}>{explainWay(meaning)}</span>
              </Menu.Item>
            ))}
            {back && (
              <>
                {meanings.length > 0 && <Menu.Divider />}
                <Menu.Item
                  leftSection={<TurnIcon />}
                  onClick={() => turnRound(app, connection, back)}
                >
                  <span className={classes.verb}>Reverse</span>
                  <span className={classes.line}>
                    {quoted(target.name)} {back.label} {quoted(source.name)}
                  </span>
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
};

const TurnIcon = () => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M4.5 3 2 5.5 4.5 8M2 5.5h11M11.5 8l2.5 2.5-2.5 2.5M14 10.5H3" />
  </svg>
);
