import { serviceOf } from '../../shared/catalog/catalog.ts';
import { isContainer } from '../../shared/catalog/node-size.ts';
import type { ServiceDefinition } from '../../shared/catalog/service.ts';
import type { Design, Position } from '../../shared/model/design.ts';
import { addNode, type Edit } from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { freshNodeId } from '../../shared/model/new-design.ts';
import { absolutePosition, findNode } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { withRecent } from '../store/settings.ts';
import {
  containerAt,
  type Holder,
  holderFor,
  mayHold,
  newSizeOf,
  onGrid,
  roomFor,
} from './placement.ts';

/** The type of what the palette drags: a kind of the catalog. */
export const draggedKind = 'application/x-isobar-kind';

/** How many kinds the palette remembers as lately added. */
const recentCount = 8;

/** Where a node of the kind comes to stand when it is dropped with its middle at a point of the canvas. */
export interface Landing extends Holder {
  /** The node's corner on the canvas. */
  readonly corner: Position;
}

/** What the canvas shows while something is dragged, and what dropping it then does. */
export const landingAt = (design: Design, kind: string, at: Position): Landing => {
  const { width, height } = newSizeOf(kind);
  const corner = onGrid({ x: at.x - width / 2, y: at.y - height / 2 });
  const wish = containerAt(design, at);
  const holder = holderFor(design, kind, wish, at);
  // Where it was dropped is right as long as that is the container it goes into.
  return holder.parent === wish
    ? { ...holder, corner }
    : { ...holder, corner: roomFor(design, holder.parent, { width, height }, corner) };
};

/** `SQS queue`, then `SQS queue 2`: two of one name are hard to tell apart in a list. */
const freeName = (design: Design, title: string): string => {
  const taken = new Set(design.nodes.map(({ name }) => name));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? title : `${title} ${count}`;
    if (!taken.has(name)) return name;
  }
};

/** A node of the kind that is not there yet: its id, its name, and the edit that puts it where it lands. */
export const newNode = (
  app: App,
  design: Design,
  { kind, title, placement }: ServiceDefinition,
  { parent, corner }: Landing,
): { readonly id: NodeId; readonly edit: Edit } => {
  const id = freshNodeId(design, title);
  const origin = absolutePosition(design, parent);
  return {
    id,
    edit: addNode({
      id,
      kind,
      name: freeName(design, title),
      position: { x: corner.x - origin.x, y: corner.y - origin.y },
      properties: kind === 'lambda' ? { runtime: app.state.settings.runtime } : {},
      ...(placement.isContainer === true && { size: newSizeOf(kind) }),
      ...(parent !== undefined && { parent }),
    }),
  };
};

/** Remembers a kind as lately added, and says where the new node came to stand when that is elsewhere than asked. */
export const tellAdded = (app: App, kind: string, { why }: Landing): void => {
  if (why !== undefined) app.notify({ tone: 'info', text: why });
  const { recentKinds } = app.state.settings;
  if (recentKinds[0] !== kind)
    app.setSettings({ recentKinds: withRecent(recentKinds, kind, recentCount) });
};

const add = (app: App, kind: string, landing: Landing): NodeId | undefined => {
  const design = app.state.document?.design;
  const service = serviceOf(kind);
  if (!design || !service) return undefined;
  const { id, edit } = newNode(app, design, service, landing);
  if (!app.edit(`Add ${service.title}`, edit, { select: [id] })) return undefined;
  tellAdded(app, kind, landing);
  return id;
};

/** Adds a node of the kind with its middle at a point of the canvas, and chooses it. Gives its id. */
export const addService = (app: App, kind: string, at: Position): NodeId | undefined => {
  const design = app.state.document?.design;
  return design && add(app, kind, landingAt(design, kind, at));
};

/** The container that is chosen alone, if it may hold the kind. */
const chosenHolder = (app: App, design: Design, kind: string): NodeId | undefined => {
  const [id, ...others] = app.state.view.selection;
  const node = id === undefined || others.length > 0 ? undefined : findNode(design, id);
  return node && isContainer(node) && mayHold(design, node.id, kind) ? node.id : undefined;
};

/** What somebody who only clicked did not ask for: a network around a service that needs none. */
const outOfNetwork = (design: Design, kind: string, id: NodeId | undefined): NodeId | undefined => {
  const node = id === undefined ? undefined : findNode(design, id);
  const isNetwork = node?.kind === 'vpc' || node?.kind === 'subnet';
  return isNetwork && serviceOf(kind)?.placement.vpc !== 'required'
    ? outOfNetwork(design, kind, node.parent)
    : node?.id;
};

/** Where a node of the kind comes to stand when nobody says where: where there is room near the middle of the view. */
const freeLanding = (app: App, design: Design, kind: string): Landing => {
  const seen = app.canvas?.visible() ?? { x: 0, y: 0, width: 800, height: 600 };
  const middle = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
  const size = newSizeOf(kind);
  const wish = { x: middle.x - size.width / 2, y: middle.y - size.height / 2 };
  const chosen = chosenHolder(app, design, kind);
  const holder: Holder =
    chosen !== undefined
      ? { parent: chosen }
      : holderFor(design, kind, outOfNetwork(design, kind, containerAt(design, middle)), middle);
  return { ...holder, corner: roomFor(design, holder.parent, size, wish) };
};

/** Adds a node of the kind where there is room, in the chosen container if that may hold it, and shows it. */
export const addServiceHere = (app: App, kind: string): NodeId | undefined => {
  const design = app.state.document?.design;
  const id = design && add(app, kind, freeLanding(app, design, kind));
  if (id !== undefined) app.canvas?.reveal([id]);
  return id;
};
