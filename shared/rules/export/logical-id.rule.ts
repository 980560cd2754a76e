import { changeNodeId } from '../../model/edits/index.ts';
import type { LogicalId, NodeId } from '../../model/ids.ts';
import { logicalIds } from '../../model/logical-id.ts';
import { freshNodeId } from '../../model/new-design.ts';
import { type CatalogFacts, isReference } from '../catalog-facts.ts';
import { connection, design, inside, node, settings } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** What every node of a kind brings along, whatever its settings. The rest is known from the planned export. */
const brought: Readonly<Record<string, readonly string[]>> = {
  lambda: ['Role', 'LogGroup'],
  'lambda-edge': ['Role'],
  'state-machine': ['Role'],
  firehose: ['Role'],
};
const suffixes = /^(.+)(Role|LogGroup)$/;

/** Kinds that always write a resource under the node's own logical id. */
const standing: ReadonlySet<string> = new Set([
  'dynamodb-table',
  'firehose',
  'kinesis-stream',
  'lambda',
  'log-group',
  's3-bucket',
  'sns-topic',
  'sqs-queue',
  'state-machine',
]);

interface Clash {
  readonly id: string;
  readonly at: string;
  readonly other: string;
}

/** The clashes that the ids alone tell. */
const plainClashes = (
  graph: Graph,
  nodes: readonly Node[],
  ids: ReadonlyMap<NodeId, LogicalId>,
  byLogicalId: ReadonlyMap<string, Node>,
): readonly Clash[] =>
  nodes.flatMap((node) => {
    const id = standing.has(node.kind) ? ids.get(node.id) : undefined;
    const [, stem = '', suffix = ''] = suffixes.exec(id ?? '') ?? [];
    const other = byLogicalId.get(stem);
    if (id === undefined || !other || brought[other.kind]?.includes(suffix) !== true) return [];
    if (graph.region(other) !== graph.region(node)) return [];
    // A function that writes to a drawn log group has none of its own.
    if (suffix === 'LogGroup' && graph.outgoing(other, { mechanism: 'logging' }).length > 0)
      return [];
    return [{ id, at: node.id, other: other.id }];
  });

/** The node that something belongs to: itself, or where the connection starts. */
const nodeAt = (graph: Graph, id: string): Node | undefined => {
  const connection = graph.connection(id);
  return graph.node(id) ?? (connection && graph.source(connection));
};

const renaming = (catalog: CatalogFacts, node: Node, nodes: readonly Node[], logical: string) => {
  // Intrinsics of the user that name the logical id would then name something else.
  if (nodes.some(({ properties }) => JSON.stringify(properties).includes(logical))) return [];
  const { id } = node;
  const fix: Fix = {
    title: `Give ${named(node)} another id`,
    edit: (design) => changeNodeId(id, freshNodeId(design, id), isReference(catalog))(design),
  };
  return [fix];
};

export const exportLogicalId = defineRule({
  meta: {
    id: 'export/logical-id',
    severity: 'error',
    messages: {
      clash:
        '{node} (id {id}) would have the name {resource} in the template, which something of {other} has; give it another id.',
      inner:
        'The template would have two things with the name {resource}, from {node} (id {id}) or from what refers to it; rename one of them.',
    },
    explain:
      'In a template every resource has a name of letters and digits, the logical id, and no two may be alike. Isobar makes it from the id of the node, and makes those of roles, log groups and policies that come along by adding a word: the function orders brings OrdersRole. A node with the id orders-role wants that name too. The second one would write over the first without a word.',
    docs: {
      title: 'CloudFormation template Resources syntax',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
    },
    overlaps: ['E3007'],
  },
  on: wholeDesign(),
  check(_subject, graph, report, context) {
    const nodes = graph.nodes();
    graph.connections();
    const predicted = context.predicted().clashes;
    if (predicted.length === 0 && !nodes.some(({ id }) => /role|group/i.test(id))) return;
    const ids = logicalIds({ nodes });
    const byLogicalId = new Map(
      nodes.map((node): [string, Node] => [ids.get(node.id) ?? '', node]),
    );
    const clashes = new Map<string, Clash>();
    for (const clash of [...plainClashes(graph, nodes, ids, byLogicalId), ...predicted])
      if (!clashes.has(clash.id)) clashes.set(clash.id, clash);
    for (const clash of clashes.values()) {
      const own = byLogicalId.get(clash.id);
      const first = nodeAt(graph, clash.at);
      // An event source of a function has the function's logical id before its own.
      const event =
        clash.at === clash.other && first
          ? byLogicalId.get(clash.id.slice((ids.get(first.id) ?? '').length))
          : undefined;
      const node = own ?? event ?? first;
      if (!node) continue;
      const other = [clash.at, clash.other]
        .map((id) => nodeAt(graph, id))
        .find((item) => item !== undefined && item.id !== node.id);
      const data = { node: named(node), id: node.id, resource: clash.id };
      const fixes =
        own || event ? renaming(context.catalog, node, nodes, ids.get(node.id) ?? '') : [];
      if (other)
        report({ message: 'clash', at: node, data: { ...data, other: named(other) }, fixes });
      else report({ message: 'inner', at: node, data, fixes });
    }
  },
  examples: {
    good: [
      {
        title: 'ids that only look alike',
        design: design(
          node('lambda', 'orders', { description: { Ref: 'Text' } }),
          node('dynamodb-table', 'order-roles'),
          node('sqs-queue', 'orders-role-requests'),
        ),
      },
      {
        title: 'the log group that the function writes to',
        design: design(
          node('lambda', 'orders'),
          node('log-group', 'orders-log-group'),
          connection('lambda--log-group--write', 'orders', 'orders-log-group'),
        ),
      },
      {
        title: 'stacks of their own',
        design: design(
          settings({ region: 'eu-west-1' }),
          node('lambda', 'orders'),
          inside(
            node('region', 'ireland', { regionId: 'us-east-1' }),
            node('sqs-queue', 'orders-role'),
          ),
        ),
      },
    ],
    bad: [
      {
        title: 'a table that is called as the role of a function',
        design: design(node('lambda', 'orders'), node('dynamodb-table', 'orders-role')),
        expect: ['clash'],
      },
      {
        title: 'a log group that the function does not write to',
        design: design(node('lambda', 'orders'), node('log-group', 'orders-log-group')),
        expect: ['clash'],
      },
      {
        title: 'a queue that is called as the policy of another',
        design: design(
          node('sns-topic', 'news'),
          node('sqs-queue', 'orders'),
          node('sqs-queue', 'orders-policy'),
          connection('sns-topic--sqs-queue', 'news', 'orders'),
        ),
        expect: ['clash'],
      },
      {
        title: 'a topic whose subscription is called as the role of the function',
        design: design(
          node('sns-topic', 'role'),
          node('lambda', 'orders'),
          connection('sns-topic--lambda', 'role', 'orders'),
        ),
        expect: ['clash'],
      },
      {
        title: 'a parameter that is called as the role of the function',
        design: design(node('lambda', 'orders', { environment: { ROLE: { Ref: 'OrdersRole' } } })),
        expect: ['inner'],
      },
    ],
  },
});
