import { describe, expect, test } from 'vitest';
import { connections, kindFacts, serviceOf, services } from '../catalog/catalog.ts';
import { exampleValues } from '../exporters/testing/generate-facts.ts';
import { createGraph } from '../graph/incremental-graph.ts';
import type { Json } from '../lib/json.ts';
import type { Design, Node } from '../model/design.ts';
import type { NodeId } from '../model/ids.ts';
import { catalogFacts } from '../rules/catalog.ts';
import { rules } from '../rules/index.ts';
import { validateOnce } from '../rules/validator.ts';
import { makeWay } from './edits.ts';
import { type Meaning, meaningOf, takerTest } from './meaning.ts';
import { deliveries, explainWay } from './words.ts';

const kinds = services.map(({ kind }) => kind);

/** A node that says what its kind needs, so that nothing is wrong with it but what the test is about. */
const nodeOf = (kind: string, id: string, x = 0): Node => {
  const properties: Record<string, Json> = {};
  for (const [name, property] of Object.entries(catalogFacts.properties(kind) ?? {})) {
    const value = exampleValues[`${kind}.${name}`] ?? exampleValues[name];
    if (property.required === true && property.default === undefined && value !== undefined)
      properties[name] = value;
  }
  return {
    id: id as NodeId,
    kind,
    name: `${serviceOf(kind)?.title ?? kind} ${id}`,
    position: { x, y: 0 },
    properties,
  };
};

const designOf = (...nodes: readonly Node[]): Design => ({
  formatVersion: 1,
  name: 'pairs',
  region: 'us-east-1',
  nodes,
  connections: [],
});

const pairOfNodes = (from: string, to: string): { design: Design; ends: readonly [Node, Node] } => {
  const ends = [nodeOf(from, 'a'), nodeOf(to, 'b', 640)] as const;
  return { design: designOf(...ends), ends };
};

const meaningIn = (design: Design, [source, target]: readonly [Node, Node]): Meaning =>
  meaningOf(createGraph(kindFacts, design), design, source, target);

const errorsOf = (design: Design): readonly string[] =>
  validateOnce(design, rules, catalogFacts, { today: '2026-11-01' })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);

const modelErrors = (design: Design): readonly string[] =>
  errorsOf(design).filter((text) => text.startsWith('model/'));

const each = kinds.flatMap((from) => kinds.map((to) => [from, to] as const));

test('every pair has an answer, and what cannot be drawn has a sentence', () => {
  const counts: Record<Meaning['kind'], number> = { allowed: 0, exists: 0, refused: 0, none: 0 };
  for (const [from, to] of each) {
    const { design, ends } = pairOfNodes(from, to);
    const meaning = meaningIn(design, ends);
    counts[meaning.kind] += 1;
    const pair = `${from} to ${to}`;
    if (meaning.kind === 'allowed') expect(meaning.ways.length, pair).toBeGreaterThan(0);
    else expect(meaning.why, pair).toMatch(/^\S.*[.!?]$/s);
    expect(meaning.why.length, pair).toBeLessThan(220);
    for (const { definition, isReversed } of meaning.ways) {
      expect([definition.from, definition.to], pair).toEqual(isReversed ? [to, from] : [from, to]);
      expect(definition.gesture, pair).not.toBe('nesting');
    }
  }
  expect(counts.allowed).toBeGreaterThan(200);
  expect(counts.refused).toBeGreaterThan(70);
  expect(counts.none).toBeGreaterThan(300);
});

test('whoever lights up is whoever takes the line', () => {
  for (const from of kinds) {
    const source = nodeOf(from, 'a');
    const others = kinds.map((kind, at) => nodeOf(kind, `b${at}`));
    const design = designOf(source, ...others);
    const graph = createGraph(kindFacts, design);
    const [takes, gives] = [
      takerTest(graph, design, source),
      takerTest(graph, design, source, true),
    ];
    expect(takes(source)).toBe(false);
    for (const other of others) {
      expect(takes(other)).toBe(meaningOf(graph, design, source, other).kind === 'allowed');
      expect(gives(other)).toBe(meaningOf(graph, design, other, source).kind === 'allowed');
    }
  }
});

test('every connection but those made by nesting can be drawn', () => {
  const drawn = new Set<string>();
  for (const [from, to] of each) {
    const { design, ends } = pairOfNodes(from, to);
    for (const { definition } of meaningIn(design, ends).ways) drawn.add(definition.id);
  }
  expect(connections.filter(({ id }) => !drawn.has(id)).map(({ gesture }) => gesture)).toEqual([
    'nesting',
    'nesting',
    'nesting',
    'nesting',
  ]);
});

