import { connection, design, inside, node } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** A site whose certificate AWS wants in another Region. */
const site = design(
  node('s3-bucket', 'pages'),
  node('cloudfront', 'site', { aliases: ['www.example.com'] }),
  inside(
    node('region', 'virginia', { code: 'us-east-1' }),
    node('certificate', 'tls', { domainName: 'www.example.com' }),
  ),
  connection('cloudfront--s3-bucket', 'site', 'pages'),
  connection('certificate--cloudfront', 'tls', 'site'),
);
const oneRegion = design(
  node('lambda', 'worker', { memorySize: { Ref: 'Memory' } }),
  node('sqs-queue', 'orders'),
  connection('lambda--sqs-queue', 'worker', 'orders'),
);

export const exportNotSupportedByTarget = defineRule({
  meta: {
    id: 'export/not-supported-by-target',
    severity: 'info',
    messages: {
      handedOver:
        '{node}: SAM cannot hand it on to the stack in {region}; there it becomes the parameter {parameter}, which the README fills when you deploy. A CDK app does it by itself.',
    },
    explain:
      'A template is deployed to one Region, so a design over two Regions becomes two templates. What one of them needs of the other, such as the ARN of a certificate in us-east-1, becomes an output here and a parameter there; the commands in the README read the one and set the other, in the right order. A CDK app deploys all its stacks and hands such values over itself. Everything else comes out of both exports alike.',
    docs: { title: 'Rules about exports', url: 'docs/rules.md#export' },
  },
  on: wholeDesign(),
  check(_subject, graph, report, context) {
    if (context.exportTarget !== 'sam') return;
    // Any node or connection may ask for a value of another region.
    graph.nodes();
    graph.connections();
    for (const { at, parameter, region } of context.predicted().handedOver) {
      const node = graph.node(at);
      if (node)
        report({
          message: 'handedOver',
          at: node,
          data: { node: named(node), region, parameter },
        });
    }
  },
  examples: {
    good: [
      { title: 'one Region', design: oneRegion, exportTarget: 'sam' },
      { title: 'two Regions in a CDK app', design: site, exportTarget: 'cdk' },
    ],
    bad: [
      {
        title: 'a certificate of another Region, as SAM',
        design: site,
        exportTarget: 'sam',
        expect: ['handedOver'],
      },
    ],
  },
});
