import type { Graph } from '../../graph/graph.ts';
import { inlineText } from '../../lib/markdown.ts';
import { table } from './table.ts';

/** A finding as plain data: exporters do not know the rules. */
export interface ReportFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly at:
    | { readonly kind: 'node' | 'connection'; readonly id: string }
    | { readonly kind: 'design' };
  readonly suppressed?: { readonly reason: string };
}

const titles = { error: 'Errors', warning: 'Warnings', info: 'Advice' } as const;
const severities = ['error', 'warning', 'info'] as const;

/** What the rules have found, worst first; then what was set aside, and why. */
export const findingSections = (
  graph: Graph,
  findings: readonly ReportFinding[],
): readonly string[] => {
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const aside = findings.filter(({ suppressed }) => suppressed !== undefined);
  return [
    '## Findings',
    '',
    ...(open.length === 0 ? ['None.', ''] : []),
    ...severities.flatMap((severity) => {
      const rows = open
        .filter((finding) => finding.severity === severity)
        .map((finding) => [
          placeText(graph, finding),
          inlineText(finding.message),
          ruleText(finding),
        ]);
      return rows.length === 0
        ? []
        : [`### ${titles[severity]}`, '', ...table(['Where', 'What', 'Rule'], rows)];
    }),
    ...(aside.length === 0
      ? []
      : [
          '### Set aside',
          '',
          ...table(
            ['Where', 'What', 'Rule', 'Reason'],
            aside.map((finding) => [
              placeText(graph, finding),
              inlineText(finding.message),
              ruleText(finding),
              inlineText(finding.suppressed?.reason ?? ''),
            ]),
          ),
        ]),
  ];
};

const ruleText = ({ rule }: ReportFinding): string => inlineText(rule);

const placeText = (graph: Graph, { at }: ReportFinding): string => {
  if (at.kind === 'design') return 'the design';
  if (at.kind === 'node') return inlineText(graph.node(at.id)?.name ?? at.id);
  const connection = graph.connection(at.id);
  if (!connection) return inlineText(at.id);
  const [from, to] = [graph.source(connection)?.name, graph.target(connection)?.name];
  return inlineText(`${from ?? connection.from} → ${to ?? connection.to}`);
};
