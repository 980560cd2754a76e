import { readingOrder } from '../../shared/exporters/picture/reading-order.ts';
import { reachable } from '../../shared/graph/paths.ts';
import type { Connection, Design, Node } from '../../shared/model/design.ts';
import type { ConnectionId, NodeId } from '../../shared/model/ids.ts';
import { findNode } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { type Command, defineCommand, hasDesign } from './command.ts';

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

/** The one node that is chosen; undefined when it is none, several, or not only nodes. */
export const chosenNode = ({ state: { document, view } }: App): Node | undefined => {
  const [id] = view.selection;
  return document && view.selection.size === 1 && id !== undefined
    ? findNode(document.design, id)
    : undefined;
};

/** The one connection that is chosen. */
export const chosenConnection = (app: App): Connection | undefined =>
  app.state.view.selection.size === 1 ? chosenConnections(app)[0] : undefined;

/** Nodes in words, for the label of a step: the name of one, or a count. */
export const nameNodes = (nodes: readonly Node[]): string => {
  const [node] = nodes;
  return nodes.length === 1 && node ? `"${node.name}"` : `${nodes.length} nodes`;
};

/** What is chosen, for the label of a step: the name of one thing, or a count. */
export const countOf = (app: App): string => {
  const nodes = chosenNodes(app);
  if (nodes.length > 0) return nameNodes(nodes);
  const connections = chosenConnections(app);
  return connections.length === 1 ? 'a connection' : `${connections.length} connections`;
};

let ordered: { readonly design: Design; readonly ids: readonly NodeId[] } | undefined;

/** The nodes in reading order; asked for the same design again, it gives the same list. */
export const nodesInOrder = (design: Design): readonly NodeId[] => {
  if (ordered?.design !== design) ordered = { design, ids: readingOrder(design) };
  return ordered.ids;
};

/**
 * The node that is so many places further in reading order than the chosen one; undefined past either end, so that
 * Tab leaves the canvas there. Without a choice the walk starts at that end.
 */
const nodeAfter = (app: App, steps: 1 | -1): NodeId | undefined => {
  const design = app.state.document?.design;
  if (!design) return undefined;
  const ids = nodesInOrder(design);
  const chosen = ids.flatMap((id, at) => (app.state.view.selection.has(id) ? [at] : []));
  const from = steps === 1 ? chosen.at(-1) : chosen[0];
  if (from !== undefined) return ids[from + steps];
  // From a connection one gets back to where it starts.
  const [connection] = chosenConnections(app);
  if (connection) return ids.find((id) => id === (steps === 1 ? connection.to : connection.from));
  return steps === 1 ? ids[0] : ids.at(-1);
};

const show = (app: App, id: string | undefined): void => {
  if (id === undefined) return;
  app.select([id]);
  app.canvas?.reveal([id]);
};

/** The connection of the chosen node, or beside the chosen connection, that comes next. */
const connectionAfter = (app: App, steps: 1 | -1): ConnectionId | undefined => {
  const node = chosenNode(app);
  const connection = chosenConnection(app);
  const all = app.state.document?.design.connections ?? [];
  const around = walkedFrom.get(app) ?? connection?.from;
  const from = node?.id ?? around;
  if (from === undefined) return undefined;
  const own = all.filter((it) => it.from === from || it.to === from).map(({ id }) => id);
  const at = connection ? own.indexOf(connection.id) : steps === 1 ? -1 : 0;
  walkedFrom.set(app, from);
  return own[(at + steps + own.length) % own.length];
};

/** The node whose connections one walks along. */
const walkedFrom = new WeakMap<App, NodeId>();

const walk = (
  id: string,
  title: string,
  keys: readonly string[],
  find: (app: App) => string | undefined,
): Command =>
  defineCommand({
    id,
    title,
    group: 'edit',
    keys,
    onCanvas: true,
    hidden: true,
    when: (app) => app.state.view.connectingFrom === undefined && find(app) !== undefined,
    run: (app) => show(app, find(app)),
  });

const hasNodes = (app: App): boolean => chosenNodes(app).length > 0;

/** Chooses, besides what is chosen, all that can be reached from it along the connections. */
const reach =
  (...directions: readonly ('incoming' | 'outgoing')[]) =>
  (app: App): void => {
    const { graph } = app;
    const found = new Set<string>(app.state.view.selection);
    const waiting = [...chosenNodes(app)];
    if (directions.length === 1) {
      for (const node of waiting)
        for (const { id } of reachable(graph, node, { direction: directions[0] ?? 'outgoing' }))
          found.add(id);
    } else
      for (let node = waiting.pop(); node; node = waiting.pop())
        for (const other of [...graph.targets(node), ...graph.sources(node)])
          if (!found.has(other.id)) {
            found.add(other.id);
            waiting.push(other);
          }
    for (const { id, from, to } of app.state.document?.design.connections ?? [])
      if (found.has(from) && found.has(to)) found.add(id);
    app.select(found);
  };

export const selectionCommands: readonly Command[] = [
  defineCommand({
    id: 'edit.select-all',
    title: 'Select all',
    group: 'edit',
    keys: ['mod+a'],
    startsSection: true,
    when: hasDesign,
    run: (app) => {
      const { document } = app.state;
      if (!document) return;
      app.select([
        ...document.design.nodes.map(({ id }) => id),
        ...document.design.connections.map(({ id }) => id),
      ]);
    },
  }),
  defineCommand({
    id: 'edit.select-none',
    title: 'Select nothing',
    group: 'edit',
    keys: ['esc'],
    hidden: true,
    when: (app) => app.state.view.selection.size > 0 || app.state.view.connectingFrom !== undefined,
    run: (app) => {
      if (app.state.view.connectingFrom !== undefined) app.setView({ connectingFrom: undefined });
      else app.select([]);
    },
  }),
  defineCommand({
    id: 'edit.select-invert',
    title: 'Invert selection',
    group: 'edit',
    when: (app) => (app.state.document?.design.nodes.length ?? 0) > 0,
    run: (app) => {
      const { document, view } = app.state;
      app.select(
        (document?.design.nodes ?? []).map(({ id }) => id).filter((id) => !view.selection.has(id)),
      );
    },
  }),
  defineCommand({
    id: 'edit.select-connected',
    title: 'Select connected',
    group: 'edit',
    words: 'upstream downstream neighbours flow',
    when: hasNodes,
    run: reach('incoming', 'outgoing'),
  }),
  defineCommand({
    id: 'edit.select-upstream',
    title: 'Select upstream',
    group: 'edit',
    words: 'connected callers sources before',
    when: hasNodes,
    run: reach('incoming'),
  }),
  defineCommand({
    id: 'edit.select-downstream',
    title: 'Select downstream',
    group: 'edit',
    words: 'connected targets after',
    when: hasNodes,
    run: reach('outgoing'),
  }),
  walk('edit.next-node', 'Next node', ['tab'], (app) => nodeAfter(app, 1)),
  walk('edit.previous-node', 'Previous node', ['shift+tab'], (app) => nodeAfter(app, -1)),
  walk('edit.next-connection', 'Next connection of the node', ['n'], (app) =>
    connectionAfter(app, 1),
  ),
  walk('edit.previous-connection', 'Previous connection of the node', ['shift+n'], (app) =>
    connectionAfter(app, -1),
  ),
  defineCommand({
    id: 'edit.leave-canvas',
    title: 'Leave the canvas',
    group: 'edit',
    keys: ['esc'],
    onCanvas: true,
    hidden: true,
    when: (app) => app.canvas !== undefined && app.state.view.selection.size === 0,
    run: (app) => app.canvas?.leaveKeyboard('next'),
  }),
];
