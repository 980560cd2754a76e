import { sortedBy } from '../lib/order.ts';
import type { Connection, Design, Node } from '../model/design.ts';
import { diffItems, type ItemChange } from './array-diff.ts';
import type { KindFacts } from './graph.ts';
import { type Bucket, type ConnectionSlot, type NodeSlot, nodeKey, SortedItems } from './slots.ts';
import type { Tracker } from './tracker.ts';

/** What an update has changed: the keys for `readersOf`, and the subjects that came, went or changed. */
export interface ChangedKeys {
  readonly keys: ReadonlySet<number>;
  /** Ids of nodes that appeared, vanished or changed their kind. */
  readonly nodes: ReadonlySet<string>;
  /** Ids of connections that appeared, vanished, changed ends or type, or whose ends did as `nodes` says. */
  readonly connections: ReadonlySet<string>;
}

type Settings = Pick<Design, 'name' | 'description' | 'region' | 'stage' | 'limits'>;
const emptyDesign = { nodes: [] as readonly Node[], connections: [] as readonly Connection[] };

/** Fewer slots than this are never looked through. */
const leastSwept = 256;

/** The tables behind the graph, kept in step with the design by differences. */
export class DesignIndex {
  settings: Settings = { name: '', region: '' };
  duplicateNodes: ReadonlyMap<string, number> = new Map();
  duplicateConnections: ReadonlyMap<string, number> = new Map();
  readonly settingsKey: number;
  readonly regionKey: number;
  readonly duplicatesKey: number;
  readonly allNodes: Bucket<Node, NodeSlot>;
  readonly allConnections: Bucket<Connection, ConnectionSlot>;

  private design: Pick<Design, 'nodes' | 'connections'> = emptyDesign;
  private readonly nodeSlots = new Map<string, NodeSlot>();
  private readonly connectionSlots = new Map<string, ConnectionSlot>();
  private readonly kinds = new Map<string, Bucket<Node, NodeSlot>>();
  private readonly mechanisms = new Map<string, Bucket<Connection, ConnectionSlot>>();
  private readonly facts: KindFacts;
  private readonly tracker: Tracker;
  /** At how many slots those that nobody needs are looked for: what went leaves its slot behind. */
  private sweepNodesAt = leastSwept;
  private sweepConnectionsAt = leastSwept;
  private keys = new Set<number>();
  private changedNodes = new Set<string>();
  private changedConnections = new Set<string>();

  constructor(facts: KindFacts, tracker: Tracker) {
    this.facts = facts;
    this.tracker = tracker;
    this.settingsKey = tracker.keys(3);
    this.regionKey = this.settingsKey + 1;
    this.duplicatesKey = this.settingsKey + 2;
    this.allNodes = { key: tracker.keys(1), members: new SortedItems() };
    this.allConnections = { key: tracker.keys(1), members: new SortedItems() };
  }

  /** The slot of a node id, whether or not a node has it. */
  nodeSlot(id: string): NodeSlot {
    const present = this.nodeSlots.get(id);
    if (present) return present;
    const slot: NodeSlot = {
      id,
      key: this.tracker.keys(nodeKey.count),
      item: undefined,
      outgoing: new SortedItems(),
      incoming: new SortedItems(),
      children: new SortedItems(),
    };
    this.nodeSlots.set(id, slot);
    return slot;
  }

  connectionSlot(id: string): ConnectionSlot {
    const present = this.connectionSlots.get(id);
    if (present) return present;
    const slot: ConnectionSlot = {
      id,
      key: this.tracker.keys(1),
      item: undefined,
      mechanism: undefined,
      source: undefined,
      target: undefined,
    };
    this.connectionSlots.set(id, slot);
    return slot;
  }

  kind(kind: string): Bucket<Node, NodeSlot> {
    return bucketOf(this.kinds, kind, this.tracker);
  }

  mechanism(mechanism: string): Bucket<Connection, ConnectionSlot> {
    return bucketOf(this.mechanisms, mechanism, this.tracker);
  }

  /** Takes over another version of the design and says what has changed. */
  update(design: Design): ChangedKeys {
    this.keys = new Set();
    this.changedNodes = new Set();
    this.changedConnections = new Set();
    // Not in the update that empties a slot: whoever has read it hears of that first.
    if (this.nodeSlots.size > this.sweepNodesAt) this.sweepNodes();
    if (this.connectionSlots.size > this.sweepConnectionsAt) this.sweepConnections();
    this.updateSettings(design);
    const nodes = diffItems(
      this.design.nodes,
      design.nodes,
      this.duplicateNodes,
      (id) => this.nodeSlots.get(id)?.item,
    );
    const connections = diffItems(
      this.design.connections,
      design.connections,
      this.duplicateConnections,
      (id) => this.connectionSlots.get(id)?.item,
    );
    if (
      !sameCounts(nodes.duplicates, this.duplicateNodes) ||
      !sameCounts(connections.duplicates, this.duplicateConnections)
    )
      this.keys.add(this.duplicatesKey);
    this.duplicateNodes = nodes.duplicates;
    this.duplicateConnections = connections.duplicates;
    // In the order of ids, so that sorted lists grow at their ends.
    for (const change of sortedBy(nodes.changes, ({ id }) => id)) this.changeNode(change);
    for (const change of sortedBy(connections.changes, ({ id }) => id))
      this.changeConnection(change);
    this.design = { nodes: design.nodes, connections: design.connections };
    return { keys: this.keys, nodes: this.changedNodes, connections: this.changedConnections };
  }

