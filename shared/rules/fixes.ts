import type { Connection, Graph, Node } from '../graph/graph.ts';
import type { Json } from '../lib/json.ts';
import { kebabCase } from '../lib/words.ts';
import type { Design } from '../model/design.ts';
import {
  addNode,
  connect,
  deleteItems,
  type Edit,
  type NewConnection,
} from '../model/edits/index.ts';
import type { NodeId } from '../model/ids.ts';
import { freshNodeId } from '../model/new-design.ts';
import { absolutePosition, findNode } from '../model/tree.ts';
import { type CatalogFacts, isReference, type KindEntry } from './catalog-facts.ts';
import type { Fix } from './rule.ts';

/*
 * Edits that several rules offer. They take ids, and look the nodes up in the design they are applied to.
 */

/** A node for a fix to add. */
export interface Addition {
  readonly kind: string;
  readonly name: string;
  readonly properties?: Readonly<Record<string, Json>>;
  /** The container; the neighbour's unless said otherwise. */
  readonly parent?: NodeId | undefined;
}

/** Right of the neighbour and a little below, so that neither hides the other. */
const offset = { x: 240, y: 120 };

/** Adds a node beside another; `then` gets its id and says what to do with it. */
export const addBeside =
  (neighbour: NodeId, addition: Addition, then: (id: NodeId) => readonly Edit[]): Edit =>
  (design) => {
    const near = findNode(design, neighbour);
    if (!near) return design;
    const id = freshNodeId(design, addition.name);
    const parent = 'parent' in addition ? addition.parent : near.parent;
    const from = absolutePosition(design, near.id);
    const origin = absolutePosition(design, parent);
    const position = { x: from.x - origin.x + offset.x, y: from.y - origin.y + offset.y };
    const { kind, name, properties = {} } = addition;
    const added = addNode({
      id,
      kind,
      name,
      properties,
      position,
      ...(parent !== undefined && { parent }),
    })(design);
    return added === design ? design : then(id).reduce((before, edit) => edit(before), added);
  };

/** Adds a node beside another and connects it. */
export const addConnected = (
  neighbour: NodeId,
  addition: Addition,
  connections: (id: NodeId) => readonly NewConnection[],
): Edit =>
  addBeside(neighbour, addition, (id) => connections(id).map((connection) => connect(connection)));

/** The kind of the container that counts for placement: groups mean nothing to AWS. */
export const containerOf = (graph: Graph, node: Node): Node | undefined =>
  graph.ancestors(node).find(({ kind }) => kind !== 'group');

/** True when a node of the kind may stand on the empty canvas: it says so, or its region is then the design's. */
export const mayStandOnCanvas = ({ placement }: KindEntry): boolean =>
  placement.parents.includes('canvas') || placement.parents.includes('region');

/**
 * The nearest place for a node of the kind, from the innermost of these containers outwards: an id, or undefined
 * for the canvas. `none` when neither they nor the canvas may hold it.
 */
export const nearestPlace = (
  containers: readonly Node[],
  entry: KindEntry,
): NodeId | undefined | 'none' => {
  for (const [at, container] of containers.entries()) {
    // A group means nothing to AWS: what counts is the container around it.
    const real = containers.slice(at).find(({ kind }) => kind !== 'group');
    if (real ? entry.placement.parents.includes(real.kind) : mayStandOnCanvas(entry))
      return container.id;
  }
  return mayStandOnCanvas(entry) ? undefined : 'none';
};

/**
 * The nearest container around a node that may hold a node of the kind: an id, or undefined for the canvas.
 * `none` when there is no such place.
 */
export const nearestContainer = (
  graph: Graph,
  around: Node,
  entry: KindEntry,
): NodeId | undefined | 'none' => nearestPlace(graph.ancestors(around), entry);

/** The properties that something new must be given: AWS wants them, none has a default, and they count from the start. */
export const neededProperties = (catalog: CatalogFacts, kindOrType: string): readonly string[] => {
  const table = catalog.properties(kindOrType) ?? {};
  const asNew = (property: string): Json | undefined => table[property]?.default;
  return Object.entries(table).flatMap(([property, { required, when }]) =>
    required && asNew(property) === undefined && when?.(asNew) !== false ? [property] : [],
  );
};

/**
 * The properties a new node of the kind needs: none, or names where AWS wants one. Undefined when it needs
 * something that only the user knows.
 */
export const startingProperties = (
  catalog: CatalogFacts,
  kindOrType: string,
  name: string,
): Readonly<Record<string, Json>> | undefined => {
  const start: Record<string, Json> = {};
  for (const property of neededProperties(catalog, kindOrType)) {
    if (!/^name$|Name$/.test(property)) return undefined;
    start[property] = kebabCase(name);
  }
  return start;
};

/** Applies an edit only while the design still has all of the ids. */
export const whileThere =
  (ids: readonly string[], edit: Edit): Edit =>
  (design: Design) =>
    ids.every(
      (id) =>
        design.nodes.some((node) => node.id === id) ||
        design.connections.some((it) => it.id === id),
    )
      ? edit(design)
      : design;

/** Adds a node as near to another as its kind may stand, and connects it; no fix where there is no such place. */
export const addNear = (
  graph: Graph,
  catalog: CatalogFacts,
  title: string,
  around: Node,
  addition: Addition,
  connections: (id: NodeId) => readonly NewConnection[],
): readonly Fix[] => {
  const entry = catalog.kind(addition.kind);
  const parent = entry ? nearestContainer(graph, around, entry) : 'none';
  return parent === 'none'
    ? []
    : [{ title, edit: addConnected(around.id, { ...addition, parent }, connections) }];
};

/** Removes a connection, and what refers to it. */
export const removeConnection = (
  catalog: CatalogFacts,
  { id }: Connection,
  title = 'Remove the connection',
): Fix => ({ title, edit: deleteItems([id], { isReference: isReference(catalog) }) });
