import type { Graph, Node } from '../../graph/graph.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { moveToRegion } from '../region/move.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';

const home = 'us-east-1';

/** A certificate that is there already belongs to no stack. */
const isExisting = (graph: Graph, node: Node): boolean =>
  node.kind === 'certificate' && graph.boolean(node, 'importExisting') !== false;

const logged = (region: string | undefined, certificate: { [property: string]: Json } = {}) => {
  const distribution = node('cloudfront', 'site', { aliases: ['www.example.com'] });
  return design(
    ...(region === undefined
      ? [distribution]
      : [inside(node('region', 'place', { code: region }), distribution)]),
    inside(
      node('region', 'edge', { code: home }),
      node('certificate', 'tls', { domainName: 'www.example.com', ...certificate }),
    ),
    node('log-group', 'access'),
    connection('certificate--cloudfront', 'tls', 'site'),
    connection('cloudfront--log-group--logs', 'site', 'access'),
  );
};

export const cloudfrontLogDeliveryOrder = defineRule({
  meta: {
    id: 'cloudfront/log-delivery-order',
    severity: 'error',
    messages: {
      circle:
        'Logs of {distribution} are delivered from us-east-1, and the stack of {region} needs {need} from there: the two would wait for each other. Draw {distribution} in us-east-1.',
    },
    explain:
      'CloudWatch Logs takes CloudFront as a source in us-east-1 only, so the delivery belongs to the stack there and needs the distribution. The distribution needs its certificate and its Lambda@Edge functions, which are in us-east-1 as well. One of two stacks must come first: with the distribution in us-east-1, too, all of it is one stack.',
    docs: {
      title: 'Configure standard logging (v2)',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html',
    },
  },
  on: connections({
    from: 'cloudfront',
    type: ['cloudfront--log-group--logs', 'cloudfront--firehose--logs'],
  }),
  check({ source: distribution }, graph, report) {
    const region = graph.region(distribution);
    if (region === home) return;
    const need = graph
      .connections('certificate', 'edge-association')
      .filter((link) => {
        const user = graph.target(link);
        return user !== undefined && graph.region(user) === region;
      })
      .map((link) => graph.source(link))
      .find(
        (node) => node !== undefined && graph.region(node) === home && !isExisting(graph, node),
      );
    if (need === undefined) return;
    report({
      message: 'circle',
      data: { distribution: named(distribution), need: named(need), region },
      fixes: moveToRegion(graph, distribution, home),
    });
  },
  examples: {
    good: [
      { title: 'a distribution in us-east-1', design: logged(home) },
      {
        title: 'a certificate that is there already',
        design: logged(undefined, { importExisting: true, certificateArn: { Ref: 'Certificate' } }),
      },
    ],
    bad: [
      { title: 'a distribution elsewhere', design: logged(undefined), expect: ['circle'] },
      {
        title: 'another distribution that needs an edge function',
        design: design(
          node('cloudfront', 'site'),
          node('cloudfront', 'shop'),
          node('lambda-edge', 'headers'),
          node('log-group', 'access'),
          connection('lambda-edge--cloudfront', 'headers', 'shop'),
          connection('cloudfront--log-group--logs', 'site', 'access'),
        ),
        expect: ['circle'],
      },
    ],
  },
});
