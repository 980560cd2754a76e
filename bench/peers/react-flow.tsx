import {
  type Edge,
  MarkerType,
  type Node,
  ReactFlow,
  type ReactFlowInstance,
  useNodesState,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';
import type { Picture } from '../picture.ts';
import { hiddenOf, middleCard, painted, root, until } from './peer.ts';

/*
 * React Flow as its guide begins: default nodes, default edges, nodes in a state of React. The wheel pans, as it does
 * in Isobar and in Excalidraw, and one may go as far away as it takes to see all.
 */

const nodesOf = ({ nodes }: Picture): Node[] =>
  nodes.map(({ id, name, x, y, width, height, isContainer }) => ({
    id,
    position: { x, y },
    width,
    height,
    data: { label: name },
    ...(isContainer && { className: 'container', style: { pointerEvents: 'none' }, zIndex: -1 }),
  }));

const edgesOf = ({ arrows }: Picture): Edge[] =>
  arrows.map(({ id, from, to }) => ({
    id,
    source: from,
    target: to,
    markerEnd: { type: MarkerType.ArrowClosed },
  }));

let flow: ReactFlowInstance | undefined;
let drawn: Picture = { nodes: [], arrows: [] };

const Drawing = ({ nodes: first, edges }: { readonly nodes: Node[]; readonly edges: Edge[] }) => {
  const [nodes, , onNodesChange] = useNodesState(first);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onInit={(made) => {
        flow = made;
      }}
      minZoom={0.01}
      panOnScroll
      fitView
    />
  );
};

const element = root();
const page = createRoot(element);

window.benchPeer = {
  async open(picture) {
    drawn = picture;
    page.render(<Drawing nodes={nodesOf(picture)} edges={edgesOf(picture)} />);
    await until(() =>
      flow && document.querySelector('.react-flow__edge-path') ? flow : undefined,
    );
    await painted();
  },
  async showNear() {
    const { x, y, width, height } = middleCard(drawn);
    await flow?.setCenter(x + width / 2, y + height / 2, { zoom: 1 });
    await painted();
  },
  isCardAt: (x, y) =>
    document.elementFromPoint(x, y)?.closest('.react-flow__node:not(.container)') != null,
  places: () => JSON.stringify(flow?.getNodes().map(({ position }) => position)),
  hidden: () =>
    hiddenOf(drawn, {
      width: element.clientWidth,
      height: element.clientHeight,
      zoom: flow?.getZoom() ?? 1,
    }),
};
