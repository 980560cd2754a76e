import type { Graph } from '../../graph/graph.ts';
import type { Design } from '../../model/design.ts';
import { type CatalogFacts, titleOf } from '../catalog-facts.ts';
import { removeConnection } from '../fixes.ts';
import type { Link } from '../on.ts';
import type { BadExample, Example, Report } from '../rule.ts';
import { bridgeBetween, bridgeFix, insertFix, isLegal } from './bridge.ts';
import { reversedType } from './reversed.ts';

/** What a rule says of a target that is not in AWS's list: the keys and slots of its messages. */
type TargetMessages = {
  readonly refused: '{kind}{why}';
  readonly bridge: '{kind}{bridge}';
  readonly never: '{kind}';
  readonly fifoTopic: '';
};

/** The check for a kind that calls a fixed list of targets: says what works in place of another one. */
export const checkTarget = (
  link: Link,
  graph: Graph,
  report: (finding: Parameters<Report<TargetMessages>>[0]) => void,
  catalog: CatalogFacts,
  /** Without a target it is nothing: a right connection is never to be removed. */
  needsTarget = false,
): void => {
  const { connection, source, target } = link;
  const remove = removeConnection(catalog, connection);
  if (isLegal(catalog, link)) {
    if (target.kind === 'sns-topic' && graph.boolean(target, 'fifoTopic') === true)
      report({
        message: 'fifoTopic',
        fixes: [...insertFix(graph, catalog, link, ['lambda']), ...(needsTarget ? [] : [remove])],
      });
    return;
  }
  const pair = [source.kind, target.kind] as const;
  // Of the right kinds but the wrong type, or the wrong way round, speak the rules of the model.
  if (!catalog.kind(target.kind) || catalog.between(...pair).length > 0) return;
  if (reversedType(catalog, connection.type, ...pair)) return;
  const kind = titleOf(catalog, target.kind);
  const [refusal] = catalog.refusals(...pair);
  const bridge = bridgeBetween(catalog, ...pair);
  const fixes = [...bridgeFix(graph, catalog, link, bridge), remove];
  if (refusal) report({ message: 'refused', data: { kind, why: refusal.why }, fixes });
  else if (bridge) report({ message: 'bridge', data: { kind, bridge: bridge.words }, fixes });
  else report({ message: 'never', data: { kind }, fixes });
};

/** The examples of such a kind; `toward` draws it with a connection to a target. */
export const targetExamples = (
  toward: (kind: string, properties: object, type?: string) => Design,
): {
  readonly good: readonly Example[];
  readonly bad: readonly BadExample<keyof TargetMessages>[];
} => ({
  good: [
    { title: 'a workflow', design: toward('state-machine', {}) },
    {
      title: 'a topic whose type nobody knows',
      design: toward('sns-topic', { fifoTopic: { Ref: 'Ordered' } }),
    },
    {
      title: 'the right kinds under another name',
      design: toward('lambda', {}, 'sns-topic--lambda'),
    },
  ],
  bad: [
    { title: 'a table', design: toward('dynamodb-table', {}), expect: ['refused'] },
    {
      title: 'a FIFO topic',
      design: toward('sns-topic', { fifoTopic: true }),
      expect: ['fifoTopic'],
    },
    { title: 'a distribution', design: toward('cloudfront', {}), expect: ['bridge'] },
    {
      title: 'a certificate',
      design: toward('certificate', { domainName: 'example.com' }),
      expect: ['never'],
    },
  ],
});
