import type { ChangedKeys, IncrementalGraph } from '../graph/incremental-graph.ts';
import { linkMatches } from './on.ts';
import type { Finding, Place, Rule } from './rule.ts';

/** One rule on one subject. */
export interface Invocation {
  /** The number under which the graph remembers what it reads. */
  readonly run: number;
  readonly rule: Rule;
  readonly place: Place;
  /** A text to sort by where two findings are otherwise equal. */
  readonly order: string;
  findings: readonly Finding[];
}

interface Work {
  readonly gone: ReadonlySet<Invocation>;
  readonly due: Set<Invocation>;
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

  constructor(rules: readonly Rule[], graph: IncrementalGraph) {
    this.graph = graph;
    this.nodeRules = rules.filter(({ on }) => on.target.what === 'nodes');
    this.linkRules = rules.filter(({ on }) => on.target.what === 'links');
    this.connectionRules = rules.filter(({ on }) => on.target.what === 'connections');
    this.designRules = rules.filter(({ on }) => on.target.what === 'design');
  }

  /** Takes over what an update of the graph has changed; says what need not and what must run. */
  update(changed: ChangedKeys): Work {
    const gone = new Set<Invocation>();
    const due = new Set<Invocation>();
    for (const id of changed.nodes) this.drop(this.ofNode, id, gone);
    for (const id of changed.connections) this.drop(this.ofConnection, id, gone);
    for (const run of this.graph.readersOf(changed.keys)) {
      const invocation = this.byRun[run];
      if (invocation) due.add(invocation);
    }
    if (!this.started) {
      this.started = true;
      for (const rule of this.designRules) due.add(this.add(rule, { kind: 'design' }));
    }
    for (const id of changed.nodes) this.addNode(id, due);
    for (const id of changed.connections) this.addConnection(id, due);
    return { gone, due };
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

  private addNode(id: string, due: Set<Invocation>): void {
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

  private addConnection(id: string, due: Set<Invocation>): void {
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
      const matching = this.linkRules.filter(
        ({ on: { target } }) =>
          target.what === 'links' && linkMatches(target.filter, type, mechanism, from, to),
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
    due: Set<Invocation>,
  ): void {
    const added = rules.map((rule) => this.add(rule, place));
    table.set(place.id, added);
    for (const invocation of added) due.add(invocation);
  }

  private add(rule: Rule, place: Place): Invocation {
    const run = this.freeRuns.pop() ?? this.byRun.length;
    const order = place.kind === 'design' ? '' : place.id;
    const invocation: Invocation = { run, rule, place, order, findings: [] };
    this.byRun[run] = invocation;
    this.size++;
    return invocation;
  }

  private drop(table: Map<string, readonly Invocation[]>, id: string, gone: Set<Invocation>): void {
    for (const invocation of table.get(id) ?? []) {
      gone.add(invocation);
      this.graph.forget(invocation.run);
      this.byRun[invocation.run] = undefined;
      this.freeRuns.push(invocation.run);
      this.size--;
    }
    table.delete(id);
  }
}
