import { describe, expect, test } from 'vitest';
import type { Design } from '../../model/design.ts';
import type { NodeId } from '../../model/ids.ts';
import { logicalIds } from '../../model/logical-id.ts';
import { catalogFacts } from '../../rules/catalog.ts';
import { connection, design, node } from '../../rules/examples.ts';
import { rules } from '../../rules/index.ts';
import { validateOnce } from '../../rules/validator.ts';
import { planDesign } from '../plan/plan.ts';
import { referredNames } from '../plan/user-parameters.ts';
import { exportCases } from '../testing/cases/index.ts';
import { generatedIds, type ResourceTree } from './generated-ids.ts';
import { predictExport } from './predict.ts';
import { exportSam } from './sam.ts';
import { samTemplates } from './template.ts';

/** The design with a queue of each id. */
const withQueues = (whole: Design, ids: readonly string[]): Design => ({
  ...whole,
  nodes: [
    ...whole.nodes,
    ...ids.map((id) => ({
      id: id as NodeId,
      kind: 'sqs-queue',
      name: id,
      position: { x: 0, y: 0 },
      properties: {},
    })),
  ],
});

/** What the template of the design's own region holds besides the nodes' own resources. */
const broughtIds = (whole: Design) => {
  const own = new Set<string>(logicalIds(whole).values());
  const template = samTemplates(planDesign(whole)).find(({ region }) => region === whole.region);
  const resources = Object.entries(
    (template?.tree.Resources ?? {}) as { [id: string]: ResourceTree },
  );
  const referred = new Set(
    [...whole.nodes, ...whole.connections].flatMap(({ properties }) => referredNames(properties)),
  );
  const isBrought = (id: string): boolean => !own.has(id);
  return {
    written: resources.map(([id]) => id).filter(isBrought),
    generated: resources
      .flatMap(([id, resource]) => generatedIds(id, resource))
      // SAM puts a hash at the end of these, so that nothing else has their ids.
      .filter((id) => isBrought(id) && !/(Deployment|Version)$/.test(id)),
    // What the user's intrinsics name may as well be a node.
    parameters: Object.keys(template?.tree.Parameters ?? {}).filter(
      (id) => isBrought(id) && !referred.has(id),
    ),
  };
};

/** Ids of which a design is found to clash; nothing may throw on the way. */
const found = (whole: Design): ReadonlySet<string> => {
  const { clashes } = predictExport(whole);
  const refused = exportSam(planDesign(whole)).problems;
  expect(clashes.length > 0, 'exports refuse what the prediction finds').toBe(refused.length > 0);
  return new Set(clashes.map(({ id }) => id));
};

describe('ids that the template needs for something else', () => {
  test.each(exportCases.map((item) => [item.title, item] as const))(
    'are found, and nothing throws: %s',
    (_title, { design: whole }) => {
      const { written, generated, parameters } = broughtIds(whole);
      expect(predictExport(whole).clashes).toEqual([]);
      const ids = [...written, ...generated, ...parameters];
      expect(ids.filter((id) => !found(withQueues(whole, [id])).has(id))).toEqual([]);
    },
  );

  const orders = (id: string): Design =>
    design(
      node('lambda', 'orders', { functionUrl: true }),
      node('sqs-queue', 'jobs'),
      node('sns-topic', 'news'),
      node('sqs-queue', id),
      connection('sns-topic--sqs-queue', 'news', 'jobs'),
      connection('sqs-queue--lambda', 'jobs', 'orders'),
      connection('sns-topic--lambda', 'news', 'orders'),
    );
  const idsOf = ['role', 'log-group', 'news', 'news-permission', 'jobs'].map(
    (end) => `orders-${end}`,
  );

  test.each([...idsOf, 'jobs-policy', 'OrdersRole', 'orders_role', 'ORDERS-role'])(
    'one finding says so, and its fix ends it: %s',
    (id) => {
      const whole = orders(id);
      const check = (it: Design) =>
        validateOnce(it, rules, catalogFacts, { today: '2026-11-21', predictExport }).filter(
          ({ rule }) => rule === 'export/logical-id' || rule === 'export/not-exportable',
        );
      const findings = check(whole);
      if (/^ORDERS/.test(id)) expect(findings).toEqual([]);
      else {
        expect(findings.map(({ at }) => at)).toEqual([{ kind: 'node', id }]);
        const fixed = findings[0]?.fixes[0]?.edit(whole);
        expect(fixed && check(fixed)).toEqual([]);
        expect(fixed && exportSam(planDesign(fixed)).problems).toEqual([]);
      }
    },
  );

  test('two that share the id of a role are told without a plan', () => {
    const findings = validateOnce(orders('orders-role'), rules, catalogFacts, {
      today: '2026-11-21',
    });
    expect(findings.map(({ rule }) => rule)).toContain('export/logical-id');
  });
});
