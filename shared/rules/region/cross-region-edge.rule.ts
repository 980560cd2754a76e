import { isLinked } from '../../graph/network.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph } from '../rule.ts';
import { named } from '../text.ts';
import { moveToRegion } from './move.ts';

/** How AWS joins two resources only inside one region. */
const insideOnly: ReadonlySet<string> = new Set([
  'event-source-mapping',
  'push-invoke',
  'dead-letter',
  'pipe-source',
  'event-routing',
  'event-source',
  'stream',
  'stream-delivery',
  'transform',
  'target-group',
  'proxy',
  'network-placement',
  'security-attachment',
  'code-source',
  'domain-mapping',
  'metric',
  'alarm-action',
  'encryption',
  'tracing',
]);

/** Ways that are made for distance, or whose regions other rules look at. */
const anywhere: ReadonlySet<string> = new Set([
  'certificate',
  'dns-alias',
  'dns-record',
  'dns-validation',
  'edge-association',
  'http-call',
  'network-link',
  'origin',
  'push-message',
  'replication',
  'route',
  'sign-in',
  'backup',
]);

/**
 * True when AWS cannot join the two across regions. What AWS's pages leave open is not impossible, and only warned of:
 * the subscription filters of a log group are, of which they say no more than that the account is the same.
 */
const isImpossible = (
  graph: Graph,
  { connection, source, target }: Link,
  mechanism: string,
): boolean => {
  if (insideOnly.has(mechanism)) return true;
  // "A rule's targets must be in the same Region as the rule", but for buses:
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
  if (mechanism === 'eventbridge-target') return target.kind !== 'event-bus';
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-target-bus.html says it of buses alone.
  if (mechanism === 'subscriber-target') return target.kind !== 'custom-event-bus';
  if (mechanism === 'workflow-task') return !['rest-api', 'http-api'].includes(target.kind);
  if (mechanism === 'logging')
    return target.kind === 'log-group' || connection.type === 's3-bucket--s3-bucket--access-logs';
  if (mechanism === 'network-access' || mechanism === 'cache') {
    const vpcs = [graph.vpc(source), graph.vpc(target)];
    return vpcs.every((vpc) => vpc !== undefined && !isLinked(graph, vpc));
  }
  return false;
};

/** Moves the target when nothing else hangs on it. */
const moveTarget = (graph: Graph, { source, target }: Link): readonly Fix[] =>
  graph.outgoing(target).length + graph.incoming(target).length > 1 ||
  graph.container(target, 'vpc', 'subnet') !== undefined ||
  graph.children(target).length > 0
    ? []
    : moveToRegion(graph, target, graph.region(source));

const other = node('region', 'us', { code: 'us-east-1' });

export const regionCrossRegionEdge = defineRule({
  meta: {
    id: 'region/cross-region-edge',
    severity: 'error',
    messages: {
      impossible:
        '{source} ({sourceRegion}) cannot use {target} ({targetRegion}) this way; put both into one region, or forward events to the other region with EventBridge.',
      far: {
        text: '{source} ({sourceRegion}) reaches {target} ({targetRegion}) across regions: that takes longer and costs data transfer; put both into one region if you can.',
        severity: 'warning',
      },
    },
    explain:
      'Most services work together only inside one region, so that a failure in one region does not spread. EventBridge can forward events to a bus in another region, and S3 and DynamoDB can replicate data. Calls of APIs do cross regions, but each takes tens of milliseconds more and the data is billed.',
    docs: {
      title: 'Sending and receiving events between AWS Regions in Amazon EventBridge',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html',
    },
    yieldsTo: ['sqs/dlq-mismatch', 's3/event-target'],
  },
  on: connections(),
  check(link, graph, report, { catalog }) {
    const { connection, source, target } = link;
    const sourceRegion = graph.region(source);
    const targetRegion = graph.region(target);
    if (sourceRegion === targetRegion) return;
    const mechanism = graph.mechanism(connection);
    if (mechanism === undefined || anywhere.has(mechanism)) return;
    const isRegional = [source, target].every(({ kind }) =>
      ['regional', 'zonal'].includes(catalog.kind(kind)?.placement.scope ?? ''),
    );
    if (!isRegional) return;
    const data = { source: named(source), sourceRegion, target: named(target), targetRegion };
    const fixes = moveTarget(graph, link);
    if (isImpossible(graph, link, mechanism)) report({ message: 'impossible', data, fixes });
    else report({ message: 'far', data, fixes });
  },
  examples: {
    good: [
      {
        title: 'one region',
        design: design(
          inside(
            node('region', 'home', { code: { Ref: 'Region' } }),
            node('sqs-queue', 'orders'),
            node('lambda', 'worker'),
          ),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
      },
      {
        title: 'a distribution in front of an API',
        design: design(
          node('cloudfront', 'site'),
          inside(other, node('http-api', 'api', { name: 'api' })),
          connection('cloudfront--http-api', 'site', 'api'),
        ),
      },
    ],
    bad: [
      {
        title: 'a queue for a function elsewhere',
        design: design(
          node('sqs-queue', 'orders'),
          inside(other, node('lambda', 'worker')),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
        expect: ['impossible'],
      },
      {
        title: 'a rule for a function elsewhere',
        design: design(
          node('event-rule', 'nightly', { scheduleExpression: 'rate(1 day)' }),
          inside(other, node('lambda', 'worker')),
          connection('event-rule--lambda', 'nightly', 'worker'),
        ),
        expect: ['impossible'],
      },
      {
        title: 'a table elsewhere',
        design: design(
          node('lambda', 'worker'),
          inside(other, node('dynamodb-table', 'orders')),
          connection('lambda--dynamodb-table', 'worker', 'orders'),
        ),
        expect: ['far'],
      },
    ],
  },
});
