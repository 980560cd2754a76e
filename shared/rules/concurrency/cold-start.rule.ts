import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { isPublicEntry } from '../lambda/invocations.ts';
import { supportsSnapStart } from '../lambda/snap-start.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** In MB: from here on loading the code can be felt. */
const bigZip = 20;
const bigImage = 500;
/** In MB, the most that goes with SnapStart. */
const plainStorage = 512;

const reasonOf = (graph: Graph, fn: Node): string | undefined => {
  const packageType = graph.text(fn, 'packageType');
  if (packageType === 'Image')
    return (graph.number(fn, 'imageSizeMb') ?? 0) > bigImage ? 'a big image' : undefined;
  if (packageType !== 'Zip') return undefined;
  const runtime = graph.text(fn, 'runtime');
  if (runtime !== undefined && /^(?:java|dotnet)/.test(runtime)) return runtime;
  return (graph.number(fn, 'codeSizeMb') ?? 0) > bigZip ? 'a big package' : undefined;
};

const fixesFor = (graph: Graph, fn: Node): readonly Fix[] => {
  const alias = graph.isSet(fn, 'autoPublishAlias')
    ? []
    : [setProperty(fn.id, 'autoPublishAlias', 'live')];
  const runtime = graph.text(fn, 'runtime');
  const canSnap =
    runtime !== undefined &&
    supportsSnapStart(runtime) === true &&
    graph.text(fn, 'packageType') === 'Zip' &&
    (graph.number(fn, 'ephemeralStorageSize') ?? plainStorage + 1) <= plainStorage;
  const snap: Fix = {
    title: 'Use SnapStart',
    edit: sequence(setProperty(fn.id, 'snapStart', 'PublishedVersions'), ...alias),
  };
  const warm: Fix = {
    title: 'Keep two environments warm',
    edit: sequence(setProperty(fn.id, 'provisionedConcurrency', 2), ...alias),
  };
  return [...(canSnap ? [snap] : []), ...(graph.isSet(fn, 'reservedConcurrency') ? [] : [warm])];
};

const behindApi = (properties: object) =>
  design(
    node('http-api', 'api', { name: 'api' }),
    node('lambda', 'search', { latencySensitive: true, ...properties }),
    connection('http-api--lambda', 'api', 'search'),
  );

export const concurrencyColdStart = defineRule({
  meta: {
    id: 'concurrency/cold-start',
    severity: 'info',
    messages: {
      slow: '{node}: with {reason} the first requests will be slow; use SnapStart, provisioned concurrency or a smaller package.',
    },
    explain:
      'A new environment has to load the code and to run everything outside the handler before its first event. That takes from a tenth of a second to several seconds. Being in a VPC adds hardly anything since 2019.',
    docs: {
      title: 'Understanding the Lambda execution environment lifecycle',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
    },
    overlaps: ['I2530'],
  },
  on: nodes('lambda'),
  check(fn, graph, report, { catalog }) {
    if (graph.boolean(fn, 'latencySensitive') !== true) return;
    if (graph.isSet(fn, 'provisionedConcurrency') || graph.text(fn, 'snapStart') !== 'None') return;
    const reason = reasonOf(graph, fn);
    if (reason === undefined || !isPublicEntry(graph, catalog, fn)) return;
    report({ message: 'slow', data: { node: named(fn), reason }, fixes: fixesFor(graph, fn) });
  },
  examples: {
    good: [
      {
        title: 'Java with SnapStart',
        design: behindApi({
          runtime: 'java21',
          snapStart: 'PublishedVersions',
          autoPublishAlias: 'live',
        }),
      },
      { title: 'a small package', design: behindApi({ codeSizeMb: 2 }) },
      { title: 'a runtime set by a parameter', design: behindApi({ runtime: { Ref: 'Runtime' } }) },
      {
        title: 'nobody waits',
        design: design(node('lambda', 'report', { latencySensitive: true, runtime: 'java21' })),
      },
    ],
    bad: [
      { title: 'Java behind an API', design: behindApi({ runtime: 'java21' }), expect: ['slow'] },
      { title: 'a big package', design: behindApi({ codeSizeMb: 40 }), expect: ['slow'] },
      {
        title: 'a big image',
        design: behindApi({ packageType: 'Image', imageUri: 'repository:1', imageSizeMb: 900 }),
        expect: ['slow'],
      },
    ],
  },
});
