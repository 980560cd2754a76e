import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** In MB. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const mostUnzipped = 250;
const mostDirect = 50;
const mostImage = 10_240;

/** An image has neither layers nor SnapStart. */
const toImage = (graph: Graph, fn: Node): readonly Fix[] =>
  graph.list(fn, 'layers')?.length === 0 && graph.text(fn, 'snapStart') === 'None'
    ? [{ title: 'Make it a container image', edit: setProperty(fn.id, 'packageType', 'Image') }]
    : [];

export const lambdaPackageSize = defineRule({
  meta: {
    id: 'lambda/package-size',
    severity: 'error',
    messages: {
      unzipped:
        '{node}: {size} MB of code and layers are over the limit of 250 MB; leave out what is not needed or make it a container image.',
      direct:
        '{node}: a zip file of {size} MB cannot be uploaded directly, the limit is 50 MB; upload it through S3.',
      image: '{node}: an image of {size} MB is over the limit of 10,240 MB; make it smaller.',
    },
    explain:
      'A zip file may have 50 MB when it is uploaded directly; through S3 (what SAM and CDK do) only the unpacked size counts, 250 MB with layers. A container image may have 10 GB. Big packages also make the first start slower.',
    docs: {
      title: 'Lambda quotas',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    const packageType = graph.text(fn, 'packageType');
    const node = named(fn);
    if (packageType === 'Image') {
      const size = graph.number(fn, 'imageSizeMb');
      if (size !== undefined && size > mostImage)
        report({ message: 'image', property: 'imageSizeMb', data: { node, size } });
    }
    if (packageType !== 'Zip') return;
    const unzipped = graph.number(fn, 'unzippedSizeMb');
    if (unzipped !== undefined && unzipped > mostUnzipped)
      report({
        message: 'unzipped',
        property: 'unzippedSizeMb',
        data: { node, size: unzipped },
        fixes: toImage(graph, fn),
      });
    const zipped = graph.number(fn, 'codeSizeMb');
    if (zipped === undefined || zipped <= mostDirect) return;
    if (graph.text(fn, 'uploadVia') === 'direct')
      report({
        message: 'direct',
        property: 'codeSizeMb',
        data: { node, size: zipped },
        fixes: [{ title: 'Upload it through S3', edit: setProperty(fn.id, 'uploadVia', 's3') }],
      });
  },
  examples: {
    good: [
      {
        title: 'a small package',
        design: design(node('lambda', 'worker', { codeSizeMb: 20, unzippedSizeMb: 80 })),
      },
      {
        title: 'a big zip file through S3',
        design: design(node('lambda', 'worker', { codeSizeMb: 80 })),
      },
      {
        title: 'a package that nobody knows',
        design: design(
          node('lambda', 'worker', { packageType: { Ref: 'Type' }, unzippedSizeMb: 300 }),
        ),
      },
    ],
    bad: [
      {
        title: 'too much unpacked',
        design: design(node('lambda', 'worker', { codeSizeMb: 40, unzippedSizeMb: 300 })),
        expect: ['unzipped'],
      },
      {
        title: 'a big zip file without S3',
        design: design(node('lambda', 'worker', { codeSizeMb: 60, uploadVia: 'direct' })),
        expect: ['direct'],
      },
      {
        title: 'a huge image',
        design: design(
          node('lambda', 'worker', {
            packageType: 'Image',
            imageUri: 'repository:1',
            imageSizeMb: 20_000,
          }),
        ),
        expect: ['image'],
      },
    ],
  },
});
