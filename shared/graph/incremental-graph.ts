import { type ChangedKeys, DesignIndex } from './design-index.ts';
import type {
  Connection,
  ConnectionFilter,
  Design,
  Duplicate,
  Graph,
  KindFacts,
  Node,
  Subject,
} from './graph.ts';
import { isNode, own } from './property-values.ts';
import { matches, mergeItems, uniqueById } from './selection.ts';
import { type NodeSlot, nodeKey } from './slots.ts';
import { type Keys, Tracker } from './tracker.ts';
import { TypedValues } from './typed-values.ts';

export type { ChangedKeys };

/** A graph that follows its design by differences and knows which run has read what. */
export interface IncrementalGraph extends Graph {
  /** Takes over another version of the design. Cheap when it shares most of its items with the last one. */
  update(design: Design): ChangedKeys;
  /** Runs the function and remembers what it reads as the dependencies of the run, in place of its earlier ones. */
  track(runId: number, run: () => void): void;
  /** The runs whose answers may differ now; each once. */
  readersOf(keys: Keys): readonly number[];
  /** Forgets the dependencies of a run that will not happen again. */
  forget(runId: number): void;
}

/** A graph over the design. Equal ids, dangling ends, circles of parents and values of wrong types do no harm. */
export const createGraph = (facts: KindFacts, design: Design): IncrementalGraph => {
  const graph = new TrackedGraph(facts);
  graph.update(design);
  return graph;
};

type NodeArgument = string | Node;

const placedInSubnet: ConnectionFilter = { mechanism: 'network-placement', kind: 'subnet' };
const placedInVpc: ConnectionFilter = { mechanism: 'network-placement', kind: 'vpc' };
const attachedGroup: ConnectionFilter = {
  mechanism: 'security-attachment',
  kind: 'security-group',
};

/** How deep containers may lie before one looks for circles among them. */
const plainDepth = 8;

class TrackedGraph extends TypedValues implements IncrementalGraph {
  private readonly tracker = new Tracker();
  private readonly index: DesignIndex;
  private readonly facts: KindFacts;
  private lastSubject: Subject | undefined;
  private lastKey = 0;

  constructor(facts: KindFacts) {
    super(facts);
    this.facts = facts;
    this.index = new DesignIndex(facts, this.tracker);
  }

  update(design: Design): ChangedKeys {
    this.lastSubject = undefined;
    return this.index.update(design);
  }

  track(runId: number, run: () => void): void {
    this.tracker.begin(runId);
    try {
      run();
    } finally {
      this.tracker.end();
    }
  }

  readersOf(keys: Keys): readonly number[] {
    return this.tracker.readersOf(keys);
  }

  forget(runId: number): void {
    this.tracker.forget(runId);
  }

  get settings(): Graph['settings'] {
    this.tracker.read(this.index.settingsKey);
    return this.index.settings;
  }

  duplicates(): readonly Duplicate[] {
    this.tracker.read(this.index.duplicatesKey);
    const { duplicateNodes, duplicateConnections } = this.index;
    return [
      ...[...duplicateNodes].map(([id, count]) => ({ what: 'node' as const, id, count })),
      ...[...duplicateConnections].map(([id, count]) => ({
        what: 'connection' as const,
        id,
        count,
      })),
    ];
  }

  node(id: string): Node | undefined {
    return this.record(this.index.nodeSlot(id));
  }

  connection(id: string): Connection | undefined {
    const slot = this.index.connectionSlot(id);
    this.tracker.read(slot.key);
    return slot.item;
  }

  nodes(...kinds: readonly string[]): readonly Node[] {
    const buckets =
      kinds.length === 0 ? [this.index.allNodes] : kinds.map((kind) => this.index.kind(kind));
    for (const { key } of buckets) this.tracker.read(key);
    return mergeItems(buckets.map(({ members }) => members.items));
  }

  connections(...mechanisms: readonly string[]): readonly Connection[] {
    const buckets =
      mechanisms.length === 0
        ? [this.index.allConnections]
        : mechanisms.map((mechanism) => this.index.mechanism(mechanism));
    for (const { key } of buckets) this.tracker.read(key);
    return mergeItems(buckets.map(({ members }) => members.items));
  }

  outgoing(node: NodeArgument, filter?: ConnectionFilter): readonly Connection[] {
    const slot = this.slot(node);
    this.tracker.read(slot.key + nodeKey.outgoing);
    const { outgoing } = slot;
    if (!filter || outgoing.slots.length === 0) return outgoing.items;
    const from = slot.item?.kind;
    return outgoing.where((connection, entry) => {
      const to = entry.target?.item?.kind;
      return (
        matches(filter, connection.type, entry.mechanism, to) &&
        this.fits(filter, connection.type, from, to)
      );
    });
  }

  incoming(node: NodeArgument, filter?: ConnectionFilter): readonly Connection[] {
    const slot = this.slot(node);
    this.tracker.read(slot.key + nodeKey.incoming);
    const { incoming } = slot;
    if (!filter || incoming.slots.length === 0) return incoming.items;
    const to = slot.item?.kind;
    return incoming.where((connection, entry) => {
      const from = entry.source?.item?.kind;
      return (
        matches(filter, connection.type, entry.mechanism, from) &&
        this.fits(filter, connection.type, from, to)
      );
    });
  }

