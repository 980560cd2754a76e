import { patternKey } from '../cloudfront/patterns.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isViewerEvent } from './function-limits.ts';

interface Attached {
  readonly connection: Connection;
  readonly event: string;
  readonly kind: string;
  readonly name: string;
}

const site = (first: object, second: object, kind = 'lambda-edge') =>
  design(
    node('cloudfront-function', 'rewrite', { name: 'rewrite' }),
    kind === 'lambda-edge' ? node(kind, 'sign') : node(kind, 'sign', { name: 'sign' }),
    node('s3-bucket', 'pages'),
    node('cloudfront', 'site'),
    connection('cloudfront--s3-bucket', 'site', 'pages'),
    connection('cloudfront-function--cloudfront', 'rewrite', 'site', { ...first }),
    connection(`${kind}--cloudfront`, 'sign', 'site', { ...second }),
  );

export const edgeEventConflict = defineRule({
  meta: {
    id: 'edge/event-conflict',
    severity: 'error',
    messages: {
      sameEvent:
        '{distribution}: the paths "{pattern}" have two functions at {event}, {first} and {second}; keep one.',
      mixed:
        '{distribution}: at the viewer events of the paths "{pattern}" stand a CloudFront Function and a Lambda@Edge function, {first} and {second}; use one technology for both viewer events.',
    },
    explain:
      'A cache behaviour runs one function per event. CloudFront also refuses a behaviour with a CloudFront Function at one viewer event and a Lambda@Edge function at the other. Origin events may have Lambda@Edge functions all the same.',
    docs: {
      title: 'Restrictions on all edge functions',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html',
    },
  },
  on: nodes('cloudfront'),
  check(distribution, graph, report, { catalog }) {
    const functions = graph.incoming(distribution, { mechanism: 'edge-association' });
    if (functions.length < 2) return;
    const byPattern = new Map<string, Attached[]>();
    for (const connection of functions) {
      const event = graph.text(connection, 'eventType');
      const pattern = patternKey(graph, connection);
      const source = graph.source(connection);
      if (event === undefined || pattern === undefined || !source) continue;
      const item = { connection, event, kind: source.kind, name: named(source) };
      const before = byPattern.get(pattern) ?? [];
      byPattern.set(pattern, [...before, item]);
      const same = before.find((other) => other.event === event);
      const other =
        same ??
        before.find(
          ({ event: at, kind }) =>
            isViewerEvent(at) && isViewerEvent(event) && kind !== source.kind,
        );
      if (!other) continue;
      const data = {
        distribution: named(distribution),
        pattern,
        first: other.name,
        second: item.name,
      };
      const fixes = [removeConnection(catalog, connection, `Remove ${item.name} from these paths`)];
      if (same) report({ message: 'sameEvent', at: connection, data: { ...data, event }, fixes });
      else report({ message: 'mixed', at: connection, data, fixes });
    }
  },
  examples: {
    good: [
      {
        title: 'one at the viewer and one at the origin',
        design: site({ eventType: 'viewer-request' }, { eventType: 'origin-request' }),
      },
      {
        title: 'paths set by a parameter',
        design: site(
          { eventType: 'viewer-request', pathPattern: { Ref: 'Paths' } },
          { eventType: 'viewer-response' },
        ),
      },
      {
        title: 'other paths',
        design: site(
          { eventType: 'viewer-request' },
          { eventType: 'viewer-request', pathPattern: 'api/*' },
        ),
      },
    ],
    bad: [
      {
        title: 'two at one event',
        design: site(
          { eventType: 'viewer-request' },
          { eventType: 'viewer-request' },
          'cloudfront-function',
        ),
        expect: ['sameEvent'],
      },
      {
        title: 'both technologies at viewer events',
        design: site({ eventType: 'viewer-request' }, { eventType: 'viewer-response' }),
        expect: ['mixed'],
      },
    ],
  },
});
