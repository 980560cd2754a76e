import { kindFacts } from '../../catalog/catalog.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import { inlineText } from '../../lib/markdown.ts';
import type { Design } from '../../model/design.ts';
import { connectionSection } from './connections.ts';
import { findingSections, type ReportFinding } from './findings.ts';
import { permissionSection } from './permissions.ts';
import { resourceSection } from './resources.ts';

export type { ReportFinding } from './findings.ts';

export interface ReportOptions {
  /** What the rules have found, suppressed findings included; absent: the report does not speak of it. */
  readonly findings?: readonly ReportFinding[];
}

/** A report of the design in Markdown, for people. Pure: the same design gives the same bytes. */
export const exportMarkdown = (design: Design, { findings }: ReportOptions = {}): string => {
  const graph = createGraph(kindFacts, design);
  return [
    `# ${inlineText(design.name) || 'Design'}`,
    '',
    ...(design.description ? [inlineText(design.description), ''] : []),
    ...overview(design),
    ...resourceSection(graph),
    ...connectionSection(graph),
    ...permissionSection(graph),
    ...(findings === undefined ? [] : findingSections(graph, findings)),
    '---',
    '',
    'Made from the design with Isobar.',
    '',
  ].join('\n');
};

const overview = (design: Design): readonly string[] => [
  `- Region: ${inlineText(design.region)}`,
  ...(design.stage === undefined ? [] : [`- Stage: ${inlineText(design.stage)}`]),
  ...Object.entries(design.limits ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `- Raised quota: ${inlineText(name)} ${value}`),
  '',
];
