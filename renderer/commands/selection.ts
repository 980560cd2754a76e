import type { Connection, Node } from '../../shared/model/design.ts';
import type { ConnectionId, NodeId } from '../../shared/model/ids.ts';
import type { App } from '../store/app-store.ts';

/** The chosen nodes, in the order of the file. */
export const chosenNodes = ({ state: { document, view } }: App): readonly Node[] =>
  document && view.selection.size > 0
    ? document.design.nodes.filter(({ id }) => view.selection.has(id))
    : [];

/** The chosen connections, in the order of the file. */
export const chosenConnections = ({ state: { document, view } }: App): readonly Connection[] =>
  document && view.selection.size > 0
    ? document.design.connections.filter(({ id }) => view.selection.has(id))
    : [];

/** The ids of all that is chosen. */
export const chosenIds = (app: App): readonly (NodeId | ConnectionId)[] => [
  ...chosenNodes(app).map(({ id }) => id),
  ...chosenConnections(app).map(({ id }) => id),
];

/** What is chosen, for the label of a step: the name of one thing, or a count. */
export const countOf = (app: App): string => {
  const nodes = chosenNodes(app);
  const connections = chosenConnections(app);
  const [node] = nodes;
  if (nodes.length === 1 && node) return `"${node.name}"`;
  if (nodes.length > 1) return `${nodes.length} nodes`;
  return connections.length === 1 ? 'a connection' : `${connections.length} connections`;
};
