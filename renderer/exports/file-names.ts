import { kebabCase } from '../../shared/lib/words.ts';
import type { Design } from '../../shared/model/design.ts';

export type ExportFormat = 'sam' | 'cdk' | 'design' | 'svg' | 'mermaid' | 'report';

/** The name of a design as the beginning of file names. */
const baseName = ({ name }: Pick<Design, 'name'>): string =>
  kebabCase(name).slice(0, 60).replace(/-+$/, '') || 'design';

const endings = {
  sam: '-sam',
  cdk: '-cdk',
  design: '.isobar.json',
  svg: '.svg',
  mermaid: '.mmd',
  report: '.md',
} satisfies Record<ExportFormat, string>;

/** What an export is called: a file for most formats, a folder or an archive for SAM and the CDK. */
export const fileNameOf = (design: Pick<Design, 'name'>, format: ExportFormat): string =>
  `${baseName(design)}${endings[format]}`;