  /** Whether a connection that was asked for by type or mechanism joins the kinds that its type is for. */
  private fits(
    filter: ConnectionFilter,
    type: string,
    from: string | undefined,
    to: string | undefined,
  ): boolean {
    if (filter.mechanism === undefined && filter.type === undefined) return true;
    const ends = this.facts.endsOf?.(type);
    if (!ends) return true;
    return (from === undefined || from === ends.from) && (to === undefined || to === ends.to);
  }

  targets(node: NodeArgument, filter?: ConnectionFilter): readonly Node[] {
    return uniqueById(this.outgoing(node, filter), (connection) => this.target(connection));
  }

  sources(node: NodeArgument, filter?: ConnectionFilter): readonly Node[] {
    return uniqueById(this.incoming(node, filter), (connection) => this.source(connection));
  }

  source(connection: Connection): Node | undefined {
    return this.record(this.index.nodeSlot(connection.from));
  }

  target(connection: Connection): Node | undefined {
    return this.record(this.index.nodeSlot(connection.to));
  }

  mechanism(connection: Connection): string | undefined {
    return this.facts.mechanismOf(connection.type);
  }

  children(node: NodeArgument): readonly Node[] {
    const slot = this.slot(node);
    this.tracker.read(slot.key + nodeKey.children);
    return slot.children.items;
  }

  parent(node: NodeArgument): Node | undefined {
    const parent = this.parentSlot(this.slot(node));
    return parent && this.record(parent);
  }

  ancestors(node: NodeArgument): readonly Node[] {
    return this.ancestorSlots(this.slot(node)).flatMap((slot) => this.record(slot) ?? []);
  }

  container(node: NodeArgument, ...kinds: readonly string[]): Node | undefined {
    let slot = this.parentSlot(this.slot(node));
    // Most nodes are in one or two containers: what was seen is only kept for those that might go in a circle.
    let seen: Set<NodeSlot> | undefined;
    for (let depth = 0; slot?.item && !seen?.has(slot); depth++) {
      if (kinds.includes(slot.item.kind)) return this.record(slot);
      if (depth === plainDepth) seen = new Set();
      seen?.add(slot);
      slot = this.parentSlot(slot);
    }
    return undefined;
  }

  region(node: NodeArgument): string {
    const slot = this.slot(node);
    this.tracker.read(slot.key + nodeKey.place);
    const kind = slot.item?.kind;
    const pinned = kind === undefined ? undefined : this.facts.pinnedRegion(kind);
    if (pinned !== undefined) return pinned;
    const container = kind === 'region' ? this.record(slot) : this.container(node, 'region');
    const code = container && this.text(container, 'code');
    if (code !== undefined) return code;
    this.tracker.read(this.index.regionKey);
    return this.index.settings.region;
  }

  subnets(node: NodeArgument): readonly Node[] {
    const container = this.container(node, 'subnet');
    const named = this.targets(node, placedInSubnet);
    return container ? mergeItems([[container], named]) : named;
  }

  vpc(node: NodeArgument): Node | undefined {
    const own = this.vpcAround(node);
    if (own) return own;
    for (const subnet of this.subnets(node)) {
      const vpc = this.vpcAround(subnet);
      if (vpc) return vpc;
    }
    return undefined;
  }

  securityGroups(node: NodeArgument): readonly Node[] {
    const slot = this.slot(node);
    this.tracker.read(slot.key + nodeKey.place);
    // Between two groups the same mechanism is a rule that lets one into the other.
    if (slot.item?.kind === 'security-group') return [];
    return this.sources(node, attachedGroup);
  }

  isSet(subject: Subject, property: string): boolean {
    this.readSubject(subject);
    return own(subject, property) !== undefined;
  }

  nodeRef(subject: Subject, property: string): Node | undefined {
    const id = this.text(subject, property);
    return id === undefined ? undefined : this.node(id);
  }

  connectionRef(subject: Subject, property: string): Connection | undefined {
    const id = this.text(subject, property);
    return id === undefined ? undefined : this.connection(id);
  }

  /** Whoever gets a node may read all of it. */
  private record(slot: NodeSlot): Node | undefined {
    this.tracker.read(slot.key + nodeKey.record);
    return slot.item;
  }

  protected readSubject(subject: Subject): void {
    if (subject !== this.lastSubject) {
      this.lastSubject = subject;
      this.lastKey = isNode(subject)
        ? this.index.nodeSlot(subject.id).key + nodeKey.record
        : this.index.connectionSlot(subject.id).key;
    }
    this.tracker.read(this.lastKey);
  }

  private slot(node: NodeArgument): NodeSlot {
    return this.index.nodeSlot(typeof node === 'string' ? node : node.id);
  }

  /** The place of the parent; what it holds counts as read only as far as its place goes. */
  private parentSlot(slot: NodeSlot): NodeSlot | undefined {
    this.tracker.read(slot.key + nodeKey.place);
    const parent = slot.item?.parent;
    if (parent === undefined) return undefined;
    const above = this.index.nodeSlot(parent);
    this.tracker.read(above.key + nodeKey.place);
    return above;
  }

  private vpcAround(node: NodeArgument): Node | undefined {
    return this.container(node, 'vpc') ?? this.targets(node, placedInVpc)[0];
  }

  private ancestorSlots(slot: NodeSlot): readonly NodeSlot[] {
    const found: NodeSlot[] = [];
    let above = this.parentSlot(slot);
    while (above?.item && above !== slot && !found.includes(above)) {
      found.push(above);
      above = this.parentSlot(above);
    }
    return found;
  }
}