  private sweepNodes(): void {
    for (const [id, { item, key, outgoing, incoming, children }] of this.nodeSlots) {
      if (item || outgoing.slots.length || incoming.slots.length || children.slots.length) continue;
      if (this.tracker.giveBack(key, nodeKey.count)) this.nodeSlots.delete(id);
    }
    this.sweepNodesAt = this.nodeSlots.size * 2 + leastSwept;
  }

  private sweepConnections(): void {
    for (const [id, { item, key }] of this.connectionSlots)
      if (!item && this.tracker.giveBack(key, 1)) this.connectionSlots.delete(id);
    this.sweepConnectionsAt = this.connectionSlots.size * 2 + leastSwept;
  }

  private updateSettings({ name, description, region, stage, limits }: Design): void {
    const now = this.settings;
    if (now.region !== region) this.keys.add(this.regionKey);
    if (
      now.name === name &&
      now.description === description &&
      now.region === region &&
      now.stage === stage &&
      now.limits === limits
    )
      return;
    this.keys.add(this.settingsKey);
    this.settings = {
      name,
      region,
      ...(description !== undefined && { description }),
      ...(stage !== undefined && { stage }),
      ...(limits !== undefined && { limits }),
    };
  }

  private changeNode({ id, before, after }: ItemChange<Node>): void {
    const { keys } = this;
    const slot = this.nodeSlot(id);
    slot.item = after;
    const kindChanged = before?.kind !== after?.kind;
    const parentChanged = before?.parent !== after?.parent;
    const oldKind = before && this.kind(before.kind);
    const newKind = after && this.kind(after.kind);
    const oldParent = before?.parent === undefined ? undefined : this.nodeSlot(before.parent);
    const newParent = after?.parent === undefined ? undefined : this.nodeSlot(after.parent);
    if (before && !after) this.allNodes.members.remove(slot);
    else this.allNodes.members.add(slot);
    this.allNodes.members.refresh();
    if (kindChanged) {
      oldKind?.members.remove(slot);
      newKind?.members.add(slot);
    } else newKind?.members.refresh();
    if (parentChanged) {
      oldParent?.children.remove(slot);
      newParent?.children.add(slot);
    } else newParent?.children.refresh();

    if (
      before &&
      after &&
      !kindChanged &&
      !parentChanged &&
      before.name === after.name &&
      before.properties === after.properties
    )
      return;
    keys.add(slot.key + nodeKey.record).add(this.allNodes.key);
    if (oldKind) keys.add(oldKind.key);
    if (newKind) keys.add(newKind.key);
    if (oldParent) keys.add(oldParent.key + nodeKey.children);
    if (newParent) keys.add(newParent.key + nodeKey.children);
    if (kindChanged || parentChanged) keys.add(slot.key + nodeKey.place);
    if (!kindChanged) return;
    this.changedNodes.add(id);
    for (const { id: connection, target } of slot.outgoing.slots) {
      if (target) keys.add(target.key + nodeKey.incoming);
      this.changedConnections.add(connection);
    }
    for (const { id: connection, source } of slot.incoming.slots) {
      if (source) keys.add(source.key + nodeKey.outgoing);
      this.changedConnections.add(connection);
    }
  }

  private changeConnection({ id, before, after }: ItemChange<Connection>): void {
    const { keys } = this;
    const slot = this.connectionSlot(id);
    const { source: oldSource, target: oldTarget, mechanism: oldMechanism } = slot;
    slot.item = after;
    slot.source = after && this.nodeSlot(after.from);
    slot.target = after && this.nodeSlot(after.to);
    slot.mechanism = after && this.facts.mechanismOf(after.type);
    if (before && !after) this.allConnections.members.remove(slot);
    else this.allConnections.members.add(slot);
    this.allConnections.members.refresh();
    move(slot, oldSource?.outgoing, slot.source?.outgoing);
    move(slot, oldTarget?.incoming, slot.target?.incoming);
    const oldBucket = oldMechanism === undefined ? undefined : this.mechanism(oldMechanism);
    const newBucket = slot.mechanism === undefined ? undefined : this.mechanism(slot.mechanism);
    move(slot, oldBucket?.members, newBucket?.members);

    const shapeChanged =
      before?.type !== after?.type || before?.from !== after?.from || before?.to !== after?.to;
    if (!shapeChanged && before?.properties === after?.properties) return;
    keys.add(slot.key).add(this.allConnections.key);
    if (oldBucket) keys.add(oldBucket.key);
    if (newBucket) keys.add(newBucket.key);
    for (const end of [oldSource, slot.source]) if (end) keys.add(end.key + nodeKey.outgoing);
    for (const end of [oldTarget, slot.target]) if (end) keys.add(end.key + nodeKey.incoming);
    if (shapeChanged) this.changedConnections.add(id);
  }
}

const move = (
  slot: ConnectionSlot,
  from: SortedItems<Connection, ConnectionSlot> | undefined,
  to: SortedItems<Connection, ConnectionSlot> | undefined,
): void => {
  if (from !== to) {
    from?.remove(slot);
    to?.add(slot);
  } else to?.refresh();
};

const bucketOf = <T, S extends { readonly id: string; item: T | undefined }>(
  buckets: Map<string, Bucket<T, S>>,
  name: string,
  tracker: Tracker,
): Bucket<T, S> => {
  const present = buckets.get(name);
  if (present) return present;
  const bucket: Bucket<T, S> = { key: tracker.keys(1), members: new SortedItems() };
  buckets.set(name, bucket);
  return bucket;
};

const sameCounts = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, count]) => b.get(id) === count);
