import { reverseConnection } from '../../model/edits/index.ts';
import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { reversedType } from './reversed.ts';

export const modelConnectionReversed = defineRule({
  meta: {
    id: 'model/connection-reversed',
    severity: 'error',
    messages: {
      turn: 'The arrow goes from {to} ({toKind}) to {from} ({fromKind}), not the other way round; turn it.',
    },
    explain:
      "An arrow shows who starts the interaction. A queue does not get called by its consumer's arrow: the queue is the source of the event and the function the receiver. The direction decides which side needs permission and what is exported.",
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
  },
  on: connections(),
  check({ connection, source, target }, _graph, report, { catalog }) {
    const type = reversedType(catalog, connection.type, source.kind, target.kind);
    if (!type) return;
    report({
      message: 'turn',
      data: {
        from: named(source),
        fromKind: titleOf(catalog, source.kind),
        to: named(target),
        toKind: titleOf(catalog, target.kind),
      },
      fixes: [
        { title: 'Turn the connection round', edit: reverseConnection(connection.id, type.id) },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a queue that triggers a function',
        design: design(
          node('sqs-queue', 'orders'),
          node('lambda', 'worker', { timeout: { Ref: 'Seconds' } }),
          connection('sqs-queue--lambda', 'orders', 'worker', { batchSize: 5 }),
        ),
      },
    ],
    bad: [
      {
        title: 'a table that points at an API',
        design: design(
          node('dynamodb-table', 'items'),
          node('rest-api', 'api', { name: 'api' }),
          connection('rest-api--dynamodb-table', 'items', 'api'),
        ),
        expect: ['turn'],
      },
      {
        title: 'an API that points at its client',
        design: design(
          node('http-api', 'api', { name: 'api' }),
          node('client', 'app'),
          connection('calls', 'api', 'app'),
        ),
        expect: ['turn'],
      },
    ],
  },
});
