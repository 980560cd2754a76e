import { describe, expect, test } from 'vitest';
import { connectionOf, kindFacts, serviceOf } from '../../shared/catalog/catalog.ts';
import { insteadOf, pathOfRefusal } from '../../shared/catalog/pair-answer.ts';
import type { Refusal } from '../../shared/catalog/refusal.ts';
import { refusals } from '../../shared/catalog/refusals/index.ts';
import { type Meaning, meaningOf } from '../../shared/connecting/meaning.ts';
import { boxesOf } from '../../shared/exporters/picture/boxes.ts';
import { exampleValues } from '../../shared/exporters/testing/generate-facts.ts';
import { createGraph } from '../../shared/graph/incremental-graph.ts';
import type { Json } from '../../shared/lib/json.ts';
import type { Design, Node } from '../../shared/model/design.ts';
import {
  exampleConnection,
  exampleDesign,
  exampleNode,
  nodeId,
} from '../../shared/model/testing/example-design.ts';
import { findNode } from '../../shared/model/tree.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { rules } from '../../shared/rules/index.ts';
import { validateOnce } from '../../shared/rules/validator.ts';
import { buildDetour } from './connect.ts';
import { mayHold } from './placement.ts';
import { openApp } from './testing/open-app.ts';

const [vpc, open, inner] = [nodeId('net'), nodeId('public'), nodeId('private')];
const network: readonly Node[] = [
  exampleNode(vpc, {
    kind: 'vpc',
    position: { x: 0, y: 400 },
    size: { width: 1400, height: 500 },
  }),
  ...[open, inner].map((id, at) =>
    exampleNode(id, {
      kind: 'subnet',
      parent: vpc,
      position: { x: 24 + at * 900, y: 44 },
      size: { width: 400, height: 300 },
    }),
  ),
];

/** A node that says what its kind needs, in a place where it may stand. */
const drawn = (kind: string, id: string, x: number): Node => {
  const properties: Record<string, Json> = {};
  for (const [name, property] of Object.entries(catalogFacts.properties(kind) ?? {})) {
    const value = exampleValues[`${kind}.${name}`] ?? exampleValues[name];
    if (property.required === true && property.default === undefined && value !== undefined)
      properties[name] = value;
  }
  // The condition under which the one conditional refusal with a path holds.
  if (kind === 'api-custom-domain') properties.endpointType = 'EDGE';
  // The one that the way with a private API is for.
  if (kind === 'vpc-endpoint') properties.service = 'execute-api';
  if (kind === 'subnet') return { ...findIn(network, inner), properties };
  const placement = serviceOf(kind)?.placement;
  const isInside = placement?.vpc === 'required';
  // What belongs to the VPC and to none of its subnets stands between them.
  const isBetween = isInside && placement.subnet === 'none';
  return exampleNode(id, {
    kind,
    name: `My ${id}`,
    properties,
    // Two in one subnet stand below each other.
    position: { x: isBetween ? 500 : isInside ? 40 : x, y: isInside && x > 0 ? 184 : 64 },
    ...(isInside && { parent: kind === 'nat-gateway' ? open : isBetween ? vpc : inner }),
  });
};

const findIn = (nodes: readonly Node[], id: string): Node => {
  const node = nodes.find((each) => each.id === id);
  if (!node) throw new Error(`There is no ${id}.`);
  return node;
};

const sketchOf = ({ from, to }: Refusal): { design: Design; ends: readonly [Node, Node] } => {
  const ends = [drawn(from, 'start', 0), drawn(to, 'end', 640)] as const;
  const known = new Set<string>(network.map(({ id }) => id));
  return {
    design: exampleDesign([...network, ...ends.filter(({ id }) => !known.has(id))]),
    ends,
  };
};

const meaningIn = (design: Design, [source, target]: readonly [Node, Node]): Meaning =>
  meaningOf(createGraph(kindFacts, design), design, source, target);

/** What a new subscriber delivers to is for a person to say. */
const isLeftToPeople = (rule: string): boolean => rule === 'events/subscriber-shape';

const errorsOf = (design: Design): readonly string[] =>
  validateOnce(design, rules, catalogFacts, { today: '2026-11-01' })
    .filter(({ rule, severity }) => severity === 'error' && !isLeftToPeople(rule))
    .map(({ message }) => message);

const withPath = refusals.filter(({ path }) => path !== undefined);
const nameOf = ({ from, to, path }: Refusal): string => `${from} to ${to} (${path})`;
const isKnown = (refusal: Refusal): boolean => insteadOf(refusal) !== undefined;
/** The other way round is all that is wrong: drawing it does it. */
const isTurn = ({ level }: Refusal): boolean => level === 'wrong-direction';

test('every refusal with a path is built by one click, but where the tables have no row for a step', () => {
  expect(withPath.length).toBeGreaterThan(20);
  const without = withPath.filter((refusal) => {
    const { design, ends } = sketchOf(refusal);
    const { detour } = meaningIn(design, ends);
    // The shortest way over other services is another answer.
    return detour?.edit === undefined || detour.shape === 'between';
  });
  expect(without.map(nameOf)).toEqual(
    withPath.filter((refusal) => !isKnown(refusal) || isTurn(refusal)).map(nameOf),
  );
  for (const refusal of withPath.filter(isTurn)) {
    const { design, ends } = sketchOf(refusal);
    const { kind, ways } = meaningIn(design, ends);
    expect([kind, ways[0]?.isReversed], nameOf(refusal)).toEqual(['allowed', true]);
  }
});

