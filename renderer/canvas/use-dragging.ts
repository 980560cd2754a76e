import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { descendantsOf } from '../../shared/model/tree.ts';
import { useApp } from '../store/hooks.ts';
import { useCanvasStore } from './canvas-store.ts';
import { createDrag, type Drag } from './drag.ts';
import { dropNodes } from './drop-nodes.ts';
import type { CardNode } from './flow-items.ts';

type Point = { readonly x: number; readonly y: number };
type Size = { readonly width: number; readonly height: number };

/** Where nodes are while a gesture is under way, ahead of the design. */
interface Ahead {
  readonly positions: ReadonlyMap<string, Point>;
  readonly sizes: ReadonlyMap<string, Size>;
}

/**
 * Dragging and resizing: the canvas is ahead of the design, and one edit is made on release. `made` are the nodes
 * of the design; what comes back are those to draw and the handlers that React Flow calls.
 */
export const useDragging = (made: CardNode[], zoomOf: () => number) => {
  const app = useApp();
  const canvas = useCanvasStore();
  const [ahead, setAhead] = useState<Ahead>();
  const drag = useRef<Drag>(undefined);

  const nodes = useMemo(() => {
    if (!ahead) return made;
    return made.map((node) => {
      const position = ahead.positions.get(node.id);
      const size = ahead.sizes.get(node.id);
      if (!position && !size) return node;
      return {
        ...node,
        ...(position && { position }),
        ...(size && { ...size, measured: size }),
        dragging: drag.current !== undefined,
      };
    });
  }, [made, ahead]);

  const onMoves = useCallback(
    (changes: readonly NodeChange<CardNode>[]): void => {
      const positions = new Map<string, Point>();
      const sizes = new Map<string, Size>();
      let isResized = false;
      for (const change of changes) {
        if (change.type === 'position' && change.position)
          positions.set(change.id, change.position);
        if (change.type === 'dimensions' && change.resizing !== undefined) {
          if (change.resizing && change.dimensions) sizes.set(change.id, change.dimensions);
          else isResized = true;
        }
      }
      const { current } = drag;
      if (current) {
        if (positions.size === 0) return;
        const move = current.step(positions, 6 / zoomOf());
        canvas.set({ move: move.move });
        setAhead({ positions: move.positions, sizes });
      } else if (isResized) setAhead(undefined);
      else if (sizes.size > 0)
        setAhead((now) => ({
          positions: new Map([...(now?.positions ?? []), ...positions]),
          sizes,
        }));
    },
    [canvas, zoomOf],
  );

  const onNodeDragStart = useCallback<OnNodeDrag<CardNode>>(
    (_event, _node, moved) => {
      const design = app.state.document?.design;
      if (!design) return;
      const { scene } = canvas.state;
      const ids = moved.map(({ id }) => id);
      drag.current = createDrag(scene, canvas.maker, {
        ids,
        within: descendantsOf(design, ids),
        snap: () => app.state.settings.snap,
      });
    },
    [app, canvas],
  );

  const onNodeDragStop = useCallback((): void => {
    const { current } = drag;
    drag.current = undefined;
    const drop = current?.drop();
    if (drop) dropNodes(app, drop);
    canvas.set({ move: undefined });
    setAhead(undefined);
  }, [app, canvas]);

  return { nodes, onMoves, onNodeDragStart, onNodeDragStop };
};