test('every way round that is offered is built in one step, with no model error', () => {
  let built = 0;
  for (const [from, to] of each) {
    const { design, ends } = pairOfNodes(from, to);
    const before = modelErrors(design);
    const { detour } = meaningIn(design, ends);
    if (!detour?.edit) continue;
    built += 1;
    const pair = `${from} to ${to}`;
    const after = detour.edit(design);
    const news = detour.isThere.filter((isThere) => !isThere).length;
    if (detour.shape === 'between') {
      expect(after.nodes.length, pair).toBe(2 + news);
      expect(after.connections.length, pair).toBe(detour.kinds.length - 1);
    } else expect(after.nodes.length, pair).toBeGreaterThanOrEqual(2 + news);
    expect(
      modelErrors(after).filter((error) => !before.includes(error)),
      pair,
    ).toEqual([]);
    // Nothing hides anything.
    const places = new Set(after.nodes.map(({ position: { x, y } }) => `${x} ${y}`));
    expect(places.size, pair).toBe(after.nodes.length);
  }
  expect(built).toBeGreaterThan(250);
});

/**
 * What one line cannot bring: credentials of a client, a second subnet or a public one, a domain of the target, a
 * second bucket, a second Region.
 */
const needMore = new Set([
  'cognito/client-needs-credentials',
  'vpc/peering-overlap',
  'rds/subnets-and-zones',
  'vpc/public-address',
  'firehose/shape',
  'dns/alias-missing-on-target',
  'dns/alias-target',
  // A domain prefix has to be free in the whole Region, which nobody knows here.
  'alb/cognito-needs-https',
  'schedule/universal-input',
  'dynamodb/global-replicas',
  'model/connection-required-property',
]);

describe.each(kinds)('connections of %s', (from) => {
  test('bring no error when they are drawn once, nor when they are drawn to two', () => {
    for (const to of kinds) {
      const ends = [nodeOf(from, 'a'), nodeOf(to, 'b', 640)] as const;
      const twin = nodeOf(to, 'c', 1280);
      const design = designOf(...ends, twin);
      const graph = createGraph(kindFacts, design);
      const before = errorsOf(design);
      const news = (after: Design): readonly string[] =>
        errorsOf(after).filter(
          (error) => !before.includes(error) && !needMore.has(error.split(':')[0] ?? ''),
        );
      for (const way of meaningOf(graph, design, ...ends).ways) {
        if (way.isReversed) continue;
        const once = makeWay(design, way, ...ends).edit(design);
        expect(once.connections.length).toBe(1);
        expect(news(once), way.definition.id).toEqual([]);
      }
    }
  });

  test('say when they are there already, and can else be told apart', () => {
    for (const to of kinds) {
      const { design, ends } = pairOfNodes(from, to);
      for (const way of meaningIn(design, ends).ways) {
        const once = makeWay(design, way, ...ends).edit(design);
        const again = meaningIn(once, ends).ways.find(
          ({ definition }) => definition === way.definition,
        );
        if (again?.existing) {
          expect(again.existing).toBe(once.connections[0]);
          continue;
        }
        const twice = makeWay(once, way, ...ends).edit(once);
        expect(twice.connections.length).toBe(2);
        const news = validateOnce(twice, rules, catalogFacts, { today: '2026-11-01' }).filter(
          ({ rule }) =>
            ['model/duplicate-connection', 'apigw/route-without-integration'].includes(rule) ||
            ['cloudfront/no-origin', 'edge/event-conflict', 's3/event-overlap'].includes(rule),
        );
        const were = validateOnce(once, rules, catalogFacts, { today: '2026-11-01' }).map(
          ({ message }) => message,
        );
        expect(
          news.filter(({ message }) => !were.includes(message)).map(({ message }) => message),
          way.definition.id,
        ).toEqual([]);
      }
    }
  });
});

test('every connection is explained in one line', () => {
  for (const definition of connections) {
    const line = explainWay(definition);
    expect(line.length, definition.id).toBeGreaterThan(10);
    expect(line.length, definition.id).toBeLessThan(260);
  }
  expect(Object.values(deliveries).every((text) => text.endsWith('.'))).toBe(true);
});
