import type { Edit } from '../../model/edits/index.ts';
import { addNode, reparent, sequence } from '../../model/edits/index.ts';
import type { NodeId } from '../../model/ids.ts';
import { freshNodeId } from '../../model/new-design.ts';
import { type CatalogFacts, type KindEntry, titleOf } from '../catalog-facts.ts';
import { connection, design, inside, node } from '../examples.ts';
import { containerOf, mayStandOnCanvas, nearestContainer } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { listOf, named } from '../text.ts';

/** Kinds that exist only inside a VPC, and show it by where they stand. Others may be placed by connections. */
const insideVpcOnly = new Set([
  'subnet',
  'security-group',
  'nat-gateway',
  'internet-gateway',
  'vpc-endpoint',
]);

const placesOf = (catalog: CatalogFacts, { placement }: KindEntry): string => {
  const titles = placement.parents
    .filter((kind) => kind !== 'group')
    .map((kind) => {
      if (kind === 'canvas') return 'the empty canvas';
      return titleOf(catalog, kind);
    });
  return listOf(titles, 'or');
};

/** Into the nearest container around it that may hold it, or into the first such container of the design. */
const placeFixes = (
  graph: Graph,
  catalog: CatalogFacts,
  node: Node,
  entry: KindEntry,
): readonly Fix[] => {
  const nearest = nearestContainer(graph, node, entry);
  if (nearest !== 'none') {
    const container = nearest === undefined ? undefined : graph.node(nearest);
    const title = container
      ? `Place ${named(node)} in ${named(container)}`
      : `Place ${named(node)} on the canvas`;
    return [{ title, edit: reparent([node.id], nearest) }];
  }
  const kinds = entry.placement.parents.filter(
    (kind) => catalog.kind(kind)?.placement.isContainer && kind !== 'group',
  );
  const [first] = graph.nodes(...kinds);
  if (first && kinds.length > 0)
    return [
      { title: `Place ${named(node)} in ${named(first)}`, edit: reparent([node.id], first.id) },
    ];
  if (!kinds.includes('vpc')) return [];
  return [{ title: `Add a VPC around ${named(node)}`, edit: addVpcAround(node.id) }];
};

const addVpcAround =
  (id: NodeId): Edit =>
  (before) => {
    const inner = before.nodes.find((node) => node.id === id);
    if (!inner) return before;
    const vpc = freshNodeId(before, 'vpc');
    const place = { position: inner.position, size: { width: 480, height: 320 } };
    const container = inner.parent === undefined ? {} : { parent: inner.parent };
    return sequence(
      addNode({ id: vpc, kind: 'vpc', name: 'VPC', ...place, ...container }),
      reparent([id], vpc),
    )(before);
  };

