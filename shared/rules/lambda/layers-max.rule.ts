import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const most = 5;
const layers = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `arn:aws:lambda:eu-west-1:123456789012:layer:tools-${at}:1`,
  );

export const lambdaLayersMax = defineRule({
  meta: {
    id: 'lambda/layers-max',
    severity: 'error',
    messages: {
      tooMany: '{node}: {count} layers on a zip function, allowed are 5; merge layers.',
      onImage:
        '{node}: {count} layers on a container image, allowed are none; build them into the image.',
    },
    explain:
      'Layers are unpacked into /opt of a zip function, at most five, and they count into the 250 MB unzipped size. A container image already contains everything, so Lambda refuses layers, a handler or a runtime there.',
    docs: {
      title: 'Managing Lambda dependencies with layers',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html',
    },
    overlaps: ['E3685', 'E3032'],
  },
  on: nodes('lambda'),
  check(node, graph, report) {
    const list = graph.list(node, 'layers');
    if (!list || list.length === 0) return;
    const data = { node: named(node), count: list.length };
    if (graph.text(node, 'packageType') === 'Image')
      report({
        message: 'onImage',
        property: 'layers',
        data,
        fixes: [{ title: 'Remove the layers', edit: unsetProperty(node.id, 'layers') }],
      });
    else if (list.length > most)
      report({
        message: 'tooMany',
        property: 'layers',
        data,
        fixes: [
          {
            title: 'Keep the first five layers',
            edit: setProperty(node.id, 'layers', list.slice(0, most)),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'two layers', design: design(node('lambda', 'worker', { layers: layers(2) })) },
      {
        title: 'a list set by a parameter, on a package that is one too',
        design: design(
          node('lambda', 'worker', { layers: { Ref: 'Layers' }, packageType: { Ref: 'Type' } }),
        ),
      },
      {
        title: 'an image without layers',
        design: design(
          node('lambda', 'worker', { packageType: 'Image', imageUri: 'repository:1', layers: [] }),
        ),
      },
    ],
    bad: [
      {
        title: 'six layers',
        design: design(node('lambda', 'worker', { layers: layers(6) })),
        expect: ['tooMany'],
      },
      {
        title: 'a layer on an image',
        design: design(
          node('lambda', 'worker', {
            packageType: 'Image',
            imageUri: 'repository:1',
            layers: layers(1),
          }),
        ),
        expect: ['onImage'],
      },
    ],
  },
});
