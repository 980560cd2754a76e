import { connectionOf } from '../../shared/catalog/catalog.ts';
import type { ConnectionDefinition } from '../../shared/catalog/connection.ts';
import type { ServiceDefinition } from '../../shared/catalog/service.ts';
import type { Detour } from '../../shared/connecting/detour.ts';
import {
  addAndConnect,
  changeMeaning,
  connectionWords,
  makeWay,
  type Reconnection,
  turn,
} from '../../shared/connecting/edits.ts';
import type { PairWay } from '../../shared/connecting/pair.ts';
import { missingSettings } from '../../shared/connecting/settings.ts';
import { quoted } from '../../shared/connecting/words.ts';
import type { Connection, Design, Node, Position } from '../../shared/model/design.ts';
import { deleteItems, sequence } from '../../shared/model/edits/index.ts';
import { absolutePosition, findNode } from '../../shared/model/tree.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { isReference } from '../../shared/rules/catalog-facts.ts';
import type { App } from '../store/app-store.ts';
import { type Landing, landingAt, newNode, tellAdded } from './add-service.ts';
import { newSizeOf, roomFor } from './placement.ts';

/*
 * What the gestures of connecting do to the open design: each is one step.
 */

const designOf = (app: App): Design | undefined => app.state.document?.design;

/** Shows what only the person knows about a new connection: the field waits in the inspector. */
const askForMissing = (app: App, id: string): void => {
  const connection = designOf(app)?.connections.find((each) => each.id === id);
  const definition = connection && connectionOf(connection.type);
  const [name] = connection && definition ? missingSettings(connection, definition) : [];
  if (name === undefined) return;
  app.setView(({ open }) => ({
    property: { owner: id, name },
    inspectorTab: 'properties',
    open: { ...open, right: true },
  }));
  app.notify({ tone: 'info', text: `The connection needs one more thing: "${name}".` });
};

/** Makes one connection; it is the chosen one then, unless `isChosen` says otherwise. True when it was made. */
export const drawWay = (
  app: App,
  way: PairWay,
  source: Node,
  target: Node,
  { isChosen = true }: { readonly isChosen?: boolean } = {},
): boolean => {
  const design = designOf(app);
  if (!design) return false;
  const { id, label, edit, told } = makeWay(design, way, source, target);
  if (!app.edit(label, edit, isChosen ? { select: [id] } : {})) return false;
  if (told !== undefined) app.notify({ tone: 'info', text: told });
  askForMissing(app, id);
  return true;
};

/** Builds the way round and chooses what was added; what was `replaced` goes. */
export const buildDetour = (app: App, detour: Detour, replaced?: Connection): boolean => {
  const design = designOf(app);
  if (!design || !detour.edit) return false;
  const edit = replaced
    ? sequence(detour.edit, deleteItems([replaced.id], { isReference: isReference(catalogFacts) }))
    : detour.edit;
  const before = new Set<string>([...design.nodes, ...design.connections].map(({ id }) => id));
  if (!app.edit(detour.title, edit)) return false;
  const after = designOf(app) ?? design;
  const isNew = ({ id }: { readonly id: string }): boolean => !before.has(id);
  const nodes = after.nodes.filter(isNew).map(({ id }) => id);
  // Where all of it was there, the new lines are what was made.
  app.select(nodes.length > 0 ? nodes : after.connections.filter(isNew).map(({ id }) => id));
  app.canvas?.reveal(nodes);
  return true;
};

/** Where a new node comes to stand when nobody points: beside the node it is connected to. */
const landingBeside = (design: Design, kind: string, near: Node, isIncoming: boolean): Landing => {
  const { x, y } = absolutePosition(design, near.id);
  const { width, height } = newSizeOf(kind);
  const beside = { x: x + (isIncoming ? -1 : 1) * (newSizeOf(near.kind).width + 96), y };
  const landing = landingAt(design, kind, {
    x: beside.x + width / 2,
    y: beside.y + height / 2,
  });
  return { ...landing, corner: roomFor(design, landing.parent, { width, height }, beside) };
};

/** Adds a service and connects it, as one step; at a point of the canvas or beside the node. Chooses the new node. */
export const connectToNew = (
  app: App,
  node: Node,
  service: ServiceDefinition,
  way: PairWay,
  { at, isIncoming }: { readonly at: Position | undefined; readonly isIncoming: boolean },
): boolean => {
  const design = designOf(app);
  if (!design) return false;
  const landing = at
    ? landingAt(design, service.kind, at)
    : landingBeside(design, service.kind, node, isIncoming);
  const { id, edit } = newNode(app, design, service, landing);
  // The way is that of a line from the one to the other; a line into the node starts at the new one.
  const drawn = isIncoming ? { ...way, isReversed: !way.isReversed } : way;
  const label = `Connect ${quoted(node.name)} to a new ${service.title}`;
  if (!app.edit(label, addAndConnect(edit, id, drawn, node.id), { select: [id] })) return false;
  tellAdded(app, service.kind, landing);
  if (!at) app.canvas?.reveal([id]);
  const made = designOf(app)?.connections.find(({ from, to }) => from === id || to === id);
  if (made) askForMissing(app, made.id);
  return true;
};

/** Hangs an end of a connection on another node, and says so when the connection is another thing then. */
export const hangOn = (
  app: App,
  connection: Connection,
  end: 'from' | 'to',
  node: Node,
  move: Extract<Reconnection, { readonly kind: 'possible' }>,
): boolean => {
  const what = end === 'from' ? 'Start' : 'End';
  const label = `${what} the connection at ${quoted(node.name)}`;
  if (!app.edit(label, move.edit, { select: [connection.id] })) return false;
  const row = connectionOf(move.type);
  const design = designOf(app);
  const other = design && findNode(design, end === 'from' ? connection.to : connection.from);
  if (!move.isTypeKept && row && other) {
    const [source, target] = end === 'from' ? [node, other] : [other, node];
    app.notify({
      tone: 'info',
      text: `It means something else between these two: ${quoted(source.name)} ${row.label} ${quoted(target.name)}.`,
    });
  }
  askForMissing(app, connection.id);
  return true;
};

/** Gives a connection another meaning; settings that the new one has as well stay. */
export const giveMeaning = (app: App, connection: Connection, row: ConnectionDefinition): void => {
  app.edit(`Change the connection to "${row.label}"`, changeMeaning(connection.id, row));
  askForMissing(app, connection.id);
};

/** Turns a connection round. */
export const turnRound = (app: App, connection: Connection, row: ConnectionDefinition): void => {
  const design = designOf(app);
  if (!design) return;
  app.edit(`Reverse ${connectionWords(design, connection)}`, turn(connection.id, row));
  askForMissing(app, connection.id);
};