export const modelIllegalContainer = defineRule({
  meta: {
    id: 'model/illegal-container',
    severity: 'error',
    messages: {
      wrongPlace: '{node} ({kind}) is inside {parent}; it belongs in: {allowed}.',
      missingParent: '{node} is inside "{parent}", which does not exist; place it anew.',
      circle: '{node} is inside itself; place it on the canvas.',
      needsPlace: '{node} ({kind}) has to be inside a VPC; place it in: {allowed}.',
      needsSubnet:
        '{node} is a zonal NAT gateway outside of a subnet; place it in a public subnet, or make it regional.',
    },
    explain:
      'Containers on the canvas stand for real placement: a subnet exists only inside one VPC, a zonal NAT gateway only inside one subnet (a regional one belongs to the VPC). Regional services such as S3 or DynamoDB are never inside a VPC, they are only reached from it.',
    docs: {
      title: 'Subnets for your VPC',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
    },
  },
  on: nodes(),
  check(node, graph, report, { catalog }) {
    const entry = catalog.kind(node.kind);
    if (!entry) return;
    const data = { node: named(node), kind: entry.title, allowed: placesOf(catalog, entry) };
    if (node.parent !== undefined) {
      const onCanvas: Fix = {
        title: `Place ${named(node)} on the canvas`,
        edit: reparent([node.id], undefined),
      };
      if (!graph.parent(node)) {
        report({
          message: 'missingParent',
          data: { node: data.node, parent: node.parent },
          fixes: mayStandOnCanvas(entry) ? [onCanvas] : [],
        });
        return;
      }
      if (isInsideItself(graph, node)) {
        report({
          message: 'circle',
          data: { node: data.node },
          fixes: mayStandOnCanvas(entry) ? [onCanvas] : [],
        });
        return;
      }
      const container = containerOf(graph, node);
      if (
        container &&
        catalog.kind(container.kind) &&
        !entry.placement.parents.includes(container.kind)
      ) {
        report({
          message: 'wrongPlace',
          data: { ...data, parent: named(container) },
          fixes: placeFixes(graph, catalog, node, entry),
        });
        return;
      }
    }
    if (!insideVpcOnly.has(node.kind)) return;
    if (!graph.vpc(node)) {
      report({ message: 'needsPlace', data, fixes: placeFixes(graph, catalog, node, entry) });
      return;
    }
    if (node.kind !== 'nat-gateway' || graph.text(node, 'availabilityMode') !== 'zonal') return;
    if (graph.subnets(node).length > 0) return;
    const publicSubnet = graph
      .nodes('subnet')
      .find(
        (subnet) =>
          graph.vpc(subnet)?.id === graph.vpc(node)?.id &&
          graph.text(subnet, 'subnetType') === 'public',
      );
    report({
      message: 'needsSubnet',
      property: 'availabilityMode',
      data: { node: data.node },
      fixes: publicSubnet
        ? [
            {
              title: `Place ${named(node)} in ${named(publicSubnet)}`,
              edit: reparent([node.id], publicSubnet.id),
            },
          ]
        : [],
    });
  },
  examples: {
    good: [
      {
        title: 'a subnet in a VPC',
        design: design(
          inside(node('vpc', 'net', { maxAzs: { Ref: 'Zones' } }), node('subnet', 'private')),
        ),
      },
      {
        title: 'a bucket on the canvas, in the region of the design',
        design: design(node('s3-bucket', 'files')),
      },
      {
        title: 'a group in between',
        design: design(
          inside(
            node('region', 'eu', { code: 'eu-west-1' }),
            inside(node('group', 'shop'), node('s3-bucket', 'files')),
          ),
        ),
      },
      {
        title: 'an endpoint placed by a connection',
        design: design(
          node('vpc', 'net'),
          node('vpc-endpoint', 'e', { service: 's3' }),
          connection('vpc-endpoint--vpc', 'e', 'net'),
        ),
      },
      {
        title: 'a NAT gateway whose mode is a parameter',
        design: design(
          inside(
            node('vpc', 'net'),
            node('nat-gateway', 'nat', { availabilityMode: { Ref: 'Mode' } }),
          ),
        ),
      },
    ],
    bad: [
      {
        title: 'a bucket in a subnet',
        design: design(
          inside(node('vpc', 'net'), inside(node('subnet', 'private'), node('s3-bucket', 'files'))),
        ),
        expect: ['wrongPlace'],
      },
      {
        title: 'a bucket in a group in a VPC',
        design: design(
          inside(
            node('region', 'eu', { code: 'eu-west-1' }),
            inside(node('vpc', 'net'), inside(node('group', 'shop'), node('s3-bucket', 'files'))),
          ),
        ),
        expect: ['wrongPlace'],
      },
      {
        title: 'a client in a region',
        design: design(inside(node('region', 'eu', { code: 'eu-west-1' }), node('client', 'app'))),
        expect: ['wrongPlace'],
      },
      {
        title: 'a subnet on the canvas',
        design: design(node('vpc', 'net'), node('subnet', 'private')),
        expect: ['needsPlace'],
      },
      {
        title: 'a subnet, and no VPC far and wide',
        design: design(node('subnet', 'private')),
        expect: ['needsPlace'],
      },
      {
        title: 'a parent that is gone',
        design: ((at) => ({ ...at, nodes: at.nodes.slice(1) }))(
          design(inside(node('region', 'eu'), node('s3-bucket', 'files'))),
        ),
        expect: ['missingParent'],
      },
      {
        title: 'a zonal NAT gateway beside its subnet',
        design: design(
          inside(
            node('vpc', 'net'),
            node('subnet', 'open', { subnetType: 'public' }),
            node('nat-gateway', 'nat'),
          ),
        ),
        expect: ['needsSubnet'],
      },
      {
        title: 'a group in itself',
        design: ((at) => ({ ...at, nodes: at.nodes.map((it) => ({ ...it, parent: it.id })) }))(
          design(node('group', 'shop')),
        ),
        expect: ['circle'],
      },
    ],
  },
});

const isInsideItself = (graph: Graph, node: Node): boolean => {
  const last = graph.ancestors(node).at(-1);
  return (last ? last.parent : node.parent) === node.id;
};
