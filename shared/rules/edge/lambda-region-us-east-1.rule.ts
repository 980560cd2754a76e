import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { moveToRegion } from '../region/move.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const wanted = 'us-east-1';

const site = (code: string | { Ref: string }) =>
  design(
    inside(node('region', 'home', { code }), node('lambda-edge', 'rewrite')),
    node('cloudfront', 'site'),
    connection('lambda-edge--cloudfront', 'rewrite', 'site'),
  );

export const edgeLambdaRegionUsEast1 = defineRule({
  meta: {
    id: 'edge/lambda-region-us-east-1',
    severity: 'info',
    messages: {
      drawnElsewhere:
        '{node} is drawn in {region}, but Lambda@Edge functions are created in us-east-1, and so it is exported there; move it to show that.',
    },
    explain:
      'You write a Lambda@Edge function once, in US East (N. Virginia), and CloudFront copies the published version to its locations all over the world. It cannot copy from another region. The stack that holds the function is therefore deployed to us-east-1, apart from the rest.',
    docs: {
      title: 'Restrictions on Lambda@Edge',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
    },
  },
  on: connections({ from: 'lambda-edge', to: 'cloudfront', mechanism: 'edge-association' }),
  check({ connection: association, source: fn }, graph, report) {
    const container = graph.container(fn, 'region');
    const region = container && graph.text(container, 'code');
    if (region === undefined || region === wanted) return;
    // A function with several behaviours is named once.
    if (graph.outgoing(fn, { mechanism: 'edge-association' })[0]?.id !== association.id) return;
    report({
      message: 'drawnElsewhere',
      at: fn,
      data: { node: named(fn), region },
      fixes: moveToRegion(graph, fn, wanted),
    });
  },
  examples: {
    good: [
      { title: 'in us-east-1', design: site('us-east-1') },
      { title: 'a region set by a parameter', design: site({ Ref: 'Region' }) },
    ],
    bad: [{ title: 'in Ireland', design: site('eu-west-1'), expect: ['drawnElsewhere'] }],
  },
});
