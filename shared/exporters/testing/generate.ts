import { serviceOf } from '../../catalog/catalog.ts';
import type { ConnectionDefinition } from '../../catalog/connection.ts';
import { connections } from '../../catalog/connections/index.ts';
import type { PropertyDefinition, PropertyTable } from '../../catalog/property.ts';
import type { Json } from '../../lib/json.ts';
import type { Connection, Design, Node } from '../../model/design.ts';
import type { ConnectionId, NodeId } from '../../model/ids.ts';
import { catalogFacts } from '../../rules/catalog.ts';
import { rules } from '../../rules/index.ts';
import type { Finding } from '../../rules/rule.ts';
import { validateOnce } from '../../rules/validator.ts';
import { predictExport } from '../sam/predict.ts';
import { companions, exampleValues, rowFacts } from './generate-facts.ts';

/** A generator of random numbers that gives the same row for the same seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Writes a random design by walking the connection tables. */
class Builder {
  readonly nodes: Node[] = [];
  readonly connections: Connection[] = [];
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.random() * items.length)];
  }

  add(kind: string): Node {
    const service = serviceOf(kind);
    const count = this.nodes.filter((node) => node.kind === kind).length + 1;
    const parent = service ? this.parentFor(service.placement) : undefined;
    const node: Node = {
      id: `${kind}-${count}` as NodeId,
      kind,
      name: `${service?.title ?? kind} ${count}`,
      position: { x: 0, y: 0 },
      ...(parent === undefined ? {} : { parent: parent.id }),
      properties: this.properties(kind, service?.properties ?? {}),
    };
    this.nodes.push(node);
    return node;
  }

  /** A node of the kind: one that is there already, or a new one. */
  some(kind: string, reuse: number): Node {
    const present = this.nodes.filter((node) => node.kind === kind);
    return (this.chance(reuse) ? this.pick(present) : undefined) ?? this.add(kind);
  }

  private parentFor(
    placement: NonNullable<ReturnType<typeof serviceOf>>['placement'],
  ): Node | undefined {
    // A frame means nothing to AWS: whatever stands in one is exported as if it did not.
    if (placement.scope === 'regional' && placement.vpc === 'none' && this.chance(0.05))
      return this.some('group', 1);
    if (placement.subnet === 'required') return this.some('subnet', 1);
    if (placement.vpc === 'required') return this.some('vpc', 1);
    return undefined;
  }

  private properties(kindOrType: string, table: PropertyTable): Record<string, Json> {
    const properties: Record<string, Json> = {};
    for (const [name, definition] of Object.entries(table)) {
      const example = exampleValues[`${kindOrType}.${name}`] ?? exampleValues[name];
      if (definition.required === true && definition.default === undefined && example !== undefined)
        properties[name] = example;
      else if (definition.type !== 'node-ref' && this.chance(0.12)) {
        const value = this.sample(definition, example);
        if (value !== undefined) properties[name] = value;
      }
    }
    return properties;
  }

  private sample(definition: PropertyDefinition, example: Json | undefined): Json | undefined {
    switch (definition.type) {
      case 'enum':
        return this.pick(definition.values ?? []);
      case 'boolean':
        return this.chance(0.5);
      case 'integer': {
        const low = definition.min ?? 0;
        const high = Math.min(definition.max ?? low + 10, low + 1000);
        return Math.floor(low + this.random() * (high - low + 1));
      }
      default:
        return example;
    }
  }

  connect(definition: ConnectionDefinition, from: Node, to: Node): Connection {
    const connection: Connection = {
      id: `c${this.connections.length + 1}` as ConnectionId,
      type: definition.id,
      from: from.id,
      to: to.id,
      properties: this.properties(definition.id, definition.properties),
    };
    this.connections.push(connection);
    return connection;
  }

  /** Draws a row of the tables between new or present nodes. */
  draw(definition: ConnectionDefinition, reuse: number): void {
    const to = this.some(definition.to, reuse);
    if (definition.gesture === 'nesting') {
      const node = this.add(definition.from);
      this.nodes[this.nodes.indexOf(node)] = { ...node, parent: to.id };
      return;
    }
    let from = this.some(definition.from, reuse);
    if (from.id === to.id) from = this.add(definition.from);
    this.set(from.id, rowFacts[definition.id]?.source);
    this.set(to.id, rowFacts[definition.id]?.target);
    if (rowFacts[definition.id]?.targetInSubnet === true && from.parent !== undefined)
      this.nodes[this.nodes.indexOf(to)] = { ...to, parent: from.parent };
    if (to.parent !== undefined) this.set(to.parent, rowFacts[definition.id]?.targetParent);
    this.move(from.id, rowFacts[definition.id]?.sourceRegion);
    this.move(to.id, rowFacts[definition.id]?.targetRegion);
    const connection = this.connect(definition, from, to);
    Object.assign(connection.properties, rowFacts[definition.id]?.properties);
    if (Object.hasOwn(definition.properties, 'mapping')) this.addMapping(connection, from);
    for (const type of rowFacts[definition.id]?.also ?? []) {
      const more = connections.find(({ id }) => id === type);
      if (!more) throw new Error(`No connection ${type}`);
      this.connect(
        more,
        more.from === definition.to
          ? to
          : more.from === definition.from
            ? from
            : this.some(more.from, 0.5),
        more.to === definition.to
          ? to
          : more.to === definition.from
            ? from
            : this.some(more.to, 0.5),
      );
    }
  }

  /** Puts a node into a Region of its own choice. */
  private move(id: NodeId, code: string | undefined): void {
    const index = this.nodes.findIndex((node) => node.id === id);
    const node = this.nodes[index];
    if (!node || code === undefined) return;
    const present = this.nodes.find(
      ({ kind, properties }) => kind === 'region' && properties.code === code,
    );
    const region = present ?? this.add('region');
    const at = this.nodes.indexOf(region);
    this.nodes[at] = { ...region, properties: { code } };
    this.nodes[index] = { ...node, parent: region.id };
  }

  private set(id: NodeId, properties: Readonly<Record<string, Json>> | undefined): void {
    const index = this.nodes.findIndex((node) => node.id === id);
    const node = this.nodes[index];
    if (node && properties)
      this.nodes[index] = { ...node, properties: { ...node.properties, ...properties } };
  }

  /** A failure destination of an event source mapping names the mapping. */
  private addMapping(connection: Connection, source: Node): void {
    const definition = connections.find(({ id }) => id === `${source.kind}--lambda`);
    if (!definition) throw new Error(`No mapping from ${source.kind}`);
    const mapping = this.connect(definition, source, this.some('lambda', 0.5));
    Object.assign(connection.properties, { mapping: mapping.id });
  }

  design(): Design {
    return {
      formatVersion: 1,
      name: 'Generated design',
      region: 'eu-west-1',
      nodes: this.nodes,
      connections: this.connections,
    };
  }
}

