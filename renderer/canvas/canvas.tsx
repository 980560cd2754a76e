import {
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  type Viewport,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type DragEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { addService, draggedKind } from '../commands/add-service.ts';
import { useApp, useIsReadOnly, useSelection, useSetting, useView } from '../store/hooks.ts';
import { ArrowHeads } from './arrow-heads.tsx';
import classes from './canvas.module.css';
import { CanvasControls } from './canvas-controls.tsx';
import { CanvasContext, createCanvasStore, useCanvas } from './canvas-store.ts';
import { Connecting } from './connecting/connecting.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { ContainerFrame } from './container-frame.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { type CardNode, createFlowItems, type LineEdge } from './flow-items.ts';
import { maxZoom, minZoom, viewportFor } from './focus.ts';
import { Grid } from './grid.tsx';
import { GuideLines } from './guide-lines.tsx';
import { CanvasGestures } from './keyboard/canvas-gestures.tsx';
import { Minimap } from './minimap.tsx';
import { PaintedLayer } from './painted-layer.tsx';
import { ServiceCard } from './service-card.tsx';
import { useCanvasView } from './use-canvas-view.ts';
import { useDragging } from './use-dragging.ts';
import { useLive } from './use-live.ts';
import { usePicking } from './use-picking.ts';

// Objects that React Flow compares by identity: made once, or every drag would draw everything again.
const nodeTypes = { card: ServiceCard, frame: ContainerFrame };
const edgeTypes = { line: ConnectionLine };
// A drag on the ground is a marquee by itself, and Delete is a command.
const noKey: null = null;
const addingKeys = ['Shift', 'Meta', 'Control'];
const panButtons = [1, 2];
const noEdges: LineEdge[] = [];
// React Flow asks those who hide its mark to support it; the mark stays in the about box's list of libraries.
const proOptions = { hideAttribution: true };

/** The canvas with what it needs around it. */
export const Canvas = () => {
  const app = useApp();
  const [canvas] = useState(() => createCanvasStore(app));
  const pane = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<Viewport>();
  useLayoutEffect(() => canvas.follow(), [canvas]);
  // The first picture is the right one: whoever draws first and fits then draws twice, the first time far too much.
  useLayoutEffect(() => {
    const size = pane.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    const { scene } = canvas.state;
    setStart(viewportFor({ kind: 'fit' }, scene, new Set(), size, actualSize) ?? actualSize);
  }, [canvas]);
  return (
    <CanvasContext value={canvas}>
      <div ref={pane} className={classes.canvas}>
        {start && (
          <ReactFlowProvider>
            <FlowCanvas start={start} />
          </ReactFlowProvider>
        )}
      </div>
    </CanvasContext>
  );
};

const actualSize: Viewport = { x: 0, y: 0, zoom: 1 };

const FlowCanvas = ({ start }: { readonly start: Viewport }) => {
  const app = useApp();
  const scene = useCanvas((state) => state.scene);
  const isFar = useCanvas((state) => state.isFar);
  const selection = useSelection();
  const locked = useView('locked');
  const isReadOnly = useIsReadOnly();
  const grid = useSetting('grid');
  const minimap = useSetting('minimap');
  const flow = useReactFlow<CardNode, LineEdge>();
  const pane = useRef<HTMLDivElement>(null);
  const live = useLive();
  const [items] = useState(createFlowItems);
  const made = useMemo(
    () => items.nodes(scene, { selection, locked, isReadOnly, live }),
    [items, scene, selection, locked, isReadOnly, live],
  );
  const edges = useMemo(
    () => (isFar ? noEdges : items.edges(scene, selection)),
    [items, scene, selection, isFar],
  );
  const { nodes, onMoves, onNodeDragStart, onNodeDragStop } = useDragging(made, flow.getZoom);
  const { isMarquee, onPointerMove, onPointerLeave, ...picking } = usePicking();
  useCanvasView(pane);

  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      onMoves(changes);
      if (!isMarquee()) takeSelection(changes, app);
    },
    [app, onMoves, isMarquee],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<LineEdge>[]) => {
      if (!isMarquee()) takeSelection(changes, app);
    },
    [app, isMarquee],
  );
  const onDrop = useCallback(
    (event: DragEvent): void => {
      const kind = event.dataTransfer.getData(draggedKind);
      if (kind === '') return;
      event.preventDefault();
      addService(app, kind, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    },
    [app, flow],
  );

  return (
    <div
      ref={pane}
      className={classes.flow}
      onPointerMove={onPointerMove}
      onPointerLeave={onPointerLeave}
    >
      <ReactFlow<CardNode, LineEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={onNodeDragStart}
        onNodeDragStop={onNodeDragStop}
        onDragOver={allowDrop}
        onDrop={onDrop}
        {...picking}
        onlyRenderVisibleElements
        selectionMode={SelectionMode.Partial}
        selectionOnDrag
        panOnDrag={panButtons}
        panOnScroll
        zoomOnDoubleClick={false}
        multiSelectionKeyCode={addingKeys}
        selectionKeyCode={noKey}
        deleteKeyCode={noKey}
        defaultViewport={start}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        minZoom={minZoom}
        maxZoom={maxZoom}
        elevateNodesOnSelect={false}
        proOptions={proOptions}
      >
        {grid && <Grid />}
        {isFar && <PaintedLayer />}
        <GuideLines />
        <ArrowHeads />
      </ReactFlow>
      <EmptyCanvas />
      <CanvasControls />
      {minimap && <Minimap />}
      <CanvasGestures />
      <Connecting />
    </div>
  );
};

const allowDrop = (event: DragEvent): void => event.preventDefault();

/** Takes over what React Flow says was chosen. */
const takeSelection = (
  changes: readonly (NodeChange<CardNode> | EdgeChange<LineEdge>)[],
  app: ReturnType<typeof useApp>,
): void => {
  const chosen = changes.filter((change) => change.type === 'select');
  if (chosen.length === 0) return;
  const next = new Set(app.state.view.selection);
  for (const { id, selected } of chosen) {
    if (selected) next.add(id);
    else next.delete(id);
  }
  app.select(next);
};