describe.each(withPath.filter((refusal) => isKnown(refusal) && !isTurn(refusal)))(
  'the way that works from $from to $to',
  (refusal) => {
    const { design, ends } = sketchOf(refusal);
    const kinds = pathOfRefusal(refusal);

    test('is one step that makes what its button says, and is chosen then', async () => {
      const { app, design: now } = await openApp(design);
      const { detour } = meaningIn(design, ends);
      if (!detour) throw new Error('There is no way round.');
      expect(buildDetour(app, detour)).toBe(true);
      const after = now();
      const known = new Set<string>(design.nodes.map(({ id }) => id));
      const added = after.nodes.filter(({ id }) => !known.has(id));
      // Where all that the way needs is there, as the VPC around a proxy is, lines are what is made.
      const made = added.length > 0 ? added : after.connections;
      expect(made.length).toBeGreaterThan(0);
      expect([...app.state.view.selection]).toEqual(made.map(({ id }) => id));
      const [step, ...others] = app.state.document?.past ?? [];
      expect(step?.label).toBe(detour.title);
      expect(others).toEqual([]);
      for (const { kind } of added) {
        const title = serviceOf(kind)?.title ?? kind;
        expect(detour.title.toLowerCase()).toContain(
          title.replace('Secrets Manager ', '').toLowerCase(),
        );
      }
      app.undo();
      expect(now()).toBe(design);
    });

    test('is made of connections that the catalog has, step by step', () => {
      const after = meaningIn(design, ends).detour?.edit?.(design) ?? design;
      for (const { type, from, to } of after.connections) {
        const row = connectionOf(type);
        expect([row?.from, row?.to]).toEqual([
          findNode(after, from)?.kind,
          findNode(after, to)?.kind,
        ]);
      }
      for (const [at, kind] of kinds.slice(1).entries()) {
        const isLinked = after.connections.some(
          ({ from, to }) =>
            findNode(after, from)?.kind === kinds[at] && findNode(after, to)?.kind === kind,
        );
        const isPutIn = after.nodes.some(
          (node) =>
            node.kind === kinds[at] &&
            node.parent !== undefined &&
            findNode(after, node.parent)?.kind === kind,
        );
        expect(isLinked || isPutIn, `${kinds[at]} to ${kind}`).toBe(true);
      }
    });

    test('stands in free and allowed places, with no new error', () => {
      const after = meaningIn(design, ends).detour?.edit?.(design) ?? design;
      for (const { parent, kind } of after.nodes) expect(mayHold(after, parent, kind)).toBe(true);
      const boxes = boxesOf(after);
      for (const a of boxes)
        for (const b of boxes)
          if (a !== b && a.parent === b.parent)
            expect(
              a.x < b.x + b.width &&
                b.x < a.x + a.width &&
                a.y < b.y + b.height &&
                b.y < a.y + a.height,
              `${a.node.name} and ${b.node.name}`,
            ).toBe(false);
      const before = errorsOf(design);
      expect(errorsOf(after).filter((error) => !before.includes(error))).toEqual([]);
    });
  },
);

describe('what is there already is used', () => {
  const client = exampleNode('client', { kind: 'client', name: 'Browser' });
  const edge = exampleNode('edge', {
    kind: 'lambda-edge',
    name: 'Rewrite',
    position: { x: 600, y: 0 },
  });
  const site = exampleNode('site', {
    kind: 'cloudfront',
    name: 'Site',
    position: { x: 300, y: 0 },
  });

  test('the distribution that runs an edge function is the one that clients call', async () => {
    const design = exampleDesign(
      [client, edge, site],
      [exampleConnection('edge', 'site', { type: 'lambda-edge--cloudfront' })],
    );
    const { app, design: now } = await openApp(design);
    const { detour } = meaningIn(design, [client, edge]);
    expect(detour?.title).toBe('Connect "Browser" to "Site"');
    expect(detour && buildDetour(app, detour)).toBe(true);
    expect(now().nodes).toEqual(design.nodes);
    const made = now().connections.at(-1);
    expect(made).toMatchObject({ type: 'client--cloudfront', from: 'client', to: 'site' });
    expect([...app.state.view.selection]).toEqual([made?.id]);
    // A second time there is nothing left to build.
    const again = meaningIn(now(), [client, edge]);
    expect(again.detour?.edit).toBeUndefined();
    expect(again.detour?.isThere).toEqual([true, true]);
  });

  test('so is an endpoint of the service, for two of them would share a name', () => {
    const queue = exampleNode('queue', { kind: 'sqs-queue', name: 'Jobs' });
    const door = exampleNode('door', {
      kind: 'vpc-endpoint',
      name: 'Door',
      parent: inner,
      position: { x: 40, y: 64 },
      properties: { service: 'sqs' },
    });
    const design = exampleDesign([...network, door, queue]);
    const { detour } = meaningIn(design, [queue, findIn(network, inner)]);
    expect(detour?.title).toBe('Connect "Door" to "Jobs"');
    expect(detour?.edit?.(design).connections).toMatchObject([{ from: 'door', to: 'queue' }]);
  });

  test('what has no place to stand in has no button', () => {
    const gateway = exampleNode('nat', { kind: 'nat-gateway' });
    const database = exampleNode('db', { kind: 'rds-instance', position: { x: 600, y: 0 } });
    const { detour } = meaningIn(exampleDesign([gateway, database]), [gateway, database]);
    expect(detour?.kinds).toEqual(['lambda', 'rds-proxy', 'rds-instance']);
    expect(detour?.edit).toBeUndefined();
  });
});
