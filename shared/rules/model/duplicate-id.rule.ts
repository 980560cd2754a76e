import type { Design } from '../../model/design.ts';
import type { Edit } from '../../model/edits/index.ts';
import { freshIds } from '../../model/new-design.ts';
import { connection, design, node } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule } from '../rule.ts';

/** All but the first item of each id get a fresh one. What was connected to the id stays with the first. */
const giveFreshIds =
  (what: 'node' | 'connection', id: string): Edit =>
  (before): Design => {
    const fresh = freshIds(before);
    let seen = false;
    const isFirst = (item: { readonly id: string }): boolean => {
      if (item.id !== id || seen) return item.id !== id;
      seen = true;
      return true;
    };
    return what === 'node'
      ? {
          ...before,
          nodes: before.nodes.map((item) =>
            isFirst(item) ? item : { ...item, id: fresh.node(item.name) },
          ),
        }
      : {
          ...before,
          connections: before.connections.map((item) =>
            isFirst(item) ? item : { ...item, id: fresh.connection(item.from, item.to) },
          ),
        };
  };

export const modelDuplicateId = defineRule({
  meta: {
    id: 'model/duplicate-id',
    severity: 'error',
    messages: { shared: '{count} {what} share the id "{id}"; give each its own id.' },
    explain:
      'Ids are how connections, problems and exported references find a box. When two boxes share an id, a connection can silently attach to the wrong one. Isobar goes on with the first of them and leaves the others out.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
  },
  on: wholeDesign(),
  check(_, graph, report) {
    for (const { what, id, count } of graph.duplicates())
      report({
        message: 'shared',
        at: what === 'node' ? graph.node(id) : graph.connection(id),
        data: { count, what: what === 'node' ? 'nodes' : 'connections', id },
        fixes: [{ title: 'Give the later ones ids of their own', edit: giveFreshIds(what, id) }],
      });
  },
  examples: {
    good: [
      {
        title: 'ids of their own',
        design: design(
          node('sqs-queue', 'n1', { delaySeconds: { Ref: 'Delay' } }),
          node('sqs-queue', 'n2', { delaySeconds: 1 }),
        ),
      },
    ],
    bad: [
      {
        title: 'two nodes',
        design: design(
          node('sqs-queue', 'orders', {}, 'n1'),
          node('sqs-queue', 'failures', {}, 'n1'),
        ),
        expect: ['shared'],
      },
      {
        title: 'three connections',
        design: design(
          node('sqs-queue', 'a'),
          node('sqs-queue', 'b'),
          node('lambda', 'worker'),
          connection('sqs-queue--lambda', 'a', 'worker', {}, 'c'),
          connection('sqs-queue--lambda', 'b', 'worker', {}, 'c'),
          connection('sqs-queue--sqs-queue', 'a', 'b', {}, 'c'),
        ),
        expect: ['shared'],
      },
    ],
  },
});
