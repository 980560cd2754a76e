import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type EdgeChange,
  getNodesBounds,
  getViewportForBounds,
  MiniMap,
  type NodeChange,
  type OnNodeDrag,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type DragEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { addService, draggedKind } from '../commands/add-service.ts';
import { useApp, useDesign, useSelection, useSetting, useView } from '../store/hooks.ts';
import type { Focus } from '../store/view.ts';
import classes from './canvas.module.css';
import { ConnectionLine } from './connection-line.tsx';
import { ContainerFrame } from './container-frame.tsx';
import { dropNodes } from './drop-nodes.ts';
import { type CardNode, createFlowItems, type LineEdge } from './flow-items.ts';
import { ServiceCard } from './service-card.tsx';

// Objects that React Flow compares by identity: made once, or every drag would draw everything again.
const nodeTypes = { card: ServiceCard, frame: ContainerFrame };
const edgeTypes = { line: ConnectionLine };
const snapGrid: [number, number] = [8, 8];
const deleteKeys: null = null;
const panButtons = [1, 2];

/** The canvas with what it needs around it. */
export const Canvas = () => (
  <ReactFlowProvider>
    <FlowCanvas />
  </ReactFlowProvider>
);

const FlowCanvas = () => {
  const app = useApp();
  const design = useDesign();
  const selection = useSelection();
  const locked = useView('locked');
  const focus = useView('focus');
  const grid = useSetting('grid');
  const snap = useSetting('snap');
  const minimap = useSetting('minimap');
  const flow = useReactFlow<CardNode, LineEdge>();
  const items = useRef(createFlowItems());
  const made = useMemo(
    () => items.current.nodes(design, selection, locked),
    [design, selection, locked],
  );
  const edges = useMemo(() => items.current.edges(design, selection), [design, selection]);
  // While something is dragged the canvas is ahead of the design: one edit is made on release.
  const [dragged, setDragged] = useState<CardNode[]>();
  const nodes = dragged ?? made;

  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      const moves = changes.filter(({ type }) => type === 'position' || type === 'dimensions');
      if (moves.length > 0) setDragged((now) => now && applyNodeChanges(moves, now));
      takeSelection(changes, app);
    },
    [app],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<LineEdge>[]) => takeSelection(changes, app),
    [app],
  );
  const onDragStart = useCallback(() => setDragged(made), [made]);
  const onDragStop = useCallback<OnNodeDrag<CardNode>>(
    (_event, _node, moved) => {
      const before = new Map(made.map((node) => [node.id, node]));
      dropNodes(app, moved, before, (id) => flow.getInternalNode(id)?.internals.positionAbsolute);
      setDragged(undefined);
    },
    [app, made, flow],
  );
  useEffect(() => {
    if (focus) showFocus(focus, flow, app.state.view.selection);
  }, [focus, flow, app]);

  const onDrop = (event: DragEvent): void => {
    const kind = event.dataTransfer.getData(draggedKind);
    if (kind === '') return;
    event.preventDefault();
    addService(app, kind, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  };

  return (
    <div className={classes.canvas}>
      <ReactFlow<CardNode, LineEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={onDragStart}
        onNodeDragStop={onDragStop}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
        snapToGrid={snap}
        snapGrid={snapGrid}
        onlyRenderVisibleElements
        selectionMode={SelectionMode.Partial}
        selectionOnDrag
        panOnDrag={panButtons}
        panOnScroll
        deleteKeyCode={deleteKeys}
        minZoom={0.05}
        maxZoom={4}
        elevateNodesOnSelect={false}
        proOptions={proOptions}
      >
        {grid && <Background variant={BackgroundVariant.Dots} gap={16} size={1} />}
        {minimap && <MiniMap pannable zoomable className={classes.minimap ?? ''} />}
        <svg className={classes.markers} aria-hidden="true">
          <defs>
            <marker
              id="isobar-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto-start-reverse"
              markerUnits="userSpaceOnUse"
            >
              <path d="M0 0.5 L7.5 4 L0 7.5 Z" className={classes.arrow} />
            </marker>
          </defs>
        </svg>
      </ReactFlow>
    </div>
  );
};

// React Flow asks those who hide its mark to support it; the mark stays in the about box's list of libraries.
const proOptions = { hideAttribution: true };

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

/** Brings into view what was asked for. */
const showFocus = (
  focus: Focus,
  flow: ReturnType<typeof useReactFlow<CardNode, LineEdge>>,
  selection: ReadonlySet<string>,
): void => {
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
  switch (focus.kind) {
    case 'zoom':
      if (focus.to === 'in') void flow.zoomIn({ duration });
      else if (focus.to === 'out') void flow.zoomOut({ duration });
      else void flow.zoomTo(1, { duration });
      return;
    case 'fit':
    case 'selection':
    case 'ids': {
      const ids =
        focus.kind === 'fit' ? undefined : focus.kind === 'ids' ? new Set(focus.ids) : selection;
      const shown = flow.getNodes().filter(({ id }) => ids === undefined || ids.has(id));
      const pane = document.querySelector('.react-flow');
      if (shown.length === 0 || !pane) return;
      // Not fitView: that one counts only what is rendered.
      const { width, height } = pane.getBoundingClientRect();
      const bounds = getNodesBounds(shown, { nodeLookup: undefined as never });
      void flow.setViewport(getViewportForBounds(bounds, width, height, 0.05, 1.25, 0.08), {
        duration: focus.kind === 'fit' ? 0 : duration,
      });
    }
  }
};
