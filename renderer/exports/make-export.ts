import { designWithSources } from '../../shared/exporters/document-sources.ts';
import type { ExportedFile, ExportProblem, SourceRange } from '../../shared/exporters/exported.ts';
import { mermaidLines } from '../../shared/exporters/picture/mermaid.ts';
import { exportSvg } from '../../shared/exporters/picture/svg.ts';
import { planDesign } from '../../shared/exporters/plan/plan.ts';
import { exportMarkdown, type ReportFinding } from '../../shared/exporters/report/markdown.ts';
import { exportWithSources } from '../../shared/exporters/source-map.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import type { Design } from '../../shared/model/design.ts';
import { type ExportFormat, fileNameOf } from './file-names.ts';

/*
 * Every export of a design, with all that has to be known of it. It takes as long as the design is large, so the
 * window asks a worker for it and goes on (exporter.ts).
 */

/** How a picture is drawn. */
export interface PictureOptions {
  readonly theme: 'light' | 'dark';
  readonly transparent: boolean;
}

export interface ExportRequest {
  readonly design: Design;
  readonly format: ExportFormat;
  /** YYYY-MM-DD: what AWS still supports depends on it. */
  readonly today: string;
  /** Looks for errors as well, also for those that only an export shows. */
  readonly check?: boolean;
  readonly picture?: PictureOptions & {
    /** The SVG texts of AWS's icons that the design needs, by name. */
    readonly icons: Readonly<Record<string, string>>;
  };
}

/** What a design becomes in one format; data only, so that it can cross from a worker. */
export interface MadeExport {
  /** Sorted by path; none when there are problems. */
  readonly files: readonly ExportedFile[];
  readonly problems: readonly ExportProblem[];
  readonly ranges: readonly SourceRange[];
  /** What stops an export unless the person says otherwise; empty when it was not asked for. */
  readonly errors: readonly ReportFinding[];
}

/** Makes an export: the same bytes as the command line writes. */
export const makeExport = async (request: ExportRequest): Promise<MadeExport> => {
  const { format, check = false } = request;
  const made = await contentOf(request);
  if (!check || (format !== 'sam' && format !== 'cdk')) return { ...made, errors: [] };
  const errors = (await findingsOf(request, format)).filter(
    ({ severity, suppressed }) => severity === 'error' && suppressed === undefined,
  );
  // What a finding says already is not said twice.
  const said = new Set(
    errors.flatMap(({ rule, at }) =>
      at.kind !== 'design' && /^(?:model|export)\//.test(rule) ? at.id : [],
    ),
  );
  return { ...made, problems: made.problems.filter(({ at }) => !said.has(at)), errors };
};

const contentOf = async (request: ExportRequest): Promise<Omit<MadeExport, 'errors'>> => {
  const { design, format } = request;
  const path = fileNameOf(design, format);
  const single = (text: string, ranges: readonly SourceRange[] = []) => ({
    files: [{ path, text }],
    problems: [],
    ranges,
  });
  switch (format) {
    case 'sam':
    case 'cdk':
      return exportWithSources(planDesign(design), format);
    case 'design': {
      const { text, ranges } = designWithSources(design, path);
      return single(text, ranges);
    }
    case 'mermaid': {
      const lines = mermaidLines(design);
      return single(
        lines.map(({ text }) => text).join('\n'),
        lines.flatMap(({ owner }, at) =>
          owner === undefined ? [] : [{ path, first: at + 1, last: at + 1, owner }],
        ),
      );
    }
    case 'report':
      return single(exportMarkdown(design, { findings: await findingsOf(request) }));
    case 'svg': {
      const { theme = 'light', transparent = false, icons = {} } = request.picture ?? {};
      const icon = (name: string): string | undefined =>
        Object.hasOwn(icons, name) ? icons[name] : undefined;
      return single(exportSvg(design, { theme, transparent, icon }));
    }
    default:
      return assertNever(format, 'export format');
  }
};

/** What all rules find, also those that ask the exporters; fixes are left out, for they are no data. */
const findingsOf = async (
  { design, today }: ExportRequest,
  exportTarget?: 'sam' | 'cdk',
): Promise<readonly ReportFinding[]> => {
  const [{ rules }, { validateOnce }, { catalogFacts }, { predictExport }] = await Promise.all([
    import('../../shared/rules/index.ts'),
    import('../../shared/rules/validator.ts'),
    import('../../shared/rules/catalog.ts'),
    import('../../shared/exporters/sam/predict.ts'),
  ]);
  return validateOnce(design, rules, catalogFacts, {
    today,
    predictExport,
    ...(exportTarget !== undefined && { exportTarget }),
  }).map(({ rule, severity, message, at, suppressed }) => ({
    rule,
    severity,
    message,
    at,
    ...(suppressed !== undefined && { suppressed: { reason: suppressed.reason } }),
  }));
};