/** What a kind cannot do without is drawn too: a distribution needs an origin, a schedule a target. */
const complete = (builder: Builder): void => {
  for (let index = 0; index < builder.nodes.length && index < 60; index += 1) {
    const node = builder.nodes[index];
    if (!node) continue;
    for (const need of companions[node.kind] ?? []) {
      const has = builder.connections.some(
        (connection) =>
          need.anyOf.includes(connection.type) &&
          (need.end === 'from' ? connection.from : connection.to) === node.id,
      );
      if (has) continue;
      const definition = connections.find(({ id }) => id === need.anyOf[0]);
      if (!definition) throw new Error(`No connection ${need.anyOf[0]}`);
      if (need.end === 'from') builder.connect(definition, node, builder.some(definition.to, 0.7));
      else builder.connect(definition, builder.some(definition.from, 0.7), node);
    }
  }
};

const errorsOf = (design: Design): readonly Finding[] =>
  validateOnce(design, rules, catalogFacts, { today: '2026-11-01', predictExport }).filter(
    ({ severity, suppressed }) => severity === 'error' && suppressed === undefined,
  );

/** Applies the rules' own fixes until no error is left; undefined when that does not lead anywhere. */
const repair = (start: Design): Design | undefined => {
  let design = start;
  for (let round = 0; round < 25; round += 1) {
    const errors = errorsOf(design);
    if (errors.length === 0) return design;
    const fix = errors.flatMap(({ fixes }) => fixes)[0];
    if (!fix) return undefined;
    const next = fix.edit(design);
    if (next === design) return undefined;
    design = next;
  }
  return undefined;
};

/** Whether a design still uses a row: as a connection, or as a node in a container. */
export const uses = (design: Design, definition: ConnectionDefinition): boolean =>
  definition.gesture === 'nesting'
    ? design.nodes.some(
        (node) =>
          node.kind === definition.from &&
          design.nodes.some(({ id, kind }) => id === node.parent && kind === definition.to),
      )
    : design.connections.some(({ type }) => type === definition.id);

/**
 * A random design without error findings that uses the given row of the tables; undefined when none came out of
 * a number of tries, with the errors that stood in the way.
 */
export const designWith = (
  definition: ConnectionDefinition,
  seed: number,
): { readonly design?: Design; readonly errors: readonly string[] } => {
  let errors: readonly string[] = [];
  for (let attempt = 0; attempt < 16; attempt += 1) {
    const random = randomFrom(seed * 31 + attempt);
    const builder = new Builder(random);
    builder.draw(definition, 0);
    // Later tries are simpler, so that a row that stands in few designs is still reached.
    for (
      let extra = Math.floor(random() * Math.max(0, 5 - Math.floor(attempt / 2)));
      extra > 0;
      extra -= 1
    ) {
      // Nobody comes upon a preview by chance: it stands where it is asked for.
      const more = builder.pick(connections.filter(({ preview }) => preview !== true));
      if (more) builder.draw(more, 0.6);
    }
    complete(builder);
    const design = repair(builder.design());
    if (design && uses(design, definition)) return { design, errors: [] };
    errors = errorsOf(builder.design()).map(({ rule, message }) => `${rule}: ${message}`);
  }
  return { errors };
};
