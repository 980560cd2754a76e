import { Menu } from '@mantine/core';
import { useStore } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { connectionOf } from '../../../shared/catalog/catalog.ts';
import { meaningsOf, turnsOf } from '../../../shared/connecting/edits.ts';
import { explainWay, quoted } from '../../../shared/connecting/words.ts';
import { pointAt } from '../../../shared/exporters/picture/geometry.ts';
import { findNode } from '../../../shared/model/tree.ts';
import { giveMeaning, turnRound } from '../../commands/connect.ts';
import { useApp, useChosen, useConnection, useDesign } from '../../store/hooks.ts';
import { CheckIcon, ChevronIcon } from '../../ui/glyphs.tsx';
import { useCanvas } from '../canvas-store.ts';
import classes from './connecting.module.css';
import type { Moved } from './phase.ts';

const ends = ['from', 'to'] as const;

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
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const single = useCanvas(({ scene }) =>
    chosen === undefined ? undefined : scene.lineById.get(chosen)?.ids.length === 1,
  );
  if (!connection || !route || !single) return null;
  const at = (point: { readonly x: number; readonly y: number }) => ({
    left: point.x * zoom + x,
    top: point.y * zoom + y,
  });
  const [source, target] = [findNode(design, connection.from), findNode(design, connection.to)];
  if (!source || !target) return null;
  const row = connectionOf(connection.type);
  const meanings = meaningsOf(design, connection);
  const others = meanings.filter(({ id }) => id !== connection.type);
  const [back] = turnsOf(design, connection);
  const { curve } = route;
  return (
    <>
      {ends.map((end) => (
        <div
          key={end}
          className={classes.grip}
          style={at(end === 'from' ? curve[0] : curve[3])}
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
        <div className={classes.pill} style={at(pointAt(curve, 0.5))}>
          {others.length > 0 && (
            <Menu position="bottom-start" withinPortal>
              <Menu.Target>
                <button
                  type="button"
                  aria-label={`Change what the connection from ${source.name} to ${target.name} means: ${row?.label ?? connection.type}`}
                >
                  {row?.label ?? connection.type}
                  <ChevronIcon />
                </button>
              </Menu.Target>
              <Menu.Dropdown className={classes.meanings ?? ''} aria-label="Meanings">
                {meanings.map((meaning) => (
                  <Menu.Item
                    key={meaning.id}
                    leftSection={
                      meaning.id === connection.type ? (
                        <CheckIcon />
                      ) : (
                        <span className={classes.gap} />
                      )
                    }
                    onClick={() => giveMeaning(app, connection, meaning)}
                  >
                    <span className={classes.verb}>{meaning.label}</span>
                    <span className={classes.line}>{explainWay(meaning)}</span>
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          {back && (
            <button
              type="button"
              aria-label={`Reverse: ${quoted(target.name)} ${back.label} ${quoted(source.name)}`}
              title={`Reverse: ${quoted(target.name)} ${back.label} ${quoted(source.name)}`}
              onClick={() => {
                turnRound(app, connection, back);
              }}
            >
              <svg
                width="14"
                height="14"
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
            </button>
          )}
        </div>
      )}
    </>
  );
};
