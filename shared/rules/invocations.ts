import type { ChangedKeys, IncrementalGraph } from '../graph/incremental-graph.ts';
import { linkMatches } from './on.ts';
import type { Finding, Place, Rule } from './rule.ts';

/** One rule on one subject. */
export interface Invocation {
  /** The number under which the graph remembers what it reads. */
  readonly run: number;
  readonly rule: Rule;
  readonly place: Place;
  findings: readonly Finding[];
  /** What it found no longer counts: it has to run (again), or is gone. */
  isStale: boolean;
}

interface Work {
  /** There are invocations less. */
  readonly isSmaller: boolean;
  /** Those to run, each once. */
  readonly due: readonly Invocation[];
}

/** Which rules have to run on what; kept in step with the graph. */
export class InvocationTable {
  private readonly graph: IncrementalGraph;
  private readonly nodeRules: readonly Rule[];
  private readonly linkRules: readonly Rule[];
  private readonly connectionRules: readonly Rule[];
  private readonly designRules: readonly Rule[];
  private readonly rulesOfKind = new Map<string, readonly Rule[]>();
  private readonly rulesOfLink = new Map<string, readonly Rule[]>();
  private readonly byRun: (Invocation | undefined)[] = [];
  private readonly freeRuns: number[] = [];
  private readonly ofNode = new Map<string, readonly Invocation[]>();
  private readonly ofConnection = new Map<string, readonly Invocation[]>();
  private started = false;
  size = 0;

  /** Whether a connection type is one between these kinds. */
  private readonly fits: (type: string, from: string, to: string) => boolean;

  constructor(
    rules: readonly Rule[],
    graph: IncrementalGraph,
    fits: (type: string, from: string, to: string) => boolean,
  ) {
    this.graph = graph;
    this.fits = fits;
    this.nodeRules = rules.filter(({ on }) => on.target.what === 'nodes');
    this.linkRules = rules.filter(({ on }) => on.target.what === 'links');
    this.connectionRules = rules.filter(({ on }) => on.target.what === 'connections');
    this.designRules = rules.filter(({ on }) => on.target.what === 'design');
  }

  /** Takes over what an update of the graph has changed; says what need not and what must run. */
  update(changed: ChangedKeys): Work {
    const due: Invocation[] = [];
    const before = this.size;
    for (const id of changed.nodes) this.drop(this.ofNode, id);
    for (const id of changed.connections) this.drop(this.ofConnection, id);
    const isSmaller = this.size < before;
    for (const run of this.graph.readersOf(changed.keys)) {
      const invocation = this.byRun[run];
      if (!invocation) continue;
      invocation.isStale = true;
      due.push(invocation);
    }
    if (!this.started) {
      this.started = true;
      for (const rule of this.designRules) due.push(this.add(rule, { kind: 'design' }));
    }
    for (const id of changed.nodes) this.addNode(id, due);
    for (const id of changed.connections) this.addConnection(id, due);
    return { isSmaller, due };
  }

  /** What the check gets; null when the subject is not there. Reads of it are tracked. */
  subjectOf({ rule, place }: Invocation): unknown {
    if (place.kind === 'design') return undefined;
    if (place.kind === 'node') return this.graph.node(place.id) ?? null;
    const connection = this.graph.connection(place.id);
    if (!connection) return null;
    if (rule.on.target.what === 'connections') return connection;
    const source = this.graph.source(connection);
    const target = this.graph.target(connection);
    return source && target ? { connection, source, target } : null;
  }

  private addNode(id: string, due: Invocation[]): void {
    const node = this.graph.node(id);
    if (!node) return;
    let rules = this.rulesOfKind.get(node.kind);
    if (!rules) {
      rules = this.nodeRules.filter(
        ({ on: { target } }) =>
          target.what === 'nodes' &&
          (target.kinds.length === 0 || target.kinds.includes(node.kind)),
      );
      this.rulesOfKind.set(node.kind, rules);
    }
    this.addAll(this.ofNode, rules, { kind: 'node', id }, due);
  }

  private addConnection(id: string, due: Invocation[]): void {
    const connection = this.graph.connection(id);
    if (!connection) return;
    const { type } = connection;
    const from = this.graph.source(connection)?.kind;
    const to = this.graph.target(connection)?.kind;
    const place: Place = { kind: 'connection', id };
    if (from === undefined || to === undefined) {
      this.addAll(this.ofConnection, this.connectionRules, place, due);
      return;
    }
    const key = `${type} ${from} ${to}`;
    let rules = this.rulesOfLink.get(key);
    if (!rules) {
      const mechanism = this.graph.mechanism(connection);
      const fits = this.fits(type, from, to);
      const matching = this.linkRules.filter(
        ({ on: { target } }) =>
          target.what === 'links' &&
          linkMatches(target.filter, type, mechanism, from, to) &&
          // A rule about a mechanism reads settings that only a connection between the right kinds has.
          (fits || (target.filter.mechanism === undefined && target.filter.type === undefined)),
      );
      rules = [...this.connectionRules, ...matching];
      this.rulesOfLink.set(key, rules);
    }
    this.addAll(this.ofConnection, rules, place, due);
  }

  private addAll(
    table: Map<string, readonly Invocation[]>,
    rules: readonly Rule[],
    place: Exclude<Place, { kind: 'design' }>,
    due: Invocation[],
  ): void {
    const added = rules.map((rule) => this.add(rule, place));
    table.set(place.id, added);
    for (const invocation of added) due.push(invocation);
  }

  private add(rule: Rule, place: Place): Invocation {
    const run = this.freeRuns.pop() ?? this.byRun.length;
    const invocation: Invocation = { run, rule, place, findings: [], isStale: true };
    this.byRun[run] = invocation;
    this.size++;
    return invocation;
  }

  private drop(table: Map<string, readonly Invocation[]>, id: string): void {
    for (const invocation of table.get(id) ?? []) {
      invocation.isStale = true;
      this.graph.forget(invocation.run);
      this.byRun[invocation.run] = undefined;
      this.freeRuns.push(invocation.run);
      this.size--;
    }
    table.delete(id);
  }
}
