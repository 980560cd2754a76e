import { sequence, setProperty } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { isSynchronous } from '../delivery.ts';
import { connection, design, node } from '../examples.ts';
import { addNear, whileThere } from '../fixes.ts';
import { connections, type Link } from '../on.ts';
import { type Connection, defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/*
 * In KB; fixed. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
const ofMessage = 1024;
const ofCall = 6144;
const ofState = 256;
/** What older pages of AWS still give for events. */
const ofOldEvent = 256;

/** By these the message itself travels; of an object only S3's short notice does. API Gateway has limits of its own besides. */
const carrying = [
  'iam-data-access',
  'api-integration',
  'subscription',
  'eventbridge-target',
  'subscriber-target',
  'workflow-task',
  'direct-invoke',
  'success-destination',
];
const kinds = ['sqs-queue', 'sns-topic', 'event-bus', 'lambda', 'state-machine', 'kinesis-stream'];

/** Several kinds let the user choose: `perKb` of the property make a KB. */
const chosen = (graph: Graph, node: Node, property: string, perKb: number): number | undefined => {
  const value = graph.number(node, property);
  return value === undefined ? undefined : value / perKb;
};

/** What one message to the node may have; undefined where it is not known or not limited. */
const limitOf = (
  graph: Graph,
  catalog: CatalogFacts,
  link: Connection,
  target: Node,
): number | undefined => {
  switch (target.kind) {
    case 'sqs-queue':
    case 'sns-topic':
      return Math.min(ofMessage, chosen(graph, target, 'maximumMessageSize', 1024) ?? ofMessage);
    case 'event-bus':
      return ofMessage;
    case 'kinesis-stream':
      return chosen(graph, target, 'maxRecordSizeInKiB', 1);
    case 'state-machine':
      return ofState;
    case 'lambda': {
      // apigw/payload-too-large speaks of the calls of an API.
      if (graph.mechanism(link) === 'api-integration') return undefined;
      const waits = isSynchronous(graph, catalog, link);
      return waits === undefined ? undefined : waits ? ofCall : ofMessage;
    }
    default:
      return undefined;
  }
};

/** Where topics and buses hand a message on unchanged, as far as the settings say. */
const next = (graph: Graph, node: Node): readonly Connection[] =>
  graph
    .outgoing(node, { mechanism: ['subscription', 'event-routing', 'eventbridge-target'] })
    .filter(
      (onward) =>
        graph.mechanism(onward) !== 'eventbridge-target' ||
        graph.target(onward)?.kind === 'event-bus' ||
        !graph.isSet(onward, 'inputTransformer'),
    );

/** The narrowest place behind the node that a message may be handed on to; at most four steps away. */
const narrowest = (graph: Graph, catalog: CatalogFacts, start: Node) => {
  let found: { readonly node: Node; readonly limit: number } | undefined;
  let nodes: readonly Node[] = [start];
  const seen = new Set([start.id]);
  for (let step = 0; step < 4 && nodes.length > 0; step++) {
    const further: Node[] = [];
    for (const node of nodes)
      for (const onward of next(graph, node)) {
        const target = graph.target(onward);
        if (!target || seen.has(target.id)) continue;
        seen.add(target.id);
        further.push(target);
        const limit = limitOf(graph, catalog, onward, target);
        if (limit !== undefined && limit < (found?.limit ?? Number.POSITIVE_INFINITY))
          found = { node: target, limit };
      }
    nodes = further;
  }
  return found;
};

/** The claim check: a bucket for the content, and its key in the message. */
const claimCheck = (
  graph: Graph,
  catalog: CatalogFacts,
  { connection: link, source, target }: Link,
): readonly Fix[] => {
  if (source.kind !== 'lambda') return [];
  const consumers =
    target.kind === 'lambda'
      ? [target]
      : graph.targets(target, { kind: 'lambda' }).filter(({ id }) => id !== source.id);
  const bucket = { kind: 's3-bucket', name: `${source.name} contents`, properties: {} };
  return addNear(
    graph,
    catalog,
    'Store it in a new bucket and send the key',
    source,
    bucket,
    (id) => [
      { type: 'lambda--s3-bucket', from: source.id, to: id, properties: { access: 'write' } },
      ...consumers.map((consumer) => ({
        type: 'lambda--s3-bucket',
        from: consumer.id,
        to: id,
        properties: { access: 'read' },
      })),
    ],
  ).map(({ title, edit }) => ({
    title,
    edit: whileThere([link.id], sequence(edit, setProperty(link.id, 'expectedPayloadKb', 1))),
  }));
};

const sent = (to: string, expectedPayloadKb: number | { Ref: string }, target: object = {}) =>
  design(
    node('lambda', 'sender'),
    node(to, 'goal', { ...target }),
    connection(`lambda--${to}`, 'sender', 'goal', { expectedPayloadKb }),
  );

export const topologyMessageTooLarge = defineRule({
  meta: {
    id: 'topology/message-too-large',
    severity: 'error',
    messages: {
      tooLarge:
        '{payload} KB do not fit through {target}, which takes {limit} KB; store it in S3 and send the key.',
      mayNotFit: {
        text: '{payload} KB to {target}: event buses took 256 KB for a long time, and most pages of AWS still say so; store it in S3 and send the key.',
        severity: 'warning',
      },
      passedOn: {
        text: '{payload} KB fit into {target}, but {next} behind it takes {limit} KB; store it in S3 and send the key.',
        severity: 'warning',
      },
    },
    explain:
      'Messages are meant to be small. The claim check pattern writes the content to S3 and passes only bucket and key. Queues, events and asynchronous calls of functions take 1 MB today, but a chain is only as wide as its narrowest part: Step Functions takes 256 KB, and so does a topic unless it is set to more.',
    docs: {
      title: 'Amazon SQS message quotas',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
    },
    yieldsTo: ['apigw/payload-too-large'],
  },
  on: connections({ to: kinds, mechanism: carrying }),
  check(link, graph, report, { catalog }) {
    const { connection: way, source, target } = link;
    const payload = graph.number(way, 'expectedPayloadKb');
    // No limit is below 1 KB.
    if (payload === undefined || payload <= 1) return;
    const own = limitOf(graph, catalog, way, target);
    // A workflow holds no more than this, whatever its tasks would take.
    const isTask = source.kind === 'state-machine' && graph.mechanism(way) === 'workflow-task';
    const limit = isTask ? Math.min(ofState, own ?? ofState) : own;
    const property = 'expectedPayloadKb';
    const data = { payload, target: named(isTask && limit !== own ? source : target) };
    const fixes = () => claimCheck(graph, catalog, link);
    if (limit !== undefined && payload > limit) {
      report({ message: 'tooLarge', property, data: { ...data, limit }, fixes: fixes() });
      return;
    }
    const after = narrowest(graph, catalog, target);
    if (after && payload > after.limit)
      report({
        message: 'passedOn',
        property,
        data: { ...data, next: named(after.node), limit: after.limit },
        fixes: fixes(),
      });
    else if (target.kind === 'event-bus' && payload > ofOldEvent)
      report({ message: 'mayNotFit', property, data, fixes: fixes() });
  },
  examples: {
    good: [
      { title: 'a small message to a queue', design: sent('sqs-queue', 100) },
      { title: 'a size set by a parameter', design: sent('sqs-queue', { Ref: 'Size' }) },
      {
        title: 'a topic for large messages',
        design: sent('sns-topic', 900, { maximumMessageSize: 1_048_576 }),
      },
    ],
    bad: [
      {
        title: 'half a megabyte for a topic',
        design: sent('sns-topic', 500),
        expect: ['tooLarge'],
      },
      {
        title: 'half a megabyte for a workflow',
        design: sent('state-machine', 500),
        expect: ['tooLarge'],
      },
      {
        title: 'two megabytes for a call that nobody waits for',
        design: design(
          node('lambda', 'sender'),
          node('lambda', 'goal'),
          connection('lambda--lambda--invoke', 'sender', 'goal', {
            invocationType: 'Event',
            expectedPayloadKb: 2000,
          }),
        ),
        expect: ['tooLarge'],
      },
      { title: 'half a megabyte for a bus', design: sent('event-bus', 500), expect: ['mayNotFit'] },
      {
        title: 'half a megabyte from a workflow',
        design: design(
          node('state-machine', 'orders'),
          node('sqs-queue', 'jobs'),
          connection('state-machine--sqs-queue', 'orders', 'jobs', { expectedPayloadKb: 500 }),
        ),
        expect: ['tooLarge'],
      },
      {
        title: 'a workflow behind a bus',
        design: design(
          node('lambda', 'sender'),
          node('event-bus', 'shop', { name: 'shop' }),
          node('event-rule', 'placed'),
          node('state-machine', 'orders'),
          connection('lambda--event-bus', 'sender', 'shop', { expectedPayloadKb: 500 }),
          connection('event-bus--event-rule', 'shop', 'placed'),
          connection('event-rule--state-machine', 'placed', 'orders'),
        ),
        expect: ['passedOn'],
      },
    ],
  },
});
